"""What a document declares of its organ, found without looking at the rest of it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec


class _Organ(msgspec.Struct):
    name: str


class _Document(msgspec.Struct):
    organ: _Organ


def declared_organ(data: bytes) -> Mapping[str, Any] | None:
    """Return the name of the organ of a document in JSON, as its members are written; None where it cannot be had."""
    try:
        name = _decoder().decode(data).organ.name
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return {"organ": {"name": name}}


@cache
def _decoder() -> msgspec.json.Decoder[_Document]:
    return msgspec.json.Decoder(_Document)
