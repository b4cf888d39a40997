"""The labels of some tables as they are told from other words: by name, whatever print varies."""

from collections.abc import Iterable

import attrs

from govreport.documents.report.tables.form import Block, Form
from govreport.documents.wording.labels import fold, own_words
from govreport.form.drawing import draw

# What another year than that of the report is called by; in a table of named figures they may stand for any of them.
OTHER_YEARS = ("上年", "去年", "上一年", "前年", "往年", "同比", "环比", "增减", "增长")
_EXCLUDING = ("不含", "不包括", "不包含", "除", "以外")


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """What the labels of some tables are called; `around` are words of the form that lead to no cell."""

    form: Form = attrs.field(repr=False)
    blocks: tuple[Block, ...] = attrs.field(repr=False)
    labels: frozenset[str] = attrs.field(repr=False)
    own: dict[str, str] = attrs.field(repr=False)
    around: frozenset[str] = attrs.field(repr=False)

    def label(self, text: str) -> str | None:
        """Return the label of the form that a text is, folded, "" for words around them, None for any other text."""
        folded = fold(text)
        if folded in self.labels:
            return folded
        if not folded or folded in self.around:
            return ""
        if any(word in text for word in _EXCLUDING):
            # It may say that the very thing is not counted.
            return None
        return self.own.get(own_words(text))


def vocabulary(form: Form, tables: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of the tables at some pointers."""
    wanted = frozenset(tables)
    blocks = tuple(block for block in form.blocks if block.table in wanted)
    lines = [line for block in blocks for line in (*block.rows, *block.columns)]
    titles: dict[str, set[str]] = {}
    for line in lines:
        for title, label in zip(line.titles, line.labels, strict=True):
            titles.setdefault(own_words(title), set()).add(label)
    drawn = [box for table in form.layout.tables for one in draw(table) for box in one.boxes]
    labels = frozenset(label for line in lines for label in line.labels)
    texts = (*(box.text for box in drawn), *(table.title for table in form.layout.tables))
    # Labels of other tables are other words here.
    others = {label for block in form.blocks for line in (*block.rows, *block.columns) for label in line.labels}
    return Vocabulary(
        form=form,
        blocks=blocks,
        labels=labels,
        own={words: min(names) for words, names in titles.items() if words and len(names) == 1},
        around=frozenset(map(fold, texts)) - others,
    )
