"""Comma-separated values (RFC 4180), of any size: the standard library takes no field longer than 128 KiB."""

import re
from collections.abc import Iterator

# A field in quotes, which may be left open at the end, and what follows it; or one without.
_FIELD = re.compile(r'"((?:[^"]++|"")*+)"?([^,\r\n]*+)|([^,\r\n]*+)')
_BREAK = re.compile(r"\r\n|[\r\n]")


def read_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line with which each row ends, and the fields of the row; an empty line has none."""
    at, line = 0, 1
    row: list[str] = []
    is_open = False
    while at < len(text) or is_open:
        match = _FIELD.match(text, at)
        assert match is not None  # the pattern matches the empty text
        quoted, behind, plain = match.groups()
        if quoted is not None:
            line += sum(1 for _ in _BREAK.finditer(quoted))
        row.append(plain if quoted is None else quoted.replace('""', '"') + behind)
        at = match.end()
        is_open = text.startswith(",", at)
        if is_open:
            at += 1
            continue
        yield line, [] if row == [""] and quoted is None else row
        row = []
        end = _BREAK.match(text, at)
        at = end.end() if end else at
        line += 1
