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
    yield from _of_told_changes()


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


def _of_told_changes() -> Iterator[Json]:
    place = "/requests/total/received"
    now = at(BASE, place)
    last = now - 8
    percent = f"{800 / last:.1f}"
    told = f"{at(BASE, '/other_matters')}\n本年收到政府信息公开申请{now}件"
    right = (
        "，比上年增加8件。",
        f"（较上年增加8件，增长{percent}%）。",
        f"，同比增长{percent}％。",
        f"，较{at(BASE, '/year') - 1}年增加8件。",
        # Not against the year before, or not by so much but to so much, or about.
        f"，比{at(BASE, '/year') - 3}年增加99件。",
        "，比上年增加到99件。",
        "，比上年增加约99件。",
        "，比上年增加99个百分点。",
    )
    for words in right:
        yield case(
            f"a change is told: {words}",
            "A change is told as the two reports have it, or is none that is known.",
            [before({place: last})],
            [],
            {"/other_matters": told + words},
        )
    wrong = (
        "，比上年增加9件。",
        "，比上年减少8件。",
        "（较上年同期增长50%）。",
        "，与上年相比，增加8件，增长50％。",
        f"，较{at(BASE, '/year') - 1}年度上升9件。",
        "，同比下降0.5%。",
        "的政府信息公开申请，同比下降0.5%。",
    )
    for words in wrong:
        yield case(
            f"a change is told wrongly: {words}",
            "Behind a figure that agrees with the tables a change is told that the two reports do not have.",
            [before({place: last})],
            [failed("years-told-change", place, before=last, now=now)],
            {"/other_matters": told + words},
        )
    yield case(
        "a change is told behind a wrong figure",
        "Where the figure does not agree with the tables, it is not known of which cells a change is told.",
        [before({place: last})],
        [warning("text-received", place)],
        {"/other_matters": f"{told.replace(str(now), str(now + 500))}，比上年增加9件。"},
    )
    yield case(
        "a change is told against a blank",
        "Of a blank nobody knows by how much a figure has changed.",
        [before({place: None})],
        [],
        {"/other_matters": f"{told}，比上年增加9件。"},
    )
    yield case(
        "a change of a percentage is told against none",
        "Of nothing there is no percentage.",
        [before({place: 0})],
        [],
        {"/other_matters": f"{told}，比上年增长50%。"},
    )
    outcome = "/requests/total/outcomes/granted"
    granted = at(BASE, outcome)
    yield case(
        "two changes are told, one wrongly",
        "Each change is held against the cell of its figure.",
        [before({place: last, outcome: granted + 2})],
        [failed("years-told-change", outcome, before=granted + 2, now=granted)],
        {"/other_matters": f"{told}，比上年增加8件；予以公开{granted}件，比上年减少3件。"},
    )
    yield from _of_recalled_figures(place, last)


def _of_recalled_figures(place: str, last: int) -> Iterator[Json]:
    year, granted = at(BASE, "/year"), "/requests/total/outcomes/granted"
    passed = at(BASE, granted) + 2
    # So that the text is not last year's.
    other = {"/overview": "无。"}

    def told(words: str) -> dict[str, Json]:
        return {"/overview": f"{at(BASE, '/overview')}\n{words}"}

    for words in (
        f"{year - 1}年，共收到政府信息公开申请{last}件，予以公开{passed}件。",
        f"{year - 3}年，共收到政府信息公开申请{last + 90}件。",
        f"{year - 1}年，网站发布信息{last + 90}条。",
        f"{year - 1}年，收到政府信息公开申请约{last + 90}件。",
    ):
        yield case(
            f"what the year before was: {words}",
            "A figure of the year before is that of its report, or it is not known which it is.",
            [before({place: last, granted: passed, **other})],
            [],
            told(words),
        )
    for words, cell, value in (
        (f"{year - 1}年，共收到政府信息公开申请{last + 1}件。", place, last + 1),
        (f"{year - 1}年，共收到政府信息公开申请{last}件，予以公开{passed + 1}件。", granted, passed + 1),
        (f"{year - 1}年，未收到政府信息公开申请。", place, 0),
    ):
        yield case(
            f"what the year before was not: {words}",
            "A figure of the year before is another than its report has.",
            [before({place: last, granted: passed, **other})],
            [failed("years-told-figure", cell, value=value)],
            told(words),
        )
    yield case(
        "what the year before was is blank",
        "Of a blank of last year nobody knows whether a figure is it.",
        [before({place: None, **other})],
        [],
        told(f"{year - 1}年，共收到政府信息公开申请{last + 1}件。"),
    )
