"""The codebook of a table: what each column means, as CSV on the Web metadata and as a Table Schema."""

from collections.abc import Mapping
from typing import Any

import msgspec

from govreport import resources
from govreport.corpus.columns import LANGUAGES, Column, Type, columns
from govreport.corpus.writing import Target
from govreport.formats import CODEBOOK_SUFFIXES

_CSVW: Mapping[Type, str] = {
    "text": "string",
    "date": "date",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
}
_TABLE_SCHEMA: Mapping[Type, str] = {**_CSVW, "decimal": "number"}


def codebooks(name: str, target: Target) -> Mapping[str, bytes]:
    """Return the files that belong beside a table of this name, each with its content."""
    made = (csv_on_the_web(name, target), table_schema(name, target))
    return {f"{name}{end}": written(content) for end, content in zip(CODEBOOK_SUFFIXES, made, strict=True)}


def csv_on_the_web(name: str, target: Target) -> dict[str, Any]:
    """Return the metadata of CSV on the Web for a table of this name; `url` leads to the table, whatever its format."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh"}],
        "url": name,
        "dc:title": _shape(target),
        "dialect": {"encoding": "utf-8", "header": True},
        "notes": [_notes(target)],
        "tableSchema": {"columns": [_csv_column(column, target) for column in columns(target.layout, target.shape)]},
    }


def table_schema(name: str, target: Target) -> dict[str, Any]:
    """Return the Table Schema of a table of this name."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": " / ".join(_shape(target).values()),
        "fields": [_field(column, target) for column in columns(target.layout, target.shape)],
        "missingValues": [""],
        "govreport": {"table": name, **_notes(target)},
    }


def _shape(target: Target) -> Mapping[str, str]:
    titles: Mapping[str, str] = resources.read("table.json")["shapes"][target.shape]["title"]
    return titles


def _notes(target: Target) -> dict[str, Any]:
    return {"layout": target.layout, "shape": target.shape}


def _said(column: Column) -> dict[str, Any]:
    """Return what both forms say of a column in words of their own."""
    said = {"pointer": column.pointer, "unit": column.unit, "comparableLayouts": list(column.comparable)}
    return {key: value for key, value in said.items() if value}


def _csv_column(column: Column, target: Target) -> dict[str, Any]:
    return {
        "name": column.name.replace(".", "_"),
        "titles": [_header(column, target)] if target.labels is None else {target.labels: _header(column, target)},
        "dc:title": dict(column.title),
        "dc:description": dict(column.definition),
        "datatype": _CSVW[column.type],
        "null": "",
        **{f"govreport:{key}": value for key, value in _said(column).items()},
    }


def _field(column: Column, target: Target) -> dict[str, Any]:
    return {
        "name": _header(column, target),
        "type": _TABLE_SCHEMA[column.type],
        "title": " / ".join(column.title[language] for language in LANGUAGES),
        "description": " / ".join(column.definition[language] for language in LANGUAGES),
        "govreport": _said(column),
    }


def _header(column: Column, target: Target) -> str:
    return column.name if target.labels is None else column.title[target.labels]


def written(content: Mapping[str, Any]) -> bytes:
    """Return the text of a codebook."""
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
