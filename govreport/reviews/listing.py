"""The list of the bodies that are to report: a table of any format that is read, with their names in one column."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from govreport import resources
from govreport.documents.detecting import detect_format
from govreport.documents.extraction import read_paper
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Grid, Paper
from govreport.formats import PLAIN
from govreport.normalizing import plain_name
from govreport.validation.reading import read_document

FILE = "bodies.json"
# Above the headings a list may have so many lines: a title, a date, who keeps it.
_MOST_ABOVE = 10
# Signs that stand in a list for nothing.
_NOTHING = frozenset({"", "-", "—", "——", "/", "无"})


@attrs.frozen(kw_only=True)
class Body:
    """A body that is to report. `kind` and `level` are those of the standard; None where the list does not say."""

    name: str
    code: str | None = None
    kind: str | None = None
    level: str | None = None
    parent: str | None = None

    @property
    def organ(self) -> Mapping[str, Any]:
        """The body as the member `organ` of a report names it."""
        return {"name": self.name, **({"code": self.code} if self.code else {})}


def read_bodies(path: str | os.PathLike[str], limits: Limits | None = None) -> tuple[Body, ...]:
    """Return the bodies of a list, in its order; the same name and code twice are one body.

    Its columns are known by their headings (`bodies.json`); only the one with the names must be there. Raises
    UnreadableDocument where the file cannot be read, and with the finding `bodies-without-names` where no column has
    names.
    """
    limits = limits or Limits()
    data = read_document(Path(path), limits.file_size)
    if not isinstance(data, bytes):
        raise UnreadableDocument(data.code, **data.parameters)
    told = detect_format(data, limits)
    rows = _rows(read_paper(data, "csv" if told in PLAIN else told, limits))
    columns = next((found for _, row in zip(range(_MOST_ABOVE), rows, strict=False) if (found := _columns(row))), None)
    bodies = dict.fromkeys(_bodies(columns, rows)) if columns is not None else {}
    if not bodies:
        raise UnreadableDocument("bodies-without-names")
    return tuple(bodies)


def _rows(paper: Paper) -> Iterator[Mapping[int, str]]:
    """Yield the rows of all tables of a document, and its paragraphs as rows of one cell."""
    for part in paper.parts:
        if not isinstance(part, Grid):
            yield {0: part.text.strip()}
            continue
        rows: dict[int, dict[int, str]] = {}
        for box in part.boxes:
            # A cell over several rows, such as a parent, is meant for each of them.
            for row in range(box.row, box.row + box.rowspan):
                rows.setdefault(row, {})[box.column] = box.text.strip()
        yield from (rows[row] for row in sorted(rows))


def _columns(row: Mapping[int, str]) -> Mapping[str, int] | None:
    """Return in which columns the members of a body stand, None for a row that is no head of a list."""
    headings: Mapping[str, list[str]] = resources.read(FILE)["columns"]
    texts = {plain_name(text).rstrip(":*").lower(): column for column, text in reversed(list(row.items()))}
    found = {member: next((texts[w] for w in words if w in texts), None) for member, words in headings.items()}
    return None if found["name"] is None else {member: at for member, at in found.items() if at is not None}


def _bodies(columns: Mapping[str, int], rows: Iterator[Mapping[int, str]]) -> Iterator[Body]:
    for row in rows:
        texts = {member: row.get(column, "") for member, column in columns.items()}
        values = {member: text for member, text in texts.items() if text not in _NOTHING}
        # A list on several sheets has its head on each.
        if "name" in values and _columns(row) is None:
            known = {member: _value(member, values[member]) for member in ("kind", "level") if member in values}
            yield Body(name=values["name"], code=values.get("code"), parent=values.get("parent"), **known)


def _value(member: str, text: str) -> str | None:
    """Return the value of the standard that a word of a list stands for, None for a word that is not known."""
    words: Mapping[str, list[str]] = resources.read(FILE)["values"][member]
    return next((value for value, names in words.items() if plain_name(text).lower() in names), None)
