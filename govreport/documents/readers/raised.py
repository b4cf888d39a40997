"""Digits above their line, which number a note: they are read as the signs for that, so that 21 with a 1 is not 211."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import itemgetter
from typing import Any

from govreport.documents.readers.styles import Styles
from govreport.documents.text import raised
from govreport.documents.trees.html import Element, with_attribute

_RAISING = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
# A number of a note, or several: 1,2.
_NUMBERS = re.compile(r"\s*\d{1,2}(?:[,，、]\d{1,2})*\s*", re.ASCII)

# Of the size of the largest character of its line: a raised digit is smaller than this, and its foot higher up.
_SMALL, _ABOVE = 0.85, 0.2
_size = itemgetter("size")
_DIGITS = frozenset("0123456789")
# A number stands in a link or two; whatever holds more is no number, and need not be looked through.
_MOST_INSIDE = 8


def are_numbers(text: str) -> bool:
    """Tell whether a raised text is nothing but numbers of notes."""
    return _NUMBERS.fullmatch(text) is not None


def mark_raised(root: Element, source: bytes, styles: Styles) -> None:
    """Give the raised and lowered numbers of a page the signs for raised digits."""
    plain = source.lower()
    found = list(root.iter("sup", "sub")) if b"<su" in plain else []
    if b"super" in plain:
        found += [element for element in with_attribute(root, "style") if _RAISING.search(element.get("style") or "")]
    if "super" in styles.sheets:
        elements = (element for element in root.iter() if isinstance(element.tag, str))
        found += [element for element in elements if styles.of_sheets(element).get("vertical-align") == "super"]
    for element in found:
        inside = list(islice(element.iterdescendants(), _MOST_INSIDE + 1))
        if len(inside) <= _MOST_INSIDE and are_numbers("".join(element.itertext())):
            element.text = raised(element.text or "")
            for inner in inside:
                inner.text, inner.tail = raised(inner.text or ""), raised(inner.tail or "")


def with_raised(line: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the characters of a line, small digits that stand above its foot as raised ones."""
    largest = max(line, key=_size)
    small, foot = largest["size"] * _SMALL, largest["bottom"] - largest["size"] * _ABOVE
    if min(map(_size, line)) >= small:
        return line
    return [
        {**char, "text": raised(char["text"])} if char["size"] < small and char["bottom"] < foot else char
        for char in line
    ]


def on_their_lines(chars: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the characters of a page in the order in which it draws them, raised digits on the line of their figure."""
    base: dict[str, Any] | None = None
    for char in chars:
        if base is not None and char["text"] in _DIGITS and _is_above(char, base):
            yield {**char, "text": raised(char["text"]), "top": base["top"], "bottom": base["bottom"]}
            # The next digit of the number stands beside this one.
            base = {**base, "x1": char["x1"]}
        else:
            base = char
            yield char


def _is_above(char: dict[str, Any], base: dict[str, Any]) -> bool:
    """Tell whether a character stands right behind a larger one, at the height of its upper half."""
    size = base["size"]
    return bool(
        char["size"] < size * _SMALL
        and base["top"] - size / 2 < char["bottom"] < base["bottom"] - size * _ABOVE
        and abs(char["x0"] - base["x1"]) < size / 2
        and base["text"].strip()
    )
