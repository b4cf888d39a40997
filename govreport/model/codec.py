"""Reports and other documents as objects and as text: `load`, `loads`, `dump`, `dumps`, exact inverses of each other.

Writing is canonical: UTF-8, two spaces of indentation, members in the order of the schema, optional
members left out where absent, amounts with the digits they were given, a line feed at the end.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, overload

import attrs
import msgspec

from govreport import resources
from govreport.errors import InvalidReport
from govreport.files import write_atomically
from govreport.form.figures import AMOUNT
from govreport.form.layout import load_layout
from govreport.kinds import Kind
from govreport.model.plain import members_of
from govreport.model.preparing import prepared
from govreport.model.registry import CLASSES, Document, Report
from govreport.results import Result
from govreport.validation import exact
from govreport.validation.gate import declared_layout, gate_module, is_written_once
from govreport.validation.reading import read_document

Made = TypeVar("Made")
"""The class that is asked for."""


def _as_decimal(value: object) -> Decimal:
    """Return a number that was written with an exponent, as extensions may hold one, as a plain decimal."""
    if isinstance(value, Decimal):
        return Decimal(value)
    raise TypeError(f"cannot write {type(value).__name__}")


ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_as_decimal)
# "$schema" is the one member whose name is no Python name.
_SCHEMA_MEMBER, _SCHEMA_ATTRIBUTE = "$schema", "schema"


@overload
def load(path: str | os.PathLike[str], kind: None = None) -> Report: ...
@overload
def load(path: str | os.PathLike[str], kind: type[Made]) -> Made: ...
def load(path: str | os.PathLike[str], kind: type[Made] | None = None) -> Report | Made:
    """Return the report in a JSON file, or the document of another class where `kind` is one, such as `WorkPlan`.

    Raises InvalidReport, whose `result` tells all, where the file cannot be read or is no document of
    that kind. Sums that do not balance are no reason to refuse it: `validate` tells of those.
    """
    data = _read_file(path)
    return loads(data) if kind is None else loads(data, kind)


def load_any(path: str | os.PathLike[str]) -> Document:
    """Return the document in a JSON file, of the kind that it declares; raises InvalidReport like `load`."""
    return loads_any(_read_file(path))


@overload
def loads(document: bytes | str, kind: None = None) -> Report: ...
@overload
def loads(document: bytes | str, kind: type[Made]) -> Made: ...
def loads(document: bytes | str, kind: type[Made] | None = None) -> Report | Made:
    """Return the report in a JSON document, UTF-8 bytes or text, or the document of the class `kind` as `load` does.

    Raises InvalidReport like `load`, and TypeError where `kind` is no class of documents.
    """
    data = document.encode("utf-8", "surrogatepass") if isinstance(document, str) else document
    if kind is None:
        report: Report = _loads(data, resources.layouts())
        return report
    among = tuple(layout for layout, made in CLASSES.items() if made is kind)
    if not among:
        raise TypeError(f"{kind!r} is no class of documents")
    found: Made = _loads(data, among)
    return found


def loads_any(data: bytes) -> Document:
    """Return the document in a JSON document, of the kind that it declares; raises InvalidReport like `load`."""
    document: Document = _loads(data, resources.documents())
    return document


def loads_of(data: bytes, kind: Kind) -> Any:
    """Return the document in a JSON document, in any layout of a kind; raises InvalidReport like `load`."""
    return _loads(data, kind.layouts)


def dumps(report: Document) -> bytes:
    """Return the canonical JSON document of a report, or of a document of another kind, as UTF-8 bytes.

    Raises InvalidReport where the object holds what no document may hold, such as a negative count.
    """
    _, data = _written(report)
    return data


def decoded(document: Document) -> dict[str, Any]:
    """Return the JSON values of a document as `unstructure` does, once it is certain that their structure is sound.

    Raises InvalidReport like `dumps`.
    """
    members, _ = _written(document)
    return members


def _written(document: Document) -> tuple[dict[str, Any], bytes]:
    """Return the JSON values of a document and its canonical text; raises InvalidReport like `dumps`."""
    members = unstructure(document)
    data = write(members)
    if _read_quickly(data) is None:
        _, result = exact.read(data)
        if not result.ok:
            raise InvalidReport(result)
    return members, data


def dump(report: Document, path: str | os.PathLike[str], *, replace: bool = False) -> None:
    """Write a report, or a document of another kind, to a JSON file, whole or not at all.

    Raises FileExistsError where there is a file already and `replace` is false, InvalidReport like
    `dumps`, and OSError where the system cannot write.
    """
    write_atomically(Path(path), dumps(report), replace=replace)


def write(value: Mapping[str, Any]) -> bytes:
    """Return the canonical text of a decoded report whose members are in the order of the schema."""
    return msgspec.json.format(ENCODER.encode(value), indent=2) + b"\n"


def write_line(value: Mapping[str, Any]) -> bytes:
    """Return the canonical text of a decoded report as one line of an NDJSON file: `write` without any white space."""
    return ENCODER.encode(value) + b"\n"


def structure(value: Mapping[str, Any]) -> Any:
    """Return the object of decoded JSON values whose structure is sound: of the class of the layout that they declare.

    `value` is not changed.
    """
    members, extensions = _attributes(value)
    document = msgspec.convert(members, type=prepared(CLASSES[value["layout"]]))
    return document if extensions is None else attrs.evolve(document, extensions=extensions)


def _attributes(value: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return the members by attribute, and apart from them the extensions.

    Extensions are any JSON: they are kept as they were decoded, decimals included.
    """
    members = {_SCHEMA_ATTRIBUTE if k == _SCHEMA_MEMBER else k: v for k, v in value.items()}
    extensions = members.pop("extensions", None)
    return members, extensions


