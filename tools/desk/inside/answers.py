"""One document, from its bytes to all that the page shows of it, as JSON.

    answer("report.docx", data, "zh")

The findings, their words and the printed form are those of the library, as `govreport validate`, `render` and
`statements` give them.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

import govreport
from govreport import checking, resources
from govreport.between.beside import outside_of_few
from govreport.between.previous import Earlier
from govreport.cli.comments import comments
from govreport.cli.limits import advise
from govreport.cli.stating import reading_line, said_in
from govreport.cli.writers.wording import best, headline, hint, known_by, place_of, printed_at, repair, steps
from govreport.documents.extraction import Extraction
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.mark import MARKED, mark
from govreport.documents.paper import Evidence
from govreport.documents.rendering.render import printed as print_with
from govreport.documents.rendering.report.docx import write_lines
from govreport.documents.sidecars import read_sidecar
from govreport.documents.wording.explaining import line_for
from govreport.documents.wording.finding_words import words_of
from govreport.errors import InvalidReport
from govreport.findings import Finding
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.formats import is_json
from govreport.given import KINDS, LEVELS, Given, check_given
from govreport.kinds import kind_of
from govreport.messages import title, word
from govreport.model.codec import dumps, loads_any
from govreport.model.registry import Document
from govreport.results import Result
from govreport.rules.data import load_rules
from govreport.statements.records import Statement, Weighed
from govreport.stating import read_statements
from govreport.validating import validate_bytes

from .tasks import tasks_told

# Of a report with blanks there are so many that they are no help as comments.
_UNDETERMINED = "undetermined"
# What the page offers to save with the findings marked.
_PRINTED = ("docx", "xlsx")


def about() -> str:
    """Return the versions of the library and of Python, and what may be stated of an organ, as JSON."""
    choices = {"kind": KINDS, "level": LEVELS}
    return json.dumps({"library": govreport.__version__, "python": sys.version.split()[0], "choices": choices})


def answer(
    name: str,
    data: Any,
    language: str,
    stated: str = "{}",
    last_name: str = "",
    last: Any = None,
    plan_name: str = "",
    plan: Any = None,
    explanations_name: str = "",
    explanations: Any = None,
) -> str:
    """Return what the page shows of a document, in a language: verdict, findings, form, statements, what can be saved.

    `name` is that of the file, whose suffix tells kinds of plain text apart; `data` are bytes, or an array of bytes of
    the page. `stated` is a JSON object of what the user says of the organ, `last` is last year's report, `plan` the
    work plan of the year, `explanations` the file with those of the document. Nothing is raised for what the documents
    hold.
    """
    data = _bytes(data)
    given = check_given(Given(**json.loads(stated)))
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "document", name, data)
        before, refusal = _earlier(Path(folder) / "last", last_name, last)
        outside = None if before is None else outside_of_few((before,), None, dict)
        sidecar = None if explanations is None else read_sidecar(_bytes(explanations), explanations_name)
        result, extraction = checking.read_and_check(path, Limits(), frozenset(), outside, given, sidecar)
        document = extraction.document if extraction is not None else _in_json(path, data)
        tasks = None
        if plan is not None:
            written = _written(Path(folder) / "plan", plan_name, _bytes(plan))
            tasks = tasks_told(written, plan_name, document, language)
    if refusal is not None:
        result = attrs.evolve(result, findings=(refusal, *result.findings))
    return json.dumps(
        {
            "name": name,
            "layout": result.layout,
            "organ": getattr(getattr(document, "organ", None), "name", None),
            "year": getattr(document, "year", None),
            "last": None if before is None else _named(before.members),
            "counts": {s: sum(f.severity == s for f in _open(result)) for s in ("error", "warning", "info")},
            "findings": [_finding(finding, result.layout, language) for finding in result.findings],
            "repairs": _repairs(result, language),
            "form": None if document is None else _form(document, result, language),
            "statements": [] if document is None else [*_statements(document, language)],
            "tasks": tasks,
            "formats": [] if document is None else [f for f in _PRINTED if f in kind_of(document.layout).writers],
            "marked": _marked(data, result, extraction, language),
            "json": None if document is None else dumps(document).decode(),
        },
        ensure_ascii=False,
    )


def marked(data: Any, comments: str) -> bytes:
    """Return a copy of a Word or Excel file with comments, as the answer about it gives them."""
    said = [
        Comment(place=c["place"] and Evidence(**c["place"]), lines=tuple(c["lines"]), quote=c["quote"])
        for c in json.loads(comments)
    ]
    return mark(_bytes(data), said)


def listed(title: str, lines: str) -> bytes:
    """Return a Word document of a title and lines, given as JSON: the style and the text of each."""
    return write_lines(title, json.loads(lines))


def printed(data: str, format: str, language: str, last_name: str = "", last: Any = None) -> bytes:
    """Return a document, given as JSON, as the printed form in a format, with its findings marked.

    `last` is last year's report, as for `answer`.
    """
    document = loads_any(data.encode())
    with tempfile.TemporaryDirectory() as folder:
        before, _ = _earlier(Path(folder) / "last", last_name, last)
    outside = None if before is None else outside_of_few((before,), None, dict)
    found = validate_bytes(data.encode(), outside=outside).findings
    return print_with(document, format, findings=found, language=language).data


def _written(path: Path, name: str, data: bytes) -> Path:
    # Only the suffix is of use, and a name may hold what no path may.
    path = path.with_suffix(Path(name).suffix[:10])
    path.write_bytes(data)
    return path


def _bytes(data: Any) -> bytes:
    return data if isinstance(data, bytes) else bytes(data.to_py())


def _earlier(path: Path, name: str, data: Any) -> tuple[Earlier | None, Finding | None]:
    """Return last year's report, or a finding that says why there is none in that file; neither without a file."""
    if data is None:
        return None, None
    try:
        return checking.read_earlier(_written(path, name, _bytes(data)), Limits()), None
    except UnreadableDocument as error:
        return None, error.finding
    except InvalidReport as error:
        return None, error.result.findings[0]


