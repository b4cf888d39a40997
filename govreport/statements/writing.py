"""Statements as JSON, for programs and for research."""

from collections.abc import Sequence
from typing import Any

import msgspec

from govreport.statements.records import Statement, Weighed

VERSION = 1
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write_statements(organ: str, year: int, layout: str, statements: Sequence[Statement]) -> bytes:
    """Return the JSON that `schema/meta/told.schema.json` describes."""
    record = {
        "version": VERSION,
        "organ": organ,
        "year": year,
        "layout": layout,
        "statements": [_statement(s) for s in statements],
    }
    return msgspec.json.format(_ENCODER.encode(record), indent=2) + b"\n"


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.pointer,
        "quote": statement.quote,
        "start": statement.start,
        "end": statement.end,
        "figure": statement.figure,
        "figure_start": statement.figure_start,
        "figure_end": statement.figure_end,
        "kind": statement.kind,
        "value": plain(statement.value),
        "verdict": statement.verdict,
        "certain": statement.is_certain,
        "scope": statement.scope,
        "reason": statement.reason,
        "readings": [_weighed(w) for w in statement.weighed],
    }


def _weighed(weighed: Weighed) -> dict[str, Any]:
    return {
        "cells": weighed.reading.cells,
        "minus": weighed.reading.minus,
        "base": weighed.reading.base,
        "relation": weighed.reading.relation,
        "sum": plain(weighed.sum),
        "base_sum": plain(weighed.base),
        "blanks": weighed.blanks,
        "fits": weighed.fits,
    }


def plain(value: Any) -> Any:
    """Return a whole number as such, any other as an exact decimal."""
    return int(value) if value is not None and value == value.to_integral_value() else value
