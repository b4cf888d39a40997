"""One report as a table takes it: read once, with what is found in it, and the hash of what was read."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govreport import resources
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity
from govreport.given import NOTHING, Given
from govreport.model import codec
from govreport.results import Result
from govreport.validation.declaring import declared_organ
from govreport.validation.exact import examine, examine_value
from govreport.validation.gate import Judgement, judge_decoded

if TYPE_CHECKING:
    from govreport.documents.limits import Limits


class Reading(NamedTuple):
    """A report, the hash of what was read, and what was found in it.

    `decoded` is the report as the gate decodes it, None where only the exact path can read it; then, and whenever they
    are asked for, `members` makes the JSON values of `data`, which is a JSON document. `unread` are those of the
    findings that say what could not be read of a published document.
    """

    data: bytes
    sha256: str
    findings: tuple[Finding, ...] = ()
    decoded: Any = None
    unread: tuple[Finding, ...] = ()

    @property
    def members(self) -> Mapping[str, Any]:
        """The report as JSON values."""
        return codec.unstructure(codec.loads(self.data))

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity the report leaves unexplained."""
        return sum(finding.severity is severity and finding.explained is None for finding in self.findings)


@cache
def about_words() -> frozenset[str]:
    """Return the rules that hold the text against the tables, which take longer than all others."""
    rules = (rule for layout in resources.layouts() for rule in resources.read(f"{layout}/rules.json")["rules"])
    return frozenset(rule["id"] for rule in rules if rule["kind"] == "stated")


def read(data: bytes, *, words: bool = False, given: Given = NOTHING) -> Reading | Result:
    """Return a report in JSON as a table takes it, or the result that says why it is none.

    Rules that hold the text against the tables are only asked for `words`. What is `given` counts, whatever the report
    says.
    """
    if not given.is_nothing and not (stated := given.of(declared_organ(data))).is_nothing:
        return _read_given(data, stated, words=words)
    ignored = frozenset[str]() if words else about_words()
    judgement, decoded, _ = judge_decoded(data, ignored)
    if decoded is not None and decoded.layout not in resources.layouts():
        decoded = None
    digest = sha256(data).hexdigest()
    if decoded is not None and judgement is Judgement.CLEAN:
        return Reading(data, digest, decoded=decoded)
    if decoded is None:
        try:
            codec.loads(data)
        except InvalidReport as error:
            return error.result
    result = examine(data, structure_is_sound=decoded is not None, ignored=ignored)
    return Reading(data, digest, result.findings, decoded)


def _read_given(data: bytes, given: Given, *, words: bool) -> Reading | Result:
    """Return a report in JSON with what is given of it."""
    try:
        members = codec.unstructure(codec.loads(data))
    except InvalidReport as error:
        return error.result
    found = read(codec.write(given.fill(members)), words=words)
    return found._replace(sha256=sha256(data).hexdigest()) if isinstance(found, Reading) else found


def read_published(path: str, limits: "Limits", *, words: bool = False, given: Given = NOTHING) -> Reading | Result:
    """Return a published document as a table takes it, or the result that says why it is no report.

    Raises nothing for what the document holds.
    """
    # Those who have reports in JSON alone do not need it.
    from govreport.checking import findings_of
    from govreport.documents.extraction import extract_given
    from govreport.documents.limits import UnreadableDocument
    from govreport.documents.sidecars import read_sidecar, sidecar_beside, with_explanations

    try:
        extraction = extract_given(Path(path), "auto", limits, given)
    except UnreadableDocument as error:
        return Result(findings=(error.finding,))
    if extraction.report is None:
        return Result(layout=extraction.layout, findings=extraction.problems or _not_whole(extraction.value))
    unread, report, beside = extraction.problems, extraction.report, sidecar_beside(path)
    if beside is not None:
        extraction = with_explanations(extraction, read_sidecar(beside))
        report = extraction.report or report
    found = findings_of(extraction, frozenset() if words else about_words())
    return Reading(codec.write(codec.unstructure(report)), extraction.sha256, found.findings, unread=unread)


def _not_whole(value: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what keeps values from being a report: another kind of document has another layout."""
    if value.get("layout") in resources.documents() and value["layout"] not in resources.layouts():
        parameters = {"found": value["layout"], "allowed": resources.layouts()}
        return (Finding(code="unknown-layout", severity=Severity.ERROR, pointer="/layout", parameters=parameters),)
    return examine_value(value).findings
