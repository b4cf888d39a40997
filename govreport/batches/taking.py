"""One document of a review: checked, and taken up with what it says of itself, in one reading."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from govreport import resources
from govreport.batches.apart import prepare_for
from govreport.batches.archive import Archive
from govreport.batches.ordering import Apart, in_order
from govreport.batches.outcomes import CHECKED_SUFFIXES, Checked, broken_down, outcome, read
from govreport.batches.paths import PassOver, nobody
from govreport.batches.sources import Job, find_jobs
from govreport.between.organs import Roll
from govreport.checking import findings_of
from govreport.documents.extraction import extract
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.sidecars import read_sidecar, sidecar_beside, with_explanations
from govreport.errors import InvalidReport
from govreport.formats import is_json
from govreport.given import NOTHING, Given, OfOrgan
from govreport.model import codec
from govreport.results import Result
from govreport.reviews.listing import Body
from govreport.rules.outside import Outside, nothing
from govreport.validation import exact
from govreport.validation.decoding import decode
from govreport.validation.reading import read_document

Members = Mapping[str, Any]


class Asked(NamedTuple):
    """What is asked of every document: limits, last year's reports, and bodies that say kind and level of organs.

    `roll` are their organs, to look up among. `organs` has kind and level of organs by their plain names; what the list
    says comes first.
    """

    limits: Limits
    previous: Archive | None = None
    bodies: tuple[Body, ...] = ()
    roll: Roll = Roll()
    organs: Mapping[str, OfOrgan] | None = None

    def given(self, organ: Any) -> Given:
        """Return what is said of the kind and level of an organ; by the list only where it is sure to be on it."""
        if not isinstance(organ, Mapping) or not isinstance(organ.get("name"), str):
            return NOTHING
        found = [self.bodies[number] for number in self.roll.find(organ)] if self.bodies else []
        listed = Given(kind=found[0].kind, level=found[0].level) if len(found) == 1 else NOTHING
        return listed._replace(organs=self.organs).of({"organ": organ})

    def outside(self) -> Outside:
        """Return what asks the rules between the years."""
        if self.previous is None:
            return nothing
        from govreport.between.beside import outside

        return outside(self.previous, None)


class Taken(NamedTuple):
    """A document: what was found in it, what it says of itself, and its members where it is a report.

    `value` has as much as was read of `organ`, `year`, `published` and `scope`.
    """

    checked: Checked
    value: Members
    members: Members | None = None
    sha256: str | None = None


def take_all(
    paths: Sequence[str], asked: Asked, *, jobs: int | None = None, pass_over: PassOver = nobody
) -> Iterator[Taken]:
    """Yield every document at the paths, in a stable order; published ones are read in processes of their own."""
    apart = Apart(lambda job: job, partial(_take_published, asked=asked), _prepare, partial(_finish, asked=asked))
    found = find_jobs(paths, CHECKED_SUFFIXES, pass_over, asked.limits.file_size)
    return in_order(found, partial(_take, asked=asked), apart, limits=asked.limits, jobs=jobs)


def asked_of(
    limits: Limits,
    bodies: Sequence[Body] = (),
    previous: Archive | None = None,
    organs: Mapping[str, OfOrgan] | None = None,
) -> Asked:
    """Return what is asked of every document; of the bodies those count here that say their kind or level."""
    stating = tuple(body for body in bodies if body.kind or body.level)
    return Asked(limits, previous, stating, Roll(body.organ for body in stating), organs)


def _take(job: Job, asked: Asked) -> Taken:
    """Return a document in JSON."""
    try:
        data = read(job)
        return _of_json(job, data, asked) if isinstance(data, bytes) else Taken(data, {})
    # A defect of this library must not stop the review of all others.
    except Exception as error:
        return Taken(broken_down(job, error, asked.limits), {})


def _of_json(job: Job, data: bytes, asked: Asked) -> Taken:
    try:
        members: Members | None = codec.unstructure(codec.loads(data))
        value: Any = members
    except InvalidReport:
        members, value = None, decode(data).value
    given = asked.given(value.get("organ")) if isinstance(value, Mapping) else NOTHING
    result = exact.examine(data, structure_is_sound=members is not None, given=given, outside=asked.outside())
    if members is not None:
        members = given.fill(members)
    return Taken(outcome(job, result), _identity(value), members, sha256(data).hexdigest())


def _take_published(job: Job, asked: Asked) -> Taken:
    data = read_document(Path(job.path), asked.limits.file_size)
    if isinstance(data, bytes) and is_json(job.path, data):
        return _of_json(job, data, asked)
    try:
        extraction = extract(job.path, limits=asked.limits)
    except UnreadableDocument as error:
        return Taken(outcome(job, Result(findings=(error.finding,))), {})
    given = asked.given(extraction.value.get("organ"))
    if given.pointers:
        extraction = attrs.evolve(extraction, value=given.fill(extraction.value))
    beside = sidecar_beside(job.path)
    if beside is not None:
        extraction = with_explanations(extraction, read_sidecar(beside))
    result = findings_of(extraction, frozenset(), asked.outside())
    report = extraction.report
    members = None if report is None else given.fill(codec.unstructure(report))
    return Taken(outcome(job, result), _identity(extraction.value), members, extraction.sha256)


def _prepare(job: Job) -> None:
    prepare_for(job.path)


def _finish(job: Job, answer: Callable[[], Taken], asked: Asked) -> Taken:
    try:
        return answer()
    except UnreadableDocument as error:
        return Taken(outcome(job, Result(findings=(error.finding,))), {})
    except Exception as error:
        return Taken(broken_down(job, error, asked.limits), {})


def _identity(value: Any) -> Members:
    """Return what a document says of itself, as far as it is of the right type; nothing of what is no report."""
    if not isinstance(value, Mapping) or value.get("layout") not in (None, *resources.layouts()):
        return {}
    organ, year, published, scope = (value.get(name) for name in ("organ", "year", "published", "scope"))
    found: dict[str, Any] = {}
    if isinstance(organ, Mapping) and isinstance(organ.get("name"), str) and organ["name"].strip():
        found["organ"] = {key: text for key, text in organ.items() if isinstance(text, str) and text}
    if isinstance(year, int) and not isinstance(year, bool):
        found["year"] = year
    if isinstance(published, str):
        found["published"] = published
    if isinstance(scope, Mapping) and isinstance(scope.get("kind"), str):
        found["scope"] = scope["kind"]
    return found
