"""What is printed before a plan: its title, and the notice that issues it."""

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.plan.lines.wrapping import compact
from govreport.documents.plan.running_text import paragraphs_of
from govreport.documents.text import narrow, trim
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import facts, is_bare_organ, iso_date, may_be_title, organ_in, year_in
from govreport.documents.wording.page_lines import is_page_data
from govreport.form.layout import load_layout
from govreport.form.numerals import SIGNS
from govreport.form.stops import STOPS
from govreport.pointers import top_of
from govreport.rules.terms import read_units

_NUMBER = re.compile(r"[^\s，。：:]{1,30}[〔\[［（(【]20\d\d[〕\]］）)】]第?\d{1,5}号")
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_FACTS = ("/organ/name", "/year", "/number", "/date", "/addressees")
_QUOTED = re.compile("《(.+)》")
_MOST_LINES = 4
_ATTACHED = re.compile(rf"附件\s*+[0-9{SIGNS}]*+\s*+(?:[:：].*)?")


@attrs.define(kw_only=True)
class Head:
    """The members of a plan that stand before its text, and where each is printed.

    `end` is the number of the item behind the title and the lines below it that state facts.
    """

    members: dict[str, object] = attrs.field(factory=dict)
    evidence: dict[str, Evidence] = attrs.field(factory=dict)
    end: int = 0


def find_head(plan: str, items: Sequence[Item]) -> Head | None:
    """Return the head of a plan, None where no title of one is printed."""
    layout = load_layout(plan)
    stated = facts(layout, items, _FACTS)
    found = _title_above(items, stated) if "/organ/name" in stated else _title(layout.root.title, items)
    if found is None:
        return None
    start, end, title = found
    while end < len(items) and items[end] in stated.values():
        end += 1
    head = Head(end=end)
    _put(head, "title", "/title", title, items[start])
    _read_notice(plan, head, items[:start])
    _read_facts(plan, head, stated)
    if signature := _signature(head):
        head.members.setdefault("organ", {"name": signature})
        head.evidence.setdefault("/organ/name", head.evidence["/notice/signature"])
    notice = head.members.get("notice")
    issued = _QUOTED.search(str(notice["title"])) if isinstance(notice, Mapping) else None
    for pointer, text in (("/title", title), ("/notice/title", issued[1] if issued else "")):
        for name, value in named_in(text).items():
            head.members.setdefault(name, value)
            head.evidence.setdefault("/organ/name" if name == "organ" else f"/{name}", head.evidence[pointer])
    return head


def named_in(title: str) -> dict[str, object]:
    """Return the organ and the year that a title names, as members of the plan."""
    organ, year = organ_in(title), year_in(title)
    return {
        name: value
        for name, value in (("organ", {"name": organ} if organ else None), ("year", year))
        if value is not None
    }


def title_lines(items: Sequence[Item], last: int) -> tuple[int, str]:
    """Return the number of the item with which a title begins that ends with the item `last`, and the title.

    Organ, year or both may stand on lines of their own above the words of the title.
    """
    start, title = last, items[last].text
    while start > 0 and last - start < _MOST_LINES and (organ_in(title) is None or year_in(title) is None):
        above = items[start - 1].text
        is_part = may_be_title(above) and not _ATTACHED.fullmatch(above) and not _DAY.fullmatch(_bare(above))
        if not is_part or not (year_in(above) or is_bare_organ(above)):
            break
        start -= 1
        title = above + " " + title
    return start, compact(title)


def is_attachment(text: str) -> bool:
    """Tell whether a line announces or heads an attachment."""
    return _ATTACHED.fullmatch(text) is not None


def date_in(text: str) -> str | None:
    """Return the day that a line is, as YYYY-MM-DD."""
    match = _DAY.fullmatch(_bare(text))
    return iso_date(*match.groups()) if match else None


def _bare(text: str) -> str:
    return "".join(narrow(text).split())


def _put(head: Head, name: str, pointer: str, value: object, item: Item) -> None:
    head.members[name] = value
    head.evidence[pointer] = item.evidence


def _title_above(items: Sequence[Item], stated: Mapping[str, Item]) -> tuple[int, int, str] | None:
    first = min(item.place for item in stated.values())
    number = sum(item.place < first for item in items)
    if number == 0:
        return None
    last = items[number - 1]
    is_line = last.paragraph is not None and last.paragraph.is_line
    start, title = title_lines(items, number - 1) if is_line else (number - 1, compact(last.text))
    return start, number, title


