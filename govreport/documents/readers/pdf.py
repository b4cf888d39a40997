"""PDF with a text layer: its characters with their places, and the lines that draw its tables."""

import logging
from collections import Counter
from typing import Any

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Paper
from govreport.documents.readers.overprinted import is_slanted
from govreport.documents.readers.pdf_guard import GuardedPage, GuardedPDF
from govreport.documents.readers.pdf_tables import find_cells
from govreport.documents.readers.placed import Pages

# A rectangle thicker than this that is filled but not outlined is a background, no rule of a table.
_THICKEST_RULE = 3

# What the library thinks of a font is nothing to print to whoever has set up no logging.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read(data: bytes, limits: Limits) -> Paper:
    """Return what the pages of a PDF print."""
    try:
        pages = Pages(limits)
        for page in GuardedPDF(data, limits).read_pages():
            upright = _upright(page)
            tables = find_cells(upright.filter(_is_visible), limits)
            pages.add(upright.page_number, upright.height, upright.chars, tables)
            page.close()
    except UnreadableDocument:
        raise
    # The library raises whatever its parts raise on broken files, and documents none of it.
    except Exception as error:
        raise _refusal(error) from error
    paper = pages.paper()
    if paper is None:
        raise UnreadableDocument("document-without-text")
    return paper


def _refusal(error: Exception) -> UnreadableDocument:
    causes = (error, *error.args) if isinstance(error, PdfminerException) else (error,)
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
        return UnreadableDocument("document-encrypted")
    if any(isinstance(cause, PDFSyntaxError) for cause in causes):
        return UnreadableDocument("document-damaged", reason="not a complete PDF")
    return UnreadableDocument("document-damaged", reason=f"{type(error).__name__}: {error}"[:200])


def _upright(page: Any) -> Any:
    """Return a page turned so that most of its text runs from left to right: wide tables are often printed sideways."""
    turns = Counter(_turn(char["matrix"]) for char in page.chars if not is_slanted(char["matrix"]))
    turn = next((turn for turn, count in turns.most_common(1) if count > turns.total() // 2), 0)
    if not turn:
        return page
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    return GuardedPage(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _turn(matrix: tuple[Any, ...]) -> int:
    """Return by how many degrees a character must be turned clockwise to stand upright."""
    along, up, *_ = matrix
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 90 if up > 0 else 270


def _is_visible(item: dict[str, Any]) -> bool:
    if item["object_type"] not in ("rect", "curve"):
        return True
    return bool(item.get("stroke")) or item["width"] <= _THICKEST_RULE or item["height"] <= _THICKEST_RULE
