"""Which layout a document follows: the one that its labels and titles fit best.

What is printed counts first, table by table: a label of one layout that another has not. What is missing counts
little, for a damaged document lacks labels too: where layouts differ in that alone, the year of the report decides.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import attrs

from govreport import resources
from govreport.documents.report.section_ranges import SectionRanges
from govreport.documents.report.shown import Shown, features, own_labels, show, with_misprints

# One label that is like one of the form may be any label; several are no chance.
_FEWEST_LIKE = 2
# A layout of the declared year may lack one more label than an older one, as where a row was lost.
_NEAR = 1
# So many labels show that a document has the tables of the form, even if none tells which.
_FEWEST_SHOWN = 5

Score = tuple[int, ...]


@attrs.frozen(kw_only=True)
class LayoutFound:
    """The layout, and the labels it was told by: those that the layout before it has not.

    `others` are labels of another layout that stand in the tables as well: the report is a hybrid. `near` are layouts
    that the labels fit as well, where the choice was made `by` the declared year or for the older layout.
    """

    id: str
    labels: tuple[str, ...]
    others: tuple[str, ...]
    near: tuple[str, ...] = ()
    by: str = ""


def find_layout(ranges: Mapping[str, SectionRanges], declared_year: Callable[[], int | None]) -> LayoutFound | None:
    """Return the layout that a document follows; None if nothing tells.

    `ranges` are the sections of the document by each layout, oldest first.
    """
    shown = show(ranges)
    tied, rivals = _best({layout: _score(layout, seen) for layout, seen in shown.items()})
    if len(tied) > 1:
        # Every telling label may be misprinted.
        likely, found = with_misprints(shown, _telling(tied + rivals))
        if len(found) >= _FEWEST_LIKE:
            by_likely, likely_rivals = _best({layout: _score(layout, likely[layout]) for layout in (*tied, *rivals)})
            if len(by_likely) == 1:
                shown, tied, rivals = likely, by_likely, likely_rivals
    chosen = _Choice(shown=shown, tied=tied, rivals=rivals).settle(declared_year)
    if chosen is None:
        return None
    layout, near, by = chosen
    seen = shown[layout].all_labels
    return LayoutFound(
        id=layout,
        labels=tuple(label for label in _own(layout) if label in seen),
        others=tuple(dict.fromkeys(label for other, label in _foreign(layout) if label in seen)),
        near=near,
        by=by,
    )


def _best(scores: Mapping[str, Score]) -> tuple[list[str], list[str]]:
    """Return the layouts that fit best and are told apart by nothing, and newer ones that fit just as well.

    A layout that was told from an older one keeps its place before newer ones: what fits no better than it, is its
    rival only.
    """
    tied: list[str] = []
    rivals: list[str] = []
    is_told = False
    for layout, score in scores.items():
        best = scores[tied[0]] if tied else score
        if score > best:
            tied, rivals, is_told = [layout], [], True
        elif score < best:
            is_told = True
        else:
            (rivals if is_told else tied).append(layout)
    return tied, rivals


@attrs.frozen(kw_only=True)
class _Choice:
    """Layouts whose labels are found alike: `tied` ones that nothing tells apart, and their newer `rivals`."""

    shown: Mapping[str, Shown]
    tied: Sequence[str]
    rivals: Sequence[str]

    def settle(self, declared_year: Callable[[], int | None]) -> tuple[str, tuple[str, ...], str] | None:
        """Return the layout, those that are near it where that must be said, and what decided; None if nothing does."""
        layouts = sorted((*self.tied, *self.rivals), key=list(self.shown).index)
        if len(layouts) == 1:
            return layouts[0], (), ""
        shown, _ = with_misprints(self.shown, _telling(layouts))
        missing = {layout: shown[layout].missing(layout) for layout in layouts}
        fewest = [layout for layout in layouts if missing[layout] == min(missing.values())]
        of_year = [layout for layout in resources.layouts_of(declared_year()) if layout in layouts]
        is_known = len(self.tied) == 1
        if not of_year:
            return self._said(self.tied[0], fewest, "layout-older", is_sure=True) if is_known else None
        if not is_known and not self._has_tables():
            return None
        chosen = min(of_year, key=lambda layout: missing[layout])
        is_old_form = layouts.index(fewest[0]) < layouts.index(chosen)
        if is_known and is_old_form and missing[chosen] - missing[fewest[0]] > _NEAR:
            return fewest[0], (), ""
        is_sure = is_known and (len(of_year) == 1 or chosen == layouts[0])
        return self._said(chosen, fewest if is_known else layouts, "declared-year", is_sure=is_sure)

    def _said(self, chosen: str, near: Sequence[str], by: str, *, is_sure: bool) -> tuple[str, tuple[str, ...], str]:
        if is_sure and list(near) == [chosen]:
            return chosen, (), ""
        others = tuple(layout for layout in (*self.tied, *self.rivals) if layout != chosen)
        return chosen, tuple(layout for layout in others if layout in near) or others, by

    def _has_tables(self) -> bool:
        seen = self.shown[self.tied[0]]
        return seen.titles > 0 and len(seen.all_labels) >= _FEWEST_SHOWN


def _score(layout: str, seen: Shown) -> Score:
    """Return how many printed labels each table of a layout explains, and how many titles of its sections are found."""
    counts = [len(known.intersection(seen.labels.get(table, ()))) for table, known in _known_to(layout).items()]
    return (*counts, seen.titles)


@cache
def _known_to(layout: str) -> Mapping[str, frozenset[str]]:
    """Return the labels that a layout has, alone or as part of another, by table."""
    tables = features()
    return {table: frozenset(label for label, having in tables[table].items() if layout in having) for table in tables}


def _telling(layouts: Sequence[str]) -> frozenset[str]:
    """Return the labels that some of these layouts have and others have not, not even as part of a label."""
    return frozenset(
        label
        for labels in features().values()
        for label, having in labels.items()
        if 0 < sum(layout in having for layout in layouts) < len(layouts)
    )


@cache
def _own(layout: str) -> tuple[str, ...]:
    """Return the labels that the layout before this one has not; of the oldest, those that the next one has not."""
    neighbours = dict(pairwise(reversed(resources.layouts())))
    other = neighbours.get(layout) or next((newer for newer, older in neighbours.items() if older == layout), layout)
    return tuple(label for label, having in _labels(layout) if other not in having)


@cache
def _foreign(layout: str) -> tuple[tuple[str, str], ...]:
    """Return (layout, label) of all labels of other layouts that are no part of one of this layout."""
    return tuple(
        (other, label)
        for other in resources.layouts()
        if other != layout
        for label, having in _labels(other)
        if layout not in having
    )


def _labels(layout: str) -> list[tuple[str, frozenset[str]]]:
    """Return the labels of a layout, table by table, each with the layouts that have it."""
    return [(label, features()[table][label]) for table, label in sorted(own_labels(layout))]
