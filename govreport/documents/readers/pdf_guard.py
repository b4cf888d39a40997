"""A PDF as the library sees it, with a bound on what it may cost: every object passes here before the library has it.

References in circles, tables of contents that lead to each other, streams that unpack to gigabytes, forms that draw
each other twice over, maps of billions of characters: the library follows them for ever, or as long as memory lasts.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels, PDFNoValidXRef
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import LIT
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from govreport.documents.limits import Limits
from govreport.documents.readers.pdf_drawing import Budget, Device, Interpreter, damaged
from govreport.documents.readers.pdf_streams import count_mapped, count_widths, unpack

_IMAGE, _TABLES = LIT("Image"), (LIT("XRef"), LIT("ObjStm"))
_BOXES = ("TrimBox", "BleedBox", "ArtBox")
# The place of the table of contents is written at the end of the file.
_TAIL = 1 << 16
# The library puts long lines together piece by piece; no part of a true file has one like that.
_LONGEST_LINE = 4 << 20
# To read all objects, the library goes over a file a few times at most.
_MOST_READINGS = 8
_MOST_TABLES = 1000
# So many references lead from one to the next at most.
_MOST_LINKS = 100
_MOST_OBJECTS = 10_000_000
# A font maps 65,536 codes at most.
_MOST_MAPPED = 1_000_000


class _Parser(PDFParser):
    """Reads objects; what the tables of contents unpack to is looked at before the library asks for it."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(io.BytesIO(data))
        self._tail = data[-_TAIL:]
        self._budget = budget

    def revreadlines(self) -> Iterator[bytes]:
        """Yield the last lines of the file, from the last one up."""
        yield from reversed(self._tail.splitlines())

    def do_keyword(self, pos: int, token: Any) -> None:
        """Take a keyword; behind that of a stream, settle what it unpacks to."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            stream = self.curstack[-1][1]
            if isinstance(stream, PDFStream) and stream.get("Type") in _TABLES and stream.decipher is None:
                _settle(stream, self._budget)


class _Document(PDFDocument):
    """Follows references; those that lead in a circle lead nowhere."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._budget = budget
        self._tables: set[int] = set()
        self._size = len(data)
        self._work = 0
        self._settled: set[int] = set()
        super().__init__(_Parser(data, budget))
        for xref in self.xrefs:
            if sum(count for _, count in getattr(xref, "ranges", ())) > _MOST_OBJECTS:
                raise damaged("a table of more objects than a file can hold")

    def read_xref_from(self, parser: Any, start: int, xrefs: list[Any]) -> None:
        """Read a table of contents and those before it, each of them once."""
        if start in self._tables:
            return
        self._tables.add(start)
        if len(self._tables) > _MOST_TABLES:
            raise PDFNoValidXRef("too many tables of contents")
        super().read_xref_from(parser, start, xrefs)

    def get_page_labels(self) -> Iterator[str]:
        """Raise PDFNoPageLabels: what the pages are called is of no concern."""
        raise PDFNoPageLabels

    def _getobj_parse(self, pos: int, objid: int) -> object:
        try:
            return super()._getobj_parse(pos, objid)
        finally:
            parser: Any = self._parser
            self._work += abs(parser.bufpos + parser.charpos - pos)
            if self._work > _MOST_READINGS * self._size + _TAIL:
                raise damaged("objects inside each other")

    def getobj(self, objid: int) -> object:
        """Return an object, which is no reference itself and costs no more than is allowed."""
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen or len(seen) > _MOST_LINKS:
                raise PDFSyntaxError("references that lead nowhere")
            seen.add(found.objid)
            found = super().getobj(found.objid)
        if objid not in self._settled:
            self._settled.add(objid)
            if isinstance(found, PDFStream):
                _settle(found, self._budget)
            elif count_widths(found) > _MOST_MAPPED:
                raise damaged("a font of more characters than there are")
        return found


def _settle(stream: Any, budget: Budget) -> None:
    """Unpack a stream as far as is allowed; what no reader of text looks at is emptied."""
    if stream.data is not None:
        return
    if stream.get("Subtype") is _IMAGE:
        stream.attrs = {"Subtype": _IMAGE}
        stream.data, stream.rawdata = b"", None
        return
    data = unpack(stream, budget.limits.unpacked_size - budget.unpacked)
    if data is None:
        return
    budget.unpack(len(data))
    stream.data = b"" if count_mapped(data) > _MOST_MAPPED else data
    stream.rawdata = None


class GuardedPage(Page):
    """A page that is drawn within the budget of its document."""

    @property
    def layout(self) -> Any:
        """Return what the page shows."""
        if not hasattr(self, "_layout"):
            document: Any = self.pdf
            budget: Budget = document.budget
            device = Device(self.pdf.rsrcmgr, self.page_number, budget)
            Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            budget.end_page()
            self._layout = device.get_result()
        return self._layout


class GuardedPDF(PDF):
    """A document whose pages are read within a budget."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.stream = io.BytesIO(data)
        self.stream_is_external = False
        self.path = self.pages_to_parse = self.laparams = self.password = self.unicode_norm = None
        self.raise_unicode_errors = True
        self.rsrcmgr = PDFResourceManager()
        self.metadata: dict[str, Any] = {}
        self.budget = Budget(limits=limits)
        if _has_long_line(data):
            raise damaged("a line without an end")
        self.doc = _Document(data, self.budget)

    def read_pages(self) -> Iterator[GuardedPage]:
        """Yield the pages; raises UnreadableDocument where there are too many."""
        limits = self.budget.limits
        pages: Iterable[Any] = PDFPage.create_pages(self.doc)
        found = list(islice(pages, limits.pages + 1))
        limits.check("pages", len(found))
        top: Any = 0
        for number, page in enumerate(found, 1):
            # The library looks up whatever these lead to.
            for name in _BOXES:
                page.attrs.pop(name, None)
            page.attrs.update(MediaBox=list(page.mediabox), Rotate=page.rotate)
            if "CropBox" in page.attrs:
                page.attrs["CropBox"] = list(page.cropbox)
            guarded = GuardedPage(self, page, page_number=number, initial_doctop=top)
            top += guarded.height
            yield guarded


def _has_long_line(data: bytes) -> bool:
    start = 0
    while len(data) - start > _LONGEST_LINE:
        # Go to the last end of a line within reach; where there is one, no line before it is too long.
        end = max(data.rfind(b"\n", start, start + _LONGEST_LINE), data.rfind(b"\r", start, start + _LONGEST_LINE))
        if end < 0:
            return True
        start = end + 1
    return False
