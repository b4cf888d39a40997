"""Lines that several tables share, because no titles stand between them: each table has those from its labels on."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from govreport.documents.paper import Paragraph
from govreport.documents.report.tables.form import load_form
from govreport.documents.wording.labels import fold
from govreport.form.drawing import draw


def lines_by_table(layout: str, tables: Sequence[str], lines: Sequence[Paragraph]) -> Mapping[str, Sequence[Paragraph]]:
    """Return the lines of each of some tables, in the order of print; none at all where their labels are mixed.

    A table begins with the first line that has a label which no other table has, and ends where the next one begins.
    """
    owners = _owners(layout)
    starts: dict[str, int] = {}
    for number, line in enumerate(lines):
        for piece in [word.text for word in line.words] or [line.text]:
            owner = owners.get(fold(piece))
            if owner is None or owner not in tables:
                continue
            if owner not in starts:
                starts[owner] = number
            elif owner != next(reversed(starts)):
                return {}
    bounds = [*starts.values(), len(lines)]
    return {table: lines[start:end] for table, (start, end) in zip(starts, pairwise(bounds), strict=True)}


@cache
def _owners(layout: str) -> Mapping[str, str]:
    """Return the table of each label that one table alone has."""
    form = load_form(layout)
    having: dict[str, set[str]] = {}
    for table in form.layout.tables:
        for drawn in draw(table):
            for box in drawn.boxes:
                if box.role != "cell" and (label := fold(box.text)):
                    having.setdefault(label, set()).add(table.pointer)
    return {label: min(tables) for label, tables in having.items() if len(tables) == 1}
