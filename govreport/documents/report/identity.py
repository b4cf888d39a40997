"""Who reports on which year: title, organ, year, period, day of publication, as printed around the text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.text import join_lines, narrow, trim
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import (
    BRACKETED,
    DAY,
    ORGAN,
    SIGNED,
    TITLE,
    facts,
    is_bare_organ,
    is_title,
    iso_date,
    may_be_title,
    organ_in,
    year_in,
)
from govreport.form.layout import Layout

_DRAFTED = re.compile(
    r"由 ?([^，。；、（(]{4,40}?) ?(?:[（(]以下简称[^）)]{0,60}[）)])? ?(?:根据|依据|按照|依照|编制|编写|制作)"
)
_ANNOUNCED = re.compile(r"(?:现公布|公布|现将) ?([^，。；]{4,40}?) ?20\d\d ?年度? ?(?:政府)?信息公开")
_PERIOD = re.compile(
    r"(?:期限|统计|数据|时间|期间|自|从)[^。；]{0,40}?" + DAY + r"\s*(?:起)?\s*(?:至|到|[-—–－~～]+)\s*"
    r"(?:(20\d\d)\s*[年/.-]\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?"
)
_PUBLISHED = re.compile(r"发布(?:时间|日期)\s*[:：]?\s*" + DAY)
_LONGEST_PAGE_TITLE = 1000
_LOOK_BACK = 3


@attrs.frozen(kw_only=True)
class Identity:
    """What the print says of the report itself; None where it does not say. `inferred` names what was concluded."""

    title: str | None = None
    title_evidence: Evidence | None = None
    organ: str | None = None
    year: int | None = None
    period: tuple[str, str] | None = None
    inferred: tuple[str, ...] = ()
    title_end: int = -1


def find_identity(
    layout: Layout, before: Sequence[Item], texts: Sequence[str], last: Sequence[Item], page_title: str | None
) -> Identity:
    """Return the identity of a report.

    `before` are the items before the first section, `texts` the preamble and the overview, `last` the items of
    the last section, where a report may be signed; `page_title` is what the page calls itself.
    """
    stated = facts(layout, before)
    title, start, end = _title_above(before, stated) if stated else _title(before)
    inferred: list[str] = []
    if title is None and page_title is not None:
        name = re.split(r"[_|]|\s[-–—]\s|-(?=[^-]*$)", page_title[:_LONGEST_PAGE_TITLE])[0]
        title = trim(name) if TITLE.search(simplified(name)) else None
    body = _spaced(" ".join(texts))
    organ = _fact(stated.get("/organ/name")) or (organ_in(title) if title else None)
    if organ is None:
        organ = _organ_from_text(body) or _signed_by(last)
        inferred.extend(["organ"] if organ else [])
    year = _stated_year(_fact(stated.get("/year"))) or (year_in(title) if title else None)
    period = _period(" ".join([item.text for item in before] + list(texts)))
    if year is None:
        year = (int(period[0][:4]) if period else None) or year_in(body)
        inferred.extend(["year"] if year else [])
    return Identity(
        title=title,
        title_evidence=before[start].evidence if start >= 0 else None,
        organ=organ,
        year=year,
        period=period,
        inferred=tuple(inferred),
        title_end=end,
    )


def declared_year(layout: Layout, before: Sequence[Item], texts: Sequence[str], page_title: str | None) -> int | None:
    """Return the year that a report declares in its head, its title or its period; not any that its text names."""
    identity = find_identity(layout, before, texts, (), page_title)
    return identity.year if "year" not in identity.inferred or identity.period is not None else None


def _title_above(items: Sequence[Item], stated: Mapping[str, Item]) -> tuple[str | None, int, int]:
    """Return the title, which stands right above the facts where a report states them line by line."""
    first = min(item.place for item in stated.values())
    end = sum(item.place < first for item in items) - 1
    if end < 0:
        return None, -1, -1
    start = end
    while start > 0 and _is_same_text(items[start - 1], items[start]):
        start -= 1
    title = items[start].text
    for item in items[start + 1 : end + 1]:
        # Only between words of other scripts a line break stands for a blank.
        title += (" " if title[-1:].isascii() and item.text[:1].isascii() else "") + item.text
    return title, start, end


def _is_same_text(above: Item, item: Item) -> bool:
    """Tell whether two items may be lines of one text: of a page, or of a paragraph that is broken by hand."""
    number = item.evidence.paragraph
    return (_is_line(above) and _is_line(item)) or (number is not None and number == above.evidence.paragraph)


def _is_line(item: Item) -> bool:
    return item.paragraph is not None and item.paragraph.is_line


def _title(items: Sequence[Item]) -> tuple[str | None, int, int]:
    """Return the title, and the numbers of its first and last item."""
    for number in range(len(items) - 1, -1, -1):
        text = items[number].text
        if not is_title(text):
            continue
        start, end, title = number, number, text
        # A title in two or three lines: the organ, the year or both stand on lines of their own.
        while (organ_in(title) is None or year_in(title) is None) and start > 0 and number - start < _LOOK_BACK:
            above = items[start - 1].text
            if (
                not may_be_title(above)
                or TITLE.search(simplified(above))
                or not (year_in(above) or is_bare_organ(above))
            ):
                break
            start -= 1
            title = above + title
        if organ_in(title) is None and end + 1 < len(items):
            below = items[end + 1].text
            if BRACKETED.fullmatch(below) or is_bare_organ(below):
                end += 1
                title += below
        return join_lines(title), start, end
    return None, -1, -1


def _organ_from_text(text: str) -> str | None:
    match = _ANNOUNCED.search(text) or _DRAFTED.search(text)
    return re.sub(r"\s+", "", match[1]) if match and ORGAN.fullmatch(re.sub(r"\s+", "", match[1])) else None


def _signed_by(items: Sequence[Item]) -> str | None:
    for above, item in pairwise(items):
        if len(item.text) < 20 and SIGNED.search(narrow(item.text)) and is_bare_organ(above.text):
            return re.sub(r"\s+", "", above.text)
    return None


def _stated_year(text: str) -> int | None:
    match = re.match(r"(\d{4})\s*年?$", narrow(text))
    return int(match[1]) if match else year_in(text)


def _period(text: str) -> tuple[str, str] | None:
    match = _PERIOD.search(_spaced(simplified(narrow(text))))
    if match is None:
        return None
    start = iso_date(match[1], match[2], match[3])
    end = iso_date(match[4] or match[1], match[5], match[6])
    return (start, end) if start and end else None


def published_on(items: Iterable[Item]) -> str | None:
    """Return the day of publication that a line of the page states, as YYYY-MM-DD."""
    for item in items:
        match = _PUBLISHED.search(_spaced(simplified(narrow(item.text))))
        if match:
            return iso_date(match[1], match[2], match[3])
    return None


def _spaced(text: str) -> str:
    """Return a text with a single space for any white space: patterns that pass over it must not try every part."""
    return " ".join(text.split())


def _fact(item: Item | None) -> str:
    return trim(re.split("[:：]", item.text, maxsplit=1)[1]) if item is not None else ""
