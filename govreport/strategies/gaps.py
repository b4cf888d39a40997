"""What reports hold where figures are missing: blanks, marks, figures printed undivided, notes, explanations.

To leave a true figure out, or to print several as one sum, never makes a rule fail: the figure left out
is one that would satisfy it. So all this is done to a report that is balanced already.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from govreport.form.layout import load_layout
from govreport.rules.comparing import WHITE_SPACE
from govreport.rules.data import load_instances
from govreport.rules.sheet import Figure, group_cells
from govreport.strategies.members import member_of
from govreport.strategies.texts import SENTENCES

_MOST = 3


@st.composite
def gaps(draw: st.DrawFn, layout: str, figures: Mapping[str, Figure]) -> tuple[dict[str, Figure], dict[str, Any]]:
    """Draw which figures are left out or printed as one; return the figures that stay and the members that tell."""
    form = load_layout(layout)
    usual, any_group = _usual_groups(layout), st.sampled_from(_groups(layout))
    groups = draw(st.lists(st.sampled_from(usual) | any_group if usual else any_group, max_size=_MOST))
    entries = []
    covered: set[str] = set()
    for group in groups:
        cells = group_cells(form, group)
        if covered.isdisjoint(cells):
            covered.update(cells)
            entries.append(
                {
                    "pointer": group,
                    "value": sum(int(figures[cell] or 0) for cell in cells),
                    "label": draw(member_of(layout, "/undivided/label")),
                }
            )
    places = draw(st.lists(st.sampled_from(_places(layout)), max_size=_MOST, unique=True))
    blank = {cell for place in places for cell in _cells_at(layout, place)} | covered
    for place in _never_empty(layout):
        cells = _cells_at(layout, place)
        # What has no figure at all says nothing, which is an error: one stays.
        if blank.issuperset(cells) and covered.isdisjoint(cells):
            blank.discard(cells[0])
    left = {cell: None if cell in blank else figure for cell, figure in figures.items()}
    return left, {
        "marks": draw(marks(layout, tuple(cell for cell in form.cells if cell in blank))),
        "undivided": entries,
        "explanations": draw(_explanations(layout, blank - covered)),
    }


@st.composite
def marks(draw: st.DrawFn, layout: str, blank: tuple[str, ...]) -> list[dict[str, Any]]:
    """Draw what stands in print in some of the blank cells."""
    cells = draw(st.lists(st.sampled_from(blank), max_size=_MOST, unique=True)) if blank else []
    entries = []
    for cell in cells:
        mark = {"pointer": cell, "mark": draw(member_of(layout, "/marks/mark"))}
        if draw(st.booleans()):
            mark["printed"] = draw(member_of(layout, "/marks/printed"))
        entries.append(mark)
    return entries


@st.composite
def notes(draw: st.DrawFn, layout: str) -> list[dict[str, Any]]:
    """Draw remarks on places of the form: sections, groups of cells, cells."""
    places = draw(st.lists(st.sampled_from(_noted(layout)), min_size=1, max_size=_MOST))
    return [{"pointer": place, "text": draw(member_of(layout, "/notes/text"))} for place in places]


@st.composite
def _explanations(draw: st.DrawFn, layout: str, blank: Iterable[str]) -> list[dict[str, Any]]:
    """Draw reasons for the blanks of tables: all that there is to explain in a report without defects.

    Of a cell that may be struck out nobody knows here whether its blank is found.
    """
    explained = [
        instance
        for instance in load_instances(layout)
        if instance.rule.of == "every-cell"
        for spared in [frozenset[str]().union(*(exemption.at for exemption in instance.exempt))]
        if any(cell.startswith(instance.at + "/") and cell not in spared for cell in blank)
    ]
    return [
        {"rule": instance.rule.id, "pointer": instance.at, "text": draw(_reasons(layout))}
        for instance in explained
        if draw(st.booleans())
    ]


def _reasons(layout: str) -> st.SearchStrategy[str]:
    # An empty reason is a finding of its own.
    texts = member_of(layout, "/explanations/text")
    return texts.map(lambda text: text if text.strip(WHITE_SPACE) else SENTENCES[0])


@cache
def _groups(layout: str) -> tuple[str, ...]:
    """Return the groups of cells that an undivided figure can stand for (of whole numbers from 0), small ones first."""
    form = load_layout(layout)
    groups = {node.pointer: group_cells(form, node.pointer) for table in form.tables for node in table.walk()}
    counted = [p for p, cells in groups.items() if cells and all(form.cells[c].kind == "count" for c in cells)]
    return tuple(sorted(counted, key=lambda pointer: len(groups[pointer])))


@cache
def _usual_groups(layout: str) -> tuple[str, ...]:
    """Return the groups that are known to be printed as one figure: there is a rule for when they are."""
    conditions = (condition for instance in load_instances(layout) for condition in instance.when)
    return tuple(dict.fromkeys(pointer for c in conditions if c.undivided for pointer in c.at))


@cache
def _places(layout: str) -> tuple[str, ...]:
    """Return the cells and groups of cells of a layout, single cells first."""
    form = load_layout(layout)
    inside = [node for table in form.tables for node in table.walk() if _cells_at(layout, node.pointer)]
    return tuple(node.pointer for node in sorted(inside, key=lambda node: bool(node.children)))


@cache
def _never_empty(layout: str) -> tuple[str, ...]:
    """Return the places, such as tables, of which a rule asks that any cell below them has a figure."""
    return tuple(instance.at for instance in load_instances(layout) if instance.rule.of == "any-cell")


@cache
def _noted(layout: str) -> tuple[str, ...]:
    nodes = load_layout(layout).nodes.values()
    return tuple(node.pointer for node in nodes if node.lineage() and node.lineage()[0].is_section)


@cache
def _cells_at(layout: str, pointer: str) -> tuple[str, ...]:
    return tuple(cell for cell in load_layout(layout).cells if cell == pointer or cell.startswith(pointer + "/"))
