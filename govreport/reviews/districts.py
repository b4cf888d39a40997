"""The draft of a consolidated report: the sums of its bodies, and a note wherever figures do not add."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govreport.between.adding import Sum, Total, why
from govreport.form.layout import Node
from govreport.form.roles import unit_of
from govreport.kinds import kind_of, resolve
from govreport.messages import phrase, word
from govreport.pointers import put
from govreport.rules.sheet import group_cells

# The notes are part of a Chinese document, whoever works on it.
_LANGUAGE = "zh"


def draft(total: Total, year: int, organ: Mapping[str, str], bodies: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return the members of a consolidated report with the sums of a total; its texts are left to be written.

    A cell that does not add stays null, with a note that says why. Where bodies print one figure for a group of cells,
    so does the draft. `bodies` are named as the scope.
    """
    layout = total.layout
    members: dict[str, Any] = resolve(kind_of(layout.id).blank or "")(layout.id, year, organ)
    members["scope"] = {"kind": "consolidated", "bodies": [*bodies]}
    opened = dict(total.open_cells())
    for cell, added in total.sums.items():
        if cell not in opened:
            put(members, cell, added.figure)
            place = unit_of(layout.cells[cell])
            # Amounts are added up in ten thousand yuan; where the form prints no unit, the draft says so.
            if place is not None and layout.cells[cell].unit is None and added.figure:
                put(members, place.pointer, "ten_thousand_yuan")
    undivided = dict(total.undivided)
    covered = {cell for group in undivided for cell in group_cells(layout, group)}
    for cell in covered:
        put(members, cell, None)
    opened = {cell: added for cell, added in opened.items() if cell not in covered}
    notes = [note for table in layout.tables for note in (*_of_blanks(table, total), *_of_open(table, opened))]
    remarks = {
        "marks": [{"pointer": cell, "mark": "blank"} for cell in opened],
        "undivided": [
            {"pointer": group, "value": value, "label": layout.nodes[group].title} for group, value in undivided.items()
        ],
        "notes": notes,
    }
    members |= {name: entries for name, entries in remarks.items() if entries}
    return {node.name: members[node.name] for node in layout.root.children if node.name in members}


def _of_open(node: Node, opened: Mapping[str, Sum]) -> Iterator[dict[str, str]]:
    """Yield a note for each cell that does not add; one for a group whose cells all have the same reason."""
    cells = [n.pointer for n in node.walk() if n.is_cell]
    reasons = {_reason(opened[cell]) if cell in opened else None for cell in cells}
    if len(reasons) == 1 and None not in reasons:
        yield {"pointer": node.pointer, "text": str(reasons.pop())}
    else:
        for child in node.children:
            yield from _of_open(child, opened)


def _reason(added: Sum) -> str:
    text = why(added.reason or "blank", _LANGUAGE)
    return f"{text}{word('label-colon', _LANGUAGE)}{'、'.join(added.bodies)}" if added.bodies else text


def _of_blanks(table: Node, total: Total) -> Iterator[dict[str, str]]:
    below = table.pointer + "/"
    sums = (added for cell, added in total.sums.items() if cell.startswith(below))
    number = sum(1 for added in sums if added.blanks and added.figure is not None)
    if number:
        yield {"pointer": table.pointer, "text": phrase("sum-blanks", _LANGUAGE, n=number)}
