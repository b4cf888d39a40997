"""What style sheets inside a page say of how its elements are laid out; only what single names select."""

import re
from collections.abc import Iterable, Mapping

from govreport.documents.trees.html import Element

_NAMES = ("display", "position", "float", "clear", "width", "height", "left", "top", "grid-template-columns")
_WANTED = frozenset((*_NAMES, "grid-column", "grid-row", "grid-area", "visibility"))
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*+|\*)?(?P<name>[.#][\w-]++)?", re.IGNORECASE)
_SIGN = re.compile("[{};]")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# A page has so many rules that are of use here at most.
_MOST_RULES = 5_000
_LONGEST_CLASSES = 1_000
_NONE: Mapping[str, str] = {}
_HIDING_WORDS = (b"display", b"visibility")
# Where a comment begins in between, anything may follow.
_HIDING = re.compile(rb"\w++[\s\x80-\xff]*+(?:/\*|:[\s\x80-\xff]*+(?:/\*|none|hidden))")

Rules = dict[tuple[str, str], dict[str, str]]  # by tag and name, either of which may be ""


def says(source: bytes, words: Iterable[bytes], sign: re.Pattern[bytes]) -> bool:
    """Tell whether a sign, which begins with one of the words, is in a page: to find words first is far quicker."""
    for word in words:
        at = source.find(word)
        while at >= 0:
            if sign.match(source, at):
                return True
            at = source.find(word, at + 1)
    return False


def may_hide(source: bytes) -> bool:
    """Tell whether the style sheets of a page, in small letters, may hide anything.

    What outweighs all else may say so anywhere.
    """
    return b"!important" in source or says(source, _HIDING_WORDS, _HIDING)


class Styles:
    """The styles of the elements of a page."""

    def __init__(self, root: Element) -> None:
        self._rules: Rules = {}
        self._known: dict[tuple[str, str | None, str | None], Mapping[str, str]] = {}
        for sheet in root.iter("style"):
            self._add("".join(sheet.itertext()))

    def of(self, element: Element) -> Mapping[str, str]:
        """Return what is said of an element: by its tag, its classes, its name, and by itself, which counts most."""
        own = element.get("style")
        found = {**self._of_sheets(element), **(declared(own) if own else _NONE)} if self._rules or own else _NONE
        return found

    @property
    def hides(self) -> bool:
        """Whether any rule hides elements."""
        return any(map(_hides, self._rules.values()))

    def is_hidden(self, element: Element) -> bool:
        """Tell whether the sheets, not the element itself, say that nothing of it is shown."""
        return _hides(self._of_sheets(element))

    def _of_sheets(self, element: Element) -> Mapping[str, str]:
        if not self._rules:
            return _NONE
        # Most elements of a page are like many others.
        key = element.tag, element.get("class"), element.get("id")
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._selected(*key)
        return found

    def _selected(self, tag: str, classes: str | None, id_: str | None) -> Mapping[str, str]:
        listed = (classes or "")[:_LONGEST_CLASSES].split()
        names = ["", *(f".{name}" for name in listed), *([f"#{id_}"] if id_ else [])]
        found: dict[str, str] = {}
        for name in names:
            for selected in ("*", "", tag):
                found.update(self._rules.get((selected, name), _NONE))
        return found

    def _add(self, sheet: str) -> None:
        for selectors, declarations in _rules(_COMMENT.sub("", sheet)):
            said = declared(declarations)
            for selector in selectors.split(",") if said else ():
                match = _SELECTOR.fullmatch(selector.strip())
                if match is not None and match[0] and len(self._rules) < _MOST_RULES:
                    self._rules.setdefault(((match["tag"] or "").lower(), match["name"] or ""), {}).update(said)


def declared(text: str) -> dict[str, str]:
    """Return what declarations say of the layout, by name."""
    found = {}
    for one in text.split(";"):
        name, _, value = one.partition(":")
        if (name := name.strip().lower()) in _WANTED:
            found[name] = value.replace("!important", "").strip().lower()
    return found


def _hides(said: Mapping[str, str]) -> bool:
    return said.get("display") == "none" or said.get("visibility") == "hidden"


def _rules(sheet: str) -> Iterable[tuple[str, str]]:
    """Yield the selectors and declarations of the rules that hold everywhere, not on some media alone."""
    depth = start = opened = 0
    for sign in _SIGN.finditer(sheet):
        place, letter = sign.start(), sign[0]
        if letter == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif letter == "}" and depth:
            depth -= 1
            if depth == 0:
                selectors = sheet[start:opened].strip()
                if not selectors.startswith("@"):
                    yield selectors, sheet[opened + 1 : place]
                start = place + 1
        elif letter == ";" and not depth:
            start = place + 1
