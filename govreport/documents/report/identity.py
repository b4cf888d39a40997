"""Who reports on which year: title, organ, year, period, day of publication, as printed around the text.

What the head prints counts first, then the running text, the signature, the source, and what the page says of itself in
its tags. `by` says for each which of them it was, except the title. A wrong name is worse than none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import attrs

from govreport.documents.paper import Evidence, Paper
from govreport.documents.report.head_facts import Fact, HeadFacts, day_in, read_head
from govreport.documents.report.named.long_tables import LongTable, long_tables
from govreport.documents.report.section_ranges import SectionRanges
from govreport.documents.report.signature import Signature
from govreport.documents.report.titles import PrintedTitle, find_title, organ_of_title, plain_title, title_above
from govreport.documents.report.years import most_agree, opening_year, title_year
from govreport.documents.text import narrow, trim
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import DAY, TITLE, facts, iso_date, year_in
from govreport.documents.wording.organs import bare_name, is_body, is_organ, speaks_otherwise
from govreport.form.layout import Layout

_NAME = r"[《“]?\s?([^，。；：、《》“”（）()\s]{3,40}?)\s?"
_YEAR = r"20\d\d\s?年度?\s?"
_VERBS = r"(?:公布|公开|发布|编制|编写|制定|撰写|形成|现将|制作)了?\s?"
_REPORTS = r"(?:的)?(?:政府|政务)?信息公开"
# Where running text names who reports, the surest first.
_NAMING = (
    re.compile(rf"{_VERBS}{_NAME}{_YEAR}{_REPORTS}"),
    re.compile(rf"{_VERBS}[《“]?\s?{_YEAR}([^，。；：、《》“”（）()\s]{{3,40}}?)\s?{_REPORTS}"),
    re.compile(
        r"由 ?([^，。；、（(]{3,40}?) ?(?:[（(]以下简称[^）)]{0,60}[）)])? ?(?:根据|依据|按照|依照|编制|编写|制作)"
    ),
    re.compile(
        r"(?:^|[，。；])\s?([^，。；：、《》“”（）()\s]{3,40}?)\s?(?:编制|撰写|制定|形成)了?\s?(?:本|《|20\d\d)"
    ),
)
_PERIOD = re.compile(
    r"(?:期限|统计|数据|时间|期间|自|从)[^。；]{0,40}?" + DAY + r"\s*(?:起)?\s*(?:至|到|[-—–－~～]+)\s*"
    r"(?:(20\d\d)\s*[年/.-]\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?"
)
_LONGEST_PAGE_TITLE = 1000
_FACTS = ("/organ/name", "/year")


@attrs.frozen(kw_only=True)
class Known:
    """A value, where it is printed, and by what it is known: the head itself, or one of the words of `by`."""

    value: str
    by: str
    evidence: Evidence | None = None


@attrs.frozen(kw_only=True)
class Identity:
    """What the print says of the report itself; None where it does not say.

    `title_end` is the number of the last item of the printed title, -1 where there is none before the text.
    """

    title: Known | None = None
    organ: Known | None = None
    year: int | None = None
    year_by: str = "head"
    year_evidence: Evidence | None = None
    period: tuple[str, str] | None = None
    published: Known | None = None
    url: Known | None = None
    title_end: int = -1


@attrs.frozen(kw_only=True)
class Surroundings:
    """What stands around the text of a report.

    `before` are the items before the first section in the box that holds the report, `above` all items before it;
    `preamble` and `overview` the text with which it begins.
    """

    paper: Paper
    before: Sequence[Item]
    above: Sequence[Item]
    overview: str
    head: HeadFacts
    signature: Signature | None = None


def surroundings(
    paper: Paper, regions: SectionRanges, overview: str, signature: Signature | None = None
) -> Surroundings:
    """Return what stands around the text of a report."""
    before = [item for item in regions.before if item.container[: len(regions.container)] == regions.container]
    end = regions.items[len(regions.before)].part if len(regions.before) < len(regions.items) else 0
    return Surroundings(
        paper=paper,
        before=before,
        above=regions.before,
        overview=overview,
        head=read_head(paper, regions.before, end),
        signature=signature,
    )


def find_identity(layout: Layout, around: Surroundings) -> Identity:
    """Return the identity of a report from what stands around its text."""
    stated = facts(layout, around.before)
    is_stated = all(pointer in stated for pointer in _FACTS)
    printed = title_above(around.before, stated) if is_stated else find_title(around.before)
    title = _title(printed, around)
    start, end = (printed.start, printed.end) if printed is not None else (0, -1)
    untitled = [item.text for n, item in enumerate(around.before) if not start <= n <= end]
    texts = [*untitled, around.overview]
    organ = _stated_organ(stated) if is_stated else None
    columns = long_tables(around.paper)
    organ = organ or _column_organ(columns) or _organ(title, texts, around)
    published = _published(layout, stated, around)
    period = _period(" ".join(texts))
    year, year_by = _year(_fact(stated.get("/year")) if is_stated else "", title, texts, period, published, around)
    of_rows = next((table.year for table in columns if table.year is not None), None)
    if of_rows is not None:
        year, year_by = int(of_rows.value), "head"
    return Identity(
        title=title,
        organ=organ,
        year=year,
        year_by=year_by,
        year_evidence=of_rows.evidence if of_rows is not None else None,
        period=period,
        published=published,
        url=_url(around.paper),
        title_end=printed.end if printed is not None else -1,
    )


def declared_year(layout: Layout, around: Surroundings) -> int | None:
    """Return the year that a report declares in its head, its title or its period; not any that its text names."""
    identity = find_identity(layout, around)
    return identity.year if identity.year_by != "text" or identity.period is not None else None


def stated_heads(layout: Layout, items: Sequence[Item]) -> Mapping[str, Item]:
    """Return the lines that state facts one by one, as a rendered report has them; {} for any other document."""
    stated = facts(layout, items)
    return stated if all(pointer in stated for pointer in _FACTS) else {}


def _title(printed: PrintedTitle | None, around: Surroundings) -> Known | None:
    """Return the title: as printed above the text, in the head of the page, or as the page calls itself."""
    if printed is not None:
        return Known(value=printed.text, by="head", evidence=printed.evidence)
    elsewhere = find_title(around.above)
    tagged = around.paper.tags.get("articletitle")
    named = _page_title(tagged) or _own_title(around.paper.title)
    if elsewhere is not None and (named is None or title_year(elsewhere.text) or organ_of_title(elsewhere.text)):
        return Known(value=elsewhere.text, by="head", evidence=elsewhere.evidence)
    labelled = around.head.title
    if labelled is not None and _page_title(labelled.text):
        return Known(value=labelled.text, by="head", evidence=labelled.evidence)
    if named is None:
        return None
    return Known(value=named, by="tag-title" if _page_title(tagged) else "page-title")


def _page_title(text: str | None) -> str | None:
    if text is None:
        return None
    name = plain_title(re.split(r"[_|]|\s[-–—]\s|-(?=[^-]*$)", text[:_LONGEST_PAGE_TITLE])[0])
    return trim(name) if TITLE.search(simplified(name)) else None


def _own_title(text: str | None) -> str | None:
    """Return the title of a page if it is that of the report: many pages bear the name of their column."""
    title = _page_title(text)
    return title if title is not None and (title_year(title) or organ_of_title(title)) else None


def _column_organ(tables: Iterable[LongTable]) -> Known | None:
    """Return the organ that every row of open data names."""
    found = next((table.organ for table in tables if table.organ is not None), None)
    return Known(value=found.value, by="head", evidence=found.evidence) if found is not None else None


def _stated_organ(stated: Mapping[str, Item]) -> Known | None:
    item = stated["/organ/name"]
    name = _fact(item)
    return Known(value=name, by="head", evidence=item.evidence) if name else None


def _organ(title: Known | None, texts: Sequence[str], around: Surroundings) -> Known | None:
    """Return the organ by the first of these that names one; a place alone gives way to the body that it names."""
    named = organ_of_title(title.value) if title is not None else None
    if title is not None and named is not None and (title.by == "head" or is_body(named)):
        return Known(value=named, by=title.by, evidence=title.evidence)
    known = next(chain(_by_text(texts), _by_signature(around.signature), _by_source(around, texts)), None)
    if known is not None:
        return known
    if title is not None and named is not None:
        return Known(value=named, by=title.by)
    return None


def _by_text(texts: Sequence[str]) -> Iterator[Known]:
    body = _spaced(simplified(" ".join(texts)))
    for pattern in _NAMING:
        for match in pattern.finditer(body):
            if is_organ(match[1]):
                yield Known(value=bare_name(match[1]), by="text")


def _by_signature(signature: Signature | None) -> Iterator[Known]:
    if signature is not None and signature.organ is not None:
        evidence = signature.item.evidence if signature.item is not None else None
        yield Known(value=signature.organ, by="signature", evidence=evidence)


def _by_source(around: Surroundings, texts: Sequence[str]) -> Iterator[Known]:
    """Yield the body that published or wrote the page, unless the text speaks of itself as of another kind."""
    head = around.head
    tagged = around.paper.tags.get("contentsource")
    sources: list[tuple[Fact | str | None, str]] = [
        (head.organ, "source"),
        (head.source, "source"),
        (tagged, "tag-source"),
    ]
    for source, by in sources:
        text = source.text if isinstance(source, Fact) else source
        if text and is_body(text) and not speaks_otherwise(bare_name(text), " ".join(texts)):
            evidence = source.evidence if isinstance(source, Fact) else None
            yield Known(value=bare_name(text), by=by, evidence=evidence)


def _published(layout: Layout, stated: Mapping[str, Item], around: Surroundings) -> Known | None:
    item = stated.get("/published")
    day = day_in(_fact(item))
    if item is not None and day is not None:
        return Known(value=day, by="head", evidence=item.evidence)
    printed = around.head.published
    if printed is not None:
        return Known(value=printed.text, by="head", evidence=printed.evidence)
    tagged = day_in(around.paper.tags.get("pubdate", ""))
    if tagged:
        return Known(value=tagged, by="tag-day")
    # Nobody signs a report after it was made public: the day of the signature is the earliest that it can be.
    signed = around.signature
    if signed is None or signed.day is None:
        return None
    return Known(value=signed.day, by="signature", evidence=signed.dated.evidence if signed.dated else None)


def _url(paper: Paper) -> Known | None:
    url = paper.tags.get("url", "")
    return (
        Known(value=url, by="tag-url") if re.fullmatch(r"https?://[^\s/]+\.[^\s]+", url) and len(url) <= 4000 else None
    )


def _year(
    stated: str,
    title: Known | None,
    texts: Sequence[str],
    period: tuple[str, str] | None,
    published: Known | None,
    around: Surroundings,
) -> tuple[int | None, str]:
    """Return the year, and by what it is known: the head, the period, the text."""
    match = re.match(r"(\d{4})\s*年?$", narrow(stated))
    if match:
        return int(match[1]), "head"
    titled = title_year(title.value) if title is not None else None
    ended = int(period[0][:4]) if period else None
    days = (published.value if published else None, around.signature.day if around.signature else None)
    # The title names the report; where only the period and the opening are against each other, the period does.
    year = most_agree((titled, ended, opening_year(texts)), days)
    if year is not None:
        by = title.by if title is not None and year == titled else "period" if year == ended else "text"
        return year, by
    return year_in(_spaced(" ".join(texts))), "text"


def _period(text: str) -> tuple[str, str] | None:
    match = _PERIOD.search(_spaced(simplified(narrow(text))))
    if match is None:
        return None
    start = iso_date(match[1], match[2], match[3])
    end = iso_date(match[4] or match[1], match[5], match[6])
    return (start, end) if start and end else None


def _spaced(text: str) -> str:
    """Return a text with a single space for any white space: patterns that pass over it must not try every part."""
    return " ".join(text.split())


def _fact(item: Item | None) -> str:
    return trim(re.split("[:：]", item.text, maxsplit=1)[1]) if item is not None else ""
