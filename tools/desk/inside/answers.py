"""One document, from its bytes to all that the page shows of it, as JSON.

    answer("report.docx", data, "zh")

The findings, their words and the printed form are those of the library, as `govreport validate`, `render` and
`statements` give them.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

import govreport
from govreport import render, resources
from govreport.checking import check_beside, outside_of
from govreport.cli.comments import comments
from govreport.cli.stating import reading_line, said_in
from govreport.cli.writers.wording import best, headline, hint, known_by, place_of, printed_at, repair
from govreport.documents.detecting import detect_format
from govreport.documents.extraction import extract
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.mark import MARKED, mark
from govreport.documents.paper import Evidence
from govreport.documents.rendering.report.docx import write_lines
from govreport.documents.wording.explaining import line_for
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
from govreport.rules.outside import Outside
from govreport.stating import read_statements

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
) -> str:
    """Return what the page shows of a document, in a language: verdict, findings, form, statements, what can be saved.

    `name` is that of the file, whose suffix tells kinds of plain text apart; `data` are bytes, or an array of bytes of
    the page. `stated` is a JSON object of what the user says of the organ, `last` is last year's report, `plan` the
    work plan of the year. Nothing is raised for what the documents hold.
    """
    data = _bytes(data)
    given = json.loads(stated)
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder) / "document", name, data)
        outside, refusal = _outside(Path(folder) / "last", last_name, last)
        result = check_beside(path, Limits(), frozenset(), outside, check_given(Given(**given)))
        document = _document(path, data, given)
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
            "counts": {s: sum(f.severity == s for f in _open(result)) for s in ("error", "warning", "info")},
            "findings": [_finding(finding, result.layout, language) for finding in result.findings],
            "repairs": _repairs(result, language),
            "form": None if document is None else _form(document, language),
            "statements": [] if document is None else [*_statements(document, language)],
            "tasks": tasks,
            "formats": [] if document is None else [f for f in _PRINTED if f in kind_of(document.layout).writers],
            "marked": _marked(data, result, language),
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


def printed(data: str, format: str, language: str) -> bytes:
    """Return a document, given as JSON, as the printed form in a format, with its findings marked."""
    return render(loads_any(data.encode()), format, findings=True, language=language)


def _written(path: Path, name: str, data: bytes) -> Path:
    # Only the suffix is of use, and a name may hold what no path may.
    path = path.with_suffix(Path(name).suffix[:10])
    path.write_bytes(data)
    return path


def _bytes(data: Any) -> bytes:
    return data if isinstance(data, bytes) else bytes(data.to_py())


def _outside(path: Path, name: str, data: Any) -> tuple[Outside | None, Finding | None]:
    """Return what holds a report against last year's, or a finding that says why there is none in that file."""
    if data is None:
        return None, None
    try:
        return outside_of(_written(path, name, _bytes(data)), None, Limits()), None
    except UnreadableDocument as error:
        return None, error.finding
    except InvalidReport as error:
        return None, error.result.findings[0]


def _marked(data: bytes, result: Result, language: str) -> dict[str, Any] | None:
    """Return the format of an office file and what is to be said in it, None for a document of another format."""
    try:
        format = detect_format(data)
    except UnreadableDocument:
        return None
    if format not in MARKED or result.layout is None:
        return None
    told = [finding for finding in result.findings if finding.code != _UNDETERMINED]
    return {"format": format, "comments": [attrs.asdict(c) for c in comments(told, result.layout, language)]}


def _open(result: Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.explained is None]


def _document(path: Path, data: bytes, given: Mapping[str, Any]) -> Document | None:
    """Return what was read as an object, None where it lacks what every document has."""
    try:
        return loads_any(data) if is_json(str(path), data) else extract(path, **given).document
    except (InvalidReport, UnreadableDocument):
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
        return {"head": best(result.repairs[0], result.layout, language), "each": []}
    return {"head": head, "each": [repair(found, result.layout, language) for found in result.repairs[:5]]}


def _form(document: Document, language: str) -> str | None:
    try:
        return render(document, "html", findings=True, language=language).decode()
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
            "readings": [reading_line(weighed, layout, language) for weighed in statement.weighed],
        }
