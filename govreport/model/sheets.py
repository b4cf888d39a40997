"""The sheet of a document that is at hand as an object: its figures by pointer, and all its members as JSON values."""

from govreport.form.layout import load_layout
from govreport.model.codec import decoded, unstructure
from govreport.model.registry import Document
from govreport.rules.sheet import Sheet, read_sheet


def sheet_of(document: Document) -> Sheet:
    """Return the sheet of a document; what the document holds is not questioned."""
    return read_sheet(load_layout(document.layout), unstructure(document))


def sound_sheet_of(document: Document) -> Sheet:
    """Return the sheet of a document whose structure is sound; raises InvalidReport where it is not."""
    return read_sheet(load_layout(document.layout), decoded(document))
