"""Columns: which slots of a grid stand under which column labels of the form."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from govreport.documents.paper import Box
from govreport.documents.report.tables.form import Block
from govreport.documents.report.tables.joined_labels import joined_column
from govreport.documents.wording.labels import closest, fold, own_words, qualifies

Range = tuple[int, int]

# The header of a table has some forty labels; one that has more than this is none.
MOST_LABELS = 200
# The same headers stand in many reports: those of so many labels, and so many characters, are kept in mind.
_MOST_KEPT, _LONGEST_KEPT = 60, 1_000


def is_usual(texts: Collection[str]) -> bool:
    """Tell whether the texts of a header are few and short enough to keep in mind what follows from them."""
    return len(texts) <= _MOST_KEPT and sum(map(len, texts)) <= _LONGEST_KEPT


class Headers:
    """The columns that headers give to blocks; the rows under one header ask for the same again and again."""

    def __init__(self) -> None:
        # By the header itself, which is kept: to hold all its boxes against each other takes long.
        self._known: dict[tuple[str, int], tuple[tuple[Box, ...], dict[int, Range] | None]] = {}

    def columns(self, block: Block, header: tuple[Box, ...]) -> dict[int, Range] | None:
        """Return the columns that a header gives a block."""
        if not header:
            return None
        key = block.pointer, id(header)
        if key not in self._known:
            find = _find_columns if is_usual([box.text for box in header]) else find_columns
            self._known[key] = header, find(block, header)
        return self._known[key][1]


class _Named(NamedTuple):
    """A box that names a column: the label of this, and the column itself where the box names its group, too."""

    box: Box
    label: str
    column: int | None


def find_columns(block: Block, header: tuple[Box, ...]) -> dict[int, Range] | None:
    """Return the slots of each column of a block that the header boxes name, None where they name too few.

    A column that is named twice, or whose label fits several places, is left out.
    """
    if len(header) > MOST_LABELS:
        return None
    leaves = _leaves(header)
    named = _without_repeated(list(_named(block, leaves)))
    if not named:
        return None
    wanted = [line.label for line in block.columns]
    is_whole = [one.label for one in named] == wanted
    if is_whole and not _has_groups_in_order(block, header):
        is_whole = False
        if _has_column_above(wanted, header, leaves):
            # Spans were lost: what stands above a label says nothing of it.
            return None
    if is_whole and all(one.column in (None, x) for x, one in enumerate(named)):
        return {x: _range(one.box) for x, one in enumerate(named)}
    group = _one_group(block, header, leaves, named)
    if group is not None:
        return {x: _range(one.box) for x, one in zip(group, named, strict=True)}
    found: dict[int, Range] = {}
    for box, label, column in named:
        places = [x for x, line in enumerate(block.columns) if line.label == label and column in (None, x)]
        if len(places) > 1:
            above = {fold(other.text) for other in header if other.row < box.row and _overlap(other, box)}
            places = [x for x in places if above.intersection(block.columns[x].labels[:-1])] or places
        if len(places) > 1:
            nearest = [x for x in places if _parent_is_nearest(block, x, box, header)]
            places = nearest or places
        if len(places) == 1:
            if places[0] in found:
                return None
            found[places[0]] = _range(box)
    if len(found) < len(wanted):
        # One damaged label among the rest, in the right number: the order tells which it is.
        below = [box for box in leaves if fold(box.text)]
        first = min(start for start, _ in found.values()) if found else 0
        candidates = [box for box in below if box.column >= first - 1]
        candidates = candidates[len(candidates) - len(wanted) :]
        if len(candidates) == len(wanted) and all(_range(candidates[x]) == place for x, place in found.items()):
            missing = [x for x in range(len(wanted)) if x not in found]
            if len(missing) <= len(wanted) // 3:
                return {x: _range(box) for x, box in enumerate(candidates)}
    return None if _is_torn(block, header, found) else found or None


def _has_groups_in_order(block: Block, header: Sequence[Box]) -> bool:
    """Tell whether the labels of groups stand in the order of the form, among each other and beside other columns."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for box in header:
        rows.setdefault(box.row, []).append((box.column, fold(box.text)))
    for depth in range(max(len(line.labels) for line in block.columns) - 1):
        groups = {line.labels[depth] for line in block.columns if len(line.labels) > depth + 1}
        first: dict[str, int] = {}
        for x, line in enumerate(block.columns):
            if len(line.labels) > depth:
                first.setdefault(line.labels[depth], x)
        for boxes in rows.values():
            labels = [label for _, label in sorted(boxes)]
            places = [first[label] for label in labels if label in first]
            if not groups.isdisjoint(labels) and places != sorted(places):
                return False
    return True


