"""A paragraph in other words: as many lines, as wide, with the same mark in front and the same way of setting."""

import re
from collections.abc import Sequence

from .sentences import Supply, width

_MARK = re.compile(r"\s*(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|[一二三四五六]、|\d+[.．、]|)\s*")
# A heading that the text goes on after, in the same line.
_RUN_IN = re.compile(r"[^。，；：]{4,16}情况。")
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
    text = mark + supply.text(theme, round(width(printed) - width(mark)))
    return set_as(lines, text.translate(_HALF_WIDTH) if half_width else text)


def set_as(lines: Sequence[str], text: str) -> list[str]:
    """Return a text in the lines of another, set as those are: blanks at figures, stretched lines."""
    printed = "".join(lines)
    if re.search(r"\d [一-鿿]", printed):
        text = _AT_FIGURE.sub(" ", text)
    return [
        _indent(line) + (_stretched(piece) if _is_stretched(line) else piece)
        for line, piece in zip(lines, broken(text, [width(line) for line in lines]), strict=True)
    ]


def broken(text: str, widths: Sequence[float]) -> list[str]:
    """Return a text in as many lines as there are widths; the last takes what is left, and may be empty."""
    tokens = _TOKEN.findall(text)
    found = []
    for number, wanted in enumerate(widths):
        line = ""
        while tokens and (number == len(widths) - 1 or width(line + tokens[0]) <= wanted + 0.5):
            line += tokens.pop(0)
        found.append(line.strip())
    return found


def is_heading(text: str) -> bool:
    """Say whether a line is the heading of a part of a section."""
    return bool(_mark(text)) and not text.rstrip().endswith(tuple("。；：，,;:*")) and width(text) <= 20


def ends(line: str, full: float) -> bool:
    """Say whether a paragraph ends with this line, where a full line is so wide."""
    text = line.strip()
    return text.endswith(tuple("。；：！？*")) or is_heading(text) and width(text) < full - 2


def _mark(text: str) -> str:
    found = _MARK.match(text)
    return found.group().lstrip() if found else ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_stretched(line: str) -> bool:
    return line.strip().count(" ") >= len(line.strip()) / 3


def _stretched(text: str) -> str:
    return " ".join(text.replace(" ", ""))
