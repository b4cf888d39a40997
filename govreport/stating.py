"""`read_statements`: a report, to what its running text says of its tables."""

from govreport.model.registry import Report
from govreport.model.sheets import sheet_of
from govreport.rules.stated import sums_of
from govreport.statements.reading import statement
from govreport.statements.records import Statement
from govreport.statements.report import judge_members


def read_statements(report: Report) -> tuple[Statement, ...]:
    """Return every figure that the texts of a report tell, in the order of the texts.

    Each says what it was taken to mean and whether the tables agree, or why it means no cell. Words that say zero
    count as figures. The texts are the running sections, what is printed before the first, and the notes on tables.
    """
    sheet = sheet_of(report)
    sums = sums_of(sheet)
    return tuple(statement(judged, sums) for judged in judge_members(sheet.members, sums))
