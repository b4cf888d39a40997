"""HTML: the tree of a page, by lxml where it is installed, by a parser in Python alone where it is not.

Both give the same findings on every document of the tests; lxml takes a fraction of the time.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Protocol

# For tests: where this is set, the parser in Python reads although lxml is installed.
PURE = "GOVREPORT_PURE"
DEEPEST = 2048


class Element(Protocol):
    """What the reader of pages asks of an element; the names are those of lxml's elements."""

    tag: str
    text: str | None
    tail: str | None
    sourceline: int | None

    def get(self, name: str) -> str | None:
        """Return an attribute."""

    def set(self, name: str, value: str) -> None:
        """Give an attribute a value."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator["Element"]: ...

    def __reversed__(self) -> Iterator["Element"]: ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Yield this element and those inside it, in the order of the page."""

    def iterchildren(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements directly inside."""

    def iterdescendants(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements inside, however deep."""

    def iterancestors(self) -> Iterator["Element"]:
        """Yield the elements around, from the innermost."""

    def itertext(self) -> Iterator[str]:
        """Yield the texts inside."""

    def getparent(self) -> "Element | None":
        """Return the element around."""

    def find(self, path: str) -> "Element | None":
        """Return the first element inside that a path names."""

    def findall(self, path: str) -> list["Element"]:
        """Return all elements inside that a path names."""


class _Value(Protocol):
    """The value of an attribute, as lxml finds it."""

    def getparent(self) -> "Element":
        """Return the element that has the attribute."""


def parse_html(source: bytes) -> Element | None:
    """Return the root of a page in UTF-8 without NUL characters, None for one without any element.

    Raises UnreadableDocument for a page whose elements are nested too deep, and ModuleNotFoundError where neither
    parser is installed.
    """
    return parser()(source)


def with_attribute(root: Element, name: str) -> list[Element]:
    """Return the elements of a page that have an attribute."""
    # lxml finds the few without making an object of every element. The way back from all attributes to their elements,
    # asked for as one path, takes a time that grows with the square of their number.
    xpath: Callable[[str], list[_Value]] | None = getattr(root, "xpath", None)
    if xpath is not None:
        return [value.getparent() for value in xpath(f"//@{name}")]
    return [element for element in root.iter() if element.get(name) is not None]


@cache
def parser() -> Callable[[bytes], Element | None]:
    """Return what reads pages; raises ModuleNotFoundError where nothing does."""
    missing: ModuleNotFoundError | None = None
    for name in ("python",) if os.environ.get(PURE) else ("lxml", "python"):
        try:
            module = import_module(f"govreport.documents.trees.by_{name}")
        except ModuleNotFoundError as error:
            missing = missing or error
        else:
            parse: Callable[[bytes], Element | None] = module.parse
            return parse
    assert missing is not None
    raise missing
