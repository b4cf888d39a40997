"""`read_statements`: a report, to what its running text says of its tables."""

from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.model.registry import Report
from govreport.rules.sheet import read_sheet
from govreport.rules.stated import sums_of
from govreport.statements.reading import statement
from govreport.statements.records import Statement
from govreport.statements.report import judge_members


def read_statements(report: Report) -> tuple[Statement, ...]:
    """Return every figure that the texts of a report tell, in the order of the texts.

    Each says what it was taken to mean and whether the tables agree, or why it means no cell. Words that say zero
    count as figures. The texts are the running sections, what is printed before the first, and the notes on tables.
    """
    members = unstructure(report)
    sums = sums_of(read_sheet(load_layout(report.layout), members))
    return tuple(statement(judged, sums) for judged in judge_members(members, sums))