def unstructure(document: Document) -> dict[str, Any]:
    """Return the JSON values of a document, members in the order of the schema, absent ones left out."""
    members = members_of(document)
    return {_SCHEMA_MEMBER if k == _SCHEMA_ATTRIBUTE else k: v for k, v in members.items()}


def _read_file(path: str | os.PathLike[str]) -> bytes:
    data = read_document(path)
    if isinstance(data, bytes):
        return data
    raise InvalidReport(Result(findings=(data,)))


def _read_exactly(data: bytes, among: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the decoded document, of one of these layouts; raises InvalidReport where its structure is not sound."""
    value, result = exact.read(data, among)
    if not result.ok or result.layout is None:
        raise InvalidReport(result)
    members: Mapping[str, Any] = value
    return members


def _loads(data: bytes, among: tuple[str, ...]) -> Any:
    """Return the object of a document of one of these layouts; raises InvalidReport where it is none."""
    return _read_quickly(data, among) or structure(_read_exactly(data, among))


def _read_quickly(data: bytes, among: tuple[str, ...] | None = None) -> Any:
    """Return the object where it is certain that the document says just this, else None.

    `among` are the layouts that it may declare, any that is known unless given.

    msgspec ignores unknown members of attrs classes, fills in defaults, and takes texts for decimals; what it
    overlooks, the count of colons and the text of the amounts bring to light.
    """
    name = declared_layout(data)
    if name is None or (among is not None and name not in among):
        return None
    gate = gate_module(name.encode())
    if gate is None:
        return None
    try:
        report: Any = _decoder(name).decode(data)
    # Any refusal at all sends the document to the exact path, which says what is wrong with it.
    except Exception:
        return None
    if report.extensions is not None or report.schema is not None:
        return None
    if not is_written_once(data, gate.members(report), gate.colons, report):
        return None
    return report if _amounts_are_plain(data, name) and gate.dates_exist(report) else None


def _amounts_are_plain(data: bytes, layout: str) -> bool:
    """Tell whether all amounts of a document are written as the standard says, in which no member stands twice.

    A name in quotes is a member of its own, or else a whole text or the end of one: then no colon follows, and
    only the exact path can tell. So does a name that is written with an escape.
    """
    for name, number in _amounts(layout).items():
        at = 0
        # Each member is known to stand in the text once, so that there are no more of them to look for.
        for _ in range(number):
            at = data.find(name, at) + len(name)
            if at < len(name) or not _AMOUNT_VALUE.match(data, at):
                return False
    return True


_AMOUNT_VALUE = re.compile(rb"[ \t\r\n]*:[ \t\r\n]*(?:null|" + AMOUNT + rb")[ \t\r\n]*[,}]")


@cache
def _decoder(layout: str) -> "msgspec.json.Decoder[Document]":
    return msgspec.json.Decoder(prepared(CLASSES[layout]))


@cache
def _amounts(layout: str) -> Mapping[bytes, int]:
    """Return how many amounts a layout has of each name, as a document has it.

    Where other members have such a name, it is more than a document holds: then only the exact path can tell.
    """
    loaded = load_layout(layout)
    amounts = Counter(cell.name for cell in loaded.cells.values() if cell.kind == "amount")
    definitions = loaded.schema["$defs"]
    others = {
        name
        for definition in (loaded.schema, *definitions.values())
        for name, member in definition.get("properties", {}).items()
        if "number" not in definitions.get(member.get("$ref", "").rpartition("/")[2], member).get("type", ())
    }
    return {f'"{name}"'.encode(): n if name not in others else sys.maxsize for name, n in amounts.items()}
