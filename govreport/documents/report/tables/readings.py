"""What has been read of the tables so far: one reading for each cell, and what is to be said about them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.report.tables.form import Block, Form, RowAt
from govreport.documents.report.tables.units import is_known
from govreport.documents.wording.cells import Mark, Printed, read_cell
from govreport.findings import Finding, Severity, cut
from govreport.pointers import parent


class Reading(NamedTuple):
    """A cell as it was read: what is printed, and where."""

    printed: Printed
    evidence: Evidence


@attrs.frozen(kw_only=True)
class Undivided:
    """A figure printed once for all cells of a group."""

    pointer: str
    value: int
    label: str
    evidence: Evidence


class Readings:
    """Collects readings; a second figure for a cell that differs from the first leaves the cell open."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.cells: dict[str, Reading] = {}
        self.undivided: dict[str, Undivided] = {}
        self.remarks: list[tuple[str, str]] = []
        self.findings: list[Finding] = []
        # Tables of which a row may have been overlooked: their grid is lost, or a printed row found no place.
        self.doubtful: set[str] = set()
        self._group_labels: list[str] = []

    def has_cells(self, table: str) -> bool:
        """Tell whether anything is known of a cell of a table."""
        return not self.form.cells[table].isdisjoint(self.cells) or self._has_undivided(table)

    def has_figures(self, table: str) -> bool:
        """Tell whether a figure of a table was read."""
        return self._has_undivided(table) or any(
            pointer in self.cells and self.cells[pointer].printed.value is not None
            for pointer in self.form.cells[table]
        )

    def _has_undivided(self, table: str) -> bool:
        return any(_is_below(table, pointer) for pointer in self.undivided)

    def take_over(self, other: "Readings", tables: Iterable[str]) -> None:
        """Take what was read of some tables elsewhere for what was read of them here."""
        for table in tables:
            for mine, theirs in ((self.cells, other.cells), (self.undivided, other.undivided)):
                _replace(table, mine, theirs)
            self.remarks = [
                *((pointer, text) for pointer, text in self.remarks if not _is_below(table, pointer)),
                *((pointer, text) for pointer, text in other.remarks if _is_below(table, pointer)),
            ]
            self.findings = [
                *(finding for finding in self.findings if not _is_below(table, finding.pointer)),
                *(finding for finding in other.findings if _is_below(table, finding.pointer)),
            ]
            self.doubtful = (self.doubtful - {table}) | (other.doubtful & {table})

    def put(self, pointer: str, text: str, evidence: Evidence, unit: str | None = None) -> None:
        """Take the text of a cell for what stands at `pointer`; `unit` is that of its header, where it has none."""
        printed = read_cell(text, self.form.node(pointer).kind)
        before = self.cells.get(pointer)
        if before is not None:
            if printed.value is None and printed.mark == "blank":
                return
            if before.printed.mark == "ambiguous":
                return
            if before.printed.value != printed.value and before.printed.mark != "blank":
                self.leave_open([pointer], f"{before.printed.text} {text}", evidence, "cell-printed-twice")
                return
        self.take(pointer, printed, evidence, unit)
        if printed.remark:
            self.remarks.append((pointer, printed.remark))

    def take(self, pointer: str, printed: Printed, evidence: Evidence, unit: str | None) -> None:
        """Take what a cell prints for what stands at `pointer`, of which nothing was read before."""
        if unit is not None and printed.unit is None and printed.value is not None:
            if not is_known(unit) and printed.value:
                # An amount in a unit that the schema has not is none in 万元.
                self.leave_open([pointer], f"{printed.text}（{unit}）", evidence, "column-unknown", label=cut(unit))
                return
            printed = attrs.evolve(printed, unit=unit if is_known(unit) else None)
        self.cells[pointer] = Reading(printed, evidence)

    def mark(self, pointers: Iterable[str], mark: Mark, text: str, evidence: Evidence) -> None:
        """Note that cells hold no figure that could be read."""
        for pointer in pointers:
            self.cells[pointer] = Reading(printed=Printed(text=text, mark=mark), evidence=evidence)

    def leave_open(
        self, pointers: Sequence[str], text: str, evidence: Evidence, code: str, *, at: str | None = None, **more: Any
    ) -> None:
        """Mark cells ambiguous: figures are printed that cannot be told to belong to one or the other of them.

        What is printed is kept in a remark, at the cell `at` or else the first of them.
        """
        self.mark(pointers, "ambiguous", "", evidence)
        self.say(code, at or pointers[0], Severity.WARNING, printed=cut(text), **more)
        self.remarks.append((at or pointers[0], self.findings[-1].message("zh")))

    def say(self, code: str, pointer: str, severity: Severity, **parameters: Any) -> None:
        """Add a finding about a place."""
        self.findings.append(Finding(code=code, pointer=pointer, severity=severity, parameters=parameters))

    def say_unknown(self, pointer: str, rows: Sequence[tuple[str, str]]) -> None:
        """Say of rows, each with its label and figures, that the form does not have them."""
        label, printed = "、".join(label for label, _ in rows), " ".join(printed for _, printed in rows)
        self.say("row-unknown", pointer, Severity.WARNING, label=cut(label), printed=cut(printed))

    def tell_rows_once(self, table: str) -> None:
        """Say in one finding what is said of each row of a table: where nothing of it was read, none is of interest."""
        told = [f for f in self.findings if f.code == "row-unknown" and _is_below(table, f.pointer)]
        if len(told) > 1:
            gone = set(map(id, told))
            self.findings = [finding for finding in self.findings if id(finding) not in gone]
            self.say_unknown(table, [(f.parameters["label"], f.parameters["printed"]) for f in told])

    def put_group(self, at: RowAt, column: int, text: str, label: str, evidence: Evidence) -> None:
        """Take a figure that a row prints for a whole group of rows, in one column."""
        pointer, cells = self.group(at, column)
        printed = read_cell(text, "count")
        if any(cell in self.cells for cell in cells):
            # The rows of the group are printed as well; what stands beside them is of no cell.
            return
        if isinstance(printed.value, int):
            self.undivide(pointer, printed.value, label, evidence)
            self._group_labels.append(label)
            if printed.remark:
                self.remarks.append((pointer, printed.remark))
        else:
            self.mark(cells, printed.mark or "illegible", text, evidence)

    def mixed_labels(self) -> list[str]:
        """Return the labels of rows that print one figure for a group whose rows the layout prints one by one."""
        return list(dict.fromkeys(self._group_labels))

    def undivide(self, pointer: str, value: int, label: str, evidence: Evidence) -> None:
        """Take a figure that is printed once for all cells of the group at `pointer`."""
        self.undivided[pointer] = Undivided(pointer=pointer, value=value, label=label, evidence=evidence)

    def group(self, at: RowAt, column: int) -> tuple[str, list[str]]:
        """Return the pointer of a row's group in one column, and those of its cells."""
        labels = at.block.rows[at.row].labels[: at.group]
        rows = [y for y, line in enumerate(at.block.rows) if line.labels[: at.group] == labels]
        cells = [at.block.cells[y, column] for y in rows]
        return common_parent(cells), cells

    def pointers(self, block: Block, row: int) -> list[str]:
        """Return the pointers of a row of a block, by columns."""
        return [block.cells[row, x] for x in range(len(block.columns))]


def _is_below(table: str, pointer: str) -> bool:
    return pointer == table or pointer.startswith(f"{table}/")


def _replace(table: str, mine: dict[str, Any], theirs: Mapping[str, Any]) -> None:
    for pointer in [pointer for pointer in mine if _is_below(table, pointer)]:
        del mine[pointer]
    mine.update({pointer: value for pointer, value in theirs.items() if _is_below(table, pointer)})


def common_parent(pointers: Sequence[str]) -> str:
    """Return the pointer of the innermost group that holds all of some cells."""
    group = parent(pointers[0])
    while not all(pointer.startswith(f"{group}/") for pointer in pointers):
        group = parent(group)
    return group
