"""Which layout the tables follow: the labels that one layout has and no other, counted table by table."""

from collections.abc import Iterable
from functools import cache

import attrs

from govreport import resources
from govreport.documents.report.tables.form import load_form
from govreport.documents.wording.labels import closest

# One label that is like one of the form may be any label; several are no chance.
_FEWEST_LIKE = 2


@attrs.frozen(kw_only=True)
class LayoutFound:
    """The layout, and the labels it was told by.

    `others` are labels of another layout that stand in the tables as well: the report is a hybrid.
    """

    id: str
    labels: tuple[str, ...]
    others: tuple[str, ...]


def find_layout(labels: Iterable[str], lines: str) -> LayoutFound | None:
    """Return the layout of tables whose boxes have these folded labels, or whose lines say them; None if none shows.

    The first table in which the layouts differ decides: where a later one follows another layout, the report
    is a hybrid.
    """
    present = frozenset(labels)
    counted = _count(present, lines)
    if not any(counted.values()):
        # Every telling label may be misprinted.
        telling = {label for names in _telling().values() for label in names}
        present = frozenset(found for label in present if (found := closest(label, telling)) is not None)
        if len(present) < _FEWEST_LIKE:
            return None
        counted = _count(present, "")
    tables = sorted({table for _, table in counted}, key=_table_order)
    for table in tables:
        ranked = sorted(
            ((len(found), layout) for (layout, where), found in counted.items() if where == table), reverse=True
        )
        if ranked[0][0] and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            chosen = ranked[0][1]
            return LayoutFound(
                id=chosen,
                labels=tuple(label for (layout, _), found in counted.items() if layout == chosen for label in found),
                others=tuple(label for (layout, _), found in counted.items() if layout != chosen for label in found),
            )
    return None


def _count(present: frozenset[str], lines: str) -> dict[tuple[str, str], list[str]]:
    return {key: [name for name in names if name in present or name in lines] for key, names in _telling().items()}


@cache
def _telling() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the labels by (layout, table) that are no part of any label of another layout, groups included."""
    labels = {
        (layout, block.table, label)
        for layout in resources.layouts()
        for block in load_form(layout).blocks
        for line in (*block.rows, *block.columns)
        for label in line.labels
    }
    found: dict[tuple[str, str], list[str]] = {}
    for layout, table, label in sorted(labels):
        if not any(label in other and layout != where for where, _, other in labels):
            found.setdefault((layout, table), []).append(label)
    for layout in resources.layouts():
        for block in load_form(layout).blocks:
            found.setdefault((layout, block.table), [])
    return {key: tuple(names) for key, names in found.items()}


def _table_order(table: str) -> int:
    return min(n for layout in resources.layouts() for n, b in enumerate(load_form(layout).blocks) if b.table == table)
