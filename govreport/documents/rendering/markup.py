"""Parts of a printed HTML file: the file itself, its title, and the notes and findings below a text or table."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from govreport.documents.rendering.remarks import Note, Remark
from govreport.documents.rendering.report.page import YEAR
from govreport.documents.wording.signs import NOTE

CLOSING = "</main>\n{script}</body>\n</html>"
"""What ends a document, with the place for its script."""


def document(title: str, style: str, body: Sequence[str], language: str = "zh") -> bytes:
    """Return a UTF-8 document that needs nothing else: no script, no request, no style but its own."""
    return ("\n".join([opening(title, style, language), *body, CLOSING.format(script="")]) + "\n").encode()


def opening(title: str, style: str, language: str = "zh", script: str = "") -> str:
    """Return what a document begins with, up to its main part; it may ask for nothing, and run no other script."""
    allowed = "".join(f"; {kind}-src 'sha256-{_digest(text)}'" for kind, text in _inline(style, script))
    policy = f"default-src 'none'{allowed}; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-CN" if language == "zh" else language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
    ]
    return "\n".join(lines)


def _inline(style: str, script: str) -> Iterator[tuple[str, str]]:
    yield "style", style
    if script:
        yield "script", script


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def sheet() -> str:
    """Return the style sheet of all prints."""
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def title(pieces: Sequence[str]) -> str:
    """Return a title, which may be broken between its pieces, but not inside a year."""
    return YEAR.sub(r'<span class="year">\g<0></span>', "<wbr>".join(map(escape, pieces)), count=1)


def notes(notes: Sequence[Note]) -> Iterator[str]:
    """Yield the list of notes below a text or a table."""
    if notes:
        yield '<ul class="below">'
        yield from (f'<li id="{target(note.marker)}">{escape(note.line)}</li>' for note in notes)
        yield "</ul>"


def remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    """Yield the list of findings below a text or a table."""
    if remarks:
        yield f'<ul class="below findings" lang="{remarks[0].language}">'
        yield from (f'<li id="{target(remark.marker)}">{escape(remark.line)}</li>' for remark in remarks)
        yield "</ul>"


def target(marker: str) -> str:
    """Return the id of the note or finding with a marker."""
    return ("note-" if marker.startswith(NOTE) else "finding-") + marker[1:]
