"""The tasks of a table that is one: each row by the boxes under the labels of its columns."""

import re
from collections.abc import Sequence

import attrs

from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.plan.lines.units import units_from_lines
from govreport.documents.plan.lines.wrapping import column_width, compact, ends_sentence, joined
from govreport.documents.plan.tables.boxes import box_text, mark_of, value_of
from govreport.documents.plan.tables.columns import Column, Header, header_of
from govreport.documents.plan.tables.rows import ABSENT, Row, Value, unread, with_values
from govreport.documents.text import narrow
from govreport.documents.wording.grid_rows import rows_of
from govreport.rules.terms import ends_a_unit, known_time, read_units

_NUMBER = re.compile(r"[0-9]{1,4}[.、]?")


class TableReader:
    """Reads grid after grid: a table may be split over several of them, with or without its header."""

    def __init__(self, plan: str) -> None:
        self._plan = plan
        self.header: Header | None = None
        self.header_row = 0
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._width = 0
        self.rows: list[Row] = []
        # The last row if it was left open, and what is printed of it and behind it.
        self._opened: Row | None = None
        self._rest: list[str] = []
        self._is_lost = False
        # What stands in rows of its own: before a task it is about that task, behind the last about the table.
        self.remarks: list[str] = []

    def add(self, grid: Grid) -> bool:
        """Read a grid, and tell whether it is one of tasks: one without a header goes on with another as wide."""
        covering = rows_of(grid)
        start = 0
        for y, boxes in enumerate(covering):
            heads = [box for box in boxes if box.row == y]
            found = header_of(self._plan, [box_text(box) for box in heads])
            if found is not None:
                self.header, self._width = found, grid.width
                self._ranges = tuple((box.column, box.column + box.colspan) for box in heads)
                self.header_row, start = y, max(box.row + box.rowspan for box in heads)
                break
        if self.header is None or (start == 0 and grid.is_aligned and grid.width != self._width):
            return False
        widths = self._column_widths(grid, covering[start:])
        # On printed pages a row may go on from the page before, and so may the box of a name.
        is_continued = bool(self.rows) and grid.evidence.page is not None
        for y in range(start, grid.height):
            texts = [box for box in covering[y] if box_text(box) and box.row == y]
            if not texts or header_of(self._plan, [box_text(box) for box in texts]) is not None:
                continue
            if len(texts) == 1 and texts[0].colspan * 2 > grid.width > 2:
                self.remarks.append(box_text(texts[0]))
                continue
            if grid.is_aligned:
                self._add_aligned(grid, y, covering[y], widths, is_continued=is_continued)
            else:
                self._add_listed(grid, [box for box in covering[y] if box.row == y])
            is_continued = False
        return True

    def _column_widths(self, grid: Grid, rows: Sequence[Sequence[Box]]) -> dict[Column, int]:
        """Return how wide the columns are whose lines a page broke, none where line breaks are no layout."""
        if grid.evidence.page is None or self.header is None:
            return {}
        lines: dict[Column, list[str]] = {"text": [], "units": []}
        for column, (first, last) in zip(self.header.columns, self._ranges, strict=True):
            if column in lines:
                for box in {box for row in rows for box in row if first <= box.column < last}:
                    lines[column].extend(box_text(box).split("\n"))
        return {column: column_width(found) for column, found in lines.items()}

    def _add_aligned(
        self, grid: Grid, y: int, boxes: Sequence[Box], widths: dict[Column, int], *, is_continued: bool
    ) -> None:
        assert self.header is not None
        found: dict[Column, list[Box]] = {}
        remarks: list[str] = []
        for column, label, (first, last) in zip(self.header.columns, self.header.labels, self._ranges, strict=True):
            inside = [box for box in boxes if box.column < last and first < box.column + box.colspan]
            if column is not None:
                found.setdefault(column, []).extend(inside)
            else:
                remarks.extend(f"{label}：{box_text(box)}" for box in inside if box.row == y and box_text(box))
        begins = [box for column in _OWN for box in found.get(column, ()) if box.row == y]
        if not begins:
            return
        values = {
            column: self._value(column, inside, grid, widths) for column, inside in found.items() if column != "name"
        }
        row = Row(
            name=self._name(grid, y, found["name"], is_continued) if "name" in found else None,
            remarks=(*self.remarks, *remarks),
            evidence=grid.evidence_of(begins[0]),
            **values,
        )
        self.remarks = []
        self.close()
        if is_continued and row.number.mark == "blank":
            self.rows[-1] = _continued(self.rows[-1], row)
        else:
            self.rows.append(row)

    def _name(self, grid: Grid, y: int, boxes: Sequence[Box], is_continued: bool) -> Value | None:
        """Return the name that begins a group, None where the box of the row before reaches down to this one."""
        own = [box for box in boxes if box.row == y]
        text = compact(" ".join(filter(None, map(box_text, own))))
        # A box that is open towards the next page is none; its name is somewhere on this page or that.
        is_lost, self._is_lost = self._is_lost and not is_continued, not boxes
        if not own and self.rows and (boxes or is_lost):
            return None
        if not text and self.rows and grid.evidence.line is not None:
            # Where tables have no spans, a name stands in the first of its rows only.
            return None
        evidence = grid.evidence_of(own[0] if own else boxes[0]) if boxes else grid.evidence
        if not text and (is_continued or not boxes):
            return unread("", evidence)
        return value_of(text, text, evidence)

    def _value(self, column: Column, boxes: Sequence[Box], grid: Grid, widths: dict[Column, int]) -> Value:
        written = [box for box in boxes if box_text(box)]
        evidence = grid.evidence_of((written or boxes)[0]) if boxes else grid.evidence
        if len(written) > 1:
            return unread("\n".join(map(box_text, written)), evidence)
        text = box_text(written[0]) if written else ""
        if not text and grid.evidence.line is not None:
            # A box of several rows may have been written in one of them.
            return unread("", evidence)
        if not widths or column not in widths:
            return self._read(column, text, evidence)
        lines = text.split("\n")
        if column == "text":
            return value_of(text, joined(lines, widths[column]), evidence)
        units = units_from_lines(self._plan, lines, widths[column])
        return value_of(text, units, evidence) if units else mark_of(text, evidence) or unread(text, evidence)

    def _read(self, column: Column, text: str, evidence: Evidence | None) -> Value:
        """Return the value of a text that stands in a column, with line breaks that are meant."""
        if column == "number":
            number = narrow(text)
            is_number = _NUMBER.fullmatch(number) is not None
            return mark_of(text, evidence) or (
                Value(text=number.rstrip(".、"), evidence=evidence)
                if is_number
                else Value(mark="illegible", printed=text, evidence=evidence)
            )
        return value_of(text, compact(text) if column in ("time", "name") else text, evidence)

    def _add_listed(self, grid: Grid, boxes: Sequence[Box]) -> None:
        """Read a row of which only the order of the boxes is known: they must be as many as the columns."""
        assert self.header is not None
        columns, texts = list(self.header.columns), [box_text(box) for box in boxes]
        evidence = grid.evidence_of(boxes[0])
        while len(texts) > len(columns) and not texts[-1]:
            texts.pop()
        has_number = "number" not in columns or (
            len(texts) > columns.index("number")
            and _NUMBER.fullmatch(narrow(texts[columns.index("number")])) is not None
        )
        if not has_number:
            # It may be the rest of the task before, whose boxes broke over lines.
            self._open_last("\n".join(filter(None, texts)), evidence)
            return
        self.close()
        is_continuing = len(texts) == len(columns) - 1 and columns[:2] == ["number", "name"]
        if is_continuing:
            texts.insert(1, "")
        remarks: list[str] = []
        found: dict[Column, Value] = {}
        if len(texts) == len(columns):
            for column, label, text in zip(columns, self.header.labels, texts, strict=True):
                if column is None:
                    remarks.extend([f"{label}：{text}"] if text else [])
                elif column in found:
                    found[column] = unread("\n".join(filter(None, (found[column].text, text))), evidence)
                else:
                    found[column] = self._read(column, text, evidence) if text else unread("", evidence)
        if not found or (is_continuing and not self._fits(found)):
            number = self._read("number", texts[columns.index("number")], evidence) if "number" in columns else ABSENT
            whole = unread("\n".join(filter(None, texts)), evidence)
            known: list[Column] = [column for column in columns if column is not None and column != "number"]
            found = {"number": number, **dict.fromkeys(known, whole)}
        name = found.pop("name", None)
        has_name = name is not None and not (name.mark == "ambiguous" and name.printed is None and self.rows)
        self.rows.append(
            Row(name=name if has_name else None, remarks=(*self.remarks, *remarks), evidence=evidence, **found)
        )
        self.remarks = []

    def _fits(self, found: dict[Column, Value]) -> bool:
        """Tell whether it must be the name that a row lacks: each of the others is what its column asks for."""
        units, time = found.get("units"), found.get("time")
        names = read_units(self._plan, units.text or "") if units else ()
        return bool(
            (units or time)
            and (units is None or (names and all(ends_a_unit(self._plan, name) for name in names)))
            and (time is None or known_time(self._plan, time.text or "") is not None)
        )

    def _open_last(self, rest: str, evidence: Evidence) -> None:
        """Leave everything open that the row before might share with a row that has no number."""
        row = self.rows[-1] if self.rows else Row(name=None, evidence=evidence)
        if row is not self._opened:
            self.close()
            values = (getattr(row, column) for column in _OPENED)
            self._rest = list(dict.fromkeys(filter(None, (value.text or value.printed for value in values))))
            self.rows[-1:] = [row]
            self._opened = row
        self._rest.append(rest)

    def close(self) -> None:
        """Write down what was left open, which is known when another row begins or none is left."""
        row, self._opened = self._opened, None
        if row is not None:
            number = len(self.rows) - 1 if self.rows[-1] is row else len(self.rows) - 2
            whole = unread("\n".join(self._rest), row.evidence)
            changed: dict[str, Value] = {name: whole for name in _OPENED if getattr(row, name) != ABSENT}
            self.rows[number] = with_values(row, changed)


_OPENED: tuple[Column, ...] = ("text", "units", "time")
# The columns that have a box of their own in each task.
_OWN: tuple[Column, ...] = ("number", "text")


def _continued(row: Row, rest: Row) -> Row:
    """Return a task whose row goes on with the next page."""
    values: dict[str, Value] = {}
    for name in ("text", "units", "time"):
        above, below = getattr(row, name), getattr(rest, name)
        if not above.text or not below.text:
            values[name] = above if above.text else below
        elif name == "text" and not ends_sentence(above.text):
            values[name] = attrs.evolve(above, text=joined([above.text, below.text], 0))
        else:
            values[name] = unread(f"{above.text}\n{below.text}", above.evidence)
    return with_values(attrs.evolve(row, remarks=(*row.remarks, *rest.remarks)), values)
