"""The ways in which figures go wrong, with what each costs, as `schema/repairs.json` states them."""

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache

import attrs

from govreport import resources

FILE = "repairs.json"
EXCHANGES = ("exchanged-in-row", "exchanged-in-column", "exchanged-in-total", "misplaced")


@attrs.frozen(kw_only=True)
class Costs:
    """The costs of changes by kind, and the limits of the search.

    `cells` figures change at most, save in a shifted row. An equation that a repair leaves open, since one of its
    cells is blank, costs `open`. Repairs that cost up to `near` more than the
    cheapest are told beside it, and `told` are kept at most. A figure
    of a text below `chance` may agree with a repair by chance: alone it puts that first and rules out no other.
    """

    figures: Mapping[str, int]
    groups: Mapping[str, int]
    cells: int
    open: int
    near: int
    told: int
    chance: int

    @cached_property
    def least(self) -> int:
        """What the change of one figure costs at least."""
        return min(self.figures.values())

    @cached_property
    def least_exchange(self) -> int:
        """What an exchange of two figures costs at least."""
        return min(self.groups[kind] for kind in EXCHANGES)

    @cached_property
    def least_besides(self) -> int:
        """What two changes cost at least, or a slip that is no exchange."""
        groups = self.groups
        two = 2 * self.least + min(groups["with-total"], 0)
        return min(two, self.least_exchange + self.least, groups["totals-stale"], groups["row-shifted"])


@cache
def load_costs() -> Costs:
    """Return the costs that ship with the library."""
    return read_costs(resources.read(FILE))


def read_costs(data: Mapping[str, object]) -> Costs:
    """Return the costs that a decoded file like `repairs.json` states."""
    tables = {
        name: {entry["id"]: entry["cost"] for entry in data[name]}  # type: ignore[attr-defined]
        for name in ("figures", "groups")
    }
    return Costs(**tables, **data["limits"])  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def kind_of(before: int | None, after: int, *, is_total: bool = False) -> str:
    """Return in what way a figure was written wrong, judged by what is printed and what belongs there.

    `is_total` says that it is what other figures add up to.
    """
    if before and after == -before:
        return "sign"
    if not before:
        return "total-omitted" if is_total else "omitted"
    if before < 0 or after < 0:
        return "replaced"
    printed, right = str(before), str(after)
    if len(printed) == len(right):
        differing = [n for n, (a, b) in enumerate(zip(printed, right, strict=True)) if a != b]
        if len(differing) == 1:
            return "digit-changed"
        if len(differing) == 2 and differing[1] == differing[0] + 1:
            first, second = differing
            if printed[first] == right[second] and printed[second] == right[first]:
                return "digits-exchanged"
    elif len(printed) + 1 == len(right) and _lacks_one(printed, right):
        return "digit-lost"
    elif len(right) + 1 == len(printed) and _lacks_one(right, printed):
        return "digit-added"
    return "replaced"


def _lacks_one(short: str, long: str) -> bool:
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
