"""A paragraph in other words: as many lines, as wide, with the same mark in front and the same way of setting."""

import re
from collections.abc import Sequence

from .sentences import Supply, width

_MARK = re.compile(r"\s*(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|[一二三四五六]、|\d+[.．、]|)\s*")
# A heading that the text goes on after, in the same line.
_RUN_IN = re.compile(r"[^。，；：]{4,16}情况。")
# Lines of wrapped text differ in width by what a sign at the edge takes along to the next line.
_RAGGED = 3
_HALF_WIDTH = str.maketrans("，：；（）", ",:;()")
_TOKEN = re.compile(r"[（“《【]*(?:[0-9A-Za-z.%+]+|.)[，。；：、！？）”》】%]*")
_AT_FIGURE = re.compile(r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[一-鿿])")


def reworded(lines: Sequence[str], theme: str, supply: Supply, half_width: bool) -> list[str]:
    """Return the lines of a paragraph with our sentences in place of the printed ones, in signs of half width if so."""
    printed = "".join(line.strip() for line in lines)
    if len(lines) == 1 and is_heading(printed):
        mark = _mark(printed)
        return [_indent(lines[0]) + mark + supply.heading(theme)]
    mark = _mark(printed)
    if _RUN_IN.match(printed, len(mark)):
        mark += supply.heading(theme) + "。"
    sentences = supply.sentences(theme, round(width(printed) - width(mark)))
    if half_width:
        sentences = [sentence.translate(_HALF_WIDTH) for sentence in sentences]
    return set_as(lines, [mark + sentences[0], *sentences[1:]])


def set_as(lines: Sequence[str], sentences: Sequence[str], room: float | None = None) -> list[str]:
    """Return sentences in the lines of others, set as those are: blanks at figures, stretched lines.

    A line of wrapped text is as long as the column allows, `room` where that is given. Sentences at the end for which
    the lines are too few are left out.
    """
    printed = "".join(lines)
    widths = _column(list(map(width, lines)), room)
    is_spaced = re.search(r"\d [一-鿿]", printed) is not None
    for count in range(len(sentences), 0, -1):
        turned = [[*sentences[:1], *sentences[n:count], *sentences[1:n]] for n in range(1, count + 1)]
        texts = ["".join(turn) for turn in turned]
        tried = [broken(_AT_FIGURE.sub(" ", text) if is_spaced else text, widths) for text in texts]
        # A sentence that ends a little before the edge of its line looks like the end of the paragraph.
        pieces = next((pieces for pieces in tried if not _seems_to_end(pieces, max(widths))), tried[0])
        if len(pieces) <= len(lines):
            break
    pieces = [*pieces, *[""] * (len(lines) - len(pieces))]
    assert len(pieces) == len(lines), f"too long by {len(pieces) - len(lines)} lines: {sentences[0]}"
    return [
        _indent(line) + (_stretched(piece) if _is_stretched(line) else piece) if piece else ""
        for line, piece in zip(lines, pieces, strict=True)
    ]


def _column(widths: list[float], room: float | None) -> list[float]:
    """Return how much each line holds: in a column all lines hold alike, but the first, which is indented."""
    if room is not None:
        return [room] * len(widths)
    full = widths[1:-1]
    if not full or max(full) - min(full) > _RAGGED:
        return [*widths[:-1], max(widths) + _RAGGED]
    return [widths[0] if widths[0] < max(full) - 1 else max(full), *[max(full)] * (len(widths) - 1)]


def _seems_to_end(pieces: Sequence[str], full: float) -> bool:
    return any(piece.endswith("。") and width(piece) < full for piece in pieces[:-1])


def broken(text: str, widths: Sequence[float]) -> list[str]:
    """Return a text in lines of these widths, more if it needs them; a line takes as much as it can hold."""
    found = [""]
    for token in _TOKEN.findall(text):
        if found[-1] and width(found[-1] + token) > widths[min(len(found), len(widths)) - 1]:
            found[-1] = found[-1].strip()
            found.append("")
        found[-1] += token
    return [line.strip() for line in found]


def is_heading(text: str) -> bool:
    """Say whether a line is the heading of a part of a section."""
    return bool(_mark(text)) and not text.rstrip().endswith(tuple("。；：，,;:*")) and width(text) <= 20


def ends(line: str, full: float) -> bool:
    """Say whether a paragraph ends with this line, where a full line is so wide."""
    text = line.strip()
    return text.endswith(tuple("。；：！？*")) or (is_heading(text) and width(text) < full - 2)


def _mark(text: str) -> str:
    found = _MARK.match(text)
    return found.group().lstrip() if found else ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_stretched(line: str) -> bool:
    return line.strip().count(" ") >= len(line.strip()) / 3


def _stretched(text: str) -> str:
    return " ".join(text.replace(" ", ""))
