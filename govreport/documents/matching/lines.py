"""Tables of the form in running lines: labels and figures follow each other, and no box tells them apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govreport.documents.matching.cells import is_figure_or_mark
from govreport.documents.matching.form import Block, Form, RowAt
from govreport.documents.matching.labels import LIKE, closest, fold, similarity
from govreport.documents.paper import Box, Evidence, Grid, Paragraph, Word

PAGE_NUMBER = re.compile(r"[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*\d+\s*页.*|\d+\s*/\s*\d+")
_FRAMED = re.compile(r"[-—–－·]+\s*\d{1,3}\s*[-—–－·]+|第\s*\d+\s*页.*")
_STOPS = [["."], ["、"], ["．"]]
_MOST_PIECES = 12
_SHORTEST_SUFFIX = 4
_SAME_PLACE = 3


@attrs.define(kw_only=True)
class _Segment:
    """Texts, then figures: what a row of a table comes to when it is written out in lines."""

    texts: list[str] = attrs.field(factory=list)
    figures: list[list[tuple[str, Word | None, Evidence]]] = attrs.field(factory=list)  # by lines
    label: str = ""
    at: RowAt | None = None

    @property
    def count(self) -> int:
        return sum(map(len, self.figures))


def grid_from_lines(form: Form, table: str, lines: Sequence[Paragraph]) -> Grid | None:
    """Return the rows of a table that lines spell out, as a grid that promises no columns; None if there are none."""
    lines = [line for line in lines if not _FRAMED.fullmatch(line.text)]
    segments = _segments(lines)
    blocks = [block for block in form.blocks if block.table == table]
    for number, segment in enumerate(segments):
        following = segments[number + 1].texts if number + 1 < len(segments) else []
        _name(form, table, segment, following)
    if any(not line.labels for block in blocks for line in block.rows):
        segments = _unlabelled(blocks[0], segments)
    for block in blocks:
        named = [s for s in segments if s.at is not None and s.at.block is block]
        if _spread(block, [s for s in named if s.count], lines):
            segments.extend(_empty_rows(form, block, named, lines))
    rows = [segment for segment in segments if segment.count]
    return _grid(rows) if rows else None


def _segments(lines: Sequence[Paragraph]) -> list[_Segment]:
    segments = [_Segment()]
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
                    segments.append(_Segment())
                    is_new = True
                segments[-1].texts.append(piece)
    return segments


def _name(form: Form, table: str, segment: _Segment, following: list[str]) -> None:
    """Find the row that the last texts of a segment name: exactly, cut by the figures, or misprinted."""
    texts = segment.texts[-_MOST_PIECES:]
    segment.label = "".join(texts[-3:])
    for start in range(len(texts)):
        label = "".join(texts[start:])
        at = form.rows.get(fold(label))
        if at is not None and at.block.table == table:
            segment.at, segment.label = at, label
            return
    whole = fold("".join(texts))
    after = fold("".join(following[:4]))
    best = ""
    for label, at in form.rows.items():
        if at.block.table == table and len(label) >= _SHORTEST_SUFFIX and len(label) > len(best):
            is_cut = any(
                whole.endswith(label[:cut]) and after.startswith(label[cut:])
                for cut in range(len(label), _SHORTEST_SUFFIX - 1, -1)
            )
            if is_cut:
                best = label
                segment.at = at
    if best:
        assert segment.at is not None
        segment.label = segment.at.block.rows[segment.at.row].titles[segment.at.group - 1 if segment.at.group else -1]
        return
    for start in range(max(0, len(texts) - 3), len(texts)):
        label = fold("".join(texts[start:]))
        at = form.row(label)
        if at is not None and at.block.table == table and _agrees(label, at):
            segment.at, segment.label = at, "".join(texts[start:])
            return


def _agrees(label: str, at: RowAt) -> bool:
    """Tell whether a label is that of a row, misprinted or cut short, and not of several rows in one."""
    name = at.block.rows[at.row].labels[(at.group or 0) - 1]
    return label in name or similarity(label, name) >= LIKE


def _unlabelled(block: Block, segments: list[_Segment]) -> list[_Segment]:
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
        return [_Segment(figures=lines, at=RowAt(block=block, row=0))]
    figures = [figure for segment in chosen for line in segment.figures for figure in line]
    return [_Segment(figures=[figures], at=RowAt(block=block, row=0))]


def _in_order(block: Block, segments: list[_Segment]) -> bool:
    """Tell whether each run of figures comes after the label of its last column, or is as long as a group."""
    names = {line.label for line in block.columns}
    place = 0
    for segment in segments:
        place += segment.count
        column = block.columns[place - 1]
        if segment.count == 1:
            label = fold(segment.texts[-1]) if segment.texts else ""
            if closest(label, names) != column.label:
                return False
        elif place < len(block.columns) and block.columns[place].labels[:-1] == column.labels[:-1]:
            return False
    return True


def _empty_rows(form: Form, block: Block, segments: list[_Segment], lines: Sequence[Paragraph]) -> Iterator[_Segment]:
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
            at = form.rows.get(fold(text))
            if at is not None and at.group is None and at.block is block and at.row not in read:
                read.add(at.row)
                blank: list[tuple[str, Word | None, Evidence]] = [("", None, line.evidence)] * len(block.columns)
                yield _Segment(figures=[blank], label=text, at=at)


def _spread(block: Block, segments: list[_Segment], lines: Sequence[Paragraph]) -> bool:
    """Give each row as many boxes as there are columns, empty ones where the places of the figures show gaps.

    A figure alone on a line beside a line that is complete is the number of the page. Tell whether the places
    of the columns are known.
    """
    wanted = len(block.columns)
    for segment in segments:
        complete = [line for line in segment.figures if len(line) == wanted]
        if segment.count > wanted and len(complete) == 1:
            segment.figures = complete
    centres = _centres(block, segments, lines)
    if centres is None:
        return False
    reach = min((b - a for a, b in pairwise(centres)), default=0) // 2
    for segment in segments:
        figures = [figure for line in segment.figures for figure in line]
        if len(figures) >= wanted or not all(word for _, word, _ in figures):
            continue
        row: list[tuple[str, Word | None, Evidence]] = [("", None, figures[0][2])] * wanted
        for text, word, evidence in figures:
            assert word is not None
            middle = (word.start + word.end) // 2
            nearest = min(range(wanted), key=lambda x: abs(centres[x] - middle))
            if abs(centres[nearest] - middle) > reach or row[nearest][0]:
                break
            row[nearest] = (text, word, evidence)
        else:
            segment.figures = [row]
    return True


def _centres(block: Block, segments: list[_Segment], lines: Sequence[Paragraph]) -> list[int] | None:
    """Return the middle of each column: that of the figures in complete rows, or else of the column labels."""
    complete = [
        [(word.start + word.end) // 2 for _, word, _ in line if word is not None]
        for segment in segments
        for line in segment.figures
        if len(line) == len(block.columns)
    ]
    complete = [row for row in complete if len(row) == len(block.columns)]
    if complete:
        return [sum(row[x] for row in complete) // len(complete) for x in range(len(block.columns))]
    return _centres_of_labels(block, lines)


def _centres_of_labels(block: Block, lines: Sequence[Paragraph]) -> list[int] | None:
    """Return the middle of each column label; one that is broken into lines is put together by its place."""
    if len(block.columns) < 2:
        return None
    stacks: list[tuple[int, str]] = []
    for line in lines:
        # The labels of columns come before the first figure; further down others have the same names.
        if any(is_figure_or_mark(word.text) for word in line.words):
            break
        for word in line.words:
            middle = (word.start + word.end) // 2
            for number, (place, text) in enumerate(stacks):
                if abs(place - middle) <= _SAME_PLACE:
                    stacks[number] = (place, text + word.text)
                    break
            else:
                stacks.append((middle, word.text))
    labels = [line.label for line in block.columns]
    found: dict[str, list[int]] = {}
    for place, text in stacks:
        # A label of several columns may stand above the one in the middle of them.
        named = max((label for label in labels if fold(text).endswith(label)), key=len, default="")
        found.setdefault(named, []).append(place)
    if len(set(labels)) < len(labels) or any(len(found.get(label, ())) != 1 for label in labels):
        return None
    centres = [found[label][0] for label in labels]
    return centres if centres == sorted(centres) else None


def _grid(rows: list[_Segment]) -> Grid:
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
