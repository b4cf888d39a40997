"""The review of a folder: who has reported and who has not, what is wrong with each report, and what all add up to."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from govreport import resources
from govreport.batches.archive import Archive, archive
from govreport.batches.ledger import Ledger, opened_ledger
from govreport.batches.outcomes import Checked
from govreport.batches.paths import PassOver, nobody
from govreport.batches.reviewed import Review, Reviewed
from govreport.batches.taking import Members, Taken, asked_of, take_all
from govreport.between.organs import Roll
from govreport.between.previous import last_year
from govreport.documents.limits import Limits
from govreport.errors import GovReportError
from govreport.findings import Finding, Severity
from govreport.given import OfOrgan, is_day
from govreport.normalizing import plain_name
from govreport.reviews.changes import Adding
from govreport.reviews.listing import Body, read_bodies
from govreport.reviews.standing import TOLD, Entry, Standing, stand, unlisted
from govreport.rules.data import load_rules

Follow = Callable[[Iterator[Taken]], Iterator[Taken]]
Path = str | os.PathLike[str]
# The rules that say by when a report must be published: their kind, place and relation.
_IN_TIME = ("compare", "/published", "<=")


class NoYear(GovReportError):
    """No report says for what year it is, and none was given."""


@contextmanager
def review(
    paths: Path | Sequence[Path],
    *,
    bodies: Path | Iterable[Body] | None = None,
    previous: Path | Sequence[Path] | Archive | None = None,
    year: int | None = None,
    due: str | None = None,
    limits: Limits | None = None,
    organs: Mapping[str, OfOrgan] | None = None,
    jobs: int | None = None,
    pass_over: PassOver = nobody,
    follow: Follow = iter,
) -> Iterator[Review]:
    """Give the review of the reports at `paths`, each a file, a folder or a pattern, in any format: a context manager.

    `bodies` is the list of those that are to report: the path of a table, or `Body` objects; without it the bodies are
    those that have reported. `previous` are paths of last year's reports. `due` is a day, YYYY-MM-DD, after which
    reports are late, besides what the rules say. `organs` states kind and level of organs by their plain names, for
    documents that do not, where the list has neither. `year` is that of most reports unless it is given. Raises
    UnreadableDocument where the list cannot be read, ValueError where `due` is no day, and GovReportError where no
    report says its year and none is given.
    """
    if due is not None and not is_day(due):
        raise ValueError(f"not a day: {due!r}")
    limits = limits or Limits()
    listed: tuple[Body, ...] | None = None
    if isinstance(bodies, str | os.PathLike):
        listed = read_bodies(bodies, limits)
    elif bodies is not None:
        listed = tuple(bodies)
    with ExitStack() as stack:
        ledger = stack.enter_context(opened_ledger())
        earlier = previous if isinstance(previous, Archive) else None
        if previous is not None and earlier is None:
            earlier = stack.enter_context(archive(_paths(previous), limits=limits))
        taking = take_all(
            _paths(paths), asked_of(limits, listed or (), earlier, organs), jobs=jobs, pass_over=pass_over
        )
        desk = _Desk(ledger, listed)
        for taken in follow(taking):
            desk.take(taken)
        yield desk.review(year, due, earlier)


def _paths(given: Any) -> tuple[str, ...]:
    return (os.fspath(given),) if isinstance(given, str | os.PathLike) else tuple(map(os.fspath, given))


class _Desk:
    """Takes up one document after another, each for its body, and then makes out how every body stands."""

    def __init__(self, ledger: Ledger, listed: tuple[Body, ...] | None) -> None:
        self._ledger = ledger
        self._bodies = list(listed or ())
        self._listed = None if listed is None else len(listed)
        self._roll = Roll(body.organ for body in self._bodies)
        # What is said of bodies that the list does not have, by number.
        self._unlisted: dict[int, Finding] = {}
        self._years: Counter[int] = Counter()
        self._layouts: set[str] = set()

    def take(self, taken: Taken) -> None:
        """Take up a document."""
        organ = taken.value.get("organ")
        number = self._named_by(taken.checked.path) if organ is None else self._body_of(organ)
        self._ledger.take(taken, number)
        if organ is not None and "year" in taken.value:
            self._years[taken.value["year"]] += 1
        if taken.members is not None:
            self._layouts.add(taken.members["layout"])

    def review(self, year: int | None, due: str | None, earlier: Archive | None) -> Review:
        """Return the review for a year."""
        if year is None:
            if not self._years:
                raise NoYear("no report says its year")
            # Of years that are equally frequent, the last.
            year = max(self._years, key=lambda one: (self._years[one], one))
        self._ledger.index()
        used = [layout for layout in resources.layouts() if layout in self._layouts]
        adding = Adding((used or resources.layouts())[-1])
        for number in range(len(self._bodies)):
            self._ledger.settle(number, self._settle(number, year, due, earlier, adding))
        return Review(self._ledger, year, due, self._listed, adding.district())

    def _body_of(self, organ: Members) -> int:
        """Return the number of the body of an organ; one that is not known yet gets the next."""
        found = self._roll.find(organ)
        if len(found) == 1:
            return found[0]
        if self._listed is not None:
            # A name that fits several is told of with these; the body is taken up under its own name.
            finding = unlisted(organ["name"], [self._bodies[n].name for n in found if n < self._listed])
            self._unlisted[len(self._bodies)] = finding
        known = {name: organ.get(name) for name in ("code", "kind", "level")}
        self._bodies.append(Body(name=organ["name"], **known))
        return self._roll.add(organ)

    def _named_by(self, path: str) -> int | None:
        """Return the body of the list whose name is in the name of a file, None where that is not sure."""
        name = plain_name(os.path.basename(path))
        found = [(plain_name(b.name), n) for n, b in enumerate(self._bodies[: self._listed or 0])]
        inside = sorted(((n, number) for n, number in found if n and n in name), key=lambda one: -len(one[0]))
        # Where one name is part of the other, the longer one is meant.
        is_sure = bool(inside) and all(other in inside[0][0] for other, _ in inside[1:])
        return inside[0][1] if is_sure and [n for n, _ in inside].count(inside[0][0]) == 1 else None

    def _settle(self, number: int, year: int, due: str | None, earlier: Archive | None, adding: Adding) -> Reviewed:
        body = self._bodies[number]
        documents = list(self._ledger.of_body(number))
        outcomes = {number: checked for number, _, checked, _ in documents}
        entries = [_entry(number, value, is_report) for number, value, _, is_report in documents]
        standing = stand(body, year, entries, self._ledger.members_of, due=due)
        own = [*standing.findings]
        if number in self._unlisted:
            own.append(self._unlisted[number])
        roles = tuple((entry.number, role) for entry, role in zip(entries, standing.roles, strict=True))
        told = [outcomes[number] for number, role in roles if role in TOLD]
        found = [*own, *(finding for checked in told for finding in checked.findings)]
        figures = before = None
        chosen = next((entry for entry, role in zip(entries, standing.roles, strict=True) if role == "standing"), None)
        if chosen is not None and chosen.is_report:
            members = self._ledger.members_of(chosen.number)
            shown = adding.add(members, _last_year(earlier, members))
            figures, before = shown if shown is not None else (None, None)
        return Reviewed(
            body=body,
            is_listed=self._listed is not None and number < self._listed,
            state=standing.state,
            documents=roles,
            findings=tuple(own),
            counts=_counts(found),
            published=_published(entries, standing),
            is_late=any(_is_late(finding, checked) for checked in told for finding in checked.findings)
            or any(finding.code == "body-late" for finding in own),
            figures=figures,
            before=before,
        )


def _entry(number: int, value: Members, is_report: bool) -> Entry:
    return Entry(
        number=number,
        year=value.get("year"),
        published=value.get("published"),
        scope=value.get("scope"),
        is_report=is_report,
        is_refused=not value,
    )


def _last_year(earlier: Archive | None, members: Members) -> Members | None:
    """Return last year's report of the same organ, None where there is none or several."""
    if earlier is None:
        return None
    found = last_year(earlier.of_year(members["organ"], members["year"] - 1))
    return found[0].members if len(found) == 1 else None


def _published(entries: Sequence[Entry], standing: Standing) -> str | None:
    days = (e.published for e, role in zip(entries, standing.roles, strict=True) if role in TOLD)
    return next(filter(None, days), None)


def _is_late(finding: Finding, checked: Checked) -> bool:
    """Tell whether a finding is that of a rule about the day of publication."""
    rules = load_rules(checked.layout) if checked.layout is not None else {}
    rule = rules.get(finding.rule or "")
    return rule is not None and (rule.kind, rule.at, rule.relation) == _IN_TIME and finding.explained is None


def _counts(findings: Iterable[Finding]) -> Mapping[str, int]:
    counts = Counter("explained" if f.explained is not None else str(f.severity) for f in findings)
    return {name: counts[name] for name in (*map(str, Severity), "explained")}
