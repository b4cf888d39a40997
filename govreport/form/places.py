"""Places at the beginning of the name of an organ: 某市某区财政局 is 某区财政局 to those who know where it is."""

import re
from collections.abc import Iterator
from functools import cache

from govreport import resources


@cache
def place() -> re.Pattern[str]:
    """Return what finds how the name of a place ends, as `schema/slips.json` says."""
    return re.compile(resources.read("slips.json")["names"]["place"])


def without_places(name: str) -> Iterator[str]:
    """Yield what is left of a name behind each place in it, as long as that names a place, too; the shortest first.

    What only begins as a place ends names none: 市场监督管理局.
    """
    for match in reversed(list(place().finditer(name))):
        rest = name[match.end() :]
        if place().search(rest, 1):
            yield rest
