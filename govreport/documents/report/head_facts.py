"""What is printed above a report in labelled form: the day of publication, who published it, the title."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from govreport.documents.paper import Evidence, Grid, Paper
from govreport.documents.text import narrow, trim
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import DAY, iso_date

_OF_PUBLISHING = "发布时间|发布日期|发布于|公开日期|公开时间|发文日期|发文时间"
_OF_ANY_DAY = "日期|时间"
_OF_PUBLISHER = "发布机构|发布单位|公开机构|公开单位|公开主体|发文机关|发文单位|发布部门|公开部门|责任部门"
_OF_SOURCE = "信息来源|文章来源|稿件来源|来源|稿源"
_OF_TITLE = "标题|题名|名称|信息名称|信息标题|文件名称|公开事项名称"
_ALL = "|".join((_OF_PUBLISHING, _OF_ANY_DAY, _OF_PUBLISHER, _OF_SOURCE, _OF_TITLE))
# A label is no end of a longer word: 成文日期 is not the day of publication, 统计时间 is no day at all.
_LABEL = re.compile(rf"(?<![\u4e00-\u9fff])[\[【]?({_ALL})[\]】]?\s*(?::\s*|(?=20\d\d[-年/.]))")
_NEXT = re.compile(r"\s[^\s:]{1,8}:|[\[【]|[|>]|(?<=\S)\s+(?:浏览|点击|阅读|访问|字体|字号|打印|分享)")
_DAY = re.compile(DAY + r"(?!\s*(?:至|到|起|止|[-—–－~～]+\s*(?:20|\d{1,2}\s*月)))")
# A day in which a sign or a number is missing, or that has too many digits: 20251月25日, 2025年月5日, 2025-1-.
_BROKEN = re.compile(
    r"20\d\d\s*\d{1,2}\s*月|20\d\d\s*年\s*(?:月|\d{1,4}\s*日)|20\d\d\s*年\s*\d{1,2}\s*月\s*(?:日|\d{3})"
    r"|20\d\d([-/.])\d{1,2}\1\s*(?!\d)|\d{3}\s*年\s*\d{1,2}\s*月|\d{5,8}\s*年"
)
_SPACED_LABEL = re.compile(r"([\u4e00-\u9fff]) ([\u4e00-\u9fff]) ?:")
_LONGEST_LINE = 300
_LONGEST_VALUE = 120


@attrs.frozen(kw_only=True)
class Fact:
    """A labelled value above a report: its label, its text, and where it is printed."""

    label: str
    text: str
    evidence: Evidence


@attrs.frozen(kw_only=True)
class HeadFacts:
    """What the head of a page says in labelled form; None where it does not, or where the values disagree.

    `misprinted` is a day of publication of which no day can be read.
    """

    published: Fact | None = None
    misprinted: Fact | None = None
    organ: Fact | None = None
    source: Fact | None = None
    title: Fact | None = None


def read_head(paper: Paper, items: Sequence[Item], end: int) -> HeadFacts:
    """Return the labelled facts among the items before a report, and in the tables before part number `end`."""
    facts = [*_from_lines(items), *_from_grids(paper, end)]
    day = _first_day(facts, _OF_PUBLISHING) or _first_day(facts, _OF_ANY_DAY)
    return HeadFacts(
        published=day,
        misprinted=next(
            (fact for fact in facts if fact.label in _OF_PUBLISHING.split("|") and is_broken(fact.text)), None
        ),
        organ=_first(facts, _OF_PUBLISHER),
        source=_first(facts, _OF_SOURCE),
        title=_first(facts, _OF_TITLE),
    )


def day_in(text: str) -> str | None:
    """Return the day that a value begins with, as YYYY-MM-DD."""
    match = _DAY.match(_plain(text))
    return iso_date(match[1], match[2], match[3]) if match else None


def is_broken(text: str) -> bool:
    """Tell whether a value begins as a day and is none that there is: 20251月25日, 2025年2月30日."""
    plain = _plain(text)
    return day_in(plain) is None and (_DAY.match(plain) or _BROKEN.match(plain)) is not None


def _from_lines(items: Iterable[Item]) -> Iterator[Fact]:
    for item in items:
        if len(item.text) > _LONGEST_LINE or "。" in item.text:
            continue
        yield from _facts_in(item.text, item.evidence)


def _facts_in(text: str, evidence: Evidence) -> Iterator[Fact]:
    plain = _plain(text)
    found = list(_LABEL.finditer(plain))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(plain)
        value = plain[match.end() : end]
        following = _NEXT.search(value)
        if following is not None and following.start() > 0:
            value = value[: following.start()]
        if value.strip():
            yield Fact(label=match[1], text=value.strip()[:_LONGEST_VALUE], evidence=evidence)


def _from_grids(paper: Paper, end: int) -> Iterator[Fact]:
    """Yield the facts of tables above a report: each value stands to the right of its label, or below it."""
    for part in paper.parts[: max(end, 0)]:
        if not isinstance(part, Grid):
            continue
        rows = [[box for box in boxes if trim(box.text)] for boxes in rows_of(part)]
        for y, boxes in enumerate(rows):
            for x, box in enumerate(boxes):
                yield from _facts_in(box.text, part.evidence_of(box))
                label = _label_alone(box.text)
                if label is None:
                    continue
                below = rows[y + 1] if y + 1 < len(rows) else []
                right = boxes[x + 1] if x + 1 < len(boxes) else None
                value = right if right is not None and not _is_label(right.text) else None
                if value is None and all(_is_label(b.text) for b in boxes) and len(below) == len(boxes):
                    value = below[x]
                if value is not None and not _is_label(value.text):
                    text = _plain(value.text)[:_LONGEST_VALUE]
                    yield Fact(label=label, text=text, evidence=part.evidence_of(value))


def _label_alone(text: str) -> str | None:
    match = re.fullmatch(rf"[\[【]?({_ALL})[\]】]?:?", re.sub(r"\s+", "", narrow(text))) if len(text) < 20 else None
    return match[1] if match else None


def _is_label(text: str) -> bool:
    return _label_alone(text) is not None or (len(text) < 12 and trim(text).endswith((":", "：")))


def _first(facts: Sequence[Fact], labels: str) -> Fact | None:
    return next((fact for fact in facts if fact.label in labels.split("|")), None)


def _first_day(facts: Sequence[Fact], labels: str) -> Fact | None:
    days = [
        attrs.evolve(fact, text=day)
        for fact in facts
        if fact.label in labels.split("|") and (day := day_in(fact.text)) is not None
    ]
    return days[0] if len({fact.text for fact in days}) == 1 else None


def _plain(text: str) -> str:
    plain = " ".join(simplified(narrow(text[: 4 * _LONGEST_LINE])).split())
    return _SPACED_LABEL.sub(r"\1\2:", plain)
