"""What a review found: bodies with their state, their documents and findings, as long as what was read is kept."""

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from govreport.batches.ledger import Ledger
from govreport.batches.outcomes import Checked
from govreport.batches.taking import Members
from govreport.findings import Finding, Severity
from govreport.reviews.changes import District, Figures
from govreport.reviews.listing import Body
from govreport.reviews.standing import TOLD, Role, State


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
