"""The signature below a report: who signed it, and on which day. It is no part of the last section."""

import re
from collections.abc import Sequence

import attrs

from govreport.documents.text import narrow
from govreport.documents.wording.items import Item
from govreport.documents.wording.naming import DAY, iso_date, signed_date
from govreport.documents.wording.organs import bare_name, is_body, is_organ
from govreport.form.stops import CLOSING, NARROW, STOPS

_CHINESE_DAY = r"(二\s*[〇○零ОO0]\s*\S\s*\S)\s*年\s*(\S{1,2})\s*月\s*(\S{1,3})\s*日"
_DATE = re.compile(rf"(?:{DAY}|{_CHINESE_DAY})")
_SIGNED = re.compile(rf"(.{{3,40}}?)[\s（(]*(?:{DAY}|{_CHINESE_DAY})[）)]?")
_ENDED = re.compile(rf"[{STOPS}{NARROW}；;：:][{CLOSING}]?$")
_MOST_LINES = 6
_MOST_ORGANS = 2


@attrs.frozen(kw_only=True)
class Signature:
    """Where a signature begins, and what it says; None where it does not.

    `item` is the line of the organ, `dated` that of the day.
    """

    start: int
    organ: str | None = None
    day: str | None = None
    item: Item | None = None
    dated: Item | None = None


def find_signature(items: Sequence[Item]) -> Signature | None:
    """Return the signature at the end of the items of the last section, None where there is none."""
    for number in range(len(items) - 1, max(len(items) - 1 - _MOST_LINES, -1), -1):
        text = narrow(items[number].text).strip()
        if len(text) > 60:
            return None
        date = _DATE.fullmatch(text)
        if date:
            start = _organs_above(items, number)
            organ = items[start] if start < number else None
            # A day that stands below running text and names nobody is a signature all the same.
            return Signature(
                start=start,
                organ=bare_name(organ.text) if organ is not None else None,
                day=_day(date),
                item=organ,
                dated=items[number],
            )
        both = _SIGNED.fullmatch(text)
        if both and is_body(both[1]):
            signed = items[number]
            return Signature(start=number, organ=bare_name(both[1]), day=_day(both), item=signed, dated=signed)
        if is_body(text) and _stands_alone(items, number):
            start = _organs_above(items, number)
            return Signature(start=start, organ=bare_name(items[start].text), item=items[start])
        if not _is_attached(text):
            return None
    return None


def _organs_above(items: Sequence[Item], number: int) -> int:
    start = number
    while start > 0 and number - start < _MOST_ORGANS and is_organ(items[start - 1].text):
        if not (is_body(items[start - 1].text) and _stands_alone(items, start - 1)):
            break
        start -= 1
    return start


def _stands_alone(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line is not the end of a paragraph that was broken into lines."""
    line = items[number].paragraph
    above = items[number - 1] if number > 0 else None
    if line is None or not line.is_line or above is None:
        return True
    return len(above.text) < 12 or _ENDED.search(narrow(above.text)) is not None or is_organ(above.text)


def _is_attached(text: str) -> bool:
    """Tell whether a line may stand below a signature: an attachment, a page number, who is to be asked."""
    return (
        re.match(r"(?:附件|附|抄送|联系人|联系电话|\(?此页无正文|\(?公章|\(?盖章|第?\s*\d{1,3}\s*页?$)", text)
        is not None
    )


def _day(match: re.Match[str]) -> str | None:
    *digits, year, month, day = match.groups()
    if year is not None:
        return signed_date("".join(year.split()), month, day)
    return iso_date(*digits[-3:])
