"""Segments: the lines of a table as runs of labels, each with the figures that follow them."""

from collections.abc import Sequence

import attrs

from govreport.documents.paper import Evidence, Paragraph, Word
from govreport.documents.report.tables.form import Form, RowAt
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.labels import LIKE, fold, own_words, similarity

_STOPS = [["."], ["、"], ["．"]]
_MOST_PIECES = 12
_SHORTEST_SUFFIX = 4


@attrs.define(kw_only=True)
class LabelRun:
    """Texts, then figures: what a row of a table comes to when it is written out in lines."""

    texts: list[str] = attrs.field(factory=list)
    figures: list[list[tuple[str, Word | None, Evidence]]] = attrs.field(factory=list)  # by lines
    label: str = ""
    at: RowAt | None = None
    first_line: int | None = None  # of the texts
    label_line: int | None = None  # the last of the texts

    @property
    def count(self) -> int:
        """How many figures there are."""
        return sum(map(len, self.figures))


def segments_of(lines: Sequence[Paragraph]) -> list[LabelRun]:
    """Return the segments of lines, in their order."""
    segments = [LabelRun()]
    for line in lines:
        words: Sequence[Word | None] = line.words
        pieces = [word.text for word in line.words] or line.text.replace("|", " ").split()
        words = line.words or [None] * len(pieces)
        is_new = True
        for number, (piece, word) in enumerate(zip(pieces, words, strict=True)):
            # A number before a stop numbers a label.
            if is_figure_or_mark(piece) and pieces[number + 1 : number + 2] not in _STOPS:
                if is_new:
                    segments[-1].figures.append([])
                    is_new = False
                segments[-1].figures[-1].append((piece, word, line.evidence))
            else:
                if segments[-1].figures:
                    segments.append(LabelRun())
                    is_new = True
                if not segments[-1].texts:
                    segments[-1].first_line = line.evidence.line
                segments[-1].texts.append(piece)
                segments[-1].label_line = line.evidence.line
    return segments


def name_row(form: Form, table: str, segment: LabelRun, following: list[str]) -> None:
    """Find the row that the last texts of a segment name: exactly, cut by the figures, or misprinted."""
    texts = segment.texts[-_MOST_PIECES:]
    segment.label = "".join(texts[-3:])
    for start in range(len(texts)):
        label = "".join(texts[start:])
        at = form.exact_row(label)
        if at is not None and at.block.table == table:
            segment.at, segment.label = at, label
            return
    at = _cut_by_figures(form, table, texts, fold("".join(following[:4])))
    if at is not None:
        segment.at = at
        segment.label = at.block.rows[at.row].titles[at.group - 1 if at.group else -1]
        return
    for start in range(max(0, len(texts) - 3), len(texts)):
        label = "".join(texts[start:])
        at = form.row(label)
        if at is not None and at.block.table == table and _agrees(own_words(label), at):
            segment.at, segment.label = at, label
            return


def _cut_by_figures(form: Form, table: str, texts: Sequence[str], after: str) -> RowAt | None:
    """Return the row whose label begins with one of the last texts and goes on behind the figures; the longest such."""
    best: tuple[str, RowAt | None] = ("", None)
    beginnings = [fold("".join(texts[start:])) for start in range(len(texts))]
    for label, at in form.rows.items():
        if at.block.table != table or len(label) < max(_SHORTEST_SUFFIX, len(best[0]) + 1):
            continue
        for beginning in beginnings:
            rest = label.removeprefix(beginning)
            if len(beginning) >= _SHORTEST_SUFFIX and rest != label and rest and after.startswith(rest):
                best = (label, at)
    return best[1]


def _agrees(label: str, at: RowAt) -> bool:
    """Tell whether a label is that of a row, misprinted or cut short, and not of several rows in one."""
    name = at.block.rows[at.row].labels[(at.group or 0) - 1]
    return label in name or similarity(label, name) >= LIKE
