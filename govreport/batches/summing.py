"""The sum of the reports of an archive: which of them count, which do not and why, and the draft that comes of it."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from govreport.batches.archive import Archive, Kept
from govreport.between.adding import Total
from govreport.between.organs import same_organ
from govreport.between.previous import Earlier, last_year, says_the_same
from govreport.errors import NoConversion
from govreport.reviews.districts import Unadded, draft, unadded

Reason = Literal["consolidated", "own", "other-year", "replaced", "copy", "several", "other-layout"]


@attrs.frozen(kw_only=True)
class LeftOut:
    """A report that does not count, and why."""

    path: str
    document: int | None
    organ: str
    reason: Reason


@attrs.frozen(kw_only=True)
class Summed:
    """A consolidated report in draft, as decoded members, what of it has no sum, and the reports that do not count."""

    members: Mapping[str, Any] = attrs.field(repr=False)
    bodies: int
    left_out: tuple[LeftOut, ...]
    unadded: tuple[Unadded, ...] = ()


def sum_up(archive: Archive, *, organ: Mapping[str, str], year: int, layout: str) -> Summed:
    """Return the draft of the consolidated report of an organ for a year, in a layout.

    Each body counts once: no report that is a sum itself or of another year, none that a later one replaces, and none
    of several for one body that say different things.
    """
    total, left_out, bodies = Total(layout), list[LeftOut](), list[dict[str, str]]()
    counted: set[frozenset[str]] = set()
    for kept in archive.reports():
        reason = _why_left_out(kept, archive, organ, year, counted)
        if reason is None:
            try:
                total.add(kept.members)
            except NoConversion:
                reason = "other-layout"
        name = kept.members["organ"]["name"]
        if reason is not None:
            left_out.append(LeftOut(path=kept.path, document=kept.document, organ=name, reason=reason))
        else:
            bodies.append({key: kept.members["organ"][key] for key in ("name", "code") if key in kept.members["organ"]})
    members = draft(total, year, organ, bodies)
    if not bodies:
        # A list that is empty is no list of bodies.
        del members["scope"]["bodies"]
    return Summed(members=members, bodies=len(bodies), left_out=tuple(left_out), unadded=unadded(total))


def _why_left_out(
    kept: Kept, archive: Archive, organ: Mapping[str, str], year: int, counted: set[frozenset[str]]
) -> Reason | None:
    """Return why a report does not count, None where it does; then what stands for its body is noted in `counted`."""
    members = kept.members
    scope = members.get("scope", {}).get("kind")
    if members["year"] != year:
        return "other-year"
    if scope == "consolidated":
        return "consolidated"
    # The report of the organ that sums up covers its bodies already, unless it says that it does not.
    if scope is None and same_organ(members["organ"], organ):
        return "own"
    standing = last_year(_counting(archive.of_year(members["organ"], year)))
    if len(standing) > 1:
        return "several"
    own = Earlier(members=members, hashes=kept.hashes)
    if not says_the_same(own, standing[0]):
        return "replaced"
    if standing[0].hashes in counted:
        return "copy"
    counted.add(standing[0].hashes)
    return None


def _counting(found: Iterator[Earlier]) -> Iterator[Earlier]:
    """Yield the reports of a body that may count: its own sum over others is another report."""
    return (one for one in found if one.members.get("scope", {}).get("kind") != "consolidated")
