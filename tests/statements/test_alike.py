"""Both implementations read any string of known words, figures and marks alike, whatever it may mean."""

import random

import pytest

from bench.narratives.__main__ import words
from bench.narratives.making import made
from govreport.statements.entries import YEAR
from govreport.statements.vocabulary import load_vocabulary

from .second import read_by_the_first, read_by_the_second

_TEXTS = 150
_FIGURES = (
    "5件",
    "12件",
    "3 件",
    "二十件",
    "7份",
    "0件",
    "30%",
    "4人次",
    "6个工作日",
    "1.",
    "2、",
    "2023年",
    "5",
    "200万元",
    "③",
)
_MARKS = "，，、；。：（（））\n"
_STRANGE = ("城管", "某局", "涉及", "甲")
# What sentences are made of most; all other classes of words come as often as each other.
_FREQUENT = (
    "label",
    "object",
    "weak",
    "filler",
    "receive",
    "new",
    "handle",
    "view",
    "effort",
    "connector",
    "part",
    "zero",
)


def _text(choose: random.Random, by_kind: dict[str, list[str]]) -> str:
    return "".join(_piece(choose, by_kind) for _ in range(choose.randint(5, 60)))


def _piece(choose: random.Random, by_kind: dict[str, list[str]]) -> str:
    match choose.choices(("figure", "mark", "strange", "frequent", "any"), (30, 15, 5, 30, 20))[0]:
        case "figure":
            return choose.choice(_FIGURES)
        case "mark":
            return choose.choice(_MARKS)
        case "strange":
            return choose.choice(_STRANGE)
        case "frequent":
            return choose.choice(by_kind[choose.choice(_FREQUENT)])
    return choose.choice(by_kind[choose.choice(sorted(by_kind))])


@pytest.mark.parametrize("seed", [7, 12])
def test_strings_of_words_are_read_alike(seed: int) -> None:
    choose = random.Random(seed)
    report = next(made(words("second"), 1)).members
    by_kind = _by_kind(report["layout"])
    documents = [report | {"overview": _text(choose, by_kind)} for _ in range(_TEXTS)]
    assert read_by_the_second(documents) == read_by_the_first(documents)


@pytest.mark.parametrize("beside", ["5件", "（5件）", "没有"])
def test_clauses_without_end_are_parted_alike(beside: str) -> None:
    choose = random.Random(beside)
    report = next(made(words("second"), 1)).members
    by_kind = _by_kind(report["layout"])
    label = choose.choice(by_kind["label"])
    texts = ["".join(choose.choice([label, "无", "共", "申请", beside, "某某"]) for _ in range(900)) for _ in range(8)]
    documents = [report | {"overview": text} for text in texts]
    assert read_by_the_second(documents) == read_by_the_first(documents)


# Names with words that mean something else, of which texts use what part they like.
_NAMES = (
    "某市某区财政局",
    "某区信访局",
    "某省某市市直机关网络局",
    "财政部",
    "信访",
    "某县某镇。财政所",
    "某市 某区“公安”局",
    "5件市区局",
    "某市" + "甲区" * 49,
    "某市" + "甲区" * 50,
)


@pytest.mark.parametrize("name", _NAMES)
def test_texts_that_name_the_organ_are_read_alike(name: str) -> None:
    choose = random.Random(name)
    report = next(made(words("second"), 1)).members
    by_kind = _by_kind(report["layout"])
    parts = [name, "".join(name.split()), *(name[at:] for at in range(1, len(name)))]
    documents = [
        report
        | {
            "organ": {"name": name, "kind": kind},
            "overview": "".join(choose.choice((choose.choice(parts), _text(choose, by_kind)[:30])) for _ in range(8)),
        }
        for kind in ("department", "government")
        for _ in range(20)
    ]
    assert read_by_the_second(documents) == read_by_the_first(documents)


def _by_kind(layout: str) -> dict[str, list[str]]:
    by_kind: dict[str, list[str]] = {}
    for word, entry in load_vocabulary(layout).entries.items():
        by_kind.setdefault(entry.kind, []).append(YEAR.sub("2022", word))
    return by_kind
