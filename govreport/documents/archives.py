"""DOCX and XLSX are ZIP archives of XML: opened with care, read without entities."""

import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.trees.xml import TooManyElements, parse_xml
from govreport.documents.zipped import opened

_SMALL = 1 << 20
# What a table of many cells is written with, and far more than any text needs.
_ELEMENTS_FOR_A_CELL = 20


class Archive:
    """The files inside an archive; what is larger or packed tighter than the limits allow is refused unread."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        limits.check_files(data)
        self._zip = opened(data)
        infos = self._zip.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise UnreadableDocument("document-encrypted")
        limits.check("unpacked_size", sum(info.file_size for info in infos))
        for info in infos:
            if info.file_size > _SMALL:
                limits.check("unpacking_ratio", info.file_size // max(info.compress_size, 1))
        self.entries = tuple(infos)
        self.names = frozenset(info.filename for info in infos)

    @property
    def most_elements(self) -> int:
        """How many elements of XML one of the files may hold."""
        return _ELEMENTS_FOR_A_CELL * self._limits.cells

    def read(self, name: str) -> bytes:
        """Return a file of the archive; never more bytes than its entry declares."""
        try:
            return self._zip.read(name)
        # Offsets that lead nowhere and lengths that are none come out as errors of the functions that use them.
        except (
            KeyError,
            ValueError,
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            RuntimeError,
            OSError,
        ) as error:
            raise UnreadableDocument("document-damaged", reason=str(error)) from error

    def xml(self, name: str) -> Element:
        """Return the root of an XML file of the archive; raises UnreadableDocument for one that is too large."""
        try:
            return parse_xml(self.read(name), self.most_elements)
        except TooManyElements as error:
            self._limits.check("cells", error.found // _ELEMENTS_FOR_A_CELL + 1)
            raise
