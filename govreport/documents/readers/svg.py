"""Drawings inside web pages (SVG): their texts with their places, and the lines and boxes drawn around them."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from govreport.documents.limits import Limits
from govreport.documents.paper import Evidence, Grid, Part
from govreport.documents.readers.html_boxes import is_hidden
from govreport.documents.readers.placed import Pages
from govreport.documents.readers.ruled import find_tables
from govreport.documents.text import tidy
from govreport.documents.trees.html import Element

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SIZE = re.compile(r"font-size\s*:\s*(\d+(?:\.\d+)?)")
_MOVED = re.compile(r"\s*translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)\s*")
_TEXTS, _STRAIGHT = frozenset({"text", "tspan"}), ("line", "rect")
_USUAL_SIZE = 16.0
# Letters and digits are about so wide, relative to their height.
_NARROW = 0.55
_ASCENT = 0.85

Char = dict[str, Any]


def drawn_parts(drawing: Element, limits: Limits) -> list[Part]:
    """Return what a drawing prints: ruled tables, and lines; nothing of one that turns or stretches what it shows."""
    placed = list(_moved(drawing))
    if not placed:
        return []
    said = (_said(element, x, y) for element, x, y in placed if element.tag in _TEXTS)
    chars = [char for char in said if char is not None]
    limits.check("characters", len(chars))
    edges = [edge for element, x, y in placed if element.tag in _STRAIGHT for edge in _edges(element, x, y)]
    limits.check("strokes", len(edges))
    pages = Pages(limits)
    height = max((char["bottom"] for char in chars), default=0)
    pages.add(1, height, chars, find_tables(edges, limits))
    paper = pages.paper()
    return [_on_page(part, drawing.sourceline) for part in paper.parts] if paper is not None else []


def _on_page(part: Part, line: int | None) -> Part:
    """Return a part without its place in the drawing, which is none on a printed page."""
    if not isinstance(part, Grid):
        return attrs.evolve(part, evidence=Evidence(line=line, words=tidy(part.text)[:20]), is_line=False)
    boxes = tuple(box._replace(evidence=None) for box in part.boxes)
    return attrs.evolve(part, boxes=boxes, evidence=Evidence(table=part.evidence.table, line=line))


def _moved(drawing: Element) -> Iterator[tuple[Element, float, float]]:
    """Yield the elements that are shown, with how far each is moved; none at all where they are not just moved."""
    found = []
    stack = [(child, 0.0, 0.0) for child in drawing]
    while stack:
        element, x, y = stack.pop()
        if not isinstance(element.tag, str) or is_hidden(element) or element.tag in ("defs", "style", "title", "desc"):
            continue
        transform = element.get("transform")
        if transform is not None:
            match = _MOVED.fullmatch(transform)
            if match is None:
                return
            x, y = x + float(match[1]), y + float(match[2] or 0)
        found.append((element, x, y))
        stack.extend((child, x, y) for child in element)
    yield from found


def _number(element: Element, name: str) -> float | None:
    match = _NUMBER.match((element.get(name) or "").strip())
    return float(match[0]) if match else None


def _inherited(element: Element, name: str) -> str | None:
    """Return an attribute of an element, or of the nearest one around it inside the drawing."""
    holder: Element | None = element
    while holder is not None and holder.tag != "body":
        value = holder.get(name)
        if value is not None:
            return value
        holder = holder.getparent()
    return None


def _size(element: Element) -> float:
    said = _SIZE.search(_inherited(element, "style") or "") or _NUMBER.match(_inherited(element, "font-size") or "")
    return float(said[1 if said.lastindex else 0]) if said else _USUAL_SIZE


def _said(element: Element, moved_x: float, moved_y: float) -> Char | None:
    """Return the text of an element itself as one large character: what is too long for its box stands in it, too."""
    text = tidy(element.text or "")
    x, y = _number(element, "x"), _number(element, "y")
    holder = element.getparent()
    if element.tag == "tspan" and holder is not None:
        x = _number(holder, "x") if x is None else x
        y = (_number(holder, "y") or 0.0) + (_number(element, "dy") or 0.0) if y is None else y
    if not text:
        return None
    size = _size(element)
    width = sum(size if letter > "\u2e7f" else size * _NARROW for letter in text)
    anchor = _inherited(element, "text-anchor")
    left = (x or 0.0) + moved_x - width * {"middle": 0.5, "end": 1.0}.get(anchor or "", 0.0)
    top = (y or 0.0) + moved_y - size * _ASCENT
    return {
        "text": text,
        "x0": left,
        "x1": left + width,
        "top": top,
        "bottom": top + size,
        "size": size,
        "upright": True,
        "matrix": (1, 0, 0, 1, 0, 0),
    }


def _edges(element: Element, x: float, y: float) -> Iterator[dict[str, Any]]:
    """Yield the lines that an element draws from left to right or from top to bottom."""
    if element.tag == "rect":
        left, top = (_number(element, "x") or 0.0) + x, (_number(element, "y") or 0.0) + y
        right, bottom = left + (_number(element, "width") or 0.0), top + (_number(element, "height") or 0.0)
        corners = [(left, top, right, top), (left, bottom, right, bottom)]
        corners += [(left, top, left, bottom), (right, top, right, bottom)]
    else:
        ends = [_number(element, name) or 0.0 for name in ("x1", "y1", "x2", "y2")]
        corners = [(ends[0] + x, ends[1] + y, ends[2] + x, ends[3] + y)]
    for x0, y0, x1, y1 in corners:
        if x0 == x1 or y0 == y1:
            yield {
                "orientation": "v" if x0 == x1 else "h",
                "x0": min(x0, x1),
                "x1": max(x0, x1),
                "top": min(y0, y1),
                "bottom": max(y0, y1),
            }
