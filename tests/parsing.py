"""One tree of every page that a test reads: Python alone makes of it what lxml makes of it.

So whatever the tests find of pages holds for both parsers, and only what a parser must bear by itself, damage and
great size, is run once more without lxml (the marker `pages`, the lane `pure`).
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from importlib.util import find_spec
from typing import Any

# Greater pages are made to last; what they are like is told by those that are read with either parser.
_LARGEST = 500_000
# What stands in these is read by nobody.
_UNREAD = ("script", "style")
# Of what damage makes into a name, lxml keeps the beginning.
_LONGEST_NAME = 40


def flat(root: Any) -> list[tuple[Any, ...]]:
    """Return each element with what it holds, where it stands and what it is told; blanks are of no matter."""
    return [] if root is None else [_told(element) for element in root.iter()]


def _told(element: Any) -> tuple[Any, ...]:
    around = element.getparent()
    text = "" if element.tag in _UNREAD else element.text or ""
    return (
        element.tag,
        element.sourceline,
        None if around is None else around.tag,
        text.split(),
        (element.tail or "").split(),
        # An attribute without a value is its own value to lxml, where HTML 4 knows it.
        {name: [] if value == name else value.split() for name, value in element.items() if _is_name(name)},
    )


def _is_name(name: str) -> bool:
    return name.isascii() and len(name) <= _LONGEST_NAME


class Pages:
    """The pages that were read so far, each looked at once."""

    def __init__(self) -> None:
        self._known: set[bytes] = set()
        self._is_watched = False
        self.differing: list[bytes] = []

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Hold the trees of all pages that lxml reads meanwhile against those of the other parser."""
        self.differing.clear()
        self._is_watched = True
        try:
            yield
        finally:
            self._is_watched = False

    def watch(self) -> None:
        """Stand before the parser of lxml, where it is installed; it reads as it did."""
        if find_spec("lxml") is None:
            return
        from govreport.documents.limits import UnreadableDocument
        from govreport.documents.trees import by_lxml, by_python

        def tree(parse: Any, source: bytes) -> Any:
            try:
                return flat(parse(source))
            except UnreadableDocument as error:
                return error.finding.code

        original = by_lxml.parse

        @wraps(original)
        def parse(source: bytes) -> Any:
            if self._is_watched and len(source) <= _LARGEST:
                name = hashlib.sha256(source).digest()
                if name not in self._known:
                    self._known.add(name)
                    if tree(original, source) != tree(by_python.parse, source):
                        self.differing.append(source)
            return original(source)

        by_lxml.parse = parse