def _title(form: str, items: Sequence[Item]) -> tuple[int, int, str] | None:
    """Return the title of the plan: the last line that ends with the name of the form, and what belongs to it above."""
    found = None
    wanted = re.compile(rf"{form}(?:[（(].*[）)])?")
    for last in range(len(items)):
        for first in range(last, max(last - 2, -1), -1):
            lines = [item.text for item in items[first : last + 1]]
            if not all(map(may_be_title, lines)):
                break
            joined = _bare(simplified("".join(lines)))
            match = wanted.search(joined)
            if match and match.end() == len(joined) and "《" not in joined:
                start, title = title_lines(items, first)
                rest = "".join(lines[1:])
                found = (start, last + 1, compact(title + rest))
                break
    return found


def _notice_title(form: str, items: Sequence[Item]) -> tuple[int, int, str] | None:
    """Return the title of the notice: lines that name the form and end with 通知, from 关于 on."""
    wanted = re.compile(rf"{form}.{{0,12}}通知$")
    for last in range(len(items)):
        for first in range(last, max(last - _MOST_LINES, -1), -1):
            lines = [item.text for item in items[first : last + 1]]
            if not all(map(may_be_title, lines)):
                break
            joined = "".join(lines)
            if wanted.search(_bare(simplified(joined))) and "关于" in simplified(joined):
                if first and simplified(joined).startswith("关于") and is_bare_organ(items[first - 1].text):
                    first -= 1
                    joined = items[first].text + joined
                return first, last + 1, compact(joined)
    return None


def _read_notice(plan: str, head: Head, items: Sequence[Item]) -> None:
    """Read what stands before the title of the plan."""
    for item in items:
        if _NUMBER.fullmatch(number := "".join(item.text.split())):
            _put(head, "number", "/number", number, item)
    found = _notice_title(load_layout(plan).root.title, items)
    if found is None:
        return
    start, end, title = found
    rest = [item for item in items[end:] if not _NUMBER.fullmatch("".join(item.text.split()))]
    # What a web page says of itself stands right below the title.
    rest = list(dropwhile(lambda item: is_page_data(item.text), rest))
    head.evidence["/notice/title"] = items[start].evidence
    rest = _read_addressees(plan, head, rest)
    notice: dict[str, str] = {"title": title, "text": ""}
    dated = [number for number, item in enumerate(rest) if date_in(item.text)]
    behind: Sequence[Item] = ()
    if dated:
        last = dated[-1]
        _put(head, "date", "/date", date_in(rest[last].text), rest[last])
        behind, rest = rest[last + 1 :], rest[:last]
        if rest and is_bare_organ(rest[-1].text):
            notice["signature"] = compact(rest[-1].text)
            head.evidence["/notice/signature"] = rest[-1].evidence
            rest = rest[:-1]
    texts = [*rest, *(item for item in behind if not is_attachment(item.text))]
    notice["text"] = "\n".join(paragraphs_of(texts))
    if texts:
        head.evidence["/notice/text"] = texts[0].evidence
    head.members["notice"] = notice


def _read_addressees(plan: str, head: Head, items: Sequence[Item]) -> list[Item]:
    """Read the line, or the lines, that end with a colon before the text; return the items behind them."""
    for number, item in enumerate(items[:_MOST_LINES]):
        if item.text.endswith(("：", ":")):
            joined = "".join(i.text for i in items[: number + 1])
            _put(head, "addressees", "/addressees", list(read_units(plan, joined.rstrip("：: "))), items[0])
            return list(items[number + 1 :])
        if re.search(f"[{STOPS}]", item.text):
            break
    return list(items)


def _read_facts(plan: str, head: Head, stated: Mapping[str, Item]) -> None:
    """Read what the head states line by line after a label, as a render prints it."""
    for pointer, item in stated.items():
        text = trim(re.split("[:：]", item.text, maxsplit=1)[1])
        values: dict[str, object] = {
            "/organ/name": {"name": text} if text else None,
            "/year": year_in(text),
            "/number": "".join(text.split()) or None,
            "/date": date_in(text),
            "/addressees": list(read_units(plan, text)) or None,
        }
        if values[pointer] is not None:
            _put(head, top_of(pointer), pointer, values[pointer], item)


def _signature(head: Head) -> str | None:
    notice = head.members.get("notice")
    return notice.get("signature") if isinstance(notice, Mapping) else None
