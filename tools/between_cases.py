"""The cases of `schema/conformance/years.json` and `levels.json`: a report with others beside it, and what is found.

The earlier report of a case is the base document with what follows from it a year before; so what a case must yield
follows from what it changes. This script imports nothing of the library.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parent.parent / "schema"
Json = Any
BASE = "city-2021"
_COLUMNS = (
    "natural_person",
    "organizations/commercial_enterprise",
    "organizations/research_institution",
    "organizations/public_interest_organization",
    "organizations/legal_service_institution",
    "organizations/other",
    "total",
)
_DOCUMENTS = ("government_rules", "normative_documents")
_ITEMS = (
    "licensing/licences",
    "licensing/other_services",
    "enforcement/penalties",
    "enforcement/coercion",
    "charges/administrative_fees",
)
_TEXTS = ("overview", "problems_and_improvements")
_FEES = "/proactive_disclosure/charges/administrative_fees"
_HASH = "0123456789abcdef" * 4
_OTHER_HASH = "f" * 64
# Texts long enough to be compared: of each the first sentence is one half of its characters.
_KEPT = "全年主动公开重点领域信息，网站答复申请。"
_NEW = "开展业务培训，规范答复文书，完善登记台账。"
_OLD = "梳理权责清单，清理失效文件，更新机构职能。"


def years_cases() -> Iterator[Json]:
    """Yield the cases of a report and earlier ones."""

    def case(
        description: str,
        purpose: str,
        previous: Sequence[Json],
        expected: Sequence[Json],
        changes: Mapping[str, Any] | None = None,
        base: str = BASE,
    ) -> Json:
        return {
            "description": f"years, {base}: {description}",
            "purpose": purpose,
            "input": _changed(base, changes or {}),
            "previous": list(previous),
            "expected": list(expected),
        }

    def before(changes: Mapping[str, Any] | None = None, base: str = BASE) -> Json:
        return _changed(base, {**_year_before(base), **(changes or {})})

    yield case("everything follows", "Figures follow from last year's, and the texts are others.", [before()], [])
    for column in _COLUMNS:
        forward, over = f"/requests/{column}/carried_forward", f"/requests/{column}/carried_over"
        figure = _at(BASE, over)
        yield case(
            f"{column} carried over one fewer than carried forward",
            "What is carried over is what was carried forward, in each column.",
            [before({forward: figure + 1})],
            [_failed("years-carried-over", over, left=figure, right=figure + 1, difference=1, expected=figure + 1)],
        )
    for row in _DOCUMENTS:
        place = f"/proactive_disclosure/documents/{row}"
        stock = _year_before(BASE)[f"{place}/in_force"]
        left = _at(BASE, f"{place}/in_force") + _at(BASE, f"{place}/repealed")
        yield case(
            f"{row} in force one more than follows",
            "In force are those of the year before and those issued, less those repealed.",
            [before({f"{place}/in_force": stock - 1})],
            [_failed("years-in-force", f"{place}/in_force", left=left, right=left - 1, difference=1)],
        )
    for item in _ITEMS:
        place = f"/proactive_disclosure/{item}"
        figure = _at("city-2019", f"{place}/items_last_year")
        yield case(
            f"{item} two more items than follow",
            "The items of last year are those of its report with their increase or decrease.",
            [before({f"{place}/items_last_year": figure - 5, f"{place}/change": 3}, "city-2019")],
            [_failed("years-items", f"{place}/items_last_year", left=figure, right=figure - 2, difference=2)],
            base="city-2019",
        )
    yield from _of_blanks(case, before)
    yield from _of_layouts(case, before)
    yield from _of_fees(case, before)
    yield from _of_repetition(case, before)
    yield from _of_corrections(case, before)
    yield from _of_choosing(case, before)


def _of_blanks(case: Any, before: Any) -> Iterator[Json]:
    over, forward = "/requests/total/carried_over", "/requests/total/carried_forward"
    yield case(
        "carried forward is blank",
        "A blank of last year is an unknown figure.",
        [before({forward: None})],
        [_open("years-carried-over", over, blanks_before=[forward])],
    )
    yield case(
        "documents in force are blank",
        "A blank of last year is at least 0: this one cannot be small enough.",
        [before({"/proactive_disclosure/documents/government_rules/in_force": None})],
        [
            _failed("years-in-force", "/proactive_disclosure/documents/government_rules/in_force", left=2, right=3),
            _warning("documents-stock", "/proactive_disclosure/documents/government_rules/in_force"),
        ],
        {"/proactive_disclosure/documents/government_rules/in_force": 1},
    )
    explanation = {"rule": "years-carried-over", "pointer": over, "text": "上年数字在公布后作了更正。"}
    figure = _at(BASE, over)
    yield case(
        "a break that the report explains",
        "Explanations name the rules between the years like any other.",
        [before({forward: figure + 1})],
        [{**_warning("years-carried-over", over), "explained": True}],
        {"/explanations": [explanation]},
    )
    yield case(
        "an explanation of nothing",
        "An explanation is stale where the rule was asked and finds nothing.",
        [before()],
        [_warning("explanation-stale", "/explanations/0")],
        {"/explanations": [explanation]},
    )
    yield case(
        "an explanation of what is not asked",
        "Where there is no report of last year, nobody knows whether an explanation is stale.",
        [],
        [_not_found()],
        {"/explanations": [explanation]},
    )


def _of_layouts(case: Any, before: Any) -> Iterator[Json]:
    changes = {"/year": 2022, "/requests/total/carried_forward": 30}
    yield case(
        "last year's report in the other layout",
        "Figures of another measure have no counterpart: only what is carried over is asked.",
        [_changed("city-2019", {**_year_before("city-2019"), **changes})],
        [_failed("years-carried-over", "/requests/total/carried_over", left=33, right=30, difference=3)],
    )


def _of_fees(case: Any, before: Any) -> Iterator[Json]:
    amount = f"{_FEES}/amount"
    for figure, times in ((0.29, 2000), (0.3, None)):
        yield case(
            f"fees were {figure}",
            "An amount that is two thousand times that of last year or more may be in another unit.",
            [before({amount: figure})],
            [_failed("years-fee-unit", amount, times=2000)] if times else [],
            {amount: 580} if times else {amount: 599.9},
        )
    yield case(
        "fees were as much in yuan",
        "Amounts are compared in one unit: the one printed beside the cell, else that of its column.",
        [before({amount: 592372449, f"{_FEES}/unit": "yuan"})],
        [],
    )


def _of_repetition(case: Any, before: Any) -> Iterator[Json]:
    for table in ("proactive_disclosure", "requests", "disputes"):
        breaks = {
            "proactive_disclosure": [
                _warning("years-in-force", f"/proactive_disclosure/documents/{row}/in_force") for row in _DOCUMENTS
            ],
            "requests": [
                _warning("years-carried-over", f"/requests/{column}/carried_over")
                for column in _COLUMNS
                if _at(BASE, f"/requests/{column}/carried_over") != _at(BASE, f"/requests/{column}/carried_forward")
            ],
            "disputes": [],
        }
        # Without what makes the table another one.
        kept = {p: v for p, v in _year_before(BASE).items() if not p.startswith(f"/{table}")}
        yield case(
            f"all figures of {table} are last year's",
            "A table whose figures are all those of last year was probably taken over.",
            [_changed(BASE, kept)],
            [_failed("years-figures-repeated", f"/{table}"), *breaks[table]],
        )
    for text in _TEXTS:
        yield case(
            f"{text} is last year's, but for the year",
            "Figures and years do not count: the text is the same.",
            [before({f"/{text}": f"2022年，{_KEPT}{_NEW}" * 2})],
            [_failed("years-text-repeated", f"/{text}", percent=100, alike=4, sentences=4)],
            {f"/{text}": f"2023年，{_KEPT}{_NEW}" * 2},
        )
        yield case(
            f"{text} is partly last year's",
            "Below the share that makes it a warning it is an info.",
            [before({f"/{text}": (_KEPT + _OLD * 2) * 2})],
            [{**_failed("years-text-repeated", f"/{text}", alike=2, sentences=6), "severity": "info"}],
            {f"/{text}": (_KEPT + _NEW * 2) * 2},
        )
        yield case(
            f"{text} has a word changed in each sentence",
            "Sentences are alike if nine tenths of their characters are the same.",
            [before({f"/{text}": (_KEPT + _NEW).replace("全年", "今年") * 2})],
            [_failed("years-text-repeated", f"/{text}", alike=4, sentences=4)],
            {f"/{text}": (_KEPT + _NEW) * 2},
        )
    short = "网站主动公开信息，答复申请，培训登记人员。"
    yield case(
        "a text is last year's, but short",
        "Of a text of few characters the share says nothing.",
        [before({"/overview": short})],
        [],
        {"/overview": short},
    )


def _of_corrections(case: Any, before: Any) -> Iterator[Json]:
    replaced = {"/supersedes": {"sha256": _HASH, "published": "2024-03-01"}}
    earlier = {"/source": {"sha256": _HASH}}
    yield case(
        "a correction of nothing",
        "A report that replaces another has other figures or another text.",
        [before(), _changed(BASE, earlier)],
        [_warning("years-nothing-corrected", "/supersedes")],
        replaced,
    )
    yield case(
        "a correction of the text",
        "A correction of the text alone is an info, which names the sections.",
        [before(), _changed(BASE, {**earlier, "/overview": _OLD})],
        [
            {
                **_failed("years-nothing-corrected", "/supersedes", sections=["/overview"]),
                "severity": "info",
            }
        ],
        replaced,
    )
    yield case(
        "a correction of a figure",
        "A correction of a figure is what corrections are for.",
        [before(), _changed(BASE, {**earlier, "/disputes/reconsideration/pending": 3})],
        [],
        replaced,
    )
    yield case(
        "a correction of an unknown report",
        "The report that is replaced is known by its hash alone.",
        [before(), _changed(BASE, {"/source": {"sha256": _OTHER_HASH}})],
        [{"code": "superseded-not-found", "severity": "info", "pointer": "/supersedes"}],
        replaced,
    )


def _of_choosing(case: Any, before: Any) -> Iterator[Json]:
    over, forward = "/requests/total/carried_over", "/requests/total/carried_forward"
    broken = [_failed("years-carried-over", over, right=0)]
    code, other_code = "11320813014309404X", "11320813014309413P"
    yield case("nothing is given", "Where there is no report of last year, that is said.", [], [_not_found()])
    yield case(
        "a report of two years before",
        "Only the report of the year before is held against this one.",
        [before({"/year": 2021})],
        [_not_found()],
    )
    yield case(
        "a report of an organ with a like name",
        "Names that are merely alike are not the same.",
        [before({"/organ/name": "某市人民政府办公室"})],
        [_not_found()],
    )
    yield case(
        "the name of a place in front",
        "A name may have places in front that the other lacks.",
        [before({"/organ/name": "某省某市人民政府", forward: 0})],
        broken,
    )
    yield case(
        "white space in the name",
        "White space in names does not count.",
        [before({"/organ/name": "某市 人民　政府", forward: 0})],
        broken,
    )
    yield case(
        "the same code and another name",
        "Where both have a code, codes decide.",
        [before({"/organ": {"name": "某某市人民政府", "code": code}, forward: 0})],
        broken,
        {"/organ/code": code},
    )
    yield case(
        "another code and the same name",
        "Where both have a code, codes decide.",
        [before({"/organ/code": other_code, forward: 0})],
        [_not_found()],
        {"/organ/code": code},
    )
    yield case(
        "two reports of last year",
        "Of several reports that say different things nobody knows which stands.",
        [before(), before({forward: 0})],
        [{"code": "previous-several", "severity": "info", "pointer": "/year"}],
    )
    yield case(
        "a report of last year twice",
        "Reports that say the same are one, wherever they were read.",
        [before({forward: 0}), before({forward: 0, "/source": {"sha256": _HASH}})],
        broken,
    )
    yield case(
        "a corrected report of last year",
        "What another report replaces does not stand.",
        [before({"/source": {"sha256": _HASH}}), before({forward: 0, "/supersedes": {"sha256": _HASH}})],
        broken,
    )


def levels_cases() -> Iterator[Json]:
    """Yield the cases of a consolidated report and its bodies, both of which have the figures of the base document."""
    names = ("某市司法局", "某市财政局")
    figures = _figures(BASE)
    doubled = {cell: figure * 2 for cell, figure in figures.items()}
    scope = {"kind": "consolidated", "bodies": [{"name": name} for name in names]}
    rules = {cell: figure for cell, figure in figures.items() if "/government_rules/" in cell}
    total = {**doubled, **rules, "/scope": scope}

    def body(name: str, changes: Mapping[str, Any] | None = None) -> Json:
        return _changed(BASE, {"/organ": {"name": name}, **(changes or {})})

    def case(
        description: str,
        purpose: str,
        expected: Sequence[Json],
        changes: Mapping[str, Any] | None = None,
        bodies: Sequence[Json] | None = None,
    ) -> Json:
        return {
            "description": f"levels: {description}",
            "purpose": purpose,
            "input": _changed(BASE, {**total, **(changes or {})}),
            "bodies": list([body(name) for name in names] if bodies is None else bodies),
            "expected": list(expected),
        }

    two = [body(name) for name in names]
    yield case("the sum of two bodies", "Each cell is the sum over the bodies; rules of governments do not add.", [])
    cell = "/proactive_disclosure/licensing/licences/decisions"
    yield case(
        "a body left out of a cell",
        "The bodies whose figure is the difference are named.",
        [_failed("levels-sum", cell, left=40000, right=70042, difference=30042, bodies=["某市财政局"])],
        {cell: 40000, "/proactive_disclosure/enforcement/coercion/decisions": 87 + 50},
        [body(names[0], {cell: 40000}), body(names[1], {cell: 30042, _COERCION: 50})],
    )
    yield case(
        "a body without a report",
        "Without a report the sum is a lower bound.",
        [_info("levels-bodies-missing", "/scope/bodies", count=1, names=["某市财政局"])],
        bodies=two[:1],
    )
    yield case(
        "less than the bodies that are there",
        "What is less than the lower bound is wrong, whatever is missing.",
        [
            _info("levels-bodies-missing", "/scope/bodies", count=1),
            _failed("levels-sum", cell, left=35020, right=35021, difference=1),
        ],
        {cell: 35020},
        two[:1],
    )
    yield case(
        "a blank of a body",
        "A blank of a body is an unknown figure.",
        [_info("levels-undetermined", "/proactive_disclosure", cells=[cell])],
        bodies=[two[0], body(names[1], {cell: None})],
    )
    yield case(
        "a blank of a body that says that there is nothing",
        "A mark such as a slash says that there is nothing to count.",
        [_failed("levels-sum", cell, left=70042, right=35021)],
        bodies=[two[0], body(names[1], {cell: None, "/marks": [{"pointer": cell, "mark": "slash"}]})],
    )
    yield case(
        "another body, a second report, a report of another year, and a sum",
        "Nothing counts that is not named, or counts already.",
        [
            *(
                _info("levels-left-out", "/scope/bodies", reason=reason, count=1)
                for reason in ("levels-unnamed", "levels-twice", "levels-other-year", "levels-consolidated")
            )
        ],
        bodies=[
            *two,
            body("某市教育局"),
            body(names[0], {"/title": "另一份"}),
            body(names[0], {"/year": 2022}),
            body(names[1], {"/scope": {"kind": "consolidated"}}),
        ],
    )
    yield case(
        "no bodies named",
        "Only where the scope names its bodies is anything held against them.",
        [_info("levels-not-compared", "/scope")],
        {"/scope": {"kind": "consolidated"}},
    )
    unavailable = "/requests/natural_person/outcomes/unavailable"
    blanks: dict[str, Any] = {cell: None for cell in figures if cell.startswith(f"{unavailable}/")}
    whole = sum(int(figures[cell]) for cell in blanks)
    for figure, expected in (
        (whole, []),
        (whole + 1, [_failed("levels-sum", unavailable, left=2 * whole, right=2 * whole + 1, difference=1)]),
    ):
        yield case(
            f"a body prints one figure, {figure}, for a group of cells",
            "A group that a body prints as one figure adds as a whole, and its cells do not.",
            expected,
            bodies=[
                two[0],
                body(
                    names[1], {**blanks, "/undivided": [{"pointer": unavailable, "value": figure, "label": "无法提供"}]}
                ),
            ],
        )
    amount = f"{_FEES}/amount"
    yield case(
        "a body counts its fees in yuan",
        "Amounts are added up in one unit.",
        [],
        bodies=[two[0], body(names[1], {amount: 592372449, f"{_FEES}/unit": "yuan"})],
    )


_COERCION = "/proactive_disclosure/enforcement/coercion/decisions"


def _year_before(base: str) -> dict[str, Any]:
    """Return the changes that make of a base document a report of the year before from which it follows."""
    changes: dict[str, Any] = {"/year": _at(base, "/year") - 1}
    for column in _COLUMNS:
        changes[f"/requests/{column}/carried_forward"] = _at(base, f"/requests/{column}/carried_over")
    if base == BASE:
        for row in _DOCUMENTS:
            place = f"/proactive_disclosure/documents/{row}"
            figures = {name: _at(base, f"{place}/{name}") for name in ("issued", "repealed", "in_force")}
            changes[f"{place}/in_force"] = figures["in_force"] + figures["repealed"] - figures["issued"]
    else:
        for item in _ITEMS:
            place = f"/proactive_disclosure/{item}"
            changes[f"{place}/items_last_year"] = _at(base, f"{place}/items_last_year") - 3
            changes[f"{place}/change"] = 3
    # So that no table is last year's.
    changes["/disputes/reconsideration/pending"] = 5
    return changes


def _changed(base: str, changes: Mapping[str, Any]) -> Json:
    """Return the base document with these changes; what is no change is left out."""
    made = [{"pointer": p, "value": value} for p, value in changes.items() if _at(base, p) != value]
    return {"base": base, "changes": made} if made else {"base": base}


def _finding(code: str, severity: str, pointer: str, parameters: Mapping[str, Any]) -> Json:
    finding = {"code": code, "severity": severity, "pointer": pointer}
    return {**finding, "parameters": dict(parameters)} if parameters else finding


def _failed(code: str, pointer: str, **parameters: Any) -> Json:
    return _finding(code, "warning", pointer, parameters)


def _warning(code: str, pointer: str) -> Json:
    return _finding(code, "warning", pointer, {})


def _info(code: str, pointer: str, **parameters: Any) -> Json:
    return _finding(code, "info", pointer, parameters)


def _open(rule: str, pointer: str, **parameters: Any) -> Json:
    return _finding("years-undetermined", "info", pointer, {"rule": rule, **parameters})


def _not_found() -> Json:
    return {"code": "previous-not-found", "severity": "info", "pointer": "/year"}


@cache
def _document(base: str) -> Json:
    return json.loads((SCHEMA / "conformance" / "bases" / f"{base}.json").read_bytes())


def _member(base: str, name: str) -> Json:
    return _document(base)[name]


def _at(base: str, pointer: str) -> Any:
    value = _document(base)
    for name in pointer.split("/")[1:]:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _figures(base: str) -> dict[str, Any]:
    """Return every figure of the tables of a base document by its pointer."""

    def walk(value: Json, pointer: str) -> Iterator[tuple[str, Any]]:
        for name, child in value.items():
            if isinstance(child, dict):
                yield from walk(child, f"{pointer}/{name}")
            else:
                yield f"{pointer}/{name}", child

    tables = ("proactive_disclosure", "requests", "disputes")
    return {p: v for table in tables for p, v in walk(_member(base, table), f"/{table}")}
