"""Blank lines: one cell on each line, and a blank line for each cell that is empty, keep the columns of a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govreport.documents.paper import Evidence, Paragraph, Word
from govreport.documents.report.lines.label_runs import LabelRun
from govreport.documents.report.tables.form import Block, Form
from govreport.documents.wording.cells import is_figure_or_mark

_FEWEST_PROOFS = 2
_WIDEST_STRIDE = 4


def place_by_lines(block: Block, segments: Sequence[LabelRun]) -> int | None:
    """Put the figures of a block's rows where their lines are; return how many lines a cell takes.

    Every row must agree: from its label to what follows its last cell there are as many lines as cells. None, and
    nothing changed, where one does not, or no row with an empty cell is proven by what follows it.
    """
    wanted = len(block.columns)
    rows = [(n, s) for n, s in enumerate(segments) if s.count and s.at is not None and s.at.block is block]
    stride = _stride(segments, rows, wanted)
    if stride is None:
        return None
    placed: list[tuple[LabelRun, list[tuple[str, Word | None, Evidence]]]] = []
    for number, segment in rows:
        end = segments[number + 1].first_line if number + 1 < len(segments) else None
        if end is not None and end - _label_line(segment) != stride * (wanted + 1):
            return None
        slots = _slots(segment, wanted, stride)
        if slots is None and end is not None:
            return None
        # What ends with its last figure has its other figures where their lines are, like the rows before it.
        if slots is not None:
            placed.append((segment, slots))
    for segment, slots in placed:
        segment.figures = [slots]
    return stride


def _slots(segment: LabelRun, wanted: int, stride: int) -> list[tuple[str, Word | None, Evidence]] | None:
    """Return the figures of a row by their lines, None where one stands on no line of a cell, or beside another."""
    slots: list[tuple[str, Word | None, Evidence]] = [("", None, segment.figures[0][0][2])] * wanted
    for line in segment.figures:
        place, rest = divmod(_line(line[0][2]) - _label_line(segment), stride)
        if len(line) > 1 or rest or not 1 <= place <= wanted or slots[place - 1][0]:
            return None
        slots[place - 1] = line[0]
    return slots


def empty_rows(
    form: Form, block: Block, segments: Sequence[LabelRun], lines: Sequence[Paragraph], stride: int
) -> Iterator[LabelRun]:
    """Yield the rows whose label has blank lines alone below it, as many as there are cells."""
    wanted = len(block.columns)
    read = {segment.at.row for segment in segments if segment.at is not None and segment.count}
    is_below_header = False
    for line, after in pairwise(lines):
        if is_figure_or_mark(line.text):
            is_below_header = True
        elif is_below_header and _line(after.evidence) - _line(line.evidence) == stride * (wanted + 1):
            at = form.exact_row(line.text)
            if at is not None and at.group is None and at.block is block and at.row not in read:
                read.add(at.row)
                blank: list[tuple[str, Word | None, Evidence]] = [("", None, line.evidence)] * wanted
                yield LabelRun(figures=[blank], label=line.text, at=at)


def _stride(segments: Sequence[LabelRun], rows: Sequence[tuple[int, LabelRun]], wanted: int) -> int | None:
    """Return how many lines each cell takes by the first row that says so, None where too few rows have an end."""
    ends = [
        segments[number + 1].first_line - _label_line(segment)  # type: ignore[operator]
        for number, segment in rows
        if number + 1 < len(segments) and segments[number + 1].first_line is not None and segment.label_line
    ]
    if len(ends) < _FEWEST_PROOFS or any(segment.label_line is None for _, segment in rows):
        return None
    stride, rest = divmod(ends[0], wanted + 1)
    return stride if not rest and 1 <= stride <= _WIDEST_STRIDE else None


def _label_line(segment: LabelRun) -> int:
    return segment.label_line or 0


def _line(evidence: Evidence) -> int:
    return evidence.line or 0
