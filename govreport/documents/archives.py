"""DOCX and XLSX are ZIP archives of XML: opened with care, read without entities."""

import io
import struct
import zipfile
import zlib

from lxml import etree

from govreport.documents.limits import Limits, UnreadableDocument

_SMALL = 1 << 20
_HEAD = 4096
_BROKEN = (zipfile.BadZipFile, ValueError, struct.error, OSError)


class Archive:
    """The files inside an archive; what is larger or packed tighter than the limits allow is refused unread."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        limits.check_files(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (*_BROKEN, NotImplementedError) as error:
            raise UnreadableDocument("document-damaged", reason=str(error)) from error
        if any(info.flag_bits & 1 for info in infos):
            raise UnreadableDocument("document-encrypted")
        limits.check("unpacked_size", sum(info.file_size for info in infos))
        for info in infos:
            if info.file_size > _SMALL:
                limits.check("unpacking_ratio", info.file_size // max(info.compress_size, 1))
        self.names = frozenset(info.filename for info in infos)

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

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML file of the archive, which may declare no document type: office files never do."""
        return parse_xml(self.read(name))


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML text; raises UnreadableDocument where it is broken or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        is_declared = b"<!DOCTYPE" in data[:_HEAD].replace(b"\x00", b"")
        code = "document-entities" if is_declared else "document-damaged"
        raise UnreadableDocument(code, **({} if is_declared else {"reason": str(error.msg)})) from error
    if root.getroottree().docinfo.internalDTD is not None or root.getroottree().docinfo.doctype:
        raise UnreadableDocument("document-entities")
    return root
