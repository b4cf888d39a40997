"""Reports for the law of rendering: as the library's strategies draw them, with texts that a print can carry."""

import unicodedata
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from govreport.documents.rendering.report.printable import one_line
from govreport.documents.wording.labels import numeral
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.strategies import decoded_reports

_WORDS = "工作平稳有序。"
_DIGITS = 15


def printed_reports() -> st.SearchStrategy[Report]:
    """Return a strategy for reports whose texts are those of documents.

    Texts have no control characters and no noncharacters, paragraphs are trimmed and none begins with a
    section heading, and amounts have at most fifteen digits.
    """
    return decoded_reports().map(lambda members: structure(_as_printed(members)))


def _as_printed(value: Any) -> Any:
    if isinstance(value, str):
        return "\n".join(filter(None, map(_line, value.split("\n")))) or _WORDS
    if isinstance(value, list):
        return [_as_printed(item) for item in value]
    if isinstance(value, dict):
        return {name: member if name in _KEPT else _as_printed(member) for name, member in value.items()}
    return Decimal(str(value)[: _DIGITS + 1].rstrip(".")) if isinstance(value, Decimal) else value


# What is no text for readers, but a word of the standard.
_KEPT = frozenset(
    (
        *("$schema", "layout", "source", "published", "period", "extensions", "bodies"),
        *("code", "division", "kind", "level", "mark", "unit", "pointer", "rule"),
    )
)


def _line(text: str) -> str:
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cn"))
    line = one_line(kept)
    return "" if numeral(line) else line
