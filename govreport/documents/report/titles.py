"""The title above a report, without what a site or a form of Markdown puts before and behind it."""

import re
from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.text import join_lines, narrow
from govreport.documents.wording.items import Item
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import BRACKETED, DAY, TITLE, is_title, may_be_title, organ_in, year_in
from govreport.documents.wording.organs import bare_name, is_body, is_organ

_LOOK_BACK = 3
# Blanks are looked for from the first of them alone: from each of a row of them it would cost a square.
_MARKUP = re.compile(r"^(?:[#>*_~`\s]|&gt;)++|(?<![*_~`\s])[*_~`\s]++$")
_LABEL = re.compile(r"^[\[【]?(?:标题|题名|题目|名称|信息名称|信息标题|文件名称|正文)[\]】]?\s*[:：]\s*|^正文\s*")
_PAGE = re.compile(r"^(?:[-—–·]\s*\d{1,3}\s*[-—–·]\s*|第\s*\d+\s*页(?:\s*[/共]\s*\d+\s*页?)?\s*|\d{1,2}\s+(?=\D))")
_PATH = re.compile(r"(?:(?<!\s)\s++)?(?:>+|＞|»|›|→|\||｜|\\)\s*|\s/\s|(?<=[\u4e00-\u9fff])\s*/\s*(?=[\u4e00-\u9fff])")
_TOLD_BEHIND = (
    "字体|字号|来源|信息来源|发布|公开日期|日期|时间|浏览|点击|阅读|访问|作者|编辑|分享|打印|收藏|索引"
    r"|大\s*中\s*小|20\d\d-\d{1,2}-\d{1,2}"
)
_BEHIND = re.compile(
    rf"(?<=报告|年报|報告|年報)(?:\s*[\[【(（]\s*(?:{_TOLD_BEHIND})|\s+(?:{_TOLD_BEHIND})|(?:{_TOLD_BEHIND})\S{{0,2}}[:：]"
    r"|\.(?:docx?|pdf|html?|wps|xlsx?)$).*$",
    re.IGNORECASE,
)
# The end of a title that was broken into lines inside its words.
_ENDS = re.compile(
    r"(?:(?:信息|政务)?公开)?(?:工作)?年度(?:工作)?报告|(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|工作报告|报告|年报"
)
_BEGINS = re.compile(r"(?:政府|政务)?信息?公?开?(?:工作)?$|年度?$|的$")


@attrs.frozen(kw_only=True)
class PrintedTitle:
    """A title above the text, and the numbers of its first and last item."""

    text: str
    start: int
    end: int
    evidence: Evidence


def plain_title(text: str) -> str:
    """Return a line without markup, a label, the path of a site, and what follows a title on its line."""
    text = _PAGE.sub("", _LABEL.sub("", _MARKUP.sub("", text)))
    if _PATH.search(text):
        named = [piece for piece in _PATH.split(text) if TITLE.search(simplified(piece))]
        text = named[-1] if named else text
    return _LABEL.sub("", _MARKUP.sub("", _BEHIND.sub("", text))).strip()


def organ_of_title(title: str) -> str | None:
    """Return the organ that a title names, None where what stands there is no name."""
    name = organ_in(re.sub(r"(?<=.)关于.{0,6}?(?=20\d\d|二[〇○零])", "", title))
    if name is None:
        return None
    name = re.sub(r"^.*(?:网站|门户|信息网|政务网|公开网|首页|正文|栏目)(?=.)", "", name)
    return bare_name(name) if is_organ(name) else None


def find_title(items: Sequence[Item]) -> PrintedTitle | None:
    """Return the title among the items before a report, None where none is printed."""
    lines = [plain_title(item.text) for item in items]
    for number in range(len(items) - 1, -1, -1):
        start = _start(lines, number)
        if start is None:
            continue
        end, title = number, "".join(lines[start : number + 1])
        start, title = _with_lines_above(lines, start, title)
        if organ_in(title) is None and end + 1 < len(lines):
            below = lines[end + 1]
            if (BRACKETED.fullmatch(below) and is_organ(below)) or (is_body(below) and may_be_title(below)):
                end += 1
                title += below
        return PrintedTitle(text=join_lines(title), start=start, end=end, evidence=items[start].evidence)
    return None


def title_above(items: Sequence[Item], stated: Mapping[str, Item]) -> PrintedTitle | None:
    """Return the title, which stands right above the facts where a report states them line by line."""
    first = min(item.place for item in stated.values())
    end = sum(item.place < first for item in items) - 1
    if end < 0:
        return None
    start = end
    while start > 0 and _is_same_text(items[start - 1], items[start]):
        start -= 1
    title = items[start].text
    for item in items[start + 1 : end + 1]:
        # Only between words of other scripts a line break stands for a blank.
        title += (" " if title[-1:].isascii() and item.text[:1].isascii() else "") + item.text
    return PrintedTitle(text=title, start=start, end=end, evidence=items[start].evidence)


def _start(lines: Sequence[str], number: int) -> int | None:
    """Return where the words of a title begin that end with this line, None where they do not."""
    line = lines[number]
    if is_title(line):
        return number
    if number == 0 or not _ENDS.fullmatch(simplified(join_lines(line))):
        return None
    above = lines[number - 1]
    is_broken = may_be_title(above) and _BEGINS.search(simplified(above)) and is_title(above + line)
    return number - 1 if is_broken else None


def _with_lines_above(lines: Sequence[str], start: int, title: str) -> tuple[int, str]:
    """Return a title with the lines above it that hold what it lacks: the organ, the year, or both."""
    while start > 0 and lines[start - 1] == title:
        start -= 1  # printed twice
    first = start
    while (organ_in(title) is None or year_in(title) is None) and start > 0 and first - start < _LOOK_BACK:
        above = lines[start - 1]
        if not may_be_title(above) or TITLE.search(simplified(above)) or not _is_part(above, is_next=start == first):
            break
        start -= 1
        title = above + title
    return start, title


def _is_part(line: str, *, is_next: bool) -> bool:
    """Tell whether a line above a title belongs to it: the name of an organ, a year, or both."""
    if re.search(DAY, narrow(line)):
        return False
    rest = re.sub(r"(?:20\d\d|二[〇○零ОO0一二三四五六七八九十]{3})\s*年度?", "", narrow(line))
    rest = re.sub(r"(?:政府|政务)$", "", rest) if year_in(line) and not rest.endswith("人民政府") else rest
    if not rest.strip():
        return True
    return is_organ(rest) and (is_next or is_body(rest))


def _is_same_text(above: Item, item: Item) -> bool:
    """Tell whether two items may be lines of one text: of a page, or of a paragraph that is broken by hand."""
    number = item.evidence.paragraph
    return (_is_line(above) and _is_line(item)) or (number is not None and number == above.evidence.paragraph)


def _is_line(item: Item) -> bool:
    return item.paragraph is not None and item.paragraph.is_line
