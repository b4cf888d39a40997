"""Parts told behind a figure of their group, which may also mean both together."""

import attrs

from govreport.statements.attached import Attached


class Wholes:
    """Keeps the figures of a sentence that mean something, and knows of which of them parts may be told."""

    def __init__(self, found: list[Attached]) -> None:
        self._found = found
        # The index of the last figure with a group that is no part, as long as no other group follows.
        self._whole: int | None = None

    def add(self, one: Attached) -> None:
        """Add a figure to those of its sentence before it."""
        found = self._found
        if one.group is not None:
            if not one.is_part:
                self._whole = len(found)
            elif self._whole is not None:
                if found[self._whole].group == one.group:
                    found[self._whole] = _with(found[self._whole], one)
                else:
                    self._whole = None
        found.append(one)


def _with(whole: Attached, part: Attached) -> Attached:
    """Return a figure that may also mean what a part of its group is told of: 予以公开57件（含部分公开32件）."""
    cells = whole.readings[0].cells
    if not set(cells).isdisjoint(part.readings[0].cells):
        return whole
    minus = whole.readings[0].minus + part.readings[0].minus
    both = attrs.evolve(whole.readings[0], cells=cells + part.readings[0].cells, minus=minus)
    return whole if both in whole.readings else whole._replace(readings=(*whole.readings, both))
