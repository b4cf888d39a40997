"""The organ's own name in its report: it says who speaks, whatever words stand in it (某区公安局, 某区信访局)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from govreport import resources
from govreport.form.places import without_places
from govreport.statements.variants import fold

# A shorter name may be any words, and no organ has a longer one.
_SHORTEST = 3
_LONGEST = 100


class Naming:
    """Finds the organ's name in folded text, and has it read as what an organ calls itself."""

    def __init__(self, names: Sequence[str], read_as: str) -> None:
        self._read_as = read_as
        # The names are what is left of the longest: where any of them stands, this one does.
        self._shortest = min(names, key=len)
        self._names = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))

    def put(self, folded: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
        """Return a folded text with what is read for the name, and for each of its characters the index in print.

        The first stands where the name begins, the others at its last character.
        """
        if self._shortest not in folded:
            return folded, places
        at: list[int] = []
        behind = 0
        for match in self._names.finditer(folded):
            start, end = match.span()
            at += range(behind, start + 1)
            at += [end - 1] * (len(self._read_as) - 1)
            behind = end
        at += range(behind, len(folded) + 1)
        return self._names.sub(self._read_as, folded), [places[index] for index in at]


@lru_cache(maxsize=256)
def naming_of(name: str) -> Naming | None:
    """Return what finds the name of an organ in its texts, None for a name that is none."""
    words = resources.read("statements/words.json")
    folded = fold(name)[0]
    if len(folded) > _LONGEST or not set(folded).isdisjoint(words["marks"]["ends"]):
        return None
    names = [n for n in (folded, *without_places(folded)) if len(n) >= _SHORTEST]
    return Naming(names, words["self"]) if names else None
