"""The cases of texts that look back: how a figure has changed since the year before, and what it was then."""

from collections.abc import Iterator

from tools.between.making import BASE, Json, at, before, case, failed, warning


def told_cases() -> Iterator[Json]:
    """Yield the cases of texts that tell changes since the year before, and its figures."""
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
        f"，比上年的{last}件增加8件。",
        f"，上年为{last}件，增加8件。",
        # Not against the year before, or not by so much but to so much, or about.
        f"，比{at(BASE, '/year') - 3}年增加99件。",
        "，比上年增加到99件。",
        "，比上年增加约99件。",
        "，比上年增加99个百分点。",
        "，比上年增加99件以上。",
        "，同比增长99%左右。",
        "，同比增长9%—99%。",
        "，比上年增加8件，减少了99件积案。",
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
        f"，比上年的{last - 1}件增加8件。",
        f"，上年为{last}件，减少8件。",
    )
    for words in wrong:
        yield case(
            f"a change is told wrongly: {words}",
            "Behind a figure that agrees with the tables a change is told that the two reports do not have.",
            [before({place: last})],
            [failed("years-told-change", place, before=last, now=now), *_miscounted(words)],
            {"/other_matters": told + words},
        )
    yield case(
        "a change of the whole area is told wrongly",
        "Whomever the words mean: a figure that is that of the table has its cells.",
        [before({place: last})],
        [failed("years-told-change", place, before=last, now=now)],
        {"/other_matters": told.replace("本年收到", "全市收到") + "，比上年增加9件。"},
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


def _miscounted(words: str) -> list[Json]:
    """Return what is found of words that tell another figure of last year beside the change."""
    return [warning("change-miscounted", "/other_matters")] if "比上年的" in words else []


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
