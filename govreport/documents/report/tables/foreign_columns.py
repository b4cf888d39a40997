"""Foreign columns: columns of the form under which the print shows another label, such as last year's figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from govreport import resources
from govreport.documents.report.tables.columns import is_usual
from govreport.documents.report.tables.form import Block, load_form
from govreport.documents.report.tables.joined_labels import joined_column
from govreport.documents.wording.labels import closest, fold, is_remnant, legible, own_words, qualifies
from govreport.form.drawing import draw
from govreport.form.layout import load_layout

_SHORTEST = 2


def foreign_columns(layout: str, block: Block, texts: Sequence[str]) -> Mapping[int, str]:
    """Return for each column whose label is not among the printed ones the other label that may stand there.

    `texts` are the boxes of a header, or what is printed before the first row. A damaged label counts as that of the
    column; where a label is printed more often than the form has it, none of its columns is sure. Without any label of
    the block there is no header, unless labels of another layout stand there.
    """
    return (_foreign_columns if is_usual(texts) else _find_foreign)(layout, block, tuple(texts))


def _find_foreign(layout: str, block: Block, texts: tuple[str, ...]) -> Mapping[int, str]:
    wanted = Counter(line.label for line in block.columns)
    named = Counter(label for text in texts if (label := _named(block, text, wanted)) is not None)
    missing = [x for x, line in enumerate(block.columns) if line.label and line.label not in named]
    if not missing:
        return {}
    known = _known(layout)
    others = [text for text in texts if _named(block, text, wanted) is None and not _is_known(text, known)]
    if not named:
        others = [text for text in others if own_words(text) in _columns_elsewhere(layout)]
    found = {}
    for x in missing:
        label = block.columns[x].label
        damaged = (text for text in others if not qualifies(text))
        if others and not any(is_remnant(legible(text), own_words(label)) for text in damaged):
            found[x] = others[0]
    doubled = {label for label, count in named.items() if count > wanted[label]}
    if doubled and not others:
        found |= {x: min(doubled) for x in missing}
        found |= {x: line.label for x, line in enumerate(block.columns) if line.label in doubled}
    return found


_foreign_columns = lru_cache(maxsize=1 << 8)(_find_foreign)


def _named(block: Block, text: str, wanted: Counter[str]) -> str | None:
    """Return the column label that a text is, misprints included, or that it names together with its group."""
    column = joined_column(block, text)
    if column is not None:
        return block.columns[column].label
    label = fold(text)
    if label in wanted:
        return label
    own = "" if qualifies(text) else own_words(text)
    same = [name for name in wanted if own and own_words(name) == own]
    return same[0] if len(same) == 1 else closest(own, wanted) if own else None


def _is_known(text: str, known: frozenset[str]) -> bool:
    """Tell whether a text is what the form prints elsewhere in a table, or too little to be a label."""
    label = fold(text)
    return label in known or own_words(text) in known or len(legible(text)) < _SHORTEST


@cache
def _known(layout: str) -> frozenset[str]:
    """Return all labels of the tables of a layout that are not those of columns, and its notes and titles."""
    boxes = [box for table in load_layout(layout).tables for drawn in draw(table) for box in drawn.boxes if box.text]
    titles = [table.title for table in load_layout(layout).tables]
    leaves = {line.label for block in load_form(layout).blocks for line in block.columns}
    return frozenset(map(fold, (*titles, *(box.text for box in boxes)))) - leaves


@cache
def _columns_elsewhere(layout: str) -> frozenset[str]:
    """Return the labels of columns that other layouts have and this one has not."""
    own = {line.label for block in load_form(layout).blocks for line in block.columns}
    others = [load_form(other) for other in resources.layouts() if other != layout]
    return frozenset(line.label for form in others for block in form.blocks for line in block.columns) - own
