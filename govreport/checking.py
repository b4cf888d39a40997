"""`check`: a report in whatever form it was published, to its findings.

JSON is validated as it is. Any other document is read first; then the findings point into it: `line` and, for
all of it that has pages, tables, rows and columns, the parameter `evidence`.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from govreport.documents.evidence import as_members
from govreport.documents.extraction import Extraction, extract, extract_given
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Evidence
from govreport.documents.sidecars import Given as Explanations
from govreport.documents.sidecars import Sidecar, needless, read_sidecar, with_explanations
from govreport.documents.wording.finding_words import Finder
from govreport.findings import Finding, Severity
from govreport.formats import is_json, starts_as_json
from govreport.given import NOTHING, Given, check_given
from govreport.model.codec import loads, unstructure, write
from govreport.pointers import parent, top_of
from govreport.results import Result
from govreport.rules.outside import Outside, nothing
from govreport.rules.sheet import DOUBTFUL_MARKS
from govreport.validating import Beside, validate_bytes
from govreport.validation.exact import examine, examine_value
from govreport.validation.gate import LARGEST_DOCUMENT
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.between.previous import Earlier

# Told by `check` in words of the document: that the value read from it lacks what was not found there.
_REPEATED = frozenset({"missing-member"})
# What would be said of a table that is empty because it could not be read.
_OF_UNREAD = frozenset({"table-empty", "table-blanks", "undetermined", "undetermined-together"})
# What is sure where print shows empty cells: where their columns are lost, they may hold what was not found.
_OF_EMPTY = frozenset({"total-empty", "block-blank"})
_KEEP_GRIDS = frozenset({"html", "docx", "xlsx"})


def check(
    source: str | os.PathLike[str] | bytes,
    *,
    limits: Limits | None = None,
    ignored: Collection[str] = (),
    organ: str | None = None,
    kind: str | None = None,
    level: str | None = None,
    year: int | None = None,
    published: str | None = None,
    previous: "Beside | Iterable[Beside] | None" = None,
    bodies: "Iterable[Beside] | None" = None,
    explanations: Explanations | None = None,
) -> Result:
    """Return the findings of one report: a path or the bytes of JSON, or of a web page, Word, PDF and so on.

    What could not be read of a published document is a finding, too. Nothing is raised for what the document
    holds. Rules about statements of the text that are `ignored` are not asked. The name of the organ, its kind and
    level, the year and the day of publication count where they are given, whatever the document says. Raises
    ValueError for a value that the standard does not allow there.

    `previous` and `bodies` are the reports that are held against it, as `validate` takes them, and published ones in
    any format, too: paths or bytes. InvalidReport or UnreadableDocument is raised where one of these is no report.

    `explanations` are the organ's reasons for findings of a published document that are right as they are: the path of
    a file as the command finds it beside a document (`draft.govreport.json`), its bytes, or the entries themselves,
    each with `rule`, `pointer`, `text` and perhaps `quote`. What is wrong with them is a finding. JSON has a member for
    them.
    """
    given = check_given(Given(organ, kind, level, year, published))
    limits = limits or Limits()
    sidecar = None if explanations is None else read_sidecar(explanations)
    return check_beside(source, limits, frozenset(ignored), outside_of(previous, bodies, limits), given, sidecar)


def check_beside(
    source: str | os.PathLike[str] | bytes,
    limits: Limits,
    ignored: frozenset[str],
    outside: Outside | None,
    given: Given = NOTHING,
    sidecar: Sidecar | None = None,
) -> Result:
    """Return the findings of one report like `check`; `outside` asks the rules between documents."""
    return read_and_check(source, limits, ignored, outside, given, sidecar)[0]


def read_and_check(
    source: str | os.PathLike[str] | bytes,
    limits: Limits,
    ignored: frozenset[str],
    outside: Outside | None,
    given: Given = NOTHING,
    sidecar: Sidecar | None = None,
) -> tuple[Result, Extraction | None]:
    """Return the findings of one report like `check`, and what was read of it: None for JSON and what is unreadable."""
    data = source if isinstance(source, bytes) else read_document(Path(source), limits.file_size)
    if not isinstance(data, bytes):
        return Result(findings=(data,)), None
    in_json = starts_as_json(data) if isinstance(source, bytes) else is_json(os.fspath(source), data)
    try:
        # Of JSON that is larger than the standard allows, the standard speaks.
        if not (in_json and len(data) > LARGEST_DOCUMENT):
            limits.check("file_size", len(data))
        if in_json:
            if given.is_nothing:
                result = validate_bytes(data, ignored, outside)
            else:
                result = examine(data, ignored=ignored, given=given, outside=outside or nothing)
            if sidecar is not None:
                result = attrs.evolve(result, findings=(*result.findings, needless(sidecar)))
            return result, None
        # A path goes along with its bytes, for its suffix tells kinds of plain text apart.
        extraction = extract_given(source, "auto", limits, given)
    except UnreadableDocument as error:
        return Result(findings=(error.finding,)), None
    if sidecar is not None:
        extraction = with_explanations(extraction, sidecar)
    return findings_of(extraction, ignored, outside or nothing), extraction


def findings_of(extraction: Extraction, ignored: frozenset[str], outside: Outside = nothing) -> Result:
    """Return the findings of a published document that is read, those of reading with them."""
    result = _found(extraction, ignored, outside)
    findings = tuple(_findings(extraction, result.findings))
    return Result(layout=extraction.layout, findings=findings, repairs=result.repairs)


def outside_of(previous: Any, bodies: Iterable[Any] | None, limits: Limits) -> Outside | None:
    """Return what asks the rules between documents of reports that are given in any format, None without any.

    Raises InvalidReport or UnreadableDocument where one of them is no report.
    """
    if previous is None and bodies is None:
        return None

    # Most documents are checked alone.
    from govreport.between.beside import outside_of_few, several

    def read(given: Any) -> "Earlier":
        return read_earlier(given, limits)

    earlier_ones = None if previous is None else tuple(map(read, several(previous)))
    return outside_of_few(earlier_ones, None if bodies is None else tuple(bodies), lambda given: read(given).members)


def read_earlier(given: Any, limits: Limits) -> "Earlier":
    """Return a report that is given in any format or as an object; raises InvalidReport or UnreadableDocument."""
    from govreport.between.beside import bytes_of, earlier_of
    from govreport.between.previous import earlier

    is_file = isinstance(given, str | os.PathLike) and not _is_text(given)
    if not is_file and not isinstance(given, bytes):
        return earlier_of(given)
    written = bytes_of(Path(given) if is_file else given, limits.file_size)
    if is_json(os.fspath(given), written) if is_file else starts_as_json(written):
        return earlier_of(written)
    extraction = extract(given, limits=limits)
    if extraction.report is not None:
        return earlier(unstructure(extraction.report), written)
    if extraction.layout is None:
        raise UnreadableDocument("layout-not-found")
    # It says what is missing.
    return earlier(unstructure(loads(write(extraction.value))), written)


def _is_text(given: str | os.PathLike[str]) -> bool:
    """Return whether a string is the text of a JSON document, not the path to one."""
    return isinstance(given, str) and given.lstrip().startswith("{")


def _found(extraction: Extraction, ignored: frozenset[str], outside: Outside) -> Result:
    """Return what the rules find in what was read; nothing where it is no document of a known layout."""
    if extraction.layout is None:
        return Result()
    # Only from values whose structure is sound could an object be made.
    is_sound = extraction.document is not None
    return examine_value(extraction.value, ignored, structure_is_sound=is_sound, outside=outside)


def _findings(extraction: Extraction, found: tuple[Finding, ...]) -> Iterator[Finding]:
    printed = _with_groups(extraction.evidence)
    for finding in (*extraction.problems, *extraction.notes):
        yield _placed(finding, _nearest(finding.pointer, printed))
    document, finder = extraction.document, Finder(extraction.texts)
    unread = {problem.pointer for problem in extraction.problems if problem.code == "table-unread"}
    unplaced = {mark["pointer"] for mark in extraction.value.get("marks", ()) if mark["mark"] == "ambiguous"}
    for finding in found:
        if finding.code == "table-blanks" and unplaced:
            # Where figures are printed that were told to belong to no cell, it is not known that it has none.
            blanks = tuple(cell for cell in finding.parameters["blanks"] if cell not in unplaced)
            if not blanks:
                continue
            finding = attrs.evolve(finding, parameters={**finding.parameters, "blanks": blanks})
        is_repeated = document is None and finding.code in _REPEATED
        if is_repeated or (finding.code in _OF_UNREAD and f"/{top_of(finding.pointer)}" in unread):
            continue
        if finding.code in _OF_EMPTY:
            if not _are_printed_empty(extraction, finding.parameters["blanks"]):
                continue
            if extraction.format not in _KEEP_GRIDS:
                finding = attrs.evolve(finding, severity=Severity.WARNING)
        yield _placed(finding, finder.place(finding) or _nearest(finding.pointer, printed))


def _are_printed_empty(extraction: Extraction, cells: Collection[str]) -> bool:
    """Tell whether each of these cells was found in print, and holds no figure there."""
    marks = {mark["pointer"]: mark["mark"] for mark in extraction.value.get("marks", ())}
    return all(marks.get(cell) not in (None, *DOUBTFUL_MARKS) for cell in cells)


def _placed(finding: Finding, found: Evidence | None) -> Finding:
    """Return a finding with the place in the published document that it speaks of."""
    if found is None:
        return finding
    return attrs.evolve(
        finding,
        line=found.line if found.file is None else None,
        column=None,
        parameters={**finding.parameters, "evidence": as_members(found)},
    )


def _nearest(pointer: str, printed: Mapping[str, Evidence]) -> Evidence | None:
    """Return where a place is printed; for a member that is not, the section that holds it."""
    known = pointer
    while known and known not in printed:
        known = parent(known)
    return printed.get(known)


def _with_groups(evidence: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    """Return where each value is printed, and for each group of values where the first of them is."""
    printed = dict(evidence)
    for pointer, place in evidence.items():
        above = parent(pointer)
        while above and above not in printed:
            printed[above] = place
            above = parent(above)
    return printed