def _named(members: Mapping[str, Any]) -> dict[str, Any]:
    return {"organ": members["organ"]["name"], "year": members["year"]}


def _marked(data: bytes, result: Result, extraction: Extraction | None, language: str) -> dict[str, Any] | None:
    """Return the format of an office file and what is to be said in it, None for a document of another format."""
    if extraction is None or extraction.format not in MARKED or result.layout is None:
        return None
    told = [finding for finding in result.findings if finding.code != _UNDETERMINED]
    said = comments(told, result.layout, language, result.repairs, extraction.evidence)
    return {"format": extraction.format, "comments": [attrs.asdict(c) for c in said]}


def _open(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.explained is None]


def _in_json(path: Path, data: bytes) -> Document | None:
    """Return the document that is written in JSON, None where it lacks what every document has or is no JSON."""
    try:
        return loads_any(data) if is_json(str(path), data) else None
    except InvalidReport:
        return None


def _finding(finding: Finding, layout: str | None, language: str) -> dict[str, Any]:
    rule = load_rules(layout).get(finding.rule) if layout is not None and finding.rule is not None else None
    return {
        "code": finding.code,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
        "title": title(finding.code, language),
        "place": place_of(finding, layout, language),
        "sentence": finding.message(language),
        "printed": _known(finding, language),
        "hints": [] if layout is None else [hint(proposal, layout, language) for proposal in finding.hints],
        "advice": advise(finding, language),
        "words": words_of(finding),
        "basis": [] if rule is None else [cite(entry, language) for entry in rule.basis],
        "explained": finding.explained,
        "explain": _explaining(finding, layout),
    }


def _explaining(finding: Finding, layout: str | None) -> str | None:
    """Return the line that says in a document why a finding is right as it is; JSON has a member for it."""
    is_printed = layout is not None and "evidence" in finding.parameters and finding.explained is None
    return line_for(load_layout(layout), finding) if is_printed and layout is not None else None


def _known(finding: Finding, language: str) -> str | None:
    if "evidence" not in finding.parameters:
        return None
    return printed_at(finding, language) or known_by(finding, language)


def _repairs(result: Result, language: str) -> Mapping[str, Any] | None:
    """Return what would make all sums hold, None where none fails or nothing small would."""
    if not result.repairs or result.layout is None:
        return None
    head = headline(result.repairs, language)
    if head is None:
        (only,) = result.repairs
        changes = [
            {"pointer": c.pointer, "text": steps([c], result.layout, language), "after": c.after} for c in only.changes
        ]
        return {"head": best(only, result.layout, language), "each": [], "changes": changes, "mends": only.mends}
    each = [repair(found, result.layout, language) for found in result.repairs[:5]]
    return {"head": head, "each": each, "changes": [], "mends": []}


def _form(document: Document, result: Result, language: str) -> str | None:
    try:
        return print_with(document, "html", findings=result.findings, language=language).data.decode()
    except InvalidReport:
        return None


def _statements(document: Any, language: str) -> Iterator[dict[str, Any]]:
    """Yield the figures of the text, where the layout says how texts speak of its cells."""
    if not resources.holds(f"{document.layout}/statements.json"):
        return
    layout = load_layout(document.layout)
    for statement in read_statements(document):
        reason = statement.reason
        yield {
            "verdict": statement.verdict,
            "figure": statement.figure,
            "quote": statement.quote,
            "section": said_in(statement, layout, language),
            "reason": None if reason is None else word(f"told-{reason}", language),
            "readings": [reading_line(weighed, layout, language) for weighed in _told(statement)],
        }


def _told(statement: Statement) -> Sequence[Weighed]:
    """Return the readings that are worth telling: where one agrees, the others did not matter."""
    fitting = [weighed for weighed in statement.weighed if weighed.fits]
    return fitting if statement.verdict == "agrees" and fitting else statement.weighed
