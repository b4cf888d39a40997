"""Trust: whether the labels in running lines stand before the figures that are theirs."""

from collections.abc import Sequence
from itertools import pairwise

from govreport.documents.report.lines.label_runs import LabelRun
from govreport.documents.report.tables.form import Block, Form, RowAt
from govreport.documents.wording.labels import fold

_FEW_TEXTS = 2
_MOST_PIECES = 6
# So many figures behind unknown labels may be numbers of pages and the like.
_MOST_LOOSE = 2
_FEWEST_LOOSE = 2


def without_broken(segments: Sequence[LabelRun]) -> list[LabelRun]:
    """Return the segments without rows whose figures stand in two lines beside the parts of a broken label.

    Together they are as many as there are columns, but which of the two lines a column is in, nothing tells.
    """
    whole: list[LabelRun] = []
    for segment in segments:
        before = whole[-1] if whole else None
        if (
            before is not None
            and before.at is not None
            and segment.at in (None, before.at)
            and len(segment.texts) <= _FEW_TEXTS
        ):
            is_row = before.count + segment.count == len(before.at.block.columns)
            if is_row and len(before.figures) == len(segment.figures) == 1:
                whole.pop()
                continue
        whole.append(segment)
    return whole


def settle_names(blocks: Sequence[Block], segments: Sequence[LabelRun]) -> None:
    """Take the name of a row from figures behind the label of a column that has the same one.

    The order of the rows tells: a row that comes before the one above it is none.
    """
    filled = [segment for segment in segments if segment.count]
    for segment, after in pairwise(filled):
        if segment.at is not None and after.at is not None and _rank(after.at, blocks) < _rank(segment.at, blocks):
            columns = {line.label for line in segment.at.block.columns}
            if segment.at.block.rows[segment.at.row].label in columns:
                segment.at = None


def has_figures_first(form: Form, blocks: Sequence[Block], segments: Sequence[LabelRun]) -> bool:
    """Tell whether figures come before the label of their row, as in text that was taken out of a page box by box.

    Then figures without a row stand right before a row without figures; other rows may look as if they were in order,
    but the boxes of any of them may stand in another one.
    """
    for segment, after in pairwise(segments):
        if segment.count and (segment.at is None or segment.at.group is not None):
            for size in range(1, min(len(after.texts), _MOST_PIECES) + 1):
                at = form.exact_row("".join(after.texts[:size]))
                is_row = at is not None and at.group is None and at.block in blocks
                if is_row and (size < len(after.texts) or not after.count):
                    return True
    if segments and not segments[-1].count and any(not line.labels for block in blocks for line in block.rows):
        columns = {line.label for block in blocks for line in block.columns}
        return any(fold(text) in columns for text in segments[-1].texts)
    return False


def is_scrambled(blocks: Sequence[Block], segments: Sequence[LabelRun]) -> bool:
    """Tell whether figures follow other labels than their own, as where text was taken out of a page column by column.

    Then figures come before the first label of a row, rows seem to be out of order, for columns have names of rows,
    many figures stand behind labels that are none of a row, or behind those of columns. The label before a figure says
    nothing any more.
    """
    lengths = {len(block.columns) for block in blocks for line in block.rows if line.labels}
    filled = [segment for segment in segments if segment.count]
    if not lengths or not filled:
        return False
    if filled[0].at is None and filled[0].count >= min(_FEWEST_LOOSE, *lengths):
        return True
    order = [_rank(segment.at, blocks) for segment in filled if segment.at is not None]
    if any(after <= before for before, after in pairwise(order)):
        return True
    if sum(_follows_column(blocks, segment) for segment in filled if segment.at is None) >= _FEWEST_LOOSE:
        return True
    loose = sum(s.count for s in filled if s.at is None and s.count not in lengths)
    return loose > _MOST_LOOSE


def _follows_column(blocks: Sequence[Block], segment: LabelRun) -> bool:
    """Tell whether figures stand right behind the label of a column of a block that has row labels."""
    label = fold("".join(segment.texts))
    columns = (line.label for block in blocks if any(row.labels for row in block.rows) for line in block.columns)
    return any(label.endswith(column) for column in columns if column)


def _rank(at: RowAt, blocks: Sequence[Block]) -> tuple[int, int]:
    return blocks.index(at.block), at.row
