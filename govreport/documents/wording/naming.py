"""Names, years and days as official papers print them: titles, organs, signatures, facts after their labels."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from govreport.documents.text import narrow
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.page_lines import is_page_data
from govreport.form.layout import Layout
from govreport.form.numerals import YEAR_DIGITS, number_of

REPORT = re.compile(r"(?:政府|政务)?信息公开|政务公开")
TITLE = re.compile(r"信息公开.{0,8}(?:报告|年报)|政务公开.{0,8}年度.{0,4}报告")
TITLE_END = re.compile(r"(?:报告|年报)\s*(?:[（(《].*[）)》])?$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年度?")
_CHINESE_YEAR = re.compile(rf"(二[{YEAR_DIGITS[0]}][〇○零0{''.join(YEAR_DIGITS[1:])}]{{2}})年度?")
_DIGITS = {c: str(d) for d, cs in enumerate(YEAR_DIGITS) for c in cs}
ORGAN = re.compile(
    r".*(?:政府|局|委员会|委|办公室|办|厅|部|署|院|镇|乡|街道|办事处|管委会|中心|会|社|队|站|所|处|馆|团|公司|大学|学校|区|县|市|省|盟|旗|州)"
)
BRACKETED = re.compile(r"[（(]([^（）()]{4,40})[）)]$")
DAY = r"(20\d\d)\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?"
SIGNED = re.compile(DAY + r"$|^二[〇○零].{1,4}年.{1,3}月.{1,4}日$")
_LONGEST_TITLE = 70
_FACTS = ("/organ/name", "/year", "/period", "/published")


def is_title(text: str) -> bool:
    """Tell whether a line may be the title of a report."""
    plain = simplified(text)
    return may_be_title(text) and TITLE.search(plain) is not None and TITLE_END.search(plain) is not None


def may_be_title(text: str) -> bool:
    """Tell whether a line is short and plain enough for a title, or for a part of one."""
    return len(text) <= _LONGEST_TITLE and not re.search(r"[。；，,>：:]", text) and not is_page_data(text)


def is_bare_organ(text: str) -> bool:
    """Tell whether a line is the name of an organ and nothing else."""
    is_named = 4 <= len(text) <= 40 and bool(ORGAN.fullmatch(simplified(text)))
    return is_named and not REPORT.search(simplified(text)) and not re.search(r"[《》“”本由根据]", text)


def organ_in(title: str) -> str | None:
    """Return the organ that a title names."""
    bare = re.sub(r"\s+", "", title)
    bracketed = BRACKETED.search(bare)
    bare = _CHINESE_YEAR.sub("", _YEAR.sub("", bare))
    match = REPORT.search(simplified(bare))
    name = bare[: match.start()] if match else ""
    name = re.sub(r"^关于|^關於|关于$|關於$|的$|年度?$", "", name).strip("《“”》· ")
    if not name and bracketed and ORGAN.fullmatch(simplified(bracketed[1])):
        name = bracketed[1]
    if not name and match:
        # The organ stands behind the words of the title, on a line of its own.
        after = TITLE_END.sub("", re.sub(r"^.*?报告", "", bare))
        name = after if is_bare_organ(after) else ""
    return name if len(name) >= 2 else None


def signature(items: Sequence[Item]) -> int:
    """Return the number of the item at which the signature under a report begins, or how many items there are."""
    for number in range(len(items) - 1, max(len(items) - 4, 0), -1):
        if len(items[number].text) < 20 and SIGNED.search(narrow(items[number].text)):
            return number - 1 if number > 1 and is_bare_organ(items[number - 1].text) else number
    return len(items)


def year_in(text: str) -> int | None:
    """Return the first year that a text names."""
    match = _YEAR.search(narrow(text))
    if match:
        return int(match[1])
    chinese = _CHINESE_YEAR.search(text)
    return int("".join(_DIGITS[c] for c in chinese[1])) if chinese else None


def iso_date(year: str, month: str, day: str) -> str | None:
    """Return a date as YYYY-MM-DD, None for one that is not in the calendar."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def signed_date(year: str, month: str, day: str) -> str | None:
    """Return a date in signs (二〇二五年一月二十日) as YYYY-MM-DD, None for one that is not in the calendar."""
    numbers = number_of(month), number_of(day)
    return iso_date(str(year_in(f"{year}年")), str(numbers[0]), str(numbers[1]))


def facts(layout: Layout, items: Iterable[Item], pointers: Sequence[str] = _FACTS) -> dict[str, Item]:
    """Return by pointer the items that state a fact after its label (报告年度：2024年), as a render prints them."""
    labels = {layout.nodes[pointer].title: pointer for pointer in pointers}
    found: dict[str, Item] = {}
    for item in items:
        label, colon, _ = narrow(item.text).partition(":")
        if colon and label in labels:
            found.setdefault(labels[label], item)
    return found
