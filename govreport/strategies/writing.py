"""JSON text written in several ways, from values in which anything may stand, also what is no JSON."""

import json
from decimal import Decimal
from enum import Enum, auto
from typing import Any

import attrs
from hypothesis import strategies as st

from govreport.strategies.reports import decoded_reports


class Style(Enum):
    """How a document is laid out; all mean the same."""

    COMPACT = auto()
    INDENTED = auto()
    ASCII = auto()


@attrs.frozen
class Token:
    """A piece of text that is written as it stands, be it JSON or not."""

    text: str


@attrs.frozen
class Members:
    """An object as the list of its members, so that names may repeat and need not be texts."""

    pairs: tuple[tuple[Any, Any], ...]


def documents(layout: str | None = None) -> st.SearchStrategy[bytes]:
    """Return a strategy for the documents of valid reports: UTF-8, written compactly, indented or all in ASCII."""
    return st.builds(written, decoded_reports(layout), st.sampled_from(Style)).map(str.encode)


def written(value: Any, style: Style, margin: str = "\n") -> str:
    """Return a value as JSON text; `margin` is what stands before the lines that it is written between."""
    if isinstance(value, Token):
        return value.text
    if isinstance(value, dict | Members):
        pairs = value.pairs if isinstance(value, Members) else tuple(value.items())
        colon = ":" if style is Style.COMPACT else ": "
        deeper = margin + "  "
        members = [written(name, style) + colon + written(child, style, deeper) for name, child in pairs]
        return _enclosed("{", members, "}", style, margin)
    if isinstance(value, list):
        return _enclosed("[", [written(item, style, margin + "  ") for item in value], "]", style, margin)
    if isinstance(value, Decimal):
        return str(value)
    return _ENCODE[style](value)


_ENCODE = {style: json.JSONEncoder(ensure_ascii=style is Style.ASCII).encode for style in Style}


def _enclosed(opening: str, items: list[str], closing: str, style: Style, margin: str) -> str:
    if style is not Style.INDENTED or not items:
        return opening + ",".join(items) + closing
    return opening + margin + "  " + f",{margin}  ".join(items) + margin + closing
