"""The differences of two reports for people: as lines of text, and as one HTML file that needs nothing else."""

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from govreport import resources
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.messages import member_value, word

if TYPE_CHECKING:
    from govreport.model.registry import Report
    from govreport.reviews.differences import Comparison, Difference

_INDENT = "    "
_GONE, _COME = "- ", "+ "


def lines(
    comparison: "Comparison", reports: "tuple[Report, Report]", paths: tuple[str, str], language: str
) -> Iterator[str]:
    """Yield the lines that tell a person what differs."""
    yield from _head(comparison, reports, paths, language)
    for difference in comparison.differences:
        if difference.kind == "text":
            yield f"{_name(difference, comparison, language)}{word('label-colon', language).rstrip()}"
            for edit in difference.edits:
                yield from (f"{_INDENT}{_GONE}{shown(sentence)}" for sentence in edit.before)
                yield from (f"{_INDENT}{_COME}{shown(sentence)}" for sentence in edit.after)
        else:
            before, after = _values(difference, language)
            name = _name(difference, comparison, language)
            yield f"{name}{word('label-colon', language)}{before} → {after}"
    yield from _tail(comparison, language)


def page(comparison: "Comparison", reports: "tuple[Report, Report]", paths: tuple[str, str], language: str) -> bytes:
    """Return an HTML file that shows what differs."""
    from govreport.documents.rendering.markup import document

    head, *told = _head(comparison, reports, paths, language)
    others = [d for d in comparison.differences if d.kind != "text"]
    texts = [d for d in comparison.differences if d.kind == "text"]
    body = [f"<h1>{escape(head)}</h1>", *(f"<p>{escape(line)}</p>" for line in told if line)]
    if others:
        heads = (say(f"diff-{column}", language) for column in ("place", "before", "after"))
        body += ["<table><thead><tr>", *(f'<th scope="col">{escape(h)}</th>' for h in heads), "</tr></thead><tbody>"]
        for difference in others:
            before, after = _values(difference, language)
            kind = ' class="figure"' if difference.kind == "cell" else ""
            body.append(
                f'<tr><th scope="row">{escape(_name(difference, comparison, language))}</th>'
                f"<td{kind}><del>{escape(before)}</del></td><td{kind}><ins>{escape(after)}</ins></td></tr>"
            )
        body.append("</tbody></table>")
    for difference in texts:
        body.append(f"<section><h2>{escape(_name(difference, comparison, language))}</h2>")
        for edit in difference.edits:
            body += [f'<p class="edit"><del>{escape(shown(s))}</del></p>' for s in edit.before]
            body += [f'<p class="edit"><ins>{escape(shown(s))}</ins></p>' for s in edit.after]
        body.append("</section>")
    body += [f'<p class="note">{escape(line)}</p>' for line in _tail(comparison, language) if line]
    style = files(__package__).joinpath("differing.css").read_text(encoding="utf-8")
    return document(head, style, body, language)


def _head(
    comparison: "Comparison", reports: "tuple[Report, Report]", paths: tuple[str, str], language: str
) -> Iterator[str]:
    number = len(comparison.differences)
    yield say("diff-title", language, n=number) if number else say("diff-nothing", language)
    for side, report, path in zip(("old", "new"), reports, paths, strict=True):
        name, year, layout = shown(report.organ.name), report.year, report.layout
        yield say(f"diff-{side}", language, path=shown(path), organ=name, year=year, layout=layout)
    if comparison.replaced != "none":
        yield say(f"diff-replaces-{comparison.replaced}", language)
    yield ""


def _tail(comparison: "Comparison", language: str) -> Iterator[str]:
    for side, losses in zip(("old", "new"), comparison.losses, strict=True):
        if losses:
            yield ""
            yield say(f"diff-losses-{side}", language, layout=comparison.layout, n=len(losses))
            for loss in losses:
                yield f"{_INDENT}{loss.place(language)}{word('label-colon', language)}{loss.message(language)}"


def _name(difference: "Difference", comparison: "Comparison", language: str) -> str:
    from govreport.reviews.writing import name_of

    return shown(name_of(difference, comparison.layout, language))


def _values(difference: "Difference", language: str) -> tuple[str, str]:
    empty = word("blank" if difference.kind == "cell" else "list-empty", language)
    before, after = (
        empty if value is None else _value(member_value(difference.pointer, value, language), language)
        for value in (difference.before, difference.after)
    )
    return before, after


def _value(value: Any, language: str) -> str:
    """Return what one report has at a place; of an entry of a list what it says of its place."""
    if isinstance(value, list):
        return word("list-pause", language).join(_value(item, language) for item in value)
    if isinstance(value, Mapping):
        printed = resources.read("print.json")["signs"].get(value.get("mark"), value.get("mark"))
        known = (value.get(name) for name in ("text", "value", "printed", "name"))
        return shown(str(next((v for v in known if v is not None), printed if printed is not None else dict(value))))
    return shown(str(value))
