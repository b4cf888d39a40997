"""Labels as print varies them: widths, blanks, brackets, numbering, traditional characters, misprints."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from govreport.documents.text import NOTE_DIGITS, narrow
from govreport.form.numerals import NUMERAL, SIGNS

# The characters of the form, and of the words around it, whose traditional form is another one.
_TRADITIONAL = str.maketrans(
    "條項內規範許可證務對處罰強費單萬購數額業構織師機關無屬國級結轉辦區僅計這態險穩複審現資訊糾與終號請"
    "訴經後報總況動開發製廢數維護權個據實產評議問題進體會從來給當為樣準網讓報導續繼認識類過執該還點應統舉學確識釋臺縣鄉鎮廳書長員會團廣東門時間"
    "復貳參陸質類組傳協辭調觀讀載減執適於並閱無離將繳納補證觸義務佈徵檔產價錢黨",
    "条项内规范许可证务对处罚强费单万购数额业构织师机关无属国级结转办区仅计这态险稳复审现资讯纠与终号请"
    "诉经后报总况动开发制废数维护权个据实产评议问题进体会从来给当为样准网让报导续继认识类过执该还点应统举学确识释台县乡镇厅书长员会团广东门时间"
    "复贰参陆质类组传协辞调观读载减执适于并阅无离将缴纳补证触义务布征档产价钱党",
)
_TRADITIONAL_SIGN = re.compile(f"[{''.join(chr(code) for code, plain in _TRADITIONAL.items() if code != plain)}]")
_NUMBERING = re.compile(
    rf"(?<!第)(?<!第\()\(?{NUMERAL}\)"
    rf"|(?<![{SIGNS}第]){NUMERAL}[、.,:]"
    r"|(?<![\d.])\(?\d{1,2}(?:[.、)](?!\d)|(?=[\u4e00-\u9fff]))"
)
_NUMERAL = re.compile(rf"\s*第?({NUMERAL})(?:部分)?\s*[、.．,，:：\s]")
_CIRCLED = re.compile(rf"[{NOTE_DIGITS}⑴-⒇⒈-⒛㈠-㈩]")
_OTHER_WAYS = (("其它", "其他"), ("部份", "部分"))
_NO_LETTER = re.compile(r"[\W_]+")
_OPENING, _CLOSING = frozenset("([【〔"), frozenset(")]】〕")
_IN_BRACKETS = re.compile(r"[(\[【〔（［][^)\]】〕）］]*")
_BLANK = re.compile(r"\s+")
# What another year than that of the report, or the way from one to the other, is called by.
_OTHER_YEARS = ("上年", "去年", "上一年", "前年", "往年", "同比", "环比", "增减", "增长")
_EXCLUDING = ("不含", "不包括", "不包含", "除", "以外")


def excludes(text: str) -> bool:
    """Tell whether a label says of something that it is not counted."""
    return any(word in text for word in _EXCLUDING)


def is_of_other_year(text: str) -> bool:
    """Tell whether a text names another year than that of the report."""
    return any(word in text for word in _OTHER_YEARS)


def is_of_other_year_in_brackets(text: str) -> bool:
    """Tell whether a label says in brackets that it counts another year; what is carried over from it is no such."""
    return any(is_of_other_year(inside.replace("上年结转", "")) for inside in _IN_BRACKETS.findall(text))


def qualifies(text: str) -> bool:
    """Tell whether a label says in brackets that it counts something else: another year, or not the very thing."""
    return is_of_other_year_in_brackets(text) or any(map(excludes, _IN_BRACKETS.findall(text)))


def simplified(text: str) -> str:
    """Return text with the characters of the form in their simplified shape."""
    # Most texts have none of them, which is found out in a tenth of the time.
    return text.translate(_TRADITIONAL) if _TRADITIONAL_SIGN.search(text) else text


# Labels come again and again; a text that is too long for one is not kept.
_LONGEST_KEPT = 200


def fold(text: str) -> str:
    """Return a label without what print varies: its numbering, blanks and signs, width and script."""
    return _folded(text) if len(text) <= _LONGEST_KEPT else _fold(text)


def fold_numbered(text: str) -> str:
    """Return a label like `fold`, its numbering kept: the captions of table two differ in nothing else."""
    return _folded_numbered(text) if len(text) <= _LONGEST_KEPT else _fold_numbered(text)


def _fold(text: str) -> str:
    bare = _usual(_BLANK.sub("", simplified(narrow(_CIRCLED.sub("", text)))))
    return _NO_LETTER.sub("", _NUMBERING.sub("", bare))


def _usual(text: str) -> str:
    """Return text with words that are written in two ways in the way of the form."""
    for other, usual in _OTHER_WAYS:
        text = text.replace(other, usual)
    return text


def without_numbering(text: str) -> str:
    """Return a text whose signs are narrow without the numbers that open its labels."""
    return _NUMBERING.sub("", text)


def own_words(text: str) -> str:
    """Return a label like `fold`, without what stands in brackets: an explanation, or what the row does not count.

    A bracket that is not closed goes on elsewhere, and one that is not opened began there.
    """
    return _own_words(text) if len(text) <= _LONGEST_KEPT else _bare_words(text)


def _bare_words(text: str) -> str:
    bare = _NUMBERING.sub("", _usual(_BLANK.sub("", simplified(narrow(_CIRCLED.sub("", text))))))
    return _NO_LETTER.sub("", outside_brackets(bare))


def outside_brackets(text: str) -> str:
    """Return a text without what stands in brackets."""
    kept: list[str] = []
    depth = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif depth and character in _CLOSING:
            depth -= 1
        elif character in _CLOSING:
            kept.clear()
        elif not depth:
            kept.append(character)
    return "".join(kept)


def _fold_numbered(text: str) -> str:
    return _NO_LETTER.sub("", simplified(narrow(text)))


_folded = lru_cache(maxsize=1 << 14)(_fold)
_own_words = lru_cache(maxsize=1 << 14)(_bare_words)
_folded_numbered = lru_cache(maxsize=1 << 14)(_fold_numbered)


def numeral(text: str) -> str:
    """Return the Chinese numeral before the 、 that opens a section title, "" where there is none."""
    return _numeral(text[:12])


@lru_cache(maxsize=1 << 14)
def _numeral(start: str) -> str:
    match = _NUMERAL.match(narrow(start))
    return match[1] if match else ""


# Less than this is no likeness at all.
_UNLIKE = 40


def similarity(left: str, right: str, least: int = _UNLIKE) -> int:
    """Return how much two folded labels agree, from 0 to 100; 0 may stand for less than `least`."""
    if left == right:
        return 100
    most = len(left) + len(right)
    return 0 if 200 * min(len(left), len(right)) < least * most else _similarity(left, right, least)


@lru_cache(maxsize=1 << 14)
def _similarity(left: str, right: str, least: int) -> int:
    # What they have in common in any order bounds what they have in common in order, and is quickly counted.
    most = len(left) + len(right)
    if 400 * len(frozenset(left).intersection(right)) < least * most:
        return 0
    return int(100 * SequenceMatcher(None, left, right, autojunk=False).ratio())


# Below it two labels are different ones; above, one may be a misprint of the other.
LIKE = 72
# The best must be better than the next by this much.
_LEAD = 8
_SHORTEST_PART = 4
# A misprint has few letters that its label has not: one, or one more for each so many letters. A short label has none:
# 行政处分 is not 行政处罚.
_LETTERS_TO_ONE = 12
_SHORTEST_MISPRINT = 6
# Of a misprinted label at most this part is missing.
_MOST_MISSING = 3
# A letter that makes another thing of a label is no misprint: 上年, 未, 其他.
_TELLING_LETTERS = frozenset("上下去前明今本不未非无免其他另外累前后减")


def closest(label: str, candidates: Iterable[str], tails: Iterable[str] = ()) -> str | None:
    """Return the candidate that a folded label misprints or cuts short, None where none or several might be meant.

    A label with words that the candidate has not is another label, whatever else they share; only one of the `tails`
    may follow, words that say nothing of their own (行政许可数量).
    """
    known = list(candidates)
    if len(label) >= _SHORTEST_PART:
        parts = [c for c in known if label in c]
        if len(parts) == 1:
            return parts[0]
        followed = [c for c in known if len(c) >= _SHORTEST_PART and any(label == c + tail for tail in tails)]
        if len(followed) == 1:
            return followed[0]
    ranked = sorted(((similarity(label, c), c) for c in known), reverse=True)
    if not ranked or ranked[0][0] < LIKE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD:
        return None
    return ranked[0][1] if is_misprint(label, ranked[0][1]) else None


@lru_cache(maxsize=1 << 14)
def is_misprint(label: str, wanted: str) -> bool:
    """Tell whether a folded label may be another one misprinted: few letters are foreign to it, none says otherwise."""
    foreign = foreign_letters(label, wanted)
    allowed = max(1, len(wanted) // _LETTERS_TO_ONE) if len(wanted) >= _SHORTEST_MISPRINT else 0
    missing = len(wanted) - (len(label) - len(foreign))
    return (
        len(foreign) <= allowed
        and not _TELLING_LETTERS.intersection(foreign)
        and missing * _MOST_MISSING <= len(wanted)
    )


@lru_cache(maxsize=1 << 14)
def foreign_letters(label: str, wanted: str) -> str:
    """Return the letters of a folded label that another one has not, or not in this order."""
    blocks = SequenceMatcher(None, label, wanted, autojunk=False).get_matching_blocks()
    shared = {at for block in blocks for at in range(block.a, block.a + block.size)}
    return "".join(letter for at, letter in enumerate(label) if at not in shared)


# What stands for a letter that could not be shown or recognised.
_LOST_LETTERS = str.maketrans("", "", "口囗ロ")
_FEWEST_LETTERS = 2
# Of the letters that are left of a damaged label so many belong to it.
_MOST_FOREIGN = 4


def legible(text: str) -> str:
    """Return the letters of a label that can still be read, folded, without what stands in brackets."""
    return own_words(text).translate(_LOST_LETTERS)


def readable(text: str) -> str:
    """Return the letters of a label that can still be read, folded, those in brackets included."""
    return fold(text).translate(_LOST_LETTERS)


def is_remnant(letters: str, wanted: str) -> bool:
    """Tell whether the letters left of a damaged label may be all that is left of another one."""
    foreign = foreign_letters(letters, wanted)
    is_other = bool(_TELLING_LETTERS.intersection(foreign))
    return len(letters) >= _FEWEST_LETTERS and len(foreign) * _MOST_FOREIGN < len(letters) and not is_other
