"""One document of many checked: the gate first, and all that there is to say only where it does not pass."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from govreport.batches.outcomes import Checked, broken_down, outcome, read
from govreport.batches.paths import STDIN
from govreport.batches.sources import Job
from govreport.given import NOTHING, Given
from govreport.validation.declaring import declared_organ
from govreport.validation.gate import LARGEST_DOCUMENT, Judged, Judgement, declared_layout, judge_decoded

if TYPE_CHECKING:
    from govreport.batches.archive import Archive
    from govreport.documents.limits import Limits
    from govreport.rules.outside import Outside


class Asked(NamedTuple):
    """What is asked of every document of a run: limits, rules that are not asked, what is given of it and beside it.

    `explanations` is the path of a file with those of a published document, where it is not the one beside it.
    """

    limits: "Limits | None"
    ignored: frozenset[str]
    given: Given = NOTHING
    previous: "Archive | None" = None
    bodies: "Archive | None" = None
    explanations: str | None = None

    def outside(self) -> "Outside | None":
        """Return what asks the rules between documents, None where no others are given."""
        if self.previous is None and self.bodies is None:
            return None
        from govreport.between.beside import outside

        return outside(self.previous, self.bodies)


def check_each(found: Iterable[Job], asked: Asked) -> Iterator[Checked]:
    """Yield the outcome of each document, in order."""
    return (_check(job, asked) for job in found)


def _check(job: Job, asked: Asked) -> Checked:
    try:
        if job.is_published or (asked.explanations is not None and job.refusal is None):
            return _check_any(job, asked)
        data = read(job)
        if not isinstance(data, bytes):
            return data
        if not asked.given.is_nothing:
            organ = declared_organ(data)
            given = asked.given.of(organ) if organ is not None else asked.given
            if not given.is_nothing:
                return _check_any(job, asked._replace(given=given), data)
        if asked.limits is not None and asked.limits.file_size < len(data) <= LARGEST_DOCUMENT:
            return _check_any(job, asked)
        if asked.previous is not None or asked.bodies is not None:
            return _check_any(job, asked) if _is_of_any_format(job) else _examine_beside(job, data, asked)
        judged = judge_decoded(data, asked.ignored)
        if judged.judgement is Judgement.CLEAN:
            return Checked(job.path, job.document, declared_layout(data))
        if _is_of_any_format(job):
            return _check_any(job, asked)
        return _examine(job, data, judged, asked.ignored)
    # A defect of this library must not stop the check of all other files; the run reports it and fails.
    except Exception as error:
        return broken_down(job, error, asked.limits)


def _check_any(job: Job, asked: Asked, data: bytes | None = None) -> Checked:
    """Return the outcome of a document that may be of any format; `data` are its bytes if they are at hand."""
    from govreport.checking import check_beside
    from govreport.documents.limits import Limits
    from govreport.documents.sidecars import read_sidecar, sidecar_beside

    held = job.data if data is None else data
    source = job.path if held is None else held
    limits = asked.limits or Limits()
    beside = asked.explanations or sidecar_beside(job.path)
    sidecar = None if beside is None else read_sidecar(beside)
    return outcome(job, check_beside(source, limits, asked.ignored, asked.outside(), asked.given, sidecar))


def _is_of_any_format(job: Job) -> bool:
    """Tell whether nobody knows yet that the document is JSON: it came whole from standard input."""
    return job.path == STDIN and job.document is None


def _examine(job: Job, data: bytes, judged: Judged, ignored: frozenset[str]) -> Checked:
    from govreport.validating import validate_judged

    return outcome(job, validate_judged(data, judged, ignored))


def _examine_beside(job: Job, data: bytes, asked: Asked) -> Checked:
    from govreport.validating import validate_bytes

    return outcome(job, validate_bytes(data, asked.ignored, asked.outside()))
