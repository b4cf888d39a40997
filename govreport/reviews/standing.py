"""Whether a body has reported: which of its reports stands, and what is to be said of all others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from govreport.between.levels import CONSOLIDATED
from govreport.between.previous import Earlier, last_year, says_the_same
from govreport.findings import Finding, Severity, cut
from govreport.given import is_day
from govreport.reviews.listing import Body

State = Literal["reported", "several", "other-year", "unread", "missing"]
Role = Literal["standing", "several", "consolidated", "copy", "replaced", "other-year", "unread"]
Members = Mapping[str, Any]
# What was found in these reports is told of the body.
TOLD: frozenset[Role] = frozenset({"standing", "several", "consolidated", "unread"})


@attrs.frozen(kw_only=True)
class Entry:
    """A document that belongs to a body, with as much as it says of itself.

    `number` is its place in the order of reading. `is_report` says that its structure is sound, `is_refused` that
    nothing of it could be read.
    """

    number: int
    year: int | None = None
    published: str | None = None
    scope: str | None = None
    is_report: bool = False
    is_refused: bool = False


@attrs.frozen(kw_only=True)
class Standing:
    """The state of a body, the role of each of its documents in their order, and what is to be said of the body."""

    state: State
    roles: tuple[Role, ...] = ()
    findings: tuple[Finding, ...] = ()


def stand(
    body: Body, year: int, entries: Sequence[Entry], members_of: Callable[[int], Members], *, due: str | None = None
) -> Standing:
    """Return how a body stands for a year, given its documents and what gives the members of a report by number.

    `due` is a day after which reports are late, besides what the rules say.
    """
    roles: dict[int, Role] = {}
    own: list[Entry] = []
    for entry in entries:
        if entry.is_refused:
            roles[entry.number] = "unread"
        elif entry.year not in (None, year):
            roles[entry.number] = "other-year"
        elif entry.scope == CONSOLIDATED:
            roles[entry.number] = "consolidated"
        else:
            own.append(entry)
    roles |= _among(own, members_of)
    found = set(roles.values())
    state: State
    if "several" in found:
        state = "several"
    elif found & {"standing", "consolidated"}:
        state = "reported"
    elif "other-year" in found:
        state = "other-year"
    else:
        state = "unread" if found else "missing"
    ordered = tuple(roles[entry.number] for entry in entries)
    return Standing(state=state, roles=ordered, findings=tuple(_findings(body, year, entries, ordered, state, due)))


def _among(own: Sequence[Entry], members_of: Callable[[int], Members]) -> dict[int, Role]:
    """Return the role of each of a body's own reports for the year."""
    if len(own) == 1:
        return {own[0].number: "standing"}
    # One that is not whole is not known to say the same as another.
    if not all(entry.is_report for entry in own):
        return {entry.number: "several" for entry in own}
    reports = {e.number: Earlier(members=m, hashes=_hashes(m)) for e in own for m in [members_of(e.number)]}
    standing = last_year(reports.values())
    first = {next(number for number, report in reports.items() if report is one) for one in standing}
    roles: dict[int, Role] = {}
    for number, report in reports.items():
        if number in first:
            roles[number] = "standing" if len(standing) == 1 else "several"
        else:
            roles[number] = "copy" if any(says_the_same(report, one) for one in standing) else "replaced"
    return roles


def _hashes(members: Members) -> frozenset[str]:
    digest = members.get("source", {}).get("sha256")
    return frozenset({digest} if digest else ())


def _findings(
    body: Body, year: int, entries: Sequence[Entry], roles: Sequence[Role], state: State, due: str | None
) -> Iterator[Finding]:
    if state == "missing":
        yield _finding("body-missing", Severity.ERROR, "", year=year)
    elif state == "other-year":
        years = tuple(
            sorted({e.year for e, role in zip(entries, roles, strict=True) if role == "other-year" and e.year})
        )
        yield _finding("body-other-year", Severity.ERROR, "/year", year=year, years=years)
    elif state == "several":
        yield _finding("body-several", Severity.ERROR, "", year=year, count=roles.count("several"))
    copies = roles.count("copy")
    if copies:
        yield _finding("body-copy", Severity.WARNING, "", year=year, count=copies + 1)
    for entry, role in zip(entries, roles, strict=True):
        day = entry.published
        if role in ("standing", "several") and due is not None and day is not None and is_day(day) and day > due:
            yield _finding("body-late", Severity.WARNING, "/published", found=day, expected=due)


def _finding(code: str, severity: Severity, pointer: str, **parameters: Any) -> Finding:
    return Finding(code=code, severity=severity, pointer=pointer, parameters=parameters)


def unlisted(name: str, fitting: Sequence[str]) -> Finding:
    """Return what is said of a body that a list does not have, or that fits several of it."""
    if not fitting:
        return _finding("body-unlisted", Severity.WARNING, "/organ/name", found=cut(name))
    names = tuple(map(cut, fitting[:10]))
    return _finding("body-ambiguous", Severity.WARNING, "/organ/name", found=cut(name), names=names, count=len(fitting))
