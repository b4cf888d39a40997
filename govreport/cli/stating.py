"""The statements of a report in words: what the tables say otherwise, what they say alike, and what was left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govreport.cli.display import shown, wrap
from govreport.cli.language import say
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from govreport.messages import word
from govreport.statements.writing import plain

if TYPE_CHECKING:
    from govreport.model.registry import Report
    from govreport.statements.records import Statement, Weighed

_COLUMNS = 80
_ORDER = ("contradicts", "open", "excused", "agrees", "silent")


def lines(statements: "Sequence[Statement]", report: "Report", language: str) -> Iterator[str]:
    """Yield the lines that tell a person what the text of a report says of its tables."""
    counts = {verdict: sum(s.verdict == verdict for s in statements) for verdict in _ORDER}
    yield from _wrapped(say("statements", language, organ=report.organ.name, year=report.year, n=len(statements)), 0)
    layout = load_layout(report.layout)
    for verdict in _ORDER:
        if counts[verdict]:
            yield ""
            yield say(f"statements-{verdict}", language, n=counts[verdict])
            for statement in statements:
                if statement.verdict == verdict:
                    yield ""
                    yield from _statement(statement, layout, language)


def _statement(statement: "Statement", layout: Layout, language: str) -> Iterator[str]:
    section = said_in(statement, layout, language)
    told = say("statement", language, figure=statement.figure, quote=statement.quote, section=section)
    yield from _wrapped(told, 2)
    if statement.reason is not None:
        yield from _wrapped(word(f"told-{statement.reason}", language), 6)
    for weighed in statement.weighed:
        yield from _wrapped(reading_line(weighed, layout, language), 6)


def said_in(statement: "Statement", layout: Layout, language: str) -> str:
    """Return the name of the text in which a statement is made."""
    return place(layout, statement.pointer, language) if statement.pointer.count("/") == 1 else word("note", language)


def reading_line(weighed: "Weighed", layout: Layout, language: str) -> str:
    """Return what a figure was taken to mean, with what the cells hold."""
    reading = weighed.reading
    cells = " + ".join(names(layout, reading.cells, language))
    if reading.minus:
        cells += " − " + " − ".join(names(layout, reading.minus, language))
    total = word("blank", language) if weighed.sum is None else str(plain(weighed.sum))
    if reading.base:
        cells = f"({cells}) / ({' + '.join(names(layout, reading.base, language))})"
        total = f"{total} / {word('blank', language) if weighed.base is None else plain(weighed.base)}"
    relation = "≤ " if reading.relation == "<=" else "≥ " if weighed.blanks and weighed.sum is not None else "= "
    return f"{cells} {relation}{total}"


def names(layout: Layout, cells: Sequence[str], language: str) -> Iterator[str]:
    """Yield the names of cells; those of a whole group have its name."""
    left = list(cells)
    while left:
        group = next(_groups(layout, left), None)
        if group is None:
            yield place(layout, left.pop(0), language)
            continue
        pointer, members = group
        yield place(layout, pointer, language)
        left = [cell for cell in left if cell not in members]


def _groups(layout: Layout, cells: Sequence[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the groups above the first cell all of whose cells are there, the widest first."""
    node = layout.nodes[cells[0]]
    for above in node.lineage()[1:-1]:
        members = [n.pointer for n in above.walk() if n.is_cell]
        if len(members) > 1 and set(members) <= set(cells):
            yield above.pointer, members


def _wrapped(text: str, indent: int) -> list[str]:
    return [f"{'':{indent}}{line}" for line in wrap(shown(text.replace("\n", "")), _COLUMNS - indent)]
