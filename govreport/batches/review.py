"""The review of a folder: who has reported and who has not, what is wrong with each report, and what all add up to."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import attrs

from govreport import resources
from govreport.batches.archive import Archive, archive
from govreport.batches.ledger import Ledger, opened_ledger
from govreport.batches.paths import PassOver, nobody
from govreport.batches.taking import Members, Taken, asked_of, take_all
from govreport.batches.validate import Checked
from govreport.between.organs import Roll
from govreport.between.previous import last_year
from govreport.documents.limits import Limits
from govreport.errors import GovReportError
from govreport.findings import Finding, Severity
from govreport.given import is_day
from govreport.normalizing import plain_name
from govreport.reviews.changes import Adding, District, Figures
from govreport.reviews.listing import Body, read_bodies
from govreport.reviews.standing import TOLD, Entry, Role, Standing, State, stand, unlisted
from govreport.rules.data import load_rules

Follow = Callable[[Iterator[Taken]], Iterator[Taken]]
Path = str | os.PathLike[str]
# The rules that say by when a report must be published: their kind, place and relation.
_IN_TIME = ("compare", "/published", "<=")


@attrs.frozen(kw_only=True)
class Reviewed:
    """A body as the review found it.

    `documents` are the numbers of its documents with their roles. `findings` are about the body itself. `counts` are
    all findings by severity, "explained" those that the report explains. `figures` and `before` are those of this
    year's report and of last year's, None where there is none that counts.
    """

    body: Body
    is_listed: bool
    state: State
    documents: tuple[tuple[int, Role], ...]
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    published: str | None = None
    is_late: bool = False
    figures: Figures | None = None
    before: Figures | None = None

    @property
    def is_clean(self) -> bool:
        """Nothing is to be done about it."""
        return not self.counts["error"] and not self.counts["warning"]


@attrs.frozen(kw_only=True)
class OfRule:
    """A code that was found, how often, and of which bodies."""

    code: str
    severity: Severity
    count: int
    bodies: tuple[str, ...]


class NoYear(GovReportError):
    """No report says for what year it is, and none was given."""


class Review:
    """What a review found; it can be asked for as long as its block lasts.

    `year` is the year asked for, or that of most reports. `expected` is the number of bodies on the list, None without
    one. `states` counts bodies by state, `tallies` those that are late, unlisted, have
    errors, or only warnings; `files_unread` the documents of which nothing could be read, or that belong to nobody.
    """

    def __init__(self, ledger: Ledger, year: int, due: str | None, expected: int | None, district: District) -> None:
        self._ledger = ledger
        self.year = year
        self.due = due
        self.expected = expected
        self.district = district
        # The bodies that others belong to, as the list has them.
        self._parents: set[str] = set()
        self.states: Counter[str] = Counter()
        self.tallies: Counter[str] = Counter()
        self.files_unread = 0
        self._listed: Counter[str] = Counter()
        self._of_rules: dict[tuple[str, Severity], tuple[int, list[str]]] = {}
        for reviewed in self.bodies():
            self._count(reviewed)
        self.files_unread += sum(1 for _ in self.strays())

    def bodies(self) -> Iterator[Reviewed]:
        """Yield the bodies: those of the list in its order, then the others as they came."""
        yield from self._ledger.settled()

    def body(self, number: int) -> Reviewed:
        """Return a body by its number in that order, counted from 0."""
        reviewed: Reviewed = self._ledger.settled_one(number)
        return reviewed

    def figures(self) -> Iterator[Figures | None]:
        """Yield what is shown of the report of each body."""
        yield from (reviewed.figures for reviewed in self.bodies())

    @property
    def parents(self) -> int:
        """How many bodies the list names as parents of others."""
        return len(self._parents)

    def listed(self, state: State) -> int:
        """Return how many bodies of the list are in a state."""
        return self._listed[state]

    def found(self, reviewed: Reviewed) -> Iterator[tuple[Checked | None, Finding]]:
        """Yield all that is told of a body: a finding, with the outcome of the document that it was found in."""
        yield from ((None, finding) for finding in reviewed.findings)
        for checked, _ in self.documents(reviewed):
            yield from ((checked, finding) for finding in checked.findings)

    def documents(self, reviewed: Reviewed, *, told: bool = True) -> Iterator[tuple[Checked, int]]:
        """Yield the outcomes of a body's documents with their numbers; only of those that are told of, unless asked."""
        numbers = {number for number, role in reviewed.documents if role in TOLD or not told}
        if numbers:
            yield from ((checked, number) for number, checked in self._ledger.outcomes(sorted(numbers)))

    def members(self, number: int) -> Members | None:
        """Return the members of a report by the number of its document, None where it is none of sound structure."""
        return self._ledger.members(number)

    def strays(self) -> Iterator[Checked]:
        """Yield the outcomes of documents that belong to no body that is known."""
        yield from (checked for _, _, checked, _ in self._ledger.of_body(None))

    def unread(self) -> Iterator[tuple[Checked, str | None]]:
        """Yield the outcomes of documents of which nothing could be read, with the body that the file names."""
        for checked in self.strays():
            yield checked, None
        for reviewed in self.bodies():
            numbers = [number for number, role in reviewed.documents if role == "unread"]
            yield from ((checked, reviewed.body.name) for _, checked in self._ledger.outcomes(numbers))

    def rules(self) -> tuple[OfRule, ...]:
        """Return what was found by code, errors first, then what was found most often."""
        found = (
            OfRule(code=code, severity=severity, count=count, bodies=tuple(bodies))
            for (code, severity), (count, bodies) in self._of_rules.items()
        )
        return tuple(sorted(found, key=lambda rule: (rule.severity.rank, -rule.count, rule.code)))

    def _count(self, reviewed: Reviewed) -> None:
        self.states[reviewed.state] += 1
        self._listed[reviewed.state] += reviewed.is_listed
        if reviewed.body.parent:
            self._parents.add(reviewed.body.parent)
        self.files_unread += sum(role == "unread" for _, role in reviewed.documents)
        errors, warnings = reviewed.counts["error"], reviewed.counts["warning"]
        tallies = {
            "late": reviewed.is_late,
            "unlisted": not reviewed.is_listed and self.expected is not None,
            "errors": bool(errors),
            "warnings": bool(warnings) and not errors,
            "clean": reviewed.is_clean,
        }
        self.tallies.update(name for name, holds in tallies.items() if holds)
        for _, finding in self.found(reviewed):
            if finding.severity is not Severity.INFO and finding.explained is None:
                count, bodies = self._of_rules.get((finding.code, finding.severity), (0, []))
                if not bodies or bodies[-1] != reviewed.body.name:
                    bodies.append(reviewed.body.name)
                self._of_rules[finding.code, finding.severity] = count + 1, bodies


@contextmanager
def review(
    paths: Path | Sequence[Path],
    *,
    bodies: Path | Iterable[Body] | None = None,
    previous: Path | Sequence[Path] | Archive | None = None,
    year: int | None = None,
    due: str | None = None,
    limits: Limits | None = None,
    jobs: int | None = None,
    pass_over: PassOver = nobody,
    follow: Follow = iter,
) -> Iterator[Review]:
    """Give the review of the reports at `paths`, each a file, a folder or a pattern, in any format: a context manager.

    `bodies` is the list of those that are to report: the path of a table, or `Body` objects; without it the bodies are
    those that have reported. `previous` are paths of last year's reports. `due` is a day, YYYY-MM-DD, after which
    reports are late, besides what the rules say. `year` is that of most reports unless it is given. Raises
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
        taking = take_all(_paths(paths), asked_of(limits, listed or (), earlier), jobs=jobs, pass_over=pass_over)
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