def _has_column_above(wanted: Collection[str], header: Sequence[Box], leaves: Collection[Box]) -> bool:
    """Tell whether the label of a column stands above that of another one."""
    return any(
        fold(box.text) in wanted and any(_overlap(box, leaf) and fold(leaf.text) != fold(box.text) for leaf in leaves)
        for box in header
        if box not in leaves
    )


def _is_torn(block: Block, header: Sequence[Box], found: Mapping[int, Range]) -> bool:
    """Tell whether a header whose boxes reach over others has columns that stand aside of the label of their group.

    One that reaches over too few pushes what stands below it on. Then places say nothing; in order they are right.
    """
    starts = [found[x][0] for x in sorted(found)]
    if starts == sorted(starts) or all(box.colspan == box.rowspan == 1 for box in header):
        return False
    groups: dict[str, list[Box]] = {}
    for box in header:
        groups.setdefault(fold(box.text), []).append(box)
    for x, (start, end) in found.items():
        above = [box for label in block.columns[x].labels[:-1] for box in groups.get(label, ())]
        if above and not any(box.column < end and start < box.column + box.colspan for box in above):
            return True
    return False


_find_columns = lru_cache(maxsize=1 << 8)(find_columns)


def _named(block: Block, leaves: Iterable[Box]) -> Iterator[_Named]:
    names = {line.label for line in block.columns}
    for box in leaves:
        column = joined_column(block, box.text)
        label = block.columns[column].label if column is not None else _name(box, names)
        if label is not None:
            yield _Named(box, label, column)


def _one_group(block: Block, header: Sequence[Box], leaves: Sequence[Box], named: Sequence[_Named]) -> list[int] | None:
    """Return the columns of the one group of a block that a header names, and whose labels it has in their order.

    A table may be printed group by group, one below the other.
    """
    labels = [one.label for one in named]
    if len(leaves) != len(labels) or len(labels) == len(block.columns) or any(one.column is not None for one in named):
        return None
    above = "".join(fold(box.text) for box in header if box not in leaves)
    groups: dict[tuple[str, ...], list[int]] = {}
    for x, line in enumerate(block.columns):
        groups.setdefault(line.labels[:-1], []).append(x)
    found = [
        columns
        for path, columns in groups.items()
        if path and above in ("".join(path), path[-1]) and [block.columns[x].label for x in columns] == labels
    ]
    return found[0] if len(found) == 1 else None


def _without_repeated(named: Sequence[_Named]) -> list[_Named]:
    """Return named boxes, those side by side with one name as one: converters repeat a box for each slot it covers."""
    kept: list[_Named] = []
    for one in named:
        last = kept[-1] if kept else None
        is_same = last is not None and last[1:] == one[1:] and last.box.row == one.box.row
        if last is not None and is_same and _range(last.box)[1] == one.box.column:
            kept[-1] = last._replace(box=last.box._replace(colspan=last.box.colspan + one.box.colspan))
        else:
            kept.append(one)
    return kept


def _parent_is_nearest(block: Block, x: int, box: Box, header: Sequence[Box]) -> bool:
    """Tell whether the label right above a box is the one right above the column of the form."""
    parents = [o for o in header if o.row < box.row and _overlap(o, box)]
    if not parents or len(block.columns[x].labels) < 2:
        return False
    return fold(max(parents, key=lambda o: o.row).text) == block.columns[x].labels[-2]


def _leaves(header: Sequence[Box]) -> list[Box]:
    """Return the header boxes with no other header box under them, from left to right."""
    leaves = [
        box for box in header if not any(o.row >= box.row + box.rowspan and o.text and _overlap(o, box) for o in header)
    ]
    return sorted(leaves, key=lambda box: box.column)


def _name(box: Box, names: set[str]) -> str | None:
    label = fold(box.text)
    if label in names:
        return label
    own = own_words(box.text)
    if not own or qualifies(box.text):
        return None
    named = [name for name in names if own_words(name) == own]
    return named[0] if len(named) == 1 else closest(own, names)


def _range(box: Box) -> Range:
    return box.column, box.column + box.colspan


def _overlap(left: Box, right: Box) -> bool:
    return left.column < right.column + right.colspan and right.column < left.column + left.colspan
