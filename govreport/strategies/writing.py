"""JSON text written in several ways, from values in which anything may stand, also what is no JSON."""

import json
from collections.abc import Iterable
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


def written(value: Any, style: Style) -> str:
    """Return a value as JSON text."""
    return "".join(_pieces(value, style, "\n" if style is Style.INDENTED else ""))


def _pieces(value: Any, style: Style, margin: str) -> Iterable[str]:
    if isinstance(value, Token):
        yield value.text
    elif isinstance(value, dict | Members):
        pairs = value.pairs if isinstance(value, Members) else tuple(value.items())
        colon = ":" if style is Style.COMPACT else ": "
        members = ([*_pieces(name, style, ""), colon, *_pieces(child, style, _deeper(margin))] for name, child in pairs)
        yield from _enclosed("{}", members, margin)
    elif isinstance(value, list):
        yield from _enclosed("[]", (_pieces(item, style, _deeper(margin)) for item in value), margin)
    elif isinstance(value, Decimal):
        yield str(value)
    else:
        yield json.dumps(value, ensure_ascii=style is Style.ASCII)


def _enclosed(brackets: str, items: Iterable[Iterable[str]], margin: str) -> Iterable[str]:
    yield brackets[0]
    empty = True
    for item in items:
        if not empty:
            yield ","
        yield _deeper(margin)
        yield from item
        empty = False
    if not empty:
        yield margin
    yield brackets[1]


def _deeper(margin: str) -> str:
    return margin and margin + "  "
