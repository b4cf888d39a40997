"""The text of a published work plan with its sentences replaced: lines, boxes of the table, numbers and times stay."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from .facts import EXAMPLES, in_other_words
from .paragraphs import set_as
from .sentences import Supply, width

_WIDEST_NAME = 5
_WIDEST_TEXT = 13
_TABLE = "时间节"
_TITLE = re.compile(r"[一二三四]、")
_BEGINS = re.compile(r"现将|2022 年，|[一二三四]、|（[一二三四]）")


def reworded_plan(text: str, name: str) -> str:
    """Return a work plan in our words; `name` is that of its example."""
    plan: dict[str, Any] = json.loads((EXAMPLES / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    supply = Supply({})
    lines = text.split("\n")
    head = next(n for n, line in enumerate(lines) if line.strip().startswith("附件："))
    table = next(n for n in range(head, len(lines)) if lines[n].strip() == _TABLE) + 2
    return "\n".join([*_head(lines[:head], plan, supply), *lines[head:table], *_table(lines[table:], plan, supply)])


def _head(lines: Sequence[str], plan: dict[str, Any], supply: Supply) -> list[str]:
    """Return the notice and the text of a plan: titles, names and dates stay, the sentences are ours."""
    texts = [plan["notice"]["text"], plan["preamble"]]
    for section in plan["sections"]:
        texts += [section["title"], *(f"{item['title']}。{item['text']}" for item in section["items"])]
    found = list(lines)
    for paragraph, text in zip(_paragraphs(lines, plan["organ"]["name"]), texts, strict=True):
        _put(found, paragraph, text, supply)
    return found


def _paragraphs(lines: Sequence[str], organ: str) -> Iterator[list[int]]:
    """Yield the lines of each paragraph: the notice's up to the name that signs it, then the plan's."""
    paragraph: list[int] = []
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for number, after in zip(filled, [*filled[1:], None], strict=True):
        line = lines[number].strip()
        if not paragraph and not _BEGINS.match(line):
            continue
        paragraph.append(number)
        following = lines[after].strip() if after is not None else organ
        if _TITLE.match(line) or (line.endswith("。") and (_BEGINS.match(following) or following.startswith(organ))):
            yield paragraph
            paragraph = []


def _table(lines: Sequence[str], plan: dict[str, Any], supply: Supply) -> list[str]:
    """Return the lines of the table: names and texts are ours, numbers, units and times as printed."""
    found = list(lines)
    tasks = [
        (group["name"] if not place else "", task)
        for group in plan["groups"]
        for place, task in enumerate(group["tasks"])
    ]
    starts = [n for n, line in enumerate(lines) if re.fullmatch(r"\s*\d+", line)]
    for (name, task), start, end in zip(tasks, starts, [*starts[1:], len(lines)], strict=True):
        assert int(lines[start]) == task["number"]
        box = [n for n in range(start + 1, end) if lines[n].strip()]
        known = _bare(task["units"]["printed"] + (task["time"]["printed"] or ""))
        size = next(n for n in range(len(box), 0, -1) if _bare("".join(lines[m] for m in box[-n:])) == known)
        box = box[:-size]
        names = next((n for n, m in enumerate(box) if width(lines[m]) > _WIDEST_NAME), len(box)) if name else 0
        if name:
            _put(found, box[:names], name, None, _WIDEST_NAME)
        _put(found, box[names:], task["text"], supply, _WIDEST_TEXT)
    return found


def _put(lines: list[str], places: Sequence[int], text: str, supply: Supply | None, room: float | None = None) -> None:
    """Put a text into these lines, filled up with sentences of ours until it is as long as what was printed there."""
    printed, sentences = [lines[n] for n in places], [in_other_words(text)]
    left = round(sum(map(width, printed)) - width(text))
    if supply is not None and left >= 4 and text.endswith("。"):
        sentences += supply.sentences("tasks", left)
    for place, line in zip(places, set_as(printed, sentences, room), strict=True):
        lines[place] = line


def _bare(text: str) -> str:
    return "".join(text.split())
