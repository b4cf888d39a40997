"""A slip as one HTML file: the letter, and below it the form with its marks."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from govreport.cli.reviewing.slips import Slip, labelled, numbered
from govreport.documents.rendering import markup
from govreport.documents.rendering.report import html


def write(slip: Slip, language: str) -> bytes:
    """Return the slip as a document for the screen and for A4 paper."""
    style = markup.sheet() if slip.page is None else html.style(slip.page)
    style += files(__package__).joinpath("slip.css").read_text(encoding="utf-8")
    return markup.document(" ".join(slip.title), style, list(_body(slip, language)), language)


def _body(slip: Slip, language: str) -> Iterator[str]:
    yield '<section class="slip">'
    yield f"<h1>{'<br>'.join(map(escape, slip.title))}</h1>"
    yield f'<p class="addressee">{escape(slip.addressee)}</p>'
    yield from (f"<p>{escape(text)}</p>" for text in slip.lead)
    for heading, items in slip.groups:
        yield f"<h2>{escape(heading)}</h2>"
        for item in items:
            yield f'<div class="entry"><h3>{escape(numbered(item))}</h3><dl>'
            for label, text in item.lines:
                yield f"<div><dt>{escape(labelled(label, '', language))}</dt><dd>{escape(text)}</dd></div>"
            yield "</dl></div>"
    yield from (f"<p>{escape(text)}</p>" for text in slip.closing)
    if slip.page is not None:
        yield f"<p>{escape(slip.annex)}</p>"
    if slip.sender:
        yield f'<p class="sender">{escape(slip.sender)}</p>'
    yield "</section>"
    if slip.page is not None:
        yield from html.body(slip.page)
