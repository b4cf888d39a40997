"""Text taken out of a page in which the figures of each row come before its label."""

from collections.abc import Sequence

import attrs

from govreport.documents.report.sums.labels import Named
from govreport.documents.report.sums.runs import Run
from govreport.documents.report.tables.form import Block, Form, RowAt
from govreport.documents.wording.labels import fold

_MOST_PIECES = 8


def name_backwards(form: Form, blocks: Sequence[Block], runs: Sequence[Run]) -> list[Named] | None:
    """Return the runs with the rows whose labels follow them, None unless every row of the table is told so.

    The first figures have no label before them and the last label no figures behind it; between them labels and
    figures alternate in the order of the form, and no row is missing. Then there is no other way to read it.
    """
    wanted = [RowAt(block=block, row=row) for block in blocks for row in range(len(block.rows))]
    if len(runs) != len(wanted) + 1 or runs[-1].characters or not all(len(run.texts) for run in runs[1:]):
        return None
    found: list[Named] = []
    before: Sequence[str] = runs[0].texts
    for run, after, at in zip(runs, runs[1:], wanted, strict=False):
        is_bare = not at.block.rows[at.row].labels
        columns = {line.label for line in at.block.columns}
        size = len(after.texts) if is_bare else _label_size(form, after.texts, at)
        if not size or (is_bare and not all(fold(text) in columns for text in after.texts)):
            return None
        label = "".join(after.texts[:size])
        found.append(Named(run=attrs.evolve(run, number=""), at=at, label=label, before=tuple(before)))
        before = after.texts[size:]
    return found


def _label_size(form: Form, texts: Sequence[str], at: RowAt) -> int:
    """Return how many of the texts that follow figures are the label of a row, 0 if they are not."""
    for size in range(1, min(len(texts), _MOST_PIECES) + 1):
        named = form.exact_row("".join(texts[:size]))
        if named is not None and named.block is at.block and (named.row, named.group) == (at.row, None):
            return size
    return 0
