"""Which row of the form the text before a run names, and which labels of columns it prints before that.

A label that begins a line is read as everywhere else. Inside of a line it is one only if all that stands between it and
the figures before is what the form prints there: 党委规范性文件 is not 行政规范性文件 behind an unknown word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from govreport.documents.report.sums.runs import Run
from govreport.documents.report.tables.form import Form, RowAt, is_excluded, load_form
from govreport.documents.text import narrow
from govreport.documents.wording.labels import LIKE, fold, own_words, similarity
from govreport.form.drawing import draw

# The texts before a row are the header of its table and its labels: a run of prose is longer.
_MOST_LETTERS = 600
_MOST_LINES = 40
_LIKE_LINES = 3
_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.、]")


@attrs.frozen(kw_only=True)
class Named:
    """A run with the row that its label names, None where it names none of the table; `label` is as printed.

    `before` are the texts between the figures before and the label.
    """

    run: Run
    at: RowAt | None
    label: str
    before: tuple[str, ...] = ()


def name(form: Form, table: str, run: Run) -> Named:
    """Return the row that the texts of a run name."""
    texts = run.texts
    nothing = Named(run=run, at=None, label=texts[-1] if texts else "", before=texts[:-1])
    if not texts or len(texts) > _MOST_LINES or sum(map(len, texts)) > _MOST_LETTERS:
        return nothing
    for start in range(len(texts)):
        label = "".join(texts[start:])
        at = form.exact_row(label)
        if at is not None and at.block.table == table and _has_number(at, label):
            return Named(run=run, at=at, label=label, before=texts[:start])
        at = _behind_known(form, table, label)
        if at is not None and _has_number(at, label if start or not run.number else ""):
            return Named(run=run, at=at, label=label, before=texts)
    for start in range(max(int(run.is_inside), len(texts) - _LIKE_LINES), len(texts)):
        label = "".join(texts[start:])
        at = form.row(label)
        if at is not None and at.block.table == table and _agrees(label, at):
            return Named(run=run, at=at, label=label, before=texts[:start])
    return nothing


def _has_number(at: RowAt, label: str) -> bool:
    """Tell whether a label has the number of the row, if any: one that was cut from the figures must be it."""
    printed = _NUMBER.match(narrow(label))
    titles = at.block.rows[at.row].titles
    known = _NUMBER.match(narrow(titles[at.group - 1 if at.group else -1]))
    return printed is None or known is None or printed[1] == known[1]


def _agrees(label: str, at: RowAt) -> bool:
    wanted = at.block.rows[at.row].labels[(at.group or 0) - 1]
    own = own_words(label)
    return own in wanted or similarity(own, wanted) >= LIKE


def _behind_known(form: Form, table: str, label: str) -> RowAt | None:
    """Return the row whose label ends a text that is otherwise what the form prints around rows."""
    words = _words(form.layout.id, table)
    for text, rows in ((fold(label), form.rows), (own_words(label), form.own)):
        ends = [end for end in rows if rows[end].block.table == table and text.endswith(end)]
        for end in sorted(ends, key=len, reverse=True):
            if _is_made_of(text[: len(text) - len(end)], words) and not is_excluded(rows[end], label):
                return rows[end]
    return None


def _is_made_of(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text is nothing but some of these words, one behind the other."""
    ends = [True] + [False] * len(text)
    for at in range(len(text)):
        if ends[at]:
            for word in words:
                if text.startswith(word, at):
                    ends[at + len(word)] = True
    return ends[-1]


def header_texts(form: Form, table: str, before: Sequence[str]) -> list[str]:
    """Return the labels that texts in which they run together print, and what stands between them."""
    words = sorted(_words(form.layout.id, table), key=len, reverse=True)
    return [piece for text in before for piece in _pieces(fold(text), words)]


def _pieces(text: str, words: Sequence[str]) -> Iterator[str]:
    rest = at = 0
    while at < len(text):
        word = next((word for word in words if text.startswith(word, at)), "")
        if not word:
            at += 1
            continue
        if rest < at:
            yield text[rest:at]
        yield word
        at += len(word)
        rest = at
    if rest < len(text):
        yield text[rest:]


@cache
def _words(layout: str, table: str) -> tuple[str, ...]:
    """Return what the form prints above and beside rows, folded, also without what stands in brackets."""
    form = load_form(layout)
    node = next(node for node in form.layout.tables if node.pointer == table)
    texts = [box.text for drawn in draw(node) for box in drawn.boxes if box.text and box.role != "row"]
    lines = (line for block in form.blocks if block.table == table for line in block.rows)
    texts += [title for line in lines for title in line.titles[:-1]]
    return tuple(dict.fromkeys(word for text in texts for word in (fold(text), own_words(text)) if word))
