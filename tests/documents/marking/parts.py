"""What an office file holds, seen by other means than those of the library under test."""

import io
import re
import zipfile
from collections.abc import Mapping

from govreport.checking import check
from govreport.cli.comments import comments
from govreport.documents.marking.mark import mark
from govreport.results import Result

_MARKS = re.compile(r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>')
TYPES = "[Content_Types].xml"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes | str]) -> bytes:
    """Return parts as a file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def changed(data: bytes, **replaced: tuple[str, str]) -> bytes:
    """Return a file with one text put for another, once, in `word/document.xml`, or the part whose name is given."""
    files = parts(data)
    for name, (before, after) in replaced.items():
        part = {"document": "word/document.xml"}.get(name, name)
        assert before in files[part].decode(), before
        files[part] = files[part].decode().replace(before, after, 1).encode()
    return packed(files)


def unmarked(text: bytes) -> bytes:
    """Return the text of a document without the marks of comments."""
    return _MARKS.sub("", text.decode()).encode()


def marked(data: bytes, language: str = "zh") -> tuple[bytes, Result]:
    """Return a file with what is found in it as comments, and the findings."""
    result = check(data)
    return mark(data, list(comments(result.findings, result.layout, language))), result
