"""Whether a name in a text may be that of the organ whose report it is: shortened, longer by places, or its office."""

import re
from functools import cache, lru_cache

from govreport import resources
from govreport.form.places import place, without_places
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
        places = [match.end() for match in place().finditer(named)]
        if not places:
            return False
        named = named[: places[-1]]
    # 市公安局法制支队 is a part of 市公安局.
    wholes = dict.fromkeys((named, *(named[: match.end()] for match in _pattern("body").finditer(named))))
    theirs = [form for whole in wholes for form in _forms(whole)]
    return not any(
        _runs_through(shortest, longer) or _runs_through(shorter, longest)
        for longest, shortest in _forms(own)
        for longer, shorter in theirs
    )


def is_other_self(kind: str, own: str) -> bool:
    """Tell whether the organ called `own` is of another kind than it says of itself (镇, as in 我镇)."""
    own = _pattern("left_out").sub("", nfkc(own))
    return own != "" and kind not in own


@lru_cache(maxsize=64)
def _forms(name: str) -> tuple[tuple[str, str], ...]:
    """Return a name with the shortest form of it, without the places above its last one; and so without its office.

    Each form between both ends the longer ones: if it runs through a name, or a name through it, one of the two does.
    To ask of all would take minutes where a name is nothing but places.
    """
    return tuple((whole, _shortest(whole)) for whole in dict.fromkeys((name, _without_office(name) or name)))


def _shortest(whole: str) -> str:
    return next(without_places(whole), whole)


def _without_office(name: str) -> str:
    return _pattern("office").sub("", name)


def _runs_through(short: str, long: str) -> bool:
    """Tell whether the characters of a name stand in another one in their order, with others between them."""
    rest = iter(long)
    return all(character in rest for character in short)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.read("slips.json")["names"][name])
