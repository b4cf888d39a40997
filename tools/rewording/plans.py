"""The text of a published work plan with its sentences replaced: lines, boxes of the table, numbers and times stay."""

import json
import re
from collections.abc import Sequence
from typing import Any

from .facts import EXAMPLES, in_other_words
from .paragraphs import set_as
from .sentences import Supply, width

_WIDEST_NAME = 5
_WIDEST_TEXT = 13
_TABLE = "时间节"


def reworded_plan(text: str, name: str) -> str:
    """Return a work plan in our words; `name` is that of its example."""
    plan: dict[str, Any] = json.loads((EXAMPLES / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    supply = Supply({})
    lines = text.split("\n")
    head = next(n for n, line in enumerate(lines) if line.strip().startswith("附件："))
    table = next(n for n in range(head, len(lines)) if lines[n].strip() == _TABLE) + 2
    return "\n".join([*_head(lines[:head], plan, supply), *lines[head:table], *_table(lines[table:], plan, supply)])


def _head(lines: Sequence[str], plan: dict[str, Any], supply: Supply) -> list[str]:
    """Return the notice and the text of a plan: what is printed up to its title stays, but for the notice's sentence."""
    printed = _bare("".join(lines))
    texts = [plan["notice"]["text"], plan["preamble"]]
    for section in plan["sections"]:
        texts += [section["title"], *(f"{item['title']}。{item['text']}" for item in section["items"])]
    kept = [plan["notice"]["signature"], "2022年5月25日", plan["title"]]
    found, paragraph, is_body = list(lines), list[int](), False
    assert all(_bare(part) in printed for part in kept)
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        is_body = is_body or bool(re.match(r"现将|2022 年，", line.strip()))
        if not is_body:
            continue
        paragraph.append(number)
        if line.strip().endswith("。") or re.match(r"[一二三四]、", line.strip()):
            after = next((rest.strip() for rest in lines[number + 1 :] if rest.strip()), "")
            if (
                line.strip().endswith("。")
                and not re.match(r"[一二三四]、|（[一二三四]）|" + plan["organ"]["name"], after)
                and after
            ):
                continue
            _put(found, paragraph, texts.pop(0), supply)
            paragraph = []
            is_body = not after.startswith(plan["organ"]["name"])
    assert not texts and not paragraph, (texts, paragraph)
    return found


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
