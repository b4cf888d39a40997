"""What is not known of a document whose structure is unsound: the places of its defects, and what rules ask of them."""

from functools import cached_property
from itertools import zip_longest

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
            return any(_meet(asked, place) for place in self.places)
        # A place lies in another where its pointer begins with the other's, up to a slash.
        below = pattern + "/"
        return below.startswith(self._beginnings) or below in self._holders

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """How the pointers of all places begin that are unknown."""
        return tuple(join(place) + "/" for place in self.places)

    @cached_property
    def _holders(self) -> frozenset[str]:
        """The pointers of all places that hold an unknown one, each with a slash behind it."""
        return frozenset(join(place[:depth]) + "/" for place in self.places for depth in range(len(place)))


def _meet(asked: Tokens, place: Tokens) -> bool:
    """Return whether one of two places lies in the other, or is the other."""
    return all(None in pair or pair[0] in (ANY, pair[1]) for pair in zip_longest(asked, place))


NOTHING_UNKNOWN = Unknown()
