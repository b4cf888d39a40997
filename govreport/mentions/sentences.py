"""Running text as sentences, and in the form in which its wording is compared."""

import re
import unicodedata
from collections.abc import Iterator

from govreport.form.stops import CLOSING, NARROW, STOPS

# What ends a sentence or a clause that could be a sentence, with the marks that close behind it.
_ENDS = f"{STOPS}{NARROW}；;"
_SENTENCE = re.compile(rf"[^{_ENDS}\n]+[{_ENDS}]*[{CLOSING}》]*")
_CLAUSE = re.compile(r"[，、,：:\s]")
_LONGEST = 1000
_QUOTATION_MARKS = frozenset("《》〈〉“”‘’「」『』\"'")
# Stands in folded text for the punctuation between two words.
BREAK = " "


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as they are printed; a sentence ends with its paragraph at the latest."""
    for match in _SENTENCE.finditer(text):
        for piece in _pieces(match[0]):
            sentence = piece.strip()
            if fold(sentence):
                yield sentence


def _pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence whole, or in pieces that end with a clause where it is longer than anyone writes one."""
    start = 0
    while len(sentence) - start > _LONGEST:
        clauses = [match.end() for match in _CLAUSE.finditer(sentence, start, start + _LONGEST)]
        end = clauses[-1] if clauses else start + _LONGEST
        yield sentence[start:end]
        start = end
    yield sentence[start:]


def fold(text: str) -> str:
    """Return the letters and figures of a text (NFKC, small letters), with a break where others part them.

    White space and quotation marks part nothing: print puts them inside words.
    """
    folded: list[str] = []
    for printed in text:
        for character in unicodedata.normalize("NFKC", printed):
            if character.isalnum():
                folded.append(character.lower())
            elif not _is_passed_over(character) and folded and folded[-1] != BREAK:
                folded.append(BREAK)
    return "".join(folded).strip(BREAK)


def _is_passed_over(character: str) -> bool:
    """Tell whether a character neither belongs to a word nor parts two: spaces, controls, marks upon letters."""
    return character in _QUOTATION_MARKS or unicodedata.category(character)[0] in "ZCM"
