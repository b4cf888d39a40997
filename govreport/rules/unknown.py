"""What is not known of a document whose structure is unsound: the places of its defects, and what rules ask of them."""

from functools import cached_property

import attrs

from govreport.form.naming import ANY
from govreport.pointers import Tokens, join, tokens


@attrs.frozen
class Unknown:
    """The places of a document that are missing there, or hold something else than its layout asks for.

    All below such a place is as unknown as the place itself. Of a document whose structure is sound there is none.
    """

    places: frozenset[Tokens] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.places)

    def touches(self, pattern: str) -> bool:
        """Return whether something at a place is unknown: the place, all around it, or a part of what it holds.

        In a pattern `*` stands for every item of a list; then any of them counts.
        """
        if not self.places:
            return False
        if ANY in pattern or "~" in pattern:
            asked = tokens(pattern)
            if ANY in asked:
                return self._touches_any(asked)
            pattern = join(asked)
        # A place lies in another where its pointer begins with the other's, up to a slash. There may be as many
        # questions as places: each is answered without a look at all of them.
        below = pattern + "/"
        if below in self._holders:
            return True
        at = below.find("/")
        while at >= 0:
            if below[: at + 1] in self._beginnings:
                return True
            at = below.find("/", at + 1)
        return False

    def _touches_any(self, asked: Tokens) -> bool:
        signs = frozenset(number for number, token in enumerate(asked[: self._depth]) if token == ANY)
        known = self._by_signs.get(signs)
        if known is None:
            ends = frozenset(_masked(place, signs) for place in self.places)
            holders = frozenset(place[:depth] for place in ends for depth in range(len(place)))
            known = self._by_signs[signs] = (ends, holders)
        ends, holders = known
        return asked in holders or any(asked[:depth] in ends for depth in range(min(len(asked), self._depth) + 1))

    @cached_property
    def _by_signs(self) -> dict[frozenset[int], tuple[frozenset[Tokens], frozenset[Tokens]]]:
        """The places with `*` for some of their tokens, and those that hold them, by the numbers of these tokens."""
        return {}

    @cached_property
    def _depth(self) -> int:
        return max(map(len, self.places))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """How the pointers of all places begin that are unknown."""
        return frozenset(join(place) + "/" for place in self.places)

    @cached_property
    def _holders(self) -> frozenset[str]:
        """The pointers of all places that hold an unknown one, each with a slash behind it."""
        return frozenset(join(place[:depth]) + "/" for place in self.places for depth in range(len(place)))


def _masked(place: Tokens, signs: frozenset[int]) -> Tokens:
    return tuple(ANY if number in signs else token for number, token in enumerate(place))


NOTHING_UNKNOWN = Unknown()
