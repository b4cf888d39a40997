"""The work plan as one HTML file that needs nothing else: no script, no request, everything escaped."""

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files

from govreport.documents.rendering import markup
from govreport.documents.rendering.plan.page import Kind, PlanPage, TaskBox, TextLine

# What each kind of line is in HTML: its element and its class.
_LINES: Mapping[Kind, tuple[str, str]] = {
    "number": ("p", "number"),
    "heading": ("h2", "heading"),
    "to": ("p", "to"),
    "text": ("p", ""),
    "signed": ("p", "signed"),
    "title": ("h1", ""),
    "fact": ("p", "fact"),
    "section": ("h2", ""),
    "item": ("p", ""),
}
_TITLES: frozenset[Kind] = frozenset({"heading", "title"})
_NAME = 1


def write(page: PlanPage) -> bytes:
    """Return the page as a UTF-8 document for the screen, in light and dark, and for A4 paper."""
    title = next(number for number, line in enumerate(page.head) if line.kind == "title")
    body = ["<header>"]
    if title:
        body += ['<section class="notice">', *(_line(line, page) for line in page.head[:title]), "</section>"]
    body.append(_line(page.head[title], page))
    body += ['<div class="head">', *(_line(line, page) for line in page.head[title + 1 :]), "</div>"]
    body += [*markup.remarks(page.remarks), "</header>", *(_line(line, page) for line in page.body)]
    if page.boxes:
        body.extend(_table(page))
    body += [f'<p class="below">{escape(text)}</p>' for text in page.legend]
    body += [*markup.notes(page.notes), *markup.remarks(page.table_remarks)]
    return markup.document(page.title, markup.sheet() + _sheet(), body)


@cache
def _sheet() -> str:
    return files(__package__).joinpath("plan.css").read_text(encoding="utf-8")


def _line(line: TextLine, page: PlanPage) -> str:
    element, kind = _LINES[line.kind]
    look = f' class="{kind}"' if kind else ""
    if line.kind in _TITLES:
        return f"<{element}{look}>{_title(line.text, page)}</{element}>"
    lead = f"<b>{escape(line.lead)}</b>" if line.lead else ""
    return f"<{element}{look}>{lead}{escape(line.text)}</{element}>"


def _title(text: str, page: PlanPage) -> str:
    start = max(0, text.find(page.form))
    return markup.title([piece for piece in (text[:start], text[start:]) if piece])


def _table(page: PlanPage) -> Iterator[str]:
    label = escape(page.table_title or page.table_name)
    yield f'<div class="wide" role="region" aria-label="{label}" tabindex="0">'
    yield '<table class="tasks">'
    if page.table_title is not None:
        yield f"<caption><h2>{_title(page.table_title, page)}</h2></caption>"
    yield f"<colgroup>{'<col>' * len(page.columns)}</colgroup>"
    heads = "".join(f'<th class="column" scope="col">{escape(label)}</th>' for label in page.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in page.rows():
        yield f"<tr>{''.join(map(_box, row))}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _box(box: TaskBox) -> str:
    span = f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
    failing = " failing" if box.is_failing else ""
    markers = "".join(f'<sup><a href="#{markup.target(m)}">{escape(m)}</a></sup>' for m in box.markers)
    text = "<br>".join(map(escape, box.text.split("\n"))) + markers
    place = box.pointer[1:].replace("/", ".")
    if box.column == _NAME:
        return f'<th class="row name{failing}" scope="rowgroup" id="{place}"{span}>{text}</th>'
    return f'<td class="cell{failing}" id="{place}"{span}>{text}</td>'
