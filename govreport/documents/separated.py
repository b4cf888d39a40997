"""Comma-separated values (RFC 4180), of any size: the standard library takes no field longer than 128 KiB.

Programs for spreadsheets part the fields by semicolons where the comma stands in figures.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

SIGNS = (",", ";")
# So many rows of one length, each of so many fields at least, are no chance.
_FEWEST_ROWS, _FEWEST_FIELDS = 5, 3
# A figure beside a blank stands in a line whose columns are parted otherwise.
# A day with its time, and the number that opens a label, are no figures.
_BESIDE_BLANK = re.compile(r"(?<!\d{4}[-/]\d\d[-/]\d)\d[ \t\u3000]+\S|\S[ \t\u3000]+\d(?!\d?[.、．]\D|\d?:\d)")
_FIGURE = re.compile(r'"?-?\d+(?:\.\d+)?"?')
_MOST_LINES = 2_000
_BREAK = re.compile(r"\r\n|[\r\n]")


@cache
def _field(sign: str) -> re.Pattern[str]:
    """Return what a field is: one in quotes, which may be left open at the end, and what follows it; or one without."""
    return re.compile(rf'"((?:[^"]++|"")*+)"?([^{sign}\r\n]*+)|([^{sign}\r\n]*+)')


def find_separator(text: str) -> str | None:
    """Return the sign that parts the fields of rows, None for a text that is no such table.

    Several lines have equally many fields then, figures among them, and none that looks like a line of its own.
    """
    lines = [line for line in _BREAK.split(text, _MOST_LINES)[:_MOST_LINES] if line.strip()]
    counts = {sign: Counter(_count(line, sign) for line in lines) for sign in SIGNS}
    best = max(SIGNS, key=lambda sign: max((n for fields, n in counts[sign].items() if fields), default=0))
    return best if any(n >= _FEWEST_ROWS for fields, n in counts[best].items() if fields) else None


def _count(line: str, sign: str) -> int:
    """Return how many fields a line has if it is a row with figures, else 0."""
    fields = line.split(sign)
    is_row = len(fields) >= _FEWEST_FIELDS and any(_FIGURE.fullmatch(field.strip()) for field in fields)
    return len(fields) if is_row and not any(_BESIDE_BLANK.search(field.strip()) for field in fields) else 0


def read_rows(text: str, sign: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line with which each row ends, and the fields of the row; an empty line has none."""
    at, line = 0, 1
    row: list[str] = []
    is_open = False
    field = _field(sign)
    while at < len(text) or is_open:
        match = field.match(text, at)
        assert match is not None  # the pattern matches the empty text
        quoted, behind, plain = match.groups()
        if quoted is not None:
            line += sum(1 for _ in _BREAK.finditer(quoted))
        row.append(plain if quoted is None else quoted.replace('""', '"') + behind)
        at = match.end()
        is_open = text.startswith(sign, at)
        if is_open:
            at += 1
            continue
        yield line, [] if row == [""] and quoted is None else row
        row = []
        end = _BREAK.match(text, at)
        at = end.end() if end else at
        line += 1
