"""Whether a name in a text may be that of the organ whose report it is: shortened, longer by places, or its office."""

import re
from collections.abc import Iterator
from functools import cache

from govreport import resources
from govreport.normalizing import nfkc

_SHORTEST = 2


def is_other(named: str, own: str) -> bool:
    """Tell whether a name cannot be that of the organ called `own`, nor of a part of it, such as its office.

    Of a government only the place counts: any of its bodies may write the report for it. A word that is no name (学校)
    is whoever speaks.
    """
    named, own = (_pattern("left_out").sub("", nfkc(name)) for name in (named, own))
    bare = _without_office(named)
    if not own or len(bare) < _SHORTEST or _pattern("common").search(bare):
        return False
    if _pattern("government").search(_without_office(own) or own):
        places = [match.end() for match in _pattern("place").finditer(named)]
        if not places:
            return False
        named = named[: places[-1]]
    # 市公安局法制支队 is a part of 市公安局.
    wholes = dict.fromkeys((named, *(named[: match.end()] for match in _pattern("body").finditer(named))))
    ours, theirs = list(_forms(own)), [form for whole in wholes for form in _forms(whole)]
    return not any(_runs_through(one, other) or _runs_through(other, one) for one in ours for other in theirs)


def _forms(name: str) -> Iterator[str]:
    """Yield a name, and it without its office, each also without the places above its last one."""
    for whole in dict.fromkeys((name, _without_office(name) or name)):
        yield whole
        for match in _pattern("place").finditer(whole):
            rest = whole[match.end() :]
            if _pattern("place").search(rest, 1):
                yield rest


def _without_office(name: str) -> str:
    return _pattern("office").sub("", name)


def _runs_through(short: str, long: str) -> bool:
    """Tell whether the characters of a name stand in another one in their order, with others between them."""
    rest = iter(long)
    return all(character in rest for character in short)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.read("slips.json")["names"][name])
