"""Places: where in a line each column stands, so that gaps between figures tell which cells are blank."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from govreport.documents.paper import Evidence, Paragraph, Word
from govreport.documents.report.lines.label_runs import LabelRun
from govreport.documents.report.tables.form import Block
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.labels import fold

_SAME_PLACE = 3
# A figure belongs to a column if it stands no farther from it than this part of the way to the next.
_REACH = 3
# The labels of columns take no more lines than this, and no more places beside each other.
_MOST_LINES, _MOST_STACKS = 500, 500


def spread(block: Block, segments: list[LabelRun], lines: Sequence[Paragraph]) -> bool:
    """Give each row as many boxes as there are columns, empty ones where the places of the figures show gaps.

    A figure alone on a line beside a line that is complete is the number of the page. Tell whether the places
    of the columns are known: where a single figure stands between two columns, none of the places can be trusted.
    """
    wanted = len(block.columns)
    for segment in segments:
        complete = [line for line in segment.figures if len(line) == wanted]
        if segment.count > wanted and len(complete) == 1:
            segment.figures = complete
    short = [
        (segment, [figure for line in segment.figures for figure in line])
        for segment in segments
        if segment.count < wanted
    ]
    short = [(segment, figures) for segment, figures in short if all(word for _, word, _ in figures)]
    centres, place = _centres(block, segments, [w for _, figures in short for _, w, _ in figures if w], lines)
    if not centres:
        return False
    for segment, figures in short:
        row: list[tuple[str, Word | None, Evidence]] = [("", None, figures[0][2])] * wanted
        for text, word, evidence in figures:
            assert word is not None
            row[_nearest(centres, place(word))] = (text, word, evidence)
        segment.figures = [row]
    return True


def _centres(
    block: Block, segments: list[LabelRun], others: Sequence[Word], lines: Sequence[Paragraph]
) -> tuple[list[int], Callable[[Word], int]]:
    """Return the place of each column, and what counts as the place of a word; no places where they are unknown.

    They are those of the figures in complete rows, by their left or right edges or their middles, whichever all
    figures keep best, or else of the column labels. Where a figure stands between two columns, none can be trusted.
    """
    complete = [
        [word for _, word, _ in line if word is not None]
        for segment in segments
        for line in segment.figures
        if len(line) == len(block.columns)
    ]
    complete = [row for row in complete if len(row) == len(block.columns)]
    ranked = []
    for number, place in enumerate((_middle, _right, _left)):
        columns = [[place(row[x]) for row in complete] for x in range(len(block.columns))]
        centres = [(min(column) + max(column)) // 2 for column in columns if column]
        centres = centres or _centres_of_labels(block, lines) or []
        if centres:
            places = [place(word) for word in others] + [spot for column in columns for spot in column]
            farthest = max((abs(centres[_nearest(centres, spot)] - spot) for spot in places), default=0)
            ranked.append((farthest, number, centres, place))
    if not ranked:
        return [], _middle
    farthest, _, centres, place = min(ranked, key=lambda entry: entry[:2])
    reach = min((b - a for a, b in pairwise(centres)), default=0) // _REACH
    return (centres if farthest <= reach and reach else []), place


def _nearest(centres: Sequence[int], spot: int) -> int:
    return min(range(len(centres)), key=lambda x: abs(centres[x] - spot))


def _middle(word: Word) -> int:
    return (word.start + word.end) // 2


def _left(word: Word) -> int:
    return word.start


def _right(word: Word) -> int:
    return word.end


def _centres_of_labels(block: Block, lines: Sequence[Paragraph]) -> list[int] | None:
    """Return the middle of each column label; one that is broken into lines is put together by its place."""
    if len(block.columns) < 2:
        return None
    stacks: list[tuple[int, str]] = []
    for number_of_lines, line in enumerate(lines):
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
        if len(stacks) > _MOST_STACKS or number_of_lines > _MOST_LINES:
            return None
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
