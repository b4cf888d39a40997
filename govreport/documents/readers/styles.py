"""What style sheets inside a page say of how its elements are laid out; only what single names select."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from govreport.documents.trees.html import Element, with_attribute

_NAMES = ("display", "position", "float", "clear", "width", "height", "left", "top", "grid-template-columns")
_LOOKS = ("visibility", "vertical-align", "text-decoration", "text-decoration-line")
_WANTED = frozenset((*_NAMES, "grid-column", "grid-row", "grid-area", *_LOOKS))
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*+|\*)?(?P<name>[.#][\w-]++)?", re.IGNORECASE)
_SIGN = re.compile("[{};]")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# A page has so many rules that are of use here at most.
_MOST_RULES = 5_000
_LONGEST_CLASSES = 1_000
_NONE: Mapping[str, str] = {}
_HIDING_WORDS = ("display", "visibility")
# Where a comment begins in between, anything may follow.
_HIDING = re.compile(r"[0-9a-z_]++[\s\x80-\U0010ffff]*+(?:/\*|:[\s\x80-\U0010ffff]*+(?:/\*|none|hidden))")
# It goes on to the end of these; to ask at each word among them would cost a square.
_LETTERS = re.compile("[0-9a-z_]++")
_OWN_HIDING = re.compile(
    # From each of many that say how a text is adorned it is looked only up to the next one.
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|text-decoration(?:-line)?\s*:(?:(?!text-decoration(?:-line)?\s*:)[^;])*?line-through",
    re.IGNORECASE,
)
# What has no size shows nothing; what is inside may have a size of its own.
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)", re.IGNORECASE)
# Struck out is what does not count any more.
_STRUCK = ("del", "s", "strike")
# So widely used sheets, which pages load, name what only voices read out, beside what is seen.
_UNSEEN = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})

Rules = dict[tuple[str, str], dict[str, str]]  # by tag and name, either of which may be ""


def says(text: str, words: Iterable[str], sign: re.Pattern[str], vain: re.Pattern[str] | None = None) -> bool:
    """Tell whether a sign, which begins with one of the words, is in a text: to find words first is far quicker.

    Where a word is no sign, none begins in what `vain` matches there.
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            if sign.match(text, at):
                return True
            passed = vain.match(text, at) if vain is not None else None
            at = text.find(word, passed.end() if passed is not None else at + 1)
    return False


class Styles:
    """The styles of the elements of a page."""

    def __init__(self, root: Element, source: bytes = b"") -> None:
        self._names_unseen = any(name.encode() in source for name in _UNSEEN)
        self._texts = ["".join(sheet.itertext()) for sheet in root.iter("style")]
        self._known: dict[tuple[str, str | None, str | None], Mapping[str, str]] = {}
        # The elements that say something themselves.
        self._own = with_attribute(root, "style")

    @cached_property
    def sheets(self) -> str:
        """What the sheets say, in small letters."""
        return "\n".join(self._texts).lower()

    @cached_property
    def own(self) -> str:
        """What elements say themselves, in small letters."""
        return "\n".join(element.get("style") or "" for element in self._own).lower()

    @cached_property
    def _rules(self) -> Rules:
        rules: Rules = {}
        for text in self._texts:
            for selectors, declarations in _parted(_COMMENT.sub("", text)):
                said = declared(declarations)
                for selector in selectors.split(",") if said else ():
                    match = _SELECTOR.fullmatch(selector.strip())
                    if match is not None and match[0] and len(rules) < _MOST_RULES:
                        rules.setdefault(((match["tag"] or "").lower(), match["name"] or ""), {}).update(said)
        return rules

    def of(self, element: Element) -> Mapping[str, str]:
        """Return what is said of an element: by its tag, its classes, its name, and by itself, which counts most."""
        own = element.get("style")
        found = {**self.of_sheets(element), **(declared(own) if own else _NONE)} if self._rules or own else _NONE
        return found

    @property
    def may_hide(self) -> bool:
        """Whether the sheets may hide anything; what outweighs all else may say so anywhere."""
        return (
            "!important" in self.sheets
            or "line-through" in self.sheets
            or says(self.sheets, _HIDING_WORDS, _HIDING, _LETTERS)
        )

    def mark_hidden(self, root: Element, *, by_sheets: bool) -> None:
        """Give the elements that are not shown the attribute for it, those too that sheets hide if `by_sheets`."""
        for element in self._own:
            own = element.get("style") or ""
            if _OWN_HIDING.search(own) or (len(element) == 0 and _NO_SIZE.search(own)):
                element.set("hidden", "")
        for element in root.iter(*_STRUCK):
            element.set("hidden", "")
        if self._names_unseen:
            for element in with_attribute(root, "class"):
                if not _UNSEEN.isdisjoint((element.get("class") or "")[:_LONGEST_CLASSES].split()):
                    element.set("hidden", "")
        if by_sheets and any(map(_hides, self._rules.values())):
            for element in root.iter():
                if isinstance(element.tag, str) and _hides(self.of_sheets(element)):
                    element.set("hidden", "")

    def of_sheets(self, element: Element) -> Mapping[str, str]:
        """Return what the sheets alone say of an element."""
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


def declared(text: str) -> dict[str, str]:
    """Return what declarations say of the layout, by name."""
    found = {}
    for one in text.split(";"):
        name, _, value = one.partition(":")
        if (name := name.strip().lower()) in _WANTED:
            found[name] = value.replace("!important", "").strip().lower()
    return found


def _hides(said: Mapping[str, str]) -> bool:
    decoration = said.get("text-decoration", "") + said.get("text-decoration-line", "")
    return said.get("display") == "none" or said.get("visibility") == "hidden" or "line-through" in decoration


def _parted(sheet: str) -> Iterable[tuple[str, str]]:
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
