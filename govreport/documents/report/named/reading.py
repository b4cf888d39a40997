"""Reads tables whose figures each stand behind their labels, or behind the innermost of them under the others.

A figure is stored only where its labels, together with those that it shares with the figure before it, lead to one cell
and to no other; and any of them only if nearly all figures of the table do, so that running text is never read.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from govreport.documents.paper import Evidence
from govreport.documents.report.named.cells import Cells, Path
from govreport.documents.report.named.tokens import Token, has_dashes, tokens
from govreport.documents.report.named.vocabulary import vocabulary
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.units import header_unit
from govreport.documents.wording.labels import is_of_other_year

# Of the figures of such a table so many parts of a hundred have a place, and of its cells so many have a figure.
_LEAST_PLACED, _LEAST_FILLED = 90, 40
_LONGEST_LABEL = 12
# More labels than this lead to no cell.
_MOST_LABELS = 12
_SEVERAL = 2


class Led(NamedTuple):
    """A figure, the cell to which its labels lead, and whether it shares some of these with the figure before it."""

    figure: Token
    cell: str | None
    is_inherited: bool


class Printed(NamedTuple):
    """The texts of a line, or of a row of a grid, with their places; the words of a row go on in no other one."""

    texts: Sequence[tuple[str, Evidence]]
    is_row: bool = False


def read_named(readings: Readings, tables: Sequence[str], printed: Iterable[Printed]) -> bool:
    """Read tables from what is printed where they stand; tell whether their figures are named one by one."""
    words = vocabulary(readings.form, tables)
    printed = list(printed)
    lines = [
        ([token for text, evidence in line.texts for token in tokens(words, text, evidence)], line.is_row)
        for line in printed
    ]
    if any(_is_of_other_year(token) for said, _ in lines for token in said):
        return False
    wanted = sum(len(block.cells) for block in words.blocks)
    ways = [
        _placed(Cells(words, is_row_first=is_row_first), lines, has_blanks=has_blanks)
        for is_row_first in (True, False)
        for has_blanks in (True, False)
    ]
    placed = max(ways, key=lambda way: sum(bool(figure.figure) for figure in way.values()))
    if len(placed) * 100 < wanted * _LEAST_FILLED:
        return False
    units = _units(lines)
    is_unsigned = any(has_dashes(text) for line in printed for text, _ in line.texts)
    for block in words.blocks:
        for (row, column), pointer in block.cells.items():
            kind = readings.form.node(pointer).kind
            if pointer not in placed or (kind == "change" and is_unsigned):
                continue
            labels = (block.columns[column].label, block.rows[row].label) if kind == "amount" else ()
            said = {unit for label in labels for unit in units.get(label, ())}
            if len(said) < _SEVERAL:
                figure, unit = placed[pointer], next(iter(said), None)
                is_other = unit != header_unit(block.columns[column].titles)
                readings.put(pointer, figure.figure or "", figure.evidence, unit if is_other else None)
    readings.doubtful.update(tables)
    return True


def _units(lines: Iterable[tuple[Sequence[Token], bool]]) -> dict[str, set[str]]:
    """Return the units of money that labels name, by label."""
    units: dict[str, set[str]] = {}
    for said, _ in lines:
        for token in said:
            unit = header_unit((token.text,)) if token.label else None
            if unit is not None and token.label:
                units.setdefault(token.label, set()).add(unit)
    return units


def _placed(cells: Cells, lines: Sequence[tuple[Sequence[Token], bool]], *, has_blanks: bool) -> dict[str, Token]:
    """Return the figure of each cell that labels lead to; none at all where too many lead nowhere, or astray.

    A name with nothing behind it is that of a blank cell if it leads to one and the table `has_blanks`, else it stands
    above others.
    """
    placed: dict[str, Led] = {}
    loose = 0
    for led in _led(cells, lines, has_blanks):
        before = placed.get(led.cell or "")
        if led.cell is None:
            loose += 1
        elif before is None or not before.figure.figure:
            placed[led.cell] = led
        elif before.figure.figure != led.figure.figure or before.is_inherited or led.is_inherited:
            # Labels that lead twice to one cell have lost some that stood around them.
            return {}
    is_named = len(placed) * 100 >= (len(placed) + loose) * _LEAST_PLACED
    return {pointer: led.figure for pointer, led in placed.items()} if is_named else {}


def _is_of_other_year(token: Token) -> bool:
    is_other = token.label is None and token.figure is None and len(token.text) <= _LONGEST_LABEL
    return is_other and is_of_other_year(token.text)


def _led(cells: Cells, lines: Iterable[tuple[Sequence[Token], bool]], has_blanks: bool) -> Iterator[Led]:
    """Yield each figure with the cell to which the labels before it lead.

    Behind words that the form does not have a figure leads nowhere, nor do those that share labels with it.
    """
    labels: list[str] = []
    before: Path | None = ()
    is_foreign = False
    was_row = False
    for said, is_row in lines:
        if is_row and was_row:
            # What a row above says stands above nothing.
            labels, is_foreign = [], False
        was_row = is_row
        for token in said:
            if token.label is not None:
                labels.append(token.label)
            elif token.figure is None:
                is_foreign = True
            elif is_foreign:
                before, labels, is_foreign = None, [], False
            else:
                cell, path, is_inherited = _resolve(cells, before or (), labels)
                if not token.figure and (cell is None or not has_blanks):
                    continue
                yield Led(token, cell, is_inherited)
                # What leads nowhere may be a row that the form does not print so: nothing goes on from there.
                before, labels = path if cell is not None else (), []


def _resolve(cells: Cells, before: Path, labels: Path) -> tuple[str | None, Path, bool]:
    """Return the cell to which the labels of a figure lead, these labels, and whether it shares some with `before`.

    None are shared if those of the figure alone lead to one cell, else as many as possible.
    """
    if len(labels) > _MOST_LABELS:
        return None, (), False
    alone = cells.led_to(labels)
    once = [label for label, _ in groupby(labels)]
    if not alone and len(once) < len(labels):
        # A label may stand in each of the slots over which its box reached.
        return _resolve(cells, before, once)
    if not labels or len(alone) == 1:
        return (min(alone) if alone else None), labels, False
    for shared in range(len(before), 0, -1):
        path = [*before[:shared], *labels]
        found = cells.led_to(path)
        if found:
            return (min(found) if len(found) == 1 else None), path, True
    return None, labels, False
