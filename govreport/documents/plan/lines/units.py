"""The narrow columns of units and times: what their lines say where breaks are layout or borders are lost."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from govreport.documents.plan.lines.wrapping import EXACTLY, compact, wraps
from govreport.documents.plan.tables.columns import Column
from govreport.documents.text import trim
from govreport.rules.terms import ends_a_unit, has_separator, known_time, read_units, without_blanks

_REMARK = re.compile(r"[（(][^（）()]*[）)]$")
_SHORTEST = 2
_GAP = re.compile(" +")
# Of a task no units take so many characters.
_LONGEST_UNITS = 5000
# No known wording of a time has nearly as many characters, blanks included.
_LONGEST_TIME = 100


def units_from_lines(plan: str, lines: Sequence[str], column: int) -> str | None:
    """Return units whose lines were broken in a column so wide, one by one where they stand on lines of their own.

    None where a line break may as well part units as lie inside of one.
    """
    if sum(map(len, lines)) > _LONGEST_UNITS:
        return None
    text = lines[0] if lines else ""
    is_list = has_separator(plan, " ".join(lines))
    for before, line in pairwise(lines):
        if not wraps(before, line, column + EXACTLY):
            text += "\n"
        elif not is_list and _is_unit(plan, _last(text)):
            if len(line) == _SHORTEST and _is_unit(plan, line):
                # 局办 and 公室 are two units by their looks.
                return None
            text += "\n" if len(line) >= _SHORTEST else ""
        text += line
    text = "\n".join(compact(line) for line in text.split("\n"))
    names = read_units(plan, text)
    return text if names and all(_is_unit(plan, name) for name in names) else None


def _last(text: str) -> str:
    return text.rpartition("\n")[2]


def _is_unit(plan: str, name: str) -> bool:
    """Tell whether a text is a unit, with or without a remark in brackets behind it."""
    bare = trim(_REMARK.sub("", trim(name)))
    return len(bare) >= _SHORTEST and not set(" \n") & set(name) and ends_a_unit(plan, bare)


def time_text(plan: str, lines: Sequence[str]) -> str | None:
    """Return a time as printed if its wording is known; blanks in it are layout."""
    if sum(map(len, lines)) > _LONGEST_TIME:
        return None
    text = without_blanks("".join(lines))
    return "".join("".join(lines).split()) if text and known_time(plan, text) is not None else None


def _first_near(lines: Sequence[str], at: int, step: int) -> int:
    """Return the line farthest from an end of the lines with which a time may begin or end that reaches there."""
    length = 0
    while 0 <= at + min(step, 0) < len(lines) and length <= _LONGEST_TIME:
        length += len(lines[at + min(step, 0)])
        at += step
    return at


def units_before_time(plan: str, lines: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the lines of units, and the time behind them: the longest known wording that begins at a line or blank."""
    for number in range(_first_near(lines, len(lines), -1), len(lines)):
        line = lines[number]
        near = max(0, len(line) - _LONGEST_TIME)
        for start in (0, *(match.end() for match in _GAP.finditer(line, near))):
            time = time_text(plan, [line[start:], *lines[number + 1 :]])
            if time is not None:
                return [*lines[:number], *filter(None, [trim(line[:start])])], time
    return list(lines), None


def units_behind_time(plan: str, lines: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the lines of units, and the time before them: the longest known wording that ends at a line or blank."""
    for number in range(_first_near(lines, 0, 1), 0, -1):
        line = lines[number - 1]
        gaps = _GAP.finditer(line, 0, _LONGEST_TIME + 1)
        for end in (len(line), *(match.start() for match in reversed(list(gaps)))):
            time = time_text(plan, [*lines[: number - 1], line[:end]])
            if time is not None:
                return [*filter(None, [trim(line[end:])]), *lines[number:]], time
    return list(lines), None


def split_narrow(plan: str, lines: Sequence[str], columns: Sequence[Column | None]) -> tuple[list[str], str | None]:
    """Return the lines of units and the time among the lines behind a text, for the columns that follow there."""
    order = [column for column in columns if column in _SPLITTERS]
    if "time" not in order:
        return list(lines), None
    return _SPLITTERS[order[0]](plan, lines)


_SPLITTERS: Mapping[Column | None, Callable[[str, Sequence[str]], tuple[list[str], str | None]]] = {
    "units": units_before_time,
    "time": units_behind_time,
}
