"""The conformance group notices breaks: each of these, of words or of the procedure, fails one of its cases."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from govreport import resources
from govreport.form.layout import load_layout
from govreport.form.places import place
from govreport.rules.sheet import read_sheet
from govreport.rules.stated import sums_of
from govreport.statements import (
    attachment,
    behind,
    clauses,
    comparing,
    context,
    doubts,
    headings,
    heads,
    heeding,
    including,
    naming,
    nearest,
    reading,
    readings,
    roles,
    sentences,
    shares,
    strangers,
    surroundings,
    tables,
    tokenizing,
    variants,
    vocabulary,
    zeros,
)
from govreport.statements.reading import statement
from govreport.statements.report import judge_members, texts
from tests.conformance.suite import Case, cases, document

# Many breaks, each held against the whole group: too long for the lane `fast`.
pytestmark = pytest.mark.slow

CASES = cases("statements")
Patch = pytest.MonkeyPatch


def _fails() -> bool:
    """Tell whether any case of the group is read otherwise than it says."""
    return any(_differs(case) for case in _asked())


@cache
def _asked() -> list[tuple[Case, Any, Any]]:
    """Return each case with its document and the sums of it, which no break is about."""
    asked = []
    for case in CASES:
        base = document({"base": case.data["base"]})["overview"]
        change = {"pointer": "/overview", "value": f"{case.data['text']}\n{base}"}
        value = document({"base": case.data["base"], "changes": [change, *case.data.get("changes", ())]})
        asked.append((case, value, sums_of(read_sheet(load_layout(value["layout"]), value))))
    return asked


def _differs(asked: tuple[Case, Any, Any]) -> bool:
    case, value, sums = asked
    found = [statement(j, sums) for j in judge_members(value, sums) if j.told.pointer == "/overview"]
    read = [
        (
            s.figure_start,
            s.kind,
            s.verdict,
            s.is_certain,
            s.scope,
            s.reason,
            {(frozenset(r.cells), frozenset(r.minus), frozenset(r.base), r.relation) for r in s.readings},
        )
        for s in found
    ]
    return read != [_wanted(s) for s in case.data["statements"]]


def _wanted(data: dict[str, Any]) -> tuple[Any, ...]:
    meant = {
        (frozenset(r["cells"]), frozenset(r.get("minus", ())), frozenset(r.get("base", ())), r.get("relation", "="))
        for r in data.get("readings", ())
    }
    scope, certain = data.get("scope", "table"), data.get("certain", True)
    return data["start"], data["kind"], data["verdict"], certain, scope, data.get("reason"), meant


def _forget() -> None:
    vocabulary.load_vocabulary.cache_clear()
    variants.folding.cache_clear()
    naming.naming_of.cache_clear()
    sentences._exactly.cache_clear()
    sentences._at_first_sight.cache_clear()


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    _forget()
    yield
    _forget()


def _data(change: Callable[[Any, Any], None]) -> Callable[[Patch], None]:
    """Return a break that changes words.json and the statements.json of layout 2021."""

    def apply(patch: Patch) -> None:
        real = resources.read
        words, layout = deepcopy(real("statements/words.json")), deepcopy(real("2021/statements.json"))
        change(words, layout)
        changed = {"statements/words.json": words, "2021/statements.json": layout}
        patch.setattr(resources, "read", lambda name: changed.get(name) or real(name))

    return apply


def _label(layout: Any, word: str) -> Any:
    return next(label for label in layout["labels"] if word in label["words"])


def _without(name: str, word: str) -> Callable[[Patch], None]:
    return _data(lambda words, _: words["classes"][name].remove(word))


_are_around = doubts.Doubts.are_around
_named = headings._named


def _are_around_as_told(self: doubts.Doubts, at: int, is_named: bool = False, is_told: bool = True) -> bool:
    return _are_around(self, at, is_named, is_told=True)


BREAKS: dict[str, Callable[[Patch], None]] = {
    "a variant is lost": _data(lambda words, _: words["variants"].pop("開")),
    "a comma of figures parts clauses": _data(lambda words, _: words["variants"].pop("，")),
    "a measure is lost": _data(lambda words, _: words["measures"]["count"].remove("宗")),
    "a filler is lost": _without("filler", "数量"),
    "a connector is lost": _without("connector", "及"),
    "a verb is lost": _without("new", "新收"),
    "a word for zero is lost": _without("zero", "不具备"),
    "a suffix is lost": _without("suffix", "局"),
    "the office is the organ itself": _data(lambda words, _: words["classes"].update(office=["本级"])),
    "last year is any year": _without("year_last", "去年"),
    "a plan is done": _without("plan", "计划"),
    "a sink is lost": _data(lambda words, _: words["sinks"].update(revision=["改"])),
    "channels are lost": _data(lambda words, _: words["sinks"].update(channel=["网站"])),
    "received is received alone": _data(
        lambda _, layout: layout["tables"]["requests"]["verbs"].update(receive={"row": [["received"]]})
    ),
    "litigation is its first block": _data(
        lambda _, layout: _label(layout, "诉讼").update(block=[["litigation/direct"]])
    ),
    "a group is its first row": _data(
        lambda _, layout: _label(layout, "无法提供").update(row=[["outcomes/unavailable/not_held"]])
    ),
    "published documents are issued": _data(
        lambda _, layout: layout["tables"]["documents"]["verbs"]["publish"].pop("open")
    ),
    "in force is in force alone": _data(
        lambda _, layout: layout["tables"]["documents"]["verbs"].update(stock={"measure": [["in_force"]]})
    ),
    "a part is the whole": _data(lambda _, layout: _label(layout, "重复申请").pop("relation")),
    "printed titles are no words": _data(lambda _, layout: _label(layout, "三安全一稳定").pop("titles")),
    "attributes are other labels": _data(lambda words, _: words.update(attributives=["之"])),
    "totals are nothing": _data(lambda words, _: words.update(totals=["合共"])),
    "figures within are not": _data(lambda words, _: words.update(within=["之内"])),
    "documents examined are requests": _data(lambda words, _: words["themes"].update(document=["定密"])),
    "a month is a year": _data(lambda words, _: words["measures"].update(period=["旬"])),
    "the last day is a part of the year": _without("filler", "截至12月31日"),
    "applicants go on about nobody": _data(lambda _, layout: layout["tables"]["requests"].pop("echoes")),
    "all suits are on disclosure": _data(lambda _, layout: _label(layout, "应诉案件").pop("needs")),
    "about reaches one word": lambda patch: patch.setattr(surroundings, "_BEFORE_FIGURE", frozenset({"about_before"})),
    "a heading is what is counted": lambda patch: patch.setattr(nearest, "_is_parted", lambda *_: False),
    "labels behind say nothing": lambda patch: patch.setattr(nearest, "_take_behind", lambda *_: None),
    "joined labels are one again": lambda patch: patch.setattr(readings, "_summed", lambda _, own, __: own),
    "nothing is narrower": lambda patch: patch.setattr(vocabulary.Vocabulary, "narrows", lambda *_: False),
    "strangers narrow nothing": lambda patch: patch.setattr(strangers.Strangers, "are_around", lambda *_: False),
    "only words of the name are known": lambda patch: patch.setattr(strangers.Organ, "is_mark", lambda *_: False),
    "nobody goes by a name": lambda patch: patch.setattr(strangers.Organ, "is_meant", lambda *_: False),
    "days are no span": _data(lambda words, _: words["spans"].clear()),
    "all cases are on disclosure": lambda patch: patch.setattr(
        doubts.Doubts, "are_of", lambda self, *_: self.are_around(_[-1].at)
    ),
    "what goes on is in no doubt": lambda patch: patch.setattr(doubts.Doubts, "_leads_on", lambda *_: False),
    "what became of some is of all": lambda patch: patch.setattr(doubts.Doubts, "_is_of_doubtful", lambda *_: False),
    "all cases are of one sort": lambda patch: patch.setattr(doubts.Doubts, "_is_of_others", lambda *_: False),
    "ways are all": lambda patch: patch.setattr(doubts, "_PARTS", frozenset()),
    "some are all": lambda patch: patch.setattr(doubts.Doubts, "_tells_some", lambda *_: False),
    "several years are one": lambda patch: patch.setattr(heeding, "is_one_of_years", lambda *_: False),
    "the number of things is a figure": lambda patch: patch.setattr(clauses, "_set_aside", lambda *_: None),
    "a range is a figure": lambda patch: patch.setattr(surroundings, "_is_end_of_range", lambda *_: False),
    "any base is the table's": lambda patch: patch.setattr(shares, "_leaves_base", lambda _: True),
    "joined labels go their own ways": lambda patch: patch.setattr(heads, "_together", lambda _, last: last),
    "unknown words say nothing": lambda patch: patch.setattr(heads, "SOFT", heads.SOFT | {"other"}),
    "a zero reaches the next word only": lambda patch: patch.setattr(zeros, "_PASSED", frozenset()),
    "brackets are passed over": lambda patch: patch.setattr(clauses, "_TELLING", frozenset()),
    "what became another figure is told twice": lambda patch: patch.setattr(clauses, "TURN", "nothing"),
    "a block takes the place of its case": lambda patch: patch.setattr(
        context.Context, "wider_than", lambda *_: tables.NO_FACETS
    ),
    "a new sentence goes on about the same": lambda patch: patch.setattr(
        readings, "_widened", lambda before, *_: before
    ),
    "documents sorted are requests": _data(lambda words, _: words.update(proactive=["新公开"])),
    "what is not done any more is done": _without("not", "不再"),
    "semicolons part nothing": lambda patch: patch.setitem(roles._ROLES, "parts", roles.PLAIN),
    "what is not so is so": lambda patch: patch.setattr(tokenizing, "REFUSED_AFTER_NOT", frozenset()),
    "percentages are only rounded": lambda patch: patch.setattr(comparing, "ROUND_DOWN", "ROUND_HALF_UP"),
    "percentages are only cut off": lambda patch: patch.setattr(comparing, "ROUND_HALF_UP", "ROUND_DOWN"),
    "ten thousands are exact": lambda patch: patch.setattr(comparing, "_is_rounded", lambda _: False),
    "nothing is excused": lambda patch: patch.setattr(reading, "_is_excused", lambda *_: False),
    "a zero denies other bodies' figures": lambda patch: patch.setattr(zeros, "_others", lambda _: (None, False)),
    "what figures name behind them is not gone on with": lambda patch: patch.setattr(
        doubts.Doubts, "_names", lambda *_: False
    ),
    "a bracket parts what the text speaks of": lambda patch: patch.setattr(
        doubts.Doubts, "_is_of_aside", lambda *_: False
    ),
    "no share is in doubt for itself": lambda patch: patch.setattr(
        doubts.Doubts, "_is_share_in_doubt", lambda self, stated, at: self.are_around(at)
    ),
    "a list shares nothing that its first is said of": lambda patch: patch.setattr(
        doubts.Doubts, "_is_listed_behind_other", lambda *_: False
    ),
    "the share of several is that of the last": _data(lambda words, _: words.update(totals=["共"])),
    "shares are of no wider sum": lambda patch: patch.setattr(including.Wholes, "around", lambda *_: []),
    "parts are not included": lambda patch: patch.setattr(including.Wholes, "_include", lambda *_: None),
    "measures do not matter": lambda patch: patch.setattr(attachment, "measured", lambda kind, _, said: (kind, said)),
    "a view of a list is strange": _data(
        lambda words, _: words["classes"].update(view=[w for w in words["classes"]["view"] if "结果" not in w])
    ),
    "the number of a point is a figure": lambda patch: patch.setattr(tokenizing, "_BEFORE_MARK", frozenset()),
    "efforts narrow": lambda patch: patch.setattr(strangers.Strangers, "_is_effort", lambda *_: False),
    "efforts narrow no name at all": lambda patch: patch.setattr(strangers.Strangers, "_is_effort", lambda *_: True),
    "what is said of all narrows": _data(lambda words, _: words.update(all=["一律"])),
    "days turn away": _data(lambda words, _: words["lasting"].clear()),
    "a list that strangers lead is in no doubt": lambda patch: patch.setattr(
        doubts.Doubts, "are_around", _are_around_as_told
    ),
    "what is joined behind is unclear": lambda patch: patch.setattr(
        behind, "_BEFORE_BEHIND", behind._BEFORE_BEHIND | {"connector"}
    ),
    "cases on disclosure are unclear": lambda patch: patch.setattr(nearest, "is_attribute", lambda *_: False),
    "no line is a heading": lambda patch: patch.setattr(attachment, "table_of_heading", lambda *_: None),
    "every line is a heading": lambda patch: patch.setattr(attachment, "table_of_heading", lambda *_: "requests"),
    "a count in a bracket is an aside": lambda patch: patch.setattr(clauses, "_count_in", lambda _: 0),
    "verbs behind say nothing": lambda patch: patch.setattr(behind, "_VERBS_BEHIND", frozenset({"handle"})),
    "the organ's name is any words": lambda patch: patch.setattr(naming, "_SHORTEST", 99),
    "two characters are a name": lambda patch: patch.setattr(naming, "_SHORTEST", 2),
    "only the whole name is one": lambda patch: patch.setattr(naming, "without_places", lambda _: []),
    "what begins like an area is one": lambda patch: patch.setattr(
        naming,
        "without_places",
        lambda name: [name[match.end() :] for match in place().finditer(name)],
    ),
    "no line names the organ": lambda patch: patch.setattr(
        headings, "_named", lambda folded, *rest: None if "本机关" in folded else _named(folded, *rest)
    ),
    "nothing is refused": lambda patch: patch.setattr(readings, "_refused", lambda *_: None),
}


def test_the_group_holds_as_it_stands() -> None:
    assert not _fails()


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_fails_a_case(name: str, monkeypatch: Patch) -> None:
    BREAKS[name](monkeypatch)
    _forget()
    assert _fails()


def test_the_texts_of_a_case_are_its_overview_first_of_all() -> None:
    value = document({"base": "city-2021", "changes": [{"pointer": "/overview", "value": "1"}]})
    assert [pointer for pointer, _ in texts(value)][:2] == ["/preamble", "/overview"]
    assert isinstance(value["proactive_disclosure"]["charges"]["administrative_fees"]["amount"], Decimal)
