"""Ranges of a workbook that guide whoever fills it in: named ones, and what stands there is no part of a report."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from govreport.documents.text import GUIDE

# The first and last cell of a range, as XLSX (`'三'!$K$1:$M$40`) and ODS (`$'三'.$K$1:.$M$40`) write it.
_RANGE = re.compile(r"[!.]\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):(?:[^:]*\.)?\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$(?!\n)")

# A sheet has two at most, and every cell is held against each.
_MOST = 10

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""


def guides(names: Iterable[tuple[str, str]]) -> tuple[Area, ...]:
    """Return the areas of guides among the names of a sheet, each with its range; one that is lost is none."""
    found = (area for name, address in names if name.startswith(f"{GUIDE}_") for area in _area(address))
    return tuple(islice(found, _MOST))


def is_within(areas: Iterable[Area], row: int, column: int) -> bool:
    """Tell whether a cell lies in one of the areas."""
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in areas)


def _area(address: str) -> Iterator[Area]:
    match = _RANGE.search(address)
    if match is not None:
        yield int(match[2]), _number(match[1]), int(match[4]), _number(match[3])


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
