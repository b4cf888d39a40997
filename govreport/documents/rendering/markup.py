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


def document(title: str, style: str, body: Sequence[str], language: str = "zh") -> bytes:
    """Return a UTF-8 document that needs nothing else: no script, no request, no style but its own."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
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
        *body,
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


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
