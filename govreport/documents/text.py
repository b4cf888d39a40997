"""Bytes to text, and text without the blanks that only lay it out."""

import codecs
import re
import unicodedata

from govreport import resources
from govreport.normalizing import nfkc

# A word joiner before a text says that it goes on with the text above, which was too long for its place.
GOES_ON = "\u2060"
# So begin the names of ranges in a workbook that guide whoever fills it in.
GUIDE: str = resources.read("print.json")["guide"]
_SHORT = 64
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EDGES = " \t\r\n\f\v\xa0\u1680\u202f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2002, 0x200E)))
# A line break or blank between two Chinese characters is layout; words of other scripts need theirs.
_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uff65]) (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uff65])"
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
# The characters that make up a good part of any Chinese text: the wrong decoding of bytes hardly hits them.
_FREQUENT = frozenset("的一是在年月日不了和有人大中国政府信息公开開机关機關申请請情况況")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Digits that Unicode relates to plain ones, but that are none of a figure: raised, lowered, circled.
NOTE_DIGITS = "⁰¹²³⁴-⁹₀-₉①-⑳⓪㉑-㉟㊱-㊿"
_NOTE_DIGIT = re.compile(f"([{NOTE_DIGITS}])")
# What encloses a Markdown text that is its main content alone, as the element does in HTML.
MAIN = ("<main>", "</main>")
_OF_PAGES = ("utf-8", "utf-16", "big5", "euc_", "shift_jis", "cp", "iso8859", "iso2022", "koi8", "mac", "tis", "hz")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


# Some printers of PDF give the sign of a radical for the character that looks the same. Unicode itself relates most of
# them (NFKC); these it does not, or not to the character that mainland prints have.
_RADICALS = (
    "⼾户⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
# The angle brackets of Chinese texts come out as those of mathematics.
_BRACKETS = {0x2329: "〈", 0x232A: "〉"}
_CHARACTERS = {
    **_BRACKETS,
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2E80, 0x2FD6)},
    **{ord(radical): character for radical, character in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)},
}


def without_radicals(text: str) -> str:
    """Return a text with the signs of radicals replaced by the characters they are printed for."""
    is_odd = any("\u2e80" <= c <= "\u2fd5" or ord(c) in _BRACKETS for c in text)
    return text.translate(_CHARACTERS) if is_odd else text


def decode(data: bytes) -> tuple[str, int]:
    """Return the text of bytes in the encoding that fits them best, and how many characters were lost.

    A byte order mark decides; then UTF-8, which other encodings hardly ever imitate; then what the page
    declares and the encodings of Chinese pages, whichever yields the most frequent characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return text, text.count("\ufffd")
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        pass
    best = max(_decodings(data), key=lambda pair: _fluency(pair[0]) - 4 * pair[1])
    return best


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 throughout."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decodings(data: bytes) -> list[tuple[str, int]]:
    declared = _DECLARED.search(data, 0, 4096)
    names = ["gb18030", "big5hkscs", "utf-8", "utf-16-le"]
    # Pages that say GB2312 or GBK mean what programs for Windows write, of which GB18030 is the superset.
    if declared and not declared[1].lower().startswith(b"gb") and _is_of_pages(declared[1].decode()):
        names.insert(0, declared[1].decode())
    texts = (data.decode(name, "replace") for name in names)
    return [(text, text.count("\ufffd")) for text in texts]


def _is_of_pages(name: str) -> bool:
    """Tell whether an encoding is one that web pages use; Python knows others, some of which never end or raise."""
    try:
        return codecs.lookup(name).name.startswith(_OF_PAGES)
    except LookupError:
        return False


def _fluency(text: str) -> int:
    sample = text[:200_000]
    return sum(sample.count(character) for character in _FREQUENT)


def tidy(text: str) -> str:
    """Return text with each run of blanks as one space, trimmed of every kind of blank."""
    # Every blank but the space is nothing that Python would print: most labels have none at all.
    if len(text) <= _SHORT and text.isprintable() and " " not in text:
        return text
    text = text.strip(_EDGES)
    return _BLANKS.sub(" ", text) if text else text


def trim(text: str) -> str:
    """Return text without blanks of any kind at its ends."""
    return text.strip(_EDGES)


def join_lines(text: str) -> str:
    """Return text on one line: breaks between Chinese characters vanish, others become a space."""
    return _BETWEEN_CHINESE.sub("", tidy(text))


def narrow(text: str) -> str:
    """Return text with full-width letters, digits and signs as their usual forms (NFKC).

    Raised and circled digits stay what they are: they number a note, and would make 211 of 21¹.
    """
    if text.isascii():
        return text
    if not _NOTE_DIGIT.search(text):
        return nfkc(text)
    return "".join(piece if n % 2 else nfkc(piece) for n, piece in enumerate(_NOTE_DIGIT.split(text)))


def raised(text: str) -> str:
    """Return a text that print raises above its line, its digits as signs for that, of the same length."""
    return text.translate(_RAISED)
