"""HTML by Python alone, for where lxml cannot be installed: broken markup is mended by the rules of lxml's parser.

A parser by the standard for web pages would not do. Where a page never closes what sets a type face, that standard
repeats it in every paragraph, which makes of 60 kB a tree of 640,000 elements; and of a row copied without its table
it joins the figures of all cells.
"""

from collections.abc import Mapping
from typing import Any

from govreport.documents.limits import UnreadableDocument
from govreport.documents.trees import html
from govreport.documents.trees.elements import Element
from govreport.documents.trees.tokens import BLANKS, Token, tokens


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names("area base basefont br col frame hr img input isindex link meta param")
_OF_HEAD = _names("script style meta link title base")
_OF_FRAMES = _names("noframes frame frameset")


def _closing(*rules: str) -> Mapping[str, frozenset[str]]:
    """Return for each element which tags end it, from lines `elements: tags`."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        elements, tags = rule.split(": ")
        found.update(dict.fromkeys(_names(elements), _names(tags)))
    return found


# The innermost element ends where one of these tags begins, and so on outward.
_ENDED_BY = _closing(
    "a: a fieldset table td th",
    "address: dd dl dt form li ul",
    "b i tt: center p td th",
    "u: p td th",
    "big s small strike tt: p",
    "font: center td th",
    "span: td th",
    "caption: col colgroup tbody tfoot thead tr",
    "colgroup: colgroup tbody tfoot thead tr",
    "dd: dt",
    "dt: dd dl",
    "dir menu: dd dl dt form ul",
    "dl: form li",
    "form ol: form",
    "h1 h2 h3 h4 h5 h6: fieldset form li p table",
    "legend: fieldset",
    "li: li",
    "option: optgroup option",
    "p: address blockquote caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head"
    " hr li menu ol p pre table tbody td tfoot th title tr ul",
    "pre: dd dl dt fieldset form li table ul",
    "tbody: tbody tfoot",
    "thead: tbody tfoot",
    "tfoot: tbody",
    "tr: tbody tfoot tr",
    "td th: tbody td tfoot th tr",
    "ul: address form menu pre",
    "head: a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em fieldset font"
    " form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li map menu ol p pre q s samp small span strike strong sub"
    " sup table tt u ul var",
)
# An end does not reach beyond an element that weighs more; what is not listed weighs less than all that is.
_WEIGHTS = {
    **dict.fromkeys(("td", "th"), 160),
    **dict.fromkeys(("thead", "tbody", "tfoot"), 180),
    **dict.fromkeys(("head", "body"), 200),
    "div": 150,
    "tr": 170,
    "table": 190,
    "html": 220,
}
_HEAVIER = {name: [other for other in _WEIGHTS if _WEIGHTS[other] > _WEIGHTS[name]] for name in _WEIGHTS}


def parse(source: bytes) -> html.Element | None:
    """Return the root of a page; raises UnreadableDocument for one that is nested too deep."""
    page = _Page()
    for token in tokens(source.decode("utf-8", "replace")):
        if not token.name:
            page.text(token)
        elif token.name[0] == "/":
            page.end(token.name[1:])
        else:
            page.start(token)
    page.place_text()
    root: Any = page.root
    found: html.Element | None = root
    return found


class _Page:
    """Puts the tree together."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._depths: dict[str, list[int]] = {}  # of the open elements, by their names
        self._last: Element | None = None  # the element that ended last, whose tail comes
        self._pieces: list[str] = []
        self._has_head = self._has_body = False
        self._ignored = 0  # tags of the whole page that were begun again

    def text(self, token: Token) -> None:
        """Add a text; outside the body a blank says nothing, and anything else begins the body."""
        if not self._open or self._open[-1].tag in ("html", "head"):
            text = token.text.lstrip(BLANKS)
            if not text:
                return
            # Lines of blanks before the page count for its line; inside of it they belong to the text.
            blank = "" if self._open else token.text[: len(token.text) - len(text)]
            token = token._replace(text=text, line=token.line + blank.count("\n"))
            self._end_for("p")
            self._imply(token._replace(name="p"))
        self._pieces.append(token.text)

    def start(self, token: Token) -> None:
        """Begin an element, after those are ended that it ends."""
        name = token.name
        self._end_for(name)
        self._imply(token)
        is_again = (
            (name == "html" and len(self._open) > 0)
            or (name == "head" and len(self._open) != 1)
            or (name == "body" and self._depth_of("body") >= 0)
        )
        if is_again:
            self._ignored += 1
        else:
            self._push(token)
        if token.is_closed or name in _VOID:
            self._pop()

    def end(self, name: str) -> None:
        """End an element with all that is open inside it; a page ends with its last character, whatever it says."""
        if name == "html":
            return
        if self._ignored and name in ("body", "head"):
            self._ignored -= 1
            return
        depth = self._depth_of(name)
        if depth >= max(map(self._depth_of, _HEAVIER.get(name, _WEIGHTS))):
            for _ in range(len(self._open) - depth):
                self._pop()

    def _depth_of(self, name: str) -> int:
        """Return at which depth the innermost open element of a name is, -1 where there is no such element."""
        depths = self._depths.get(name)
        return depths[-1] if depths else -1

    def place_text(self) -> None:
        """Put the text that was gathered where it belongs."""
        if self._pieces:
            text = "".join(self._pieces)
            self._pieces.clear()
            if self._last is not None:
                self._last.tail = (self._last.tail or "") + text
            else:
                self._open[-1].text = (self._open[-1].text or "") + text

    def _end_for(self, name: str) -> None:
        while self._open and name in _ENDED_BY.get(self._open[-1].tag, ()):
            self._pop()

    def _imply(self, token: Token) -> None:
        """Begin what a page may leave out before an element: the page itself, its head, its body."""
        name = token.name
        if name == "html":
            return
        if not self._open:
            self._push(Token("html", token.line))
        if name in ("body", "head"):
            return
        if len(self._open) <= 1 and name in _OF_HEAD:
            if not self._has_head:
                self._push(Token("head", token.line))
        elif name not in _OF_FRAMES and not self._has_body and self._depth_of("head") < 0:
            self._push(Token("body", token.line))

    def _push(self, token: Token) -> None:
        self.place_text()
        around = self._open[-1] if self._open else None
        element = Element(token.name, token.attributes or {}, around, token.line)
        if self.root is None:
            self.root = element
        self._depths.setdefault(token.name, []).append(len(self._open))
        self._open.append(element)
        self._last = None
        self._has_head |= token.name in ("head", "body")
        self._has_body |= token.name == "body"
        if len(self._open) > html.DEEPEST:
            raise UnreadableDocument("nested-too-deep")

    def _pop(self) -> None:
        # `<html/>` ends no page either.
        if len(self._open) > 1:
            self.place_text()
            self._last = self._open.pop()
            self._depths[self._last.tag].pop()
