"""The text of a published report with its sentences replaced: titles, labels and figures stay, line by line."""

import re
from collections.abc import Sequence

from . import facts
from .paragraphs import ends, is_heading, reworded
from .sentences import Supply, width

_TITLES = {"一": "总体", "二": "主动公开政府", "三": "收到和处理", "四": "复议", "五": "问题", "六": "其他需要"}
# Where the page goes on after the report: the form for remarks of a site.
_FURNITURE = "留言咨询"
_FORM = "4.请写明出错的时候您在做什么、看到了什么:*"
_LONGEST_LABEL = 14


def reworded_report(text: str, name: str) -> str:
    """Return a report in our words; `name` is that of its example."""
    lines = text.split("\n")
    starts = [next(n for n, line in enumerate(lines) if is_title(line, number)) for number in _TITLES]
    supply = Supply(facts.of_report(name))
    is_half = text.count(",") > text.count("，")
    first, second, _, _, fifth, sixth = starts
    return "\n".join(
        [
            *_head(lines[:first], supply, is_half),
            lines[first],
            *section(lines[first + 1 : second], "general", supply, is_half),
            *lines[second : fifth + 1],
            *section(lines[fifth + 1 : sixth], "problems", supply, is_half),
            lines[sixth],
            *section(lines[sixth + 1 :], "other", supply, is_half),
        ]
    )


def is_title(line: str, number: str) -> bool:
    """Say whether a line is the title of the section with this number."""
    line = line.strip()
    return line.startswith(f"{number}、") and _TITLES[number] in line and len(line) < 40 and "。" not in line


def section(lines: Sequence[str], theme: str, supply: Supply, is_half: bool) -> list[str]:
    """Return the lines of a section of text in our words; empty lines and numbers of pages stay where they are."""
    found = list(lines)
    full = max((width(line) for line in lines), default=0)
    paragraph: list[int] = []
    current = theme
    for number, line in enumerate(lines):
        if line.strip() == _FURNITURE:
            found[number:] = [_FORM if width(rest) > _LONGEST_LABEL else rest for rest in lines[number:]]
            break
        if not line.strip() or re.fullmatch(r"\s*\d+\s*", line):
            continue
        paragraph.append(number)
        if ends(line, full):
            current = _reword(found, paragraph, current, supply, is_half)
            paragraph = []
    if paragraph:
        _reword(found, paragraph, current, supply, is_half)
    return found


def _reword(lines: list[str], paragraph: Sequence[int], theme: str, supply: Supply, is_half: bool) -> str:
    """Put our words in place of a paragraph, and return what the next one speaks of."""
    printed = [lines[number] for number in paragraph]
    text = "".join(line.strip() for line in printed)
    if is_heading(text):
        theme = facts.matter(text, theme)
    for number, line in zip(paragraph, reworded(printed, theme, supply, is_half), strict=True):
        lines[number] = line
    return theme if is_heading(text) or theme != "problems" else "remedies"


def _head(lines: Sequence[str], supply: Supply, is_half: bool) -> list[str]:
    """Return what is printed above section one: the title as it is, the preamble in our words."""
    return [reworded([line], "preamble", supply, is_half)[0] if "。" in line else line for line in lines]


def outside_tables(text: str) -> str:
    """Return the text of a report without its sections two, three and four, which hold labels and figures only."""
    lines = text.split("\n")
    second, fifth = (next(n for n, line in enumerate(lines) if is_title(line, number)) for number in "二五")
    return "\n".join([*lines[:second], *lines[fifth:]])
