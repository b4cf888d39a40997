"""The cases of which earlier report is held against a report: corrections, names and codes, several of one year."""

from collections.abc import Iterator

from tools.between.making import BASE, Json, before, case, changed, failed, not_found, warning

_HASH = "0123456789abcdef" * 4
_OTHER_HASH = "f" * 64
_OTHER_TEXT = "梳理权责清单，清理失效文件，更新机构职能。"


def choosing_cases() -> Iterator[Json]:
    """Yield the cases of a report and earlier ones of which some count."""
    yield from _of_corrections()
    yield from _of_choosing()


def _of_corrections() -> Iterator[Json]:
    replaced = {"/supersedes": {"sha256": _HASH, "published": "2024-03-01"}}
    earlier = {"/source": {"sha256": _HASH}}
    yield case(
        "a correction of nothing",
        "A report that replaces another has other figures or another text.",
        [before(), changed(BASE, earlier)],
        [warning("years-nothing-corrected", "/supersedes")],
        replaced,
    )
    yield case(
        "a correction of the text",
        "A correction of the text alone is an info, which names the sections.",
        [before(), changed(BASE, {**earlier, "/overview": _OTHER_TEXT})],
        [
            {
                **failed("years-nothing-corrected", "/supersedes", sections=["/overview"]),
                "severity": "info",
            }
        ],
        replaced,
    )
    yield case(
        "a correction of a figure",
        "A correction of a figure is what corrections are for.",
        [before(), changed(BASE, {**earlier, "/disputes/reconsideration/pending": 3})],
        [],
        replaced,
    )
    yield case(
        "a correction of an unknown report",
        "The report that is replaced is known by its hash alone.",
        [before(), changed(BASE, {"/source": {"sha256": _OTHER_HASH}})],
        [{"code": "superseded-not-found", "severity": "info", "pointer": "/supersedes"}],
        replaced,
    )


def _of_choosing() -> Iterator[Json]:
    over, forward = "/requests/total/carried_over", "/requests/total/carried_forward"
    broken = [failed("years-carried-over", over, right=0)]
    code, other_code = "11320813014309404X", "11320813014309413P"
    yield case("nothing is given", "Where there is no report of last year, that is said.", [], [not_found()])
    yield case(
        "a report of two years before",
        "Only the report of the year before is held against this one.",
        [before({"/year": 2021})],
        [not_found()],
    )
    yield case(
        "a report of an organ with a like name",
        "Names that are merely alike are not the same.",
        [before({"/organ/name": "某市人民政府办公室"})],
        [not_found()],
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
        [not_found()],
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
