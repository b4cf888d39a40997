"""Boxes of tables in web pages: the text that a browser shows in one, hidden elements left out."""

import re

from govreport.documents.paper import PICTURE
from govreport.documents.text import tidy
from govreport.documents.trees.html import Element

_NAME = re.compile(r"\w+")
SKIPPED = frozenset(
    _NAME.findall(
        "script style noscript template head title select option button textarea iframe object svg math audio video"
    )
)
BLOCKS = frozenset(
    _NAME.findall(
        "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure"
        " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td"
        " tfoot th thead tr ul"
    )
)
_LINES = BLOCKS | {"br"}
BREAKS = _LINES | SKIPPED
# What shows something in the browser that is no text of the page.
_PICTURES = frozenset({"img", "script", "canvas", "svg", "object", "iframe"})
_FIELDS = frozenset({"input", "textarea", "select"})


def is_hidden(element: Element) -> bool:
    """Tell whether a browser shows nothing of an element, which its attribute says; so do styles once they are read."""
    return element.get("hidden") is not None


def is_text(element: Element) -> bool:
    """Tell whether nothing inside of an element breaks the line but `br`."""
    return all(inner.tag == "br" or inner.tag not in BREAKS for inner in element.iterdescendants())


def cell_text(cell: Element) -> str:
    """Return the text of a box, with its line breaks; a sign where it holds a picture alone."""
    if len(cell) == 0:
        text = cell.text or ""
        return text if text.isalnum() else tidy(text)
    inside = list(cell.iterdescendants())
    breaks = [inner.tag for inner in inside if inner.tag in BREAKS]
    if (not breaks or breaks == ["p"]) and not any(map(is_hidden, inside)):
        text = tidy("".join(cell.itertext()))
    else:
        lines: list[list[str]] = [[]]
        collect(cell, lines)
        text = "\n".join(filter(None, map(tidy, map("".join, lines))))
    return text or _without_text(cell)


def _without_text(cell: Element) -> str:
    """Return what a cell without text shows: what its fields are filled in with, or the sign for a picture."""
    for field in cell.iterdescendants(*_FIELDS):
        if field.tag == "input" and (field.get("type") or "text").lower() not in ("hidden", "button", "submit"):
            return tidy(field.get("value") or "")
        if field.tag != "input":
            chosen = field.findall("option[@selected]") or [field]
            return tidy("".join(chosen[0].itertext()))
    return PICTURE if any(inner.tag in _PICTURES for inner in cell.iterdescendants()) else ""


def line_text(element: Element) -> str:
    """Return the text of an element that breaks no line, without that of hidden elements inside."""
    if not any(map(is_hidden, element.iterdescendants())):
        return "".join(element.itertext())
    lines: list[list[str]] = [[]]
    collect(element, lines)
    return "".join(map("".join, lines))


def collect(element: Element, lines: list[list[str]]) -> None:
    """Gather the pieces of the lines of a cell; the walk keeps its own stack."""
    if element.text:
        lines[-1].append(element.text)
    # Each step is an element, whether its end is meant, and whether one around it is hidden.
    stack = [(inner, False, False) for inner in reversed(element)]
    while stack:
        inner, is_end, is_around_hidden = stack.pop()
        if is_end:
            if inner.tag in BLOCKS:
                lines.append([])
            if not is_around_hidden and inner.tail:
                lines[-1].append(inner.tail)
            continue
        is_unseen = is_around_hidden or is_hidden(inner)
        if inner.tag in _LINES:
            lines.append([])
        if inner.text and not is_unseen and inner.tag not in SKIPPED:
            lines[-1].append(inner.text)
        stack.append((inner, True, is_around_hidden))
        stack.extend((child, False, is_unseen) for child in reversed(inner))
