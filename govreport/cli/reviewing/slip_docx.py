"""A slip as a Word document: the letter, and from the next page on the form with its marks."""

from collections.abc import Iterator

from govreport.cli.reviewing.slips import Slip, labelled, numbered
from govreport.documents.rendering.report.docx import HEADING, NORMAL, TITLE, body, line, package
from govreport.documents.rendering.wordml import FANG, SONG, character, paragraph, run

_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_LABEL = character(SONG, 24, bold=True)
_TEXT = character(FANG, 28)
_ENTRY = character(FANG, 30, bold=True)


def write(slip: Slip, language: str) -> bytes:
    """Return the slip as a document for Word, WPS and LibreOffice."""
    return package(" ".join(slip.title), "", _body(slip, language))


def _body(slip: Slip, language: str) -> Iterator[str]:
    first, second = slip.title
    yield f'<w:p><w:pPr><w:pStyle w:val="{TITLE}"/></w:pPr>{run(first)}<w:r><w:br/></w:r>{run(second)}</w:p>'
    # Who is addressed stands at the margin, as in letters.
    yield f"<w:p>{paragraph(line=560)}{run(slip.addressee)}</w:p>"
    yield from (line(text, NORMAL) for text in slip.lead)
    for heading, items in slip.groups:
        yield line(heading, HEADING)
        for item in items:
            yield f"<w:p>{paragraph(line=480, before=120, keep=True)}{run(numbered(item), _ENTRY)}</w:p>"
            for label, text in item.lines:
                said = labelled(label, text, language)
                head = said[: len(said) - len(text)]
                yield f"<w:p>{paragraph(line=420)}{run(head, _LABEL)}{run(text, _TEXT)}</w:p>"
    yield from (line(text, NORMAL) for text in slip.closing)
    if slip.page is not None:
        yield line(slip.annex, NORMAL)
    if slip.sender:
        yield f"<w:p>{paragraph(line=560, before=560, align='right')}{run(slip.sender)}</w:p>"
    if slip.page is not None:
        yield _BREAK
        yield from body(slip.page)
