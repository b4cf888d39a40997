"""Elements that know what is around them and where they begin, over the elements of the standard library."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree


class Element(ElementTree.Element):
    """An element of a page; what it can be asked is what `trees.html.Element` lists."""

    # Elements of the standard library are written in C; without slots each of these would carry a dictionary.
    __slots__ = ("_around", "sourceline")

    def __init__(self, tag: str, attributes: dict[str, str], around: "Element | None", line: int) -> None:
        super().__init__(tag, attributes)
        self._around = around
        self.sourceline = line
        if around is not None:
            around.append(self)

    def getparent(self) -> "Element | None":
        """Return the element around."""
        return self._around

    def __reversed__(self) -> Iterator[Any]:
        return (self[index] for index in range(len(self) - 1, -1, -1))

    def iter(self, *tags: str) -> Iterator[Any]:  # type: ignore[override]
        """Yield this element and those inside it."""
        return (element for element in super().iter() if element.tag in tags) if tags else super().iter()

    def iterchildren(self, *tags: str) -> Iterator[Any]:
        """Yield the elements directly inside."""
        return (child for child in self if child.tag in tags) if tags else iter(self)

    def iterdescendants(self, *tags: str) -> Iterator[Any]:
        """Yield the elements inside."""
        return (element for element in self.iter(*tags) if element is not self)

    def iterancestors(self) -> Iterator["Element"]:
        """Yield the elements around, from the innermost."""
        around = self._around
        while around is not None:
            yield around
            around = around._around
