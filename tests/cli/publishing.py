"""Published documents for the tests of commands, made by rendering an example."""

from functools import cache
from pathlib import Path

from govreport import load
from govreport.documents.rendering.render import render
from tests.reports import EXAMPLES

CLEAN = EXAMPLES / "reports" / "minhang-2025.json"
CONTRADICTION = EXAMPLES / "contradictions" / "disputes-2023.json"
RENDERED = ("html", "docx", "xlsx", "md", "csv")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@cache
def published(form: str, report: Path = CLEAN) -> bytes:
    """Return an example as it would be published in a format."""
    return render(load(report), form)


@cache
def pdf(pages: int) -> bytes:
    """Return a PDF of so many pages, none of them a report."""
    import io

    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    for _ in range(pages):
        canvas.drawString(100, 100, "x")
        canvas.showPage()
    canvas.save()
    return target.getvalue()
