"""Parts told behind a figure of their group, which may also mean both together."""

import attrs

from govreport.statements.attached import Attached


def add(found: list[Attached], one: Attached) -> None:
    """Add a figure to those of its sentence before it."""
    if one.is_part and found:
        _include(found, one)
    found.append(one)


def _include(found: list[Attached], part: Attached) -> None:
    """Let the figure before a part of its group also mean both together: 予以公开57件（含部分公开32件）."""
    for number in range(len(found) - 1, -1, -1):
        whole = found[number]
        if whole.group != part.group:
            return
        if whole.is_part or whole.kind == "percentage":
            continue
        cells = whole.readings[0].cells
        if set(cells).isdisjoint(part.readings[0].cells):
            both = attrs.evolve(whole.readings[0], cells=cells + part.readings[0].cells)
            found[number] = whole._replace(readings=(*whole.readings, both))
        return
