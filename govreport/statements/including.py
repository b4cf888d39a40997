"""Parts told behind a figure of their group, which may also mean both together."""

import attrs

from govreport.statements.attached import Attached


class Wholes:
    """Keeps the figures of a sentence that mean something, and knows of which of them parts may be told."""

    def __init__(self, found: list[Attached]) -> None:
        self._found = found
        # The index of the last figure with a group that is no part, as long as no other group follows.
        self._whole: int | None = None
        # The indexes of figures that may mean several cells.
        self._sums: list[int] = []

    def around(self, cells: tuple[str, ...], number: int) -> list[tuple[str, ...]]:
        """Return what the last other figure that may mean several cells is told of, where all of these are among them.

        `number` is that of the figure with these cells.
        """
        others = (other for other in reversed(self._sums) if other != number)
        wider = next(others, None)
        if wider is None:
            return []
        return [reading.cells for reading in self._found[wider].readings if set(cells) < set(reading.cells)]

    def add(self, one: Attached) -> None:
        """Add a figure to those of its sentence before it."""
        found = self._found
        if one.group is not None:
            if not one.is_part:
                self._whole = len(found)
            elif self._whole is not None:
                if found[self._whole].group == one.group:
                    self._include(self._whole, one)
                else:
                    self._whole = None
        for reading in one.readings:
            if len(reading.cells) > 1:
                self._sums.append(len(found))
                break
        found.append(one)

    def _include(self, number: int, part: Attached) -> None:
        """Let a figure, and a share of it right behind it, also mean both together: 予以公开57件（含部分公开32件）."""
        found, whole = self._found, self._found[number]
        first, more = whole.readings[0], part.readings[0]
        if not set(first.cells).isdisjoint(more.cells):
            return
        both = attrs.evolve(first, cells=first.cells + more.cells, minus=first.minus + more.minus)
        if both in whole.readings:
            return
        found[number] = whole._replace(readings=(*whole.readings, both))
        self._sums.append(number)
        if number + 1 < len(found) and found[number + 1].kind == "percentage":
            share = found[number + 1]
            of_both = [attrs.evolve(both, base=r.base) for r in share.readings if r.cells == first.cells]
            found[number + 1] = share._replace(readings=(*share.readings, *of_both))
