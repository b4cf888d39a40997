"""Tables of the form in running lines: labels and figures follow each other, and no box tells them apart."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from govreport.documents.paper import Box, Evidence, Grid, Paragraph, Word
from govreport.documents.report.lines.blank_lines import empty_rows, place_by_lines
from govreport.documents.report.lines.column_positions import spread
from govreport.documents.report.lines.label_order import has_figures_first, is_scrambled, settle_names, without_broken
from govreport.documents.report.lines.label_runs import LabelRun, name_row, segments_of
from govreport.documents.report.tables.form import Block, Form, RowAt
from govreport.documents.text import narrow
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.labels import closest, fold
from govreport.documents.wording.pages import FRAMED_PAGE_NUMBER


def grid_from_lines(
    form: Form, table: str, lines: Sequence[Paragraph]
) -> tuple[Grid, Mapping[str, Sequence[str]]] | None:
    """Return the rows of a table that lines spell out, as a grid that promises no columns; None if there are none.

    With it come, by block, the texts in place of a header.
    """
    lines = [line for line in lines if not FRAMED_PAGE_NUMBER.fullmatch(line.text)]
    segments = segments_of(lines)
    blocks = [block for block in form.blocks if block.table == table]
    for number, segment in enumerate(segments):
        following = segments[number + 1].texts if number + 1 < len(segments) else []
        name_row(form, table, segment, following)
    headers = {block.pointer: texts for block, texts in _headers(blocks, segments)}
    in_print = list(segments)
    segments = without_broken(segments)
    settle_names(blocks, segments)
    if has_figures_first(form, blocks, in_print) or is_scrambled(blocks, segments):
        return None
    if any(not line.labels for block in blocks for line in block.rows):
        segments = _unlabelled(blocks[0], segments)
    for block in blocks:
        named = [s for s in segments if s.at is not None and s.at.block is block]
        if spread(block, [s for s in named if s.count], lines):
            segments.extend(_empty_rows(form, block, named, lines))
        elif any(segment.count < len(block.columns) for segment in named):
            stride = place_by_lines(block, in_print)
            if stride is not None:
                segments.extend(empty_rows(form, block, named, lines, stride))
    rows = [segment for segment in segments if segment.count]
    return (_grid(rows), headers) if rows else None


def _headers(blocks: Sequence[Block], segments: Sequence[LabelRun]) -> Iterator[tuple[Block, Sequence[str]]]:
    """Yield each block with the texts before the figures of its first row, its own label left out."""
    seen: set[str] = set()
    for segment in segments:
        if segment.count and segment.at is not None and segment.at.block.pointer not in seen:
            seen.add(segment.at.block.pointer)
            yield segment.at.block, [text for text in segment.texts if text not in segment.label]
    for block in blocks:
        if any(not line.labels for line in block.rows) and block.pointer not in seen:
            whole = [segment for segment in segments if segment.count == len(block.columns)]
            yield block, [text for segment in whole or segments for text in segment.texts]


def _unlabelled(block: Block, segments: list[LabelRun]) -> list[LabelRun]:
    """Return the one row of a block without row labels: its figures in a run, or each after its column's label."""
    wanted = len(block.columns)
    filled = [segment for segment in segments if segment.count]
    whole = [segment for segment in filled if segment.count == wanted]
    if len(whole) == 1:
        chosen = whole
    elif sum(segment.count for segment in filled) == wanted and _in_order(block, filled):
        chosen = filled
    else:
        # A line of its own that holds as many figures as there are columns stands out among others.
        lines = [line for segment in filled for line in segment.figures if len(line) == wanted]
        if len(lines) != 1:
            return [attrs.evolve(segment, label="", at=None) for segment in filled]
        return [LabelRun(figures=lines, at=RowAt(block=block, row=0))]
    figures = [figure for segment in chosen for line in segment.figures for figure in line]
    return [LabelRun(figures=[figures], at=RowAt(block=block, row=0))]


def _in_order(block: Block, segments: list[LabelRun]) -> bool:
    """Tell whether each run of figures comes after the label of its last column, or is as long as a group."""
    names = {line.label for line in block.columns}
    place = 0
    for segment in segments:
        place += segment.count
        column = block.columns[place - 1]
        if segment.count == 1:
            label = fold(segment.texts[-1]) if segment.texts else ""
            if label != column.label and closest(label, names) != column.label:
                return False
        elif place < len(block.columns) and block.columns[place].labels[:-1] == column.labels[:-1]:
            return False
    return True


def _empty_rows(form: Form, block: Block, segments: list[LabelRun], lines: Sequence[Paragraph]) -> Iterator[LabelRun]:
    """Yield the rows whose label stands alone on its line: where places are known, its figures are blank."""
    read = {segment.at.row for segment in segments if segment.at is not None and segment.count}
    is_below_header = False
    for line in lines:
        texts = [word.text for word in line.words] or [line.text]
        if any(map(is_figure_or_mark, texts)):
            is_below_header = True
            continue
        if not is_below_header:
            # Columns may have the names of rows.
            continue
        for text in texts:
            # A bracket that goes on on the next line may say that the row is another.
            at = form.exact_row(text) if narrow(text).count("(") == narrow(text).count(")") else None
            if at is not None and at.group is None and at.block is block and at.row not in read:
                read.add(at.row)
                blank: list[tuple[str, Word | None, Evidence]] = [("", None, line.evidence)] * len(block.columns)
                yield LabelRun(figures=[blank], label=text, at=at)


def _grid(rows: list[LabelRun]) -> Grid:
    boxes: list[Box] = []
    width = 0
    for y, segment in enumerate(rows):
        figures = [figure for line in segment.figures for figure in line]
        boxes.append(Box(text=segment.label, row=y, column=0, evidence=figures[0][2]))
        boxes.extend(
            Box(text=text, row=y, column=x, evidence=evidence) for x, (text, _, evidence) in enumerate(figures, 1)
        )
        width = max(width, len(figures) + 1)
    return Grid(
        boxes=tuple(boxes), height=len(rows), width=width, evidence=boxes[0].evidence or Evidence(), is_aligned=False
    )
