"""The draft of a consolidated report: the sums of its bodies, and a note wherever figures do not add."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.between.adding import Sum, Total, why
from govreport.form.layout import Node
from govreport.form.roles import unit_of
from govreport.kinds import kind_of, resolve
from govreport.messages import phrase, word
from govreport.pointers import put
from govreport.rules.sheet import group_cells

# The notes are part of a Chinese document, whoever works on it.
_LANGUAGE = "zh"


@attrs.frozen(kw_only=True)
class Unadded:
    """A cell, or a group of cells, that has no sum: the reason, a code of `levels.json`, and bodies that are it."""

    pointer: str
    reason: str
    bodies: tuple[str, ...]

    def told(self, language: str) -> str:
        """Return the reason in words."""
        names = word("list-pause", language).join(self.bodies)
        text = why(self.reason, language)
        return f"{text}{word('label-colon', language)}{names}" if names else text


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
    notes = [*_of_blanks(total), *({"pointer": u.pointer, "text": u.told(_LANGUAGE)} for u in unadded(total))]
    remarks = {
        "marks": [{"pointer": cell, "mark": "blank"} for cell in opened if cell not in covered],
        "undivided": [
            {"pointer": group, "value": value, "label": layout.nodes[group].title} for group, value in undivided.items()
        ],
        "notes": notes,
    }
    members |= {name: entries for name, entries in remarks.items() if entries}
    return {node.name: members[node.name] for node in layout.root.children if node.name in members}


def unadded(total: Total) -> tuple[Unadded, ...]:
    """Return what does not add up, in the order of print: groups where all their cells have the same reason."""
    covered = {cell for group in total.undivided for cell in group_cells(total.layout, group)}
    opened = {cell: added for cell, added in total.open_cells() if cell not in covered}
    return tuple(found for table in total.layout.tables for found in _unadded(table, opened))


def _unadded(node: Node, opened: Mapping[str, Sum]) -> Iterator[Unadded]:
    cells = [n.pointer for n in node.walk() if n.is_cell]
    reasons = {(opened[c].reason or "blank", tuple(opened[c].bodies)) if c in opened else None for c in cells}
    shared = reasons.pop() if len(reasons) == 1 else None
    if shared is not None:
        yield Unadded(pointer=node.pointer, reason=shared[0], bodies=shared[1])
    elif cells != [node.pointer]:
        for child in node.children:
            yield from _unadded(child, opened)


def _of_blanks(total: Total) -> Iterator[dict[str, str]]:
    for table in total.layout.tables:
        below = table.pointer + "/"
        sums = (added for cell, added in total.sums.items() if cell.startswith(below))
        number = sum(1 for added in sums if added.blanks and added.figure is not None)
        if number:
            yield {"pointer": table.pointer, "text": phrase("sum-blanks", _LANGUAGE, n=number)}
