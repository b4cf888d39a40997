"""What a text says of the year before: its figures held against those of last year's report.

The texts are read once more as if this report were last year's; of that reading only those figures count that this
year's has left aside because they are of the year before. `schema/README.md` ("Years") has the procedure.
"""

from collections.abc import Iterable, Iterator

from govreport.rules.sheet import Sheet
from govreport.statements.comparing import Sums
from govreport.statements.reading import Judged, judge, statement
from govreport.statements.records import Statement
from govreport.statements.report import told_by

_OF_LAST_YEAR = "last-year"


def wrongly_recalled(told: Iterable[Judged], sheet: Sheet, before: Sheet, known: frozenset[str]) -> Iterator[Statement]:
    """Yield every figure of the year before that the texts of a report tell otherwise than last year's report.

    `told` are the figures of the texts. `before` is last year's sheet in the layout of this one, `known` are the cells
    of which it says something. The statements are weighed against last year's figures.
    """
    recalled = {_place(j) for j in told if j.told.attached.reason == _OF_LAST_YEAR}
    if not recalled:
        return
    past = Sums(figure=lambda cell: before.figure(cell) if cell in known else None, unit=lambda _: None)
    for judged in judge(told_by({**sheet.members, "year": sheet.members["year"] - 1}), past):
        attached = judged.told.attached
        if judged.verdict == "contradicts" and attached.scope == "table" and _place(judged) in recalled:
            found = statement(judged, past)
            if attached.kind in ("count", "zero") and not any(w.blanks for w in found.weighed):
                yield found


def _place(judged: Judged) -> tuple[str, int, int]:
    told = judged.told
    return told.pointer, told.sentence, told.attached.start
