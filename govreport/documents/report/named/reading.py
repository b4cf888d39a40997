"""Reads tables whose figures each stand behind their labels, or behind the innermost of them under the others.

A figure is stored only where its labels, together with those that it shares with the figure before it, lead to one cell
and to no other; and any of them only if nearly all figures of the table do, so that running text is never read.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govreport.documents.paper import Evidence
from govreport.documents.report.named.cells import Cells, Path
from govreport.documents.report.named.tokens import Token, tokens
from govreport.documents.report.named.vocabulary import OTHER_YEARS, vocabulary
from govreport.documents.report.tables.readings import Readings

# Of the figures of such a table so many parts of a hundred have a place, and of its cells so many have a figure.
_LEAST_PLACED, _LEAST_FILLED = 90, 40
_LONGEST_LABEL = 12


class Printed(NamedTuple):
    """The texts of a line, or of a row of a grid, with their places; the words of a row go on in no other one."""

    texts: Sequence[tuple[str, Evidence]]
    is_row: bool = False


def read_named(readings: Readings, tables: Sequence[str], printed: Iterable[Printed]) -> bool:
    """Read tables from what is printed where they stand; tell whether their figures are named one by one."""
    words = vocabulary(readings.form, tables)
    lines = [
        ([token for text, evidence in line.texts for token in tokens(words, text, evidence)], line.is_row)
        for line in printed
    ]
    if any(_is_of_other_year(token) for said, _ in lines for token in said):
        return False
    placed: dict[str, list[Token]] = {}
    loose = 0
    for figure, cells in _led(Cells(words), lines):
        if len(cells) == 1:
            placed.setdefault(min(cells), []).append(figure)
        else:
            loose += 1
    figures = sum(map(len, placed.values()))
    wanted = sum(len(block.cells) for block in words.blocks)
    if figures * 100 < (figures + loose) * _LEAST_PLACED or len(placed) * 100 < wanted * _LEAST_FILLED:
        return False
    for pointer, found in placed.items():
        for figure in found:
            readings.put(pointer, figure.figure or "", figure.evidence)
    readings.doubtful.update(tables)
    return True


def _is_of_other_year(token: Token) -> bool:
    is_other = token.label is None and token.figure is None and len(token.text) <= _LONGEST_LABEL
    return is_other and any(word in token.text for word in OTHER_YEARS)


def _led(cells: Cells, lines: Iterable[tuple[Sequence[Token], bool]]) -> Iterator[tuple[Token, set[str]]]:
    """Yield each figure with the cells to which the labels before it lead.

    Behind words that the form does not have a figure leads nowhere, nor do those that share labels with it.
    """
    labels: list[str] = []
    before: Path | None = ()
    is_foreign = False
    for said, is_row in lines:
        if is_row:
            labels, is_foreign = [], False
        for token in said:
            if token.label is not None:
                labels.append(token.label)
            elif token.figure is None:
                is_foreign = True
            elif is_foreign:
                before, labels, is_foreign = None, [], False
            else:
                path, found = _resolve(cells, before, labels)
                yield token, found
                before, labels = path, []


def _resolve(cells: Cells, before: Path | None, labels: Path) -> tuple[Path | None, set[str]]:
    """Return all labels of a figure, some of them shared with the figure before it, and the cells they lead to."""
    if not labels:
        return before, set()
    found: set[str] = set()
    path: Path | None = None
    for shared in range(len(before or ()), -1, -1):
        whole = [*(before or ())[:shared], *labels]
        led = cells.led_to(whole)
        found |= led
        path = whole if led and path is None else path
    return path or labels, found
