"""Reports whose tables are generated and whose narratives come from a set of sentences, from a seed."""

import json
import random
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import attrs

from bench.data import balance, reports
from bench.narratives.telling import Mention, Told, holds, tell

REPORTS = 300
SEED = 1113
_ORGANS = (
    ("江海省", "province"),
    ("临江市", "city"),
    ("青河市", "city"),
    ("云溪县", "county"),
    ("石湾区", "county"),
    ("长宁县", "county"),
)
_BODIES = ("民政局", "教育局", "交通运输局", "农业农村局", "应急管理局", "公安局", "财政局", "司法局")
_TOWNS = ("马桥镇", "上塘乡", "新城街道")
_HEADINGS = (
    "",
    "主动公开。",
    "依申请公开。",
    "政府信息管理。",
    "平台建设。",
    "监督保障。",
)


@attrs.frozen(kw_only=True)
class Made:
    """A report, and by the pointer of each text the figures of the tables that it tells."""

    members: dict[str, Any]
    mentions: Mapping[str, tuple[Mention, ...]]


def made(words: ModuleType, number: int = REPORTS, seed: int = SEED) -> Iterator[Made]:
    """Yield reports with narratives of the set, in which nothing is wrong."""
    for position, document in enumerate(reports(number, seed)):
        yield _made(json.loads(document), words, random.Random(f"{seed} {words.__name__} {position}"))


def _made(members: dict[str, Any], words: ModuleType, choose: random.Random) -> Made:
    _name(members, choose)
    _size(members, choose)
    told = narrated(members, words, choose)
    members |= {name: text.text for name, text in told.items()}
    return Made(members=members, mentions={f"/{name}": text.mentions for name, text in told.items()})


def narrated(members: Mapping[str, Any], words: ModuleType, choose: random.Random) -> dict[str, Told]:
    """Return by name the texts of a report, in sentences of a set, that agree with its tables."""
    return {name: _text(topics, members, choose, name == "overview") for name, topics in words.SET.items()}


def _name(members: dict[str, Any], choose: random.Random) -> None:
    place, level = choose.choice(_ORGANS)
    match choose.randrange(4):
        case 0:
            name, kind = place + "人民政府", "government"
        case 1:
            town = choose.choice(_TOWNS)
            name, kind, level = (
                place + town + ("办事处" if town.endswith("街道") else "人民政府"),
                "government",
                "township",
            )
        case _:
            body = choose.choice(_BODIES)
            name, kind = place + (body[:-1] + "厅" if level == "province" else body), "department"
    members["organ"] = {"name": name, "kind": kind, "level": level}
    members["title"] = f"{name}{members['year']}年政府信息公开工作年度报告"


def _size(members: dict[str, Any], choose: random.Random) -> None:
    """Make small bodies small: tables as generated, a few requests of persons alone, or none at all."""
    size = choose.choice(["as generated", "as generated", "few", "few", "none"])
    if size == "as generated":
        return
    for block in (members["disputes"]["reconsideration"], *members["disputes"]["litigation"].values()):
        block.update({name: choose.choice([0, 0, 0, 1, 2]) if size == "few" else 0 for name in block})
    persons = members["requests"]["natural_person"]
    columns = [persons, *members["requests"]["organizations"].values()]
    for column in columns:
        _shrink(column, 6 if size == "few" and column in (persons, columns[1]) else 1, choose)
    balance(members["requests"], members["disputes"])


def _shrink(group: dict[str, Any], bound: int, choose: random.Random) -> None:
    for name, figure in group.items():
        if isinstance(figure, dict):
            _shrink(figure, bound, choose)
        else:
            group[name] = choose.choice([0, 0, choose.randrange(bound)])


def _text(
    topics: tuple[tuple[str, ...], ...], members: Mapping[str, Any], choose: random.Random, is_long: bool
) -> Told:
    numbered = choose.random() < 0.5
    pieces: list[str] = []
    mentions: list[Mention] = []
    length = headed = 0
    for position, topic in enumerate(topics):
        sentences = [sentence for sentence in topic if holds(sentence, members)]
        chosen = choose.sample(sentences, min(len(sentences), choose.randint(2, 4) if is_long else 1))
        lead = ""
        if is_long and numbered and position + 1 < len(_HEADINGS) and _HEADINGS[position + 1] and chosen:
            lead = f"（{'一二三四五'[headed]}）{_HEADINGS[position + 1]}"
            headed += 1
        if position and is_long:
            lead = "\n" + lead
        for number, sentence in enumerate(chosen):
            told = tell(sentence, members, choose)
            pieces += [lead if number == 0 else "", told.text]
            length += len(lead) if number == 0 else 0
            mentions += [attrs.evolve(m, start=m.start + length, end=m.end + length) for m in told.mentions]
            length += len(told.text)
    return Told(text="".join(pieces), mentions=tuple(mentions))
