"""The cases of a report and that of the year before: what is carried over, stocks, items, fees, what is repeated."""

from collections.abc import Iterator

from tools.between.making import (
    BASE,
    COLUMNS,
    DOCUMENTS,
    FEES,
    ITEMS,
    Json,
    at,
    before,
    case,
    changed,
    failed,
    left_open,
    not_found,
    warning,
    year_before,
)
from tools.between.told import told_cases

_TEXTS = ("overview", "problems_and_improvements")
# Texts long enough to be compared: of each the first sentence is one half of its characters.
_KEPT = "全年主动公开重点领域信息，网站答复申请。"
_NEW = "开展业务培训，规范答复文书，完善登记台账。"
_OLD = "梳理权责清单，清理失效文件，更新机构职能。"


def years_cases() -> Iterator[Json]:
    """Yield the cases of a report and the one before it."""
    yield case("everything follows", "Figures follow from last year's, and the texts are others.", [before()], [])
    for column in COLUMNS:
        forward, over = f"/requests/{column}/carried_forward", f"/requests/{column}/carried_over"
        figure = at(BASE, over)
        yield case(
            f"{column} carried over one fewer than carried forward",
            "What is carried over is what was carried forward, in each column.",
            [before({forward: figure + 1})],
            [failed("years-carried-over", over, left=figure, right=figure + 1, difference=1, expected=figure + 1)],
        )
    for row in DOCUMENTS:
        place = f"/proactive_disclosure/documents/{row}"
        stock = year_before(BASE)[f"{place}/in_force"]
        left = at(BASE, f"{place}/in_force") + at(BASE, f"{place}/repealed")
        yield case(
            f"{row} in force one more than follows",
            "In force are those of the year before and those issued, less those repealed.",
            [before({f"{place}/in_force": stock - 1})],
            [failed("years-in-force", f"{place}/in_force", left=left, right=left - 1, difference=1)],
        )
    for item in ITEMS:
        place = f"/proactive_disclosure/{item}"
        figure = at("city-2019", f"{place}/items_last_year")
        yield case(
            f"{item} two more items than follow",
            "The items of last year are those of its report with their increase or decrease.",
            [before({f"{place}/items_last_year": figure - 5, f"{place}/change": 3}, "city-2019")],
            [failed("years-items", f"{place}/items_last_year", left=figure, right=figure - 2, difference=2)],
            base="city-2019",
        )
    yield from _of_blanks()
    yield from _of_layouts()
    yield from _of_fees()
    yield from _of_repetition()
    yield from told_cases()


def _of_blanks() -> Iterator[Json]:
    over, forward = "/requests/total/carried_over", "/requests/total/carried_forward"
    yield case(
        "carried forward is blank",
        "A blank of last year is an unknown figure.",
        [before({forward: None})],
        [left_open("years-carried-over", over, blanks_before=[forward])],
    )
    yield case(
        "documents in force are blank",
        "A blank of last year is at least 0: this one cannot be small enough.",
        [before({"/proactive_disclosure/documents/government_rules/in_force": None})],
        [
            failed("years-in-force", "/proactive_disclosure/documents/government_rules/in_force", left=2, right=3),
            warning("documents-stock", "/proactive_disclosure/documents/government_rules/in_force"),
        ],
        {"/proactive_disclosure/documents/government_rules/in_force": 1},
    )
    explanation = {"rule": "years-carried-over", "pointer": over, "text": "上年数字在公布后作了更正。"}
    figure = at(BASE, over)
    yield case(
        "a break that the report explains",
        "Explanations name the rules between the years like any other.",
        [before({forward: figure + 1})],
        [{**warning("years-carried-over", over), "explained": True}],
        {"/explanations": [explanation]},
    )
    yield case(
        "an explanation of nothing",
        "An explanation is stale where the rule was asked and finds nothing.",
        [before()],
        [warning("explanation-stale", "/explanations/0")],
        {"/explanations": [explanation]},
    )
    yield case(
        "an explanation of what is not asked",
        "Where there is no report of last year, nobody knows whether an explanation is stale.",
        [],
        [not_found()],
        {"/explanations": [explanation]},
    )


def _of_layouts() -> Iterator[Json]:
    changes = {"/year": 2022, "/requests/total/carried_forward": 30}
    yield case(
        "last year's report in the other layout",
        "Figures of another measure have no counterpart: only what is carried over is asked.",
        [changed("city-2019", {**year_before("city-2019"), **changes})],
        [failed("years-carried-over", "/requests/total/carried_over", left=33, right=30, difference=3)],
    )


def _of_fees() -> Iterator[Json]:
    amount = f"{FEES}/amount"
    for figure, times in ((0.29, 2000), (0.3, None)):
        yield case(
            f"fees were {figure}",
            "An amount that is two thousand times that of last year or more may be in another unit.",
            [before({amount: figure})],
            [failed("years-fee-unit", amount, times=2000)] if times else [],
            {amount: 580} if times else {amount: 599.9},
        )
    yield case(
        "fees were as much in yuan",
        "Amounts are compared in one unit: the one printed beside the cell, else that of its column.",
        [before({amount: 592372449, f"{FEES}/unit": "yuan"})],
        [],
    )


def _of_repetition() -> Iterator[Json]:
    for table in ("proactive_disclosure", "requests", "disputes"):
        breaks = {
            "proactive_disclosure": [
                warning("years-in-force", f"/proactive_disclosure/documents/{row}/in_force") for row in DOCUMENTS
            ],
            "requests": [
                warning("years-carried-over", f"/requests/{column}/carried_over")
                for column in COLUMNS
                if at(BASE, f"/requests/{column}/carried_over") != at(BASE, f"/requests/{column}/carried_forward")
            ],
            "disputes": [],
        }
        # Without what makes the table another one.
        kept = {p: v for p, v in year_before(BASE).items() if not p.startswith(f"/{table}")}
        yield case(
            f"all figures of {table} are last year's",
            "A table whose figures are all those of last year was probably taken over.",
            [changed(BASE, kept)],
            [failed("years-figures-repeated", f"/{table}"), *breaks[table]],
        )
    for text in _TEXTS:
        yield case(
            f"{text} is last year's, but for the year",
            "Figures and years do not count: the text is the same.",
            [before({f"/{text}": f"2022年，{_KEPT}{_NEW}" * 2})],
            [failed("years-text-repeated", f"/{text}", percent=100, alike=4, sentences=4)],
            {f"/{text}": f"2023年，{_KEPT}{_NEW}" * 2},
        )
        yield case(
            f"{text} is partly last year's",
            "Below the share that makes it a warning it is an info.",
            [before({f"/{text}": (_KEPT + _OLD * 2) * 2})],
            [{**failed("years-text-repeated", f"/{text}", alike=2, sentences=6), "severity": "info"}],
            {f"/{text}": (_KEPT + _NEW * 2) * 2},
        )
        yield case(
            f"{text} has a word changed in each sentence",
            "Sentences are alike if nine tenths of their characters are the same.",
            [before({f"/{text}": (_KEPT + _NEW).replace("全年", "今年") * 2})],
            [failed("years-text-repeated", f"/{text}", alike=4, sentences=4)],
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
