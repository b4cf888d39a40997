"""Texts as labels and figures, parted by whatever signs stand between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.documents.paper import Evidence
from govreport.documents.report.named.vocabulary import PARTING, Vocabulary
from govreport.documents.text import narrow
from govreport.documents.wording.cells import MEASURES, read_cell
from govreport.form.layout import Kind

_OPENING, _CLOSING = frozenset("(〔"), frozenset(")〕")
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
_BEHIND = re.compile(rf"(?P<label>.*?[^\d.,\s+-])\s*(?P<figure>\d[\d.]*\s*(?:{MEASURES})?)")
# A mark, or nothing at all, where the value of a name stands.
_MARK = r"/|[-—–]++|无|不适用|null"
_VALUE = re.compile(rf"(?:[:=]\s*+(?P<named>{_MARK}|)|\s(?P<beside>{_MARK}))\s*+(?=[;,。}}\n]|$)")
_HYPHEN = re.compile(r"(?<=[\u4e00-\u9fff)])-(?=[\u4e00-\u9fff(])")
# A dash behind a sign that names a value is a minus; elsewhere it may as well part a label from its figure.
_MINUS = re.compile(r"(?<=[:=])\s*[-—–―−](?=\d)")
_DASHED = re.compile(r"[^:=\s][-—–―−]\s?\d|[^:=\s]\s[-—–―−]\d")
_QUOTES = str.maketrans("\"'", "  ")
_BRACKETS = re.compile(r"\([^()]*+\)")
_KINDS: tuple[Kind, ...] = ("amount", "change")
# What stands for a figure of which nothing tells whether a comma parts it from another one.
_UNTOLD = " □ "
_STEPS = " \xa0\u3000"
_MOST_PIECES = 6
_LONGEST = 4000


class Token(NamedTuple):
    """A label, folded; or a figure, a mark, or "" for none; or, where both are None, words that the form has not."""

    label: str | None
    figure: str | None
    evidence: Evidence
    text: str = ""


def has_dashes(text: str) -> bool:
    """Tell whether a text has a dash before a figure that may be its sign or part it from its label."""
    return _DASHED.search(narrow(text)) is not None


def tokens(words: Vocabulary, text: str, evidence: Evidence) -> Iterator[Token]:
    """Yield what a text says, in its order; words around labels are left out."""
    if len(text) > _LONGEST:
        yield Token(None, None, evidence, text[:_LONGEST])
        return
    if read_cell(text, "amount").mark not in ("illegible", "blank"):
        yield Token(None, text, evidence)
        return
    whole = _without_thousands(_MINUS.sub("-", narrow(text)).translate(_QUOTES))
    for title, label in words.parted:
        whole = whole.replace(title, label)
    start = 0
    for value in (*_VALUE.finditer(whole), None):
        for phrase in _phrases(whole[start : value.start() if value else None]):
            yield from _of_phrase(words, phrase, evidence)
        if value is not None:
            mark = value["named"] or value["beside"] or ""
            yield Token(None, "" if mark == "null" else mark, evidence)
            start = value.end()


def _without_thousands(text: str) -> str:
    """Return a text whose figures have no commas; where commas part other things, too, these figures are not told."""
    others = _THOUSANDS.sub("", text)
    is_parting = "," in _BRACKETS.sub("", others)
    return _THOUSANDS.sub(_UNTOLD if is_parting else lambda figure: figure[0].replace(",", ""), text)


def _phrases(text: str) -> Iterator[str]:
    """Yield the phrases between parting signs that stand outside of brackets, a hyphen between letters among them."""
    text = _HYPHEN.sub("—", text)
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth = max(0, depth - 1)
        elif letter in PARTING and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _of_phrase(words: Vocabulary, phrase: str, evidence: Evidence) -> Iterator[Token]:
    """Yield the tokens of a phrase: the longest labels that its pieces make."""
    pieces = [piece for piece in re.split(f"[{_STEPS}]+", phrase) if piece]
    start = 0
    while start < len(pieces):
        end, found = _next(words, pieces, start, evidence)
        yield from found
        start = end


def _next(words: Vocabulary, pieces: Sequence[str], start: int, evidence: Evidence) -> tuple[int, tuple[Token, ...]]:
    """Return the tokens that begin with a piece, and the number of the piece behind them."""
    piece = pieces[start]
    if _is_figure(piece):
        return start + 1, (Token(None, piece, evidence),)
    behind = _BEHIND.fullmatch(piece)
    label = words.label(behind["label"]) if behind else None
    if behind is not None and label:
        name = Token(label, None, evidence, behind["label"])
        return start + 1, (name, Token(None, behind["figure"], evidence))
    for end in range(min(len(pieces), start + _MOST_PIECES), start, -1):
        if any(map(_is_figure, pieces[start + 1 : end])):
            continue
        text = "".join(pieces[start:end])
        label = words.label(text)
        if label is not None and (label or end == start + 1):
            return end, (Token(label, None, evidence, text),) if label else ()
    return start + 1, (Token(None, None, evidence, pieces[start]),)


def _is_figure(piece: str) -> bool:
    is_number = piece[-1:] not in ".、)" and piece.lstrip("+-")[:1].isdecimal()
    return is_number and any(read_cell(piece, kind).value is not None for kind in _KINDS)
