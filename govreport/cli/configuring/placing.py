"""On which line of a TOML file a value stands.

The parser of the standard library does not say. But a value is there as soon as the lines up to it are parsed, and
is not before: so it begins on the line after the last ones without it that can be parsed.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

Place = tuple[str | int, ...]
_NOTHING = object()
# A line with which a table or a setting begins.
_BEGINS = re.compile(r"""[ \t]*(?:\[|(?:[A-Za-z0-9_.-]+|"[^"]*"|'[^']*')[ \t.]*=)""")
# So often is a line gone back to that ends within a value: only texts full of lines that look like settings cost more.
_MOST_TRIES = 32


def line_of(text: str, place: Place) -> int:
    """Return the number of the line, from 1, on which the value at a place begins. There is one in the text."""
    lines = text.split("\n")
    begin = _beginning(lines, place)
    item = _at(tomllib.loads(text), place)
    if place and isinstance(place[-1], int) and isinstance(item, str):
        # A list is there all at once; its texts mostly stand in it as they are.
        written = (f'"{item}"', f"'{item}'")
        return next((n for n, line in enumerate(lines[begin:], begin) if any(w in line for w in written)), begin) + 1
    return begin + 1


def _beginning(lines: Sequence[str], place: Place) -> int:
    """Return how many lines stand before the value at a place, or before the list that it is an item of."""
    spare = repeat(None, _MOST_TRIES)
    first, last = 0, len(lines)  # the value is not in the lines before `first`, and is in those before `last`
    while first < last:
        middle = (first + last) // 2
        begin, value = _parsed(lines, middle, spare)
        if _at(value, place) is not _NOTHING:
            last = begin
        else:
            first = middle + 1
    before, _ = _parsed(lines, first - 1, spare)
    while before < first - 1 and _is_idle(lines[before]):
        before += 1
    return before


def shown(place: Place) -> str:
    """Return a place as people read it: names with points between them, and the numbers of items from 1."""
    written = ""
    for step in place:
        written += f"[{step + 1}]" if isinstance(step, int) else f".{_key(step)}"
    return written.removeprefix(".")


def _key(name: str) -> str:
    """Return a name as TOML has it, in quotation marks where it needs them."""
    return name if name.isascii() and name.replace("-", "").replace("_", "").isalnum() else f'"{name}"'


def _is_idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _parsed(lines: Sequence[str], number: int, spare: Iterator[None]) -> tuple[int, Any]:
    """Return how many of the first lines can be parsed, at most that number, and what they hold."""
    while True:
        try:
            return number, tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            if next(spare, False) is False:
                return 0, {}
            # Within a value that takes many lines nothing ends: on to the line before which something begins.
            number = next((n for n in range(number - 1, 0, -1) if _BEGINS.match(lines[n])), 0)


def _at(value: Any, place: Place) -> Any:
    """Return the value at a place, _NOTHING where there is none."""
    for step in place:
        if isinstance(step, str):
            if not isinstance(value, dict) or step not in value:
                return _NOTHING
        elif not isinstance(value, list) or step >= len(value):
            return _NOTHING
        value = value[step]
    return value
