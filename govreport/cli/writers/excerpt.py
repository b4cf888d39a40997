"""The line of the source that a finding points to, cut to size, with a mark under the place."""

import io
import re
from typing import BinaryIO

from govreport.batches.outcomes import Checked
from govreport.cli.display import shown, width
from govreport.validation.gate import LARGEST_DOCUMENT

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[-+.0-9A-Za-z]+|.', re.DOTALL)
_BYTE_ORDER_MARK = "\ufeff"
_CUT = "…"


class Source:
    """The lines of files, read again where findings point to them; those of standard input come with the outcome.

    Lines are mostly asked for from top to bottom: the place after the last one is remembered, so that a
    file is gone through once, however long it is.
    """

    def __init__(self) -> None:
        self._document: tuple[str, int | None] | None = None
        self._number = 0
        self._offset = 0
        self._line = b""

    def line(self, checked: Checked, number: int) -> str | None:
        """Return a line of the file of a document without its end, None where it cannot be had any more."""
        document = checked.path, None if checked.data is None else checked.document
        if checked.data is not None and checked.document is not None:
            number = 1  # what is at hand is this one line of the file
        if document != self._document or number < self._number:
            self._document, self._number, self._offset, self._line = document, 0, 0, b""
        if number > self._number:
            try:
                with open(checked.path, "rb") if checked.data is None else io.BytesIO(checked.data) as file:
                    self._read_on(file, number)
            except OSError:
                return None
        if number != self._number:
            return None
        text = self._line.decode("utf-8", "replace").rstrip("\r\n")
        return text.removeprefix(_BYTE_ORDER_MARK) if number == 1 else text

    def _read_on(self, file: BinaryIO, number: int) -> None:
        """Read up to a line; of one that is longer than any document only the beginning is kept."""
        file.seek(self._offset)
        while self._number < number:
            line = piece = file.readline(LARGEST_DOCUMENT)
            if not line:
                return
            while piece and not piece.endswith(b"\n"):
                piece = file.readline(LARGEST_DOCUMENT)
            self._line, self._number, self._offset = line, self._number + 1, file.tell()


def cut_out(line: str, column: int, room: int, length: int | None = None) -> tuple[str, str]:
    """Return the part of a line around a column, at most `room` columns wide, and the marks to go below it.

    Columns count characters from 1. The marks stand under `length` characters, or under the whole JSON
    value where that is None, as far as it is shown.
    """
    at = min(column - 1, len(line))
    begin = len(line) - len(line.lstrip(" \t"))
    before = shown(line[max(begin, at - room) : at]) if at > begin else ""
    after = shown(line[at : at + room])
    token = _TOKEN.match(line, at) if length is None else None
    end = at + length if length is not None else token.end() if token else at
    marked = shown(line[at : min(end, at + room)])
    head = room - min(width(after), room // 2)
    if width(before) > head or at - room > begin:
        before = _CUT + _last(before, head - 1)
    tail = room - width(before)
    if width(after) > tail or at + room < len(line):
        after = _first(after, tail - 1)
        marked = _first(marked, width(after))
        after += _CUT
    return before + after, " " * width(before) + "^" * max(1, width(marked))


def _first(text: str, columns: int) -> str:
    """Return as much of the beginning of a text as fits."""
    for end in range(min(len(text), columns), -1, -1):
        if width(text[:end]) <= columns:
            return text[:end]
    return ""


def _last(text: str, columns: int) -> str:
    """Return as much of the end of a text as fits."""
    return _first(text[::-1], columns)[::-1]
