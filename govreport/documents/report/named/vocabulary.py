"""The labels of some tables as they are told from other words: by name, whatever print varies."""

import re
from collections.abc import Iterable
from functools import lru_cache

import attrs

from govreport.documents.report.tables.form import Block, Form
from govreport.documents.text import narrow
from govreport.documents.wording.labels import closest, excludes, fold, own_words
from govreport.form.drawing import draw

# What stands between labels: few of them have one of these outside of brackets, in its narrow form.
PARTING = frozenset(":=;。\t\n{}[]|>→»·・•/\\—–―│,【】")
# What another year than that of the report is called by; in a table of named figures they may stand for any of them.
OTHER_YEARS = ("上年", "去年", "上一年", "前年", "往年", "同比", "环比", "增减", "增长")
_LONGEST_LABEL = 50
_FIGURE = re.compile(r"\d[^\d.、)]*+$")


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """What the labels of some tables are called; `around` are words of the form that lead to no cell."""

    form: Form = attrs.field(repr=False)
    blocks: tuple[Block, ...] = attrs.field(repr=False)
    labels: frozenset[str] = attrs.field(repr=False)
    own: dict[str, str] = attrs.field(repr=False)
    parted: tuple[tuple[str, str], ...] = attrs.field(
        repr=False
    )  # titles with signs that part others, and their labels
    around: frozenset[str] = attrs.field(repr=False)

    def label(self, text: str) -> str | None:
        """Return the label of the form that a text is, folded, "" for words around them, None for any other text."""
        folded = fold(text)
        if folded in self.labels:
            return folded
        if not folded or folded in self.around:
            return ""
        if excludes(text):
            # It may say that the very thing is not counted.
            return None
        own = own_words(text)
        # A label with a digit behind it is no misprint, but has a figure.
        is_label = 2 <= len(own) <= _LONGEST_LABEL and not own[-1:].isdecimal() and not _FIGURE.search(text)
        return self.own.get(own) or (_misprinted(own, self.labels) if is_label else None)


def vocabulary(form: Form, tables: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of the tables at some pointers."""
    wanted = frozenset(tables)
    blocks = tuple(block for block in form.blocks if block.table in wanted)
    lines = [line for block in blocks for line in (*block.rows, *block.columns)]
    titles: dict[str, set[str]] = {}
    named = dict.fromkeys(pair for line in lines for pair in zip(line.titles, line.labels, strict=True))
    for title, label in named:
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
        parted=tuple((narrow(title), label) for title, label in named if PARTING.intersection(narrow(title))),
        around=frozenset(map(fold, texts)) - others,
    )


@lru_cache(maxsize=1 << 12)
def _misprinted(own: str, labels: frozenset[str]) -> str | None:
    return closest(own, labels)
