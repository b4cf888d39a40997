"""Headings that depart from the form: in other words, under another number, out of order, printed twice."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.report.sections import Title
from govreport.documents.report.tables.readings import Readings
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import numeral
from govreport.findings import Severity, cut


@attrs.frozen(kw_only=True)
class Departure:
    """What is to be said of a heading: the code, the section, and what is printed."""

    code: str
    pointer: str
    title: str
    found: str
    expected: str = ""


def departures(titles: Mapping[str, Title], items: Sequence[Item], has_next_report: bool) -> Iterator[Departure]:
    """Yield how the headings of a report depart from the form; of another report in the paper nothing is said."""
    in_order = sorted(titles.values(), key=lambda title: title.node.order)
    # The sheets of a workbook have no order among each other.
    displaced = () if _are_on_sheets([items[title.first].evidence for title in in_order]) else _displaced(in_order)
    # A page that prints the heading of each section twice is made so.
    texts = [title for title in in_order if title.node.kind == "section"]
    is_manner = len(texts) > 1 and all(title.again for title in texts)
    for title in in_order:
        pointer, form, printed = title.node.pointer, title.node.title, items[title.first].text
        number, expected = numeral(printed), numeral(form)
        if title.is_worded:
            yield Departure(code="heading-worded", pointer=pointer, title=form, found=cut(printed))
        if number and number != expected:
            yield Departure(code="heading-number", pointer=pointer, title=form, found=number, expected=expected)
        if title in displaced:
            yield Departure(code="heading-order", pointer=pointer, title=form, found=cut(printed))
        if title.again and not has_next_report and not is_manner:
            yield Departure(code="heading-doubled", pointer=pointer, title=form, found=cut(printed))


def tell_headings(
    readings: Readings, titles: Mapping[str, Title], items: Sequence[Item], has_next_report: bool
) -> None:
    """Say how the headings depart from the form, each with a warning."""
    for one in departures(titles, items, has_next_report):
        said = {"title": one.title, "found": one.found, **({"expected": one.expected} if one.expected else {})}
        readings.say(one.code, one.pointer, Severity.WARNING, **said)


def _are_on_sheets(places: Sequence[Evidence]) -> bool:
    """Return whether headings stand on several sheets of a workbook, which alone has neither pages nor lines."""
    is_workbook = all(p.table is not None and p.page is None and p.line is None and p.paragraph is None for p in places)
    return is_workbook and len({place.table for place in places}) > 1


def _displaced(in_order: Sequence[Title]) -> Sequence[Title]:
    """Return the fewest titles without which all others stand in the order of the form; of equals, the later ones."""
    for number in range(len(in_order)):
        for left in combinations(reversed(in_order), number):
            kept = [title.first for title in in_order if title not in left]
            if kept == sorted(kept):
                return list(left)
    return []
