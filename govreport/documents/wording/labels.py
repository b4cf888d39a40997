"""Labels as print varies them: widths, blanks, brackets, numbering, traditional characters, misprints."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from govreport.documents.text import narrow
from govreport.documents.wording.numerals import NUMERAL, SIGNS

# The characters of the form, and of the words around it, whose traditional form is another one.
_TRADITIONAL = str.maketrans(
    "條項內規範許可證務對處罰強費單萬購數額業構織師機關無屬國級結轉辦區僅計這態險穩複審現資訊糾與終號請"
    "訴經後報總況動開發製廢數維護權個據實產評議問題進體會從來給當為樣準網讓報導續繼認識類過執該還點應統舉學確識釋臺縣鄉鎮廳書長員會團廣東門時間"
    "貳參陸質類組傳協辭調觀讀載減執適於並閱無離將繳納補證觸義務佈徵檔產價錢黨",
    "条项内规范许可证务对处罚强费单万购数额业构织师机关无属国级结转办区仅计这态险稳复审现资讯纠与终号请"
    "诉经后报总况动开发制废数维护权个据实产评议问题进体会从来给当为样准网让报导续继认识类过执该还点应统举学确识释台县乡镇厅书长员会团广东门时间"
    "贰参陆质类组传协辞调观读载减执适于并阅无离将缴纳补证触义务布征档产价钱党",
)
_NUMBERING = re.compile(
    rf"(?<!第)(?<!第\()\(?{NUMERAL}\)"
    rf"|(?<![{SIGNS}第]){NUMERAL}[、.,:]"
    r"|(?<![\d.])\(?\d{1,2}(?:[.、)](?!\d)|(?=[\u4e00-\u9fff]))"
)
_NUMERAL = re.compile(rf"\s*第?({NUMERAL})(?:部分)?\s*[、.．,，:：\s]")
_CIRCLED = re.compile(r"[①-⑳⑴-⒇⒈-⒛㈠-㈩]")
_NO_LETTER = re.compile(r"[\W_]+")
_BLANK = re.compile(r"\s+")


def simplified(text: str) -> str:
    """Return text with the characters of the form in their simplified shape."""
    return text.translate(_TRADITIONAL)


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return a label without what print varies: its numbering, blanks and signs, width and script."""
    bare = _BLANK.sub("", simplified(narrow(_CIRCLED.sub("", text))))
    return _NO_LETTER.sub("", _NUMBERING.sub("", bare))


@lru_cache(maxsize=1 << 14)
def fold_numbered(text: str) -> str:
    """Return a label like `fold`, its numbering kept: the captions of table two differ in nothing else."""
    return _NO_LETTER.sub("", simplified(narrow(text)))


@lru_cache(maxsize=1 << 14)
def numeral(text: str) -> str:
    """Return the Chinese numeral before the 、 that opens a section title, "" where there is none."""
    match = _NUMERAL.match(narrow(text[:12]))
    return match[1] if match else ""


# Less than this is no likeness at all.
_UNLIKE = 40


@lru_cache(maxsize=1 << 14)
def similarity(left: str, right: str, least: int = _UNLIKE) -> int:
    """Return how much two folded labels agree, from 0 to 100; 0 may stand for less than `least`."""
    if left == right:
        return 100
    # What they have in common in any order bounds what they have in common in order, and is quickly counted.
    most = len(left) + len(right)
    if 200 * min(len(left), len(right)) < least * most:
        return 0
    if 400 * len(frozenset(left).intersection(right)) < least * most:
        return 0
    return int(100 * SequenceMatcher(None, left, right, autojunk=False).ratio())


# Below it two labels are different ones; above, one may be a misprint of the other.
LIKE = 72
# The best must be better than the next by this much.
_LEAD = 8
_SHORTEST_PART = 4


def closest(label: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that a folded label misprints or cuts short, None where none or several might be meant."""
    known = list(candidates)
    if len(label) >= _SHORTEST_PART:
        parts = [c for c in known if label in c or (len(c) >= _SHORTEST_PART and c in label)]
        if len(parts) == 1:
            return parts[0]
    ranked = sorted(((similarity(label, c), c) for c in known), reverse=True)
    if not ranked or ranked[0][0] < LIKE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD:
        return None
    return ranked[0][1]
