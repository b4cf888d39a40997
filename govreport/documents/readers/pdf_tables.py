"""The tables that ruling lines draw on a page of a PDF: the library finds the lines."""

from typing import Any

from pdfplumber.table import TableFinder, TableSettings

from govreport.documents.limits import Limits
from govreport.documents.readers.ruled import Cell, find_tables


class _Finder(TableFinder):
    """Finds the lines of a page, and leaves it at that."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.settings = TableSettings.resolve(None)


def find_cells(page: Any, limits: Limits) -> list[list[Cell]]:
    """Return the boxes of each table on a page, from top to bottom; raises UnreadableDocument for too many lines."""
    return find_tables(_Finder(page).get_edges(), limits)
