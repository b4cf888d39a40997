"""Tidy CSV, one row for each place with its pointer: nothing to match, for it names its places itself."""

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from govreport import resources
from govreport.documents.paper import Evidence
from govreport.documents.report.layouts import LayoutFound
from govreport.documents.report.matched import Matched, empty_table, order_members
from govreport.documents.separated import read_rows
from govreport.documents.text import trim
from govreport.documents.wording.cells import MARKS, UNITS, read_cell
from govreport.findings import Finding, Severity, cut
from govreport.form.figures import MOST_DIGITS
from govreport.form.layout import Layout, load_layout
from govreport.form.roles import unit_of
from govreport.pointers import put
from govreport.rules.sheet import group_cells

_HEAD_ROW = re.compile('\ufeff?(?:pointer|"pointer")(?:[,\r\n]|$)')
_MOST_COLUMNS, _LONGEST_POINTER = 50, 1000
_MOST_NOTES = 20_000


def is_tidy(text: str) -> bool:
    """Tell whether a text is a CSV file whose first column holds pointers."""
    return _HEAD_ROW.match(text) is not None


def read_tidy(text: str) -> Matched | None:
    """Return what the text of a CSV file says, None where it is not written by pointers."""
    return match_tidy(text) if is_tidy(text) else None


def match_tidy(text: str) -> Matched:
    """Return what a tidy CSV file says."""
    rows = _rows(text)
    name = rows["/layout"][0].get("value", "") if "/layout" in rows else ""
    if name not in resources.layouts():
        return Matched(findings=(Finding(code="layout-not-found", severity=Severity.ERROR),))
    return _Tidy(
        load_layout(name), {p: row for p, (row, _) in rows.items()}, {p: n for p, (_, n) in rows.items()}
    ).run()


def _rows(text: str) -> dict[str, tuple[dict[str, str], int]]:
    """Return the fields of each place by the names of their columns, and the line; what names no place says nothing."""
    found = read_rows(text.removeprefix("\ufeff"))
    _, names = next(found)
    names = names[:_MOST_COLUMNS]
    return {
        fields[0]: (dict(zip(names, [*fields, *[""] * len(names)], strict=False)), line)
        for line, fields in found
        if fields and fields[0].startswith("/") and len(fields[0]) <= _LONGEST_POINTER
    }


class _Tidy:
    """Gathers the members of a report from rows by pointer."""

    def __init__(self, layout: Layout, rows: Mapping[str, Mapping[str, str]], lines: Mapping[str, int]) -> None:
        self._layout = layout
        self._rows = rows
        self._lines = lines
        self._members: dict[str, Any] = {"layout": layout.id}
        self._findings: list[Finding] = []
        self._has_all_else = True

    def run(self) -> Matched:
        """Read every row."""
        self._texts()
        for table in self._layout.tables:
            self._members[table.name] = empty_table(table)
        undivided = self._undivided()
        marks = self._cells({cell for entry in undivided for cell in group_cells(self._layout, entry["pointer"])})
        written = (
            {"pointer": pointer, "text": line}
            for pointer in sorted(self._rows, key=self._layout.order)
            for line in _plain(self._rows[pointer].get("notes", "")).split("\n")
            if line
        )
        # More than the standard allows are no report; how many more is of no concern.
        notes = list(islice(written, _MOST_NOTES))
        for name, entries in (("marks", marks), ("undivided", undivided), ("notes", notes)):
            if entries:
                self._members[name] = entries
        return Matched(
            layout=LayoutFound(id=self._layout.id, labels=(), others=()),
            members=order_members(self._layout, self._members),
            evidence={p: Evidence(line=line) for p, line in self._lines.items() if p in self._layout.nodes},
            findings=tuple(self._findings),
            has_all_else=self._has_all_else,
        )

    def _texts(self) -> None:
        for pointer in dict.fromkeys(("/organ/name", *(n.pointer for n in self._layout.root.children))):
            node = self._layout.nodes[pointer]
            if pointer not in self._rows or node.axis or not (node.is_section or pointer in _HEAD):
                continue
            value = _plain(self._rows[pointer].get("value", ""))
            if pointer == "/year":
                if value.isdecimal() and len(value) <= MOST_DIGITS:
                    self._members["year"] = int(value)
            elif pointer == "/organ/name":
                self._members["organ"] = {"name": value}
            else:
                self._members[node.name] = value
        for node in self._layout.root.children:
            if not node.required or node.axis or node.name in self._members:
                continue
            if node.is_section:
                self._say("section-not-found", node.pointer, Severity.ERROR, title=node.title)
            else:
                what = f"identity-{node.name}"
                self._say("identity-not-found", node.pointer, Severity.ERROR, title=node.title, what=what)

    def _undivided(self) -> list[dict[str, Any]]:
        found = []
        for pointer, row in self._rows.items():
            value = row.get("value", "")
            if not group_cells(self._layout, pointer) or not value or not row.get("label"):
                continue
            if not value.isdecimal() or len(value) > MOST_DIGITS:
                self._say("cell-illegible", pointer, Severity.WARNING, printed=cut(value))
            else:
                found.append({"pointer": pointer, "value": int(value), "label": _plain(row["label"])})
        return sorted(found, key=lambda entry: self._layout.order(entry["pointer"]))

    def _cells(self, covered: set[str]) -> list[dict[str, str]]:
        marks = []
        missing = []
        for pointer, node in self._layout.cells.items():
            row = self._rows.get(pointer)
            if row is None:
                if pointer not in covered:
                    missing.append(pointer)
                continue
            value = trim(row.get("value", ""))
            if value:
                read = read_cell(value, node.kind)
                if isinstance(read.value, int | Decimal):
                    put(self._members, pointer, read.value)
                    unit = unit_of(node)
                    if unit is not None and row.get("unit") in UNITS:
                        put(self._members, unit.pointer, UNITS[row["unit"]])
                    continue
                marks.append({"pointer": pointer, "mark": "illegible", "printed": value})
                self._say("cell-illegible", pointer, Severity.WARNING, printed=cut(value))
            elif pointer not in covered:
                printed = _plain(row.get("printed", ""))
                mark = row.get("mark", "") if row.get("mark") in MARKS else "blank"
                marks.append({"pointer": pointer, "mark": mark, **({"printed": printed} if printed else {})})
                self._has_all_else = self._has_all_else and mark not in ("illegible", "ambiguous")
        if missing:
            self._say("cells-not-found", missing[0], Severity.WARNING, blanks=tuple(missing))
        return marks

    def _say(self, code: str, pointer: str, severity: Severity, **parameters: Any) -> None:
        self._has_all_else = self._has_all_else and code == "identity-not-found"
        self._findings.append(Finding(code=code, pointer=pointer, severity=severity, parameters=parameters))


_HEAD = frozenset({"/year", "/organ/name", "/title"})


def _plain(text: str) -> str:
    """Return a text without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return text.removeprefix("'")
