"""Open data: a row for each figure, its labels in columns of their own, and beside them who reports for which year.

Which column holds the figures is told by its header, or by being the only one of figures that is no number of the row
and no year. Of the others those with words of the form are labels; what stands in the rest must not matter: no two rows
may give one cell different figures.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.documents.paper import Box, Evidence, Grid, Paper
from govreport.documents.text import narrow, trim
from govreport.documents.wording.cells import MEASURES, is_figure_or_mark
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.labels import fold, is_of_other_year
from govreport.documents.wording.organs import bare_name, is_body

_FEWEST_ROWS = 8
_MOST_COLUMNS = 60
# Numbers, years and codes may stand beside the figure of a row.
_MOST_FIGURES = 6
_SERIAL = re.compile(r".*(?:序号|编号|行号|行次|栏次|代码|编码|区划码|排序)|序|no|id|code", re.IGNORECASE)
_VALUE = re.compile(
    r"(?:指标|填报|统计|数据|本年|本期|当年|实际|报告期)?(?:数值|数量|数目|数据|数字|值|数)|(?:本年度?|本期|件数|数据项?值)|value",
    re.IGNORECASE,
)
_YEAR = re.compile(r".*(?:年份|年度|年)|year|统计期|报告期|统计时间|数据时间|时间", re.IGNORECASE)
_ORGAN = re.compile(
    r"(?:填报|报告|报送|编制|发布|公开|数据|提供|统计|行政|所属|责任|主管|来源)*(?:单位|机构|机关|部门|主体)(?:名称)?"
)
_ASIDE = re.compile(r".*(?:备注|说明|来源|时间|日期|口径|附注|网址|链接|联系|电话)")
_OF_YEAR = re.compile(r"(20\d\d)(?:年度?)?(?:\.0)?")
_MEASURE = re.compile(rf"(?:单位[:：])?[(（]?(?:{MEASURES}|人民币万元|件次)[)）]?")


class Fact(NamedTuple):
    """What a column says in every row, and where it does so first."""

    value: str
    evidence: Evidence


class Row(NamedTuple):
    """A row of such a table: the texts that may be labels by their columns, its figure, and the unit beside it.

    `filled` are its labels and, where it has none, what stands above: of boxes that reached over rows a file that has
    none such keeps the first.
    """

    labels: dict[int, str]
    filled: dict[int, str]
    figure: Box
    unit: str


class LongTable(NamedTuple):
    """A table with a row for each figure; the rows of one organ and year, the first of several."""

    grid: Grid
    rows: Sequence[Row]
    organ: Fact | None
    year: Fact | None
    is_first: bool  # of several reports


def long_tables(paper: Paper) -> Sequence[LongTable]:
    """Return the grids of a paper that have a row for each figure."""
    return paper.keep("long", lambda: tuple(_long_tables(paper)))


def _long_tables(paper: Paper) -> Iterable[LongTable]:
    for part in paper.parts:
        found = _read(part) if isinstance(part, Grid) and part.height > _FEWEST_ROWS else None
        if found is not None:
            yield found


class _Column(NamedTuple):
    """What stands in a column below its header, blanks left out."""

    header: str
    texts: Sequence[str]

    @property
    def is_of_figures(self) -> bool:
        """Whether nothing but figures and marks stands in the column."""
        return bool(self.texts) and all(map(is_figure_or_mark, self.texts))

    @property
    def is_of_years(self) -> bool:
        """Whether years stand in the column, and a header or their words say so."""
        is_year = bool(self.texts) and all(_OF_YEAR.fullmatch(narrow(text)) for text in self.texts)
        return is_year and (len(set(self.texts)) == 1 or bool(_YEAR.fullmatch(self.header)))

    @property
    def is_serial(self) -> bool:
        """Whether the column numbers the rows, or holds codes."""
        numbers = [int(text) if text.isascii() and text.isdecimal() else -1 for text in self.texts]
        is_counted = len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers))
        return is_counted or bool(_SERIAL.fullmatch(self.header))


def _read(grid: Grid) -> LongTable | None:
    if grid.width > _MOST_COLUMNS or _ends_in_many(grid):
        return None
    rows = [row for row in rows_of(grid) if sum(bool(box.text) for box in row) > 1]
    if len(rows) <= _FEWEST_ROWS:
        return None
    has_header = not any(is_figure_or_mark(box.text) for box in rows[0] if box.text)
    head = {box.column: fold(box.text) for box in rows[0]} if has_header else {}
    data = [row for row in rows[has_header:] if {b.column: fold(b.text) for b in row} != head]
    slots = [{box.column: box for box in row} for row in data]
    columns = {
        x: _Column(head.get(x, ""), [text for row in slots if x in row and (text := trim(row[x].text))])
        for x in sorted({x for row in slots for x in row})
    }
    figures = [x for x, c in columns.items() if c.is_of_figures and not c.is_of_years and not c.is_serial]
    value = _value_column(columns, figures)
    if value is None:
        # A list of figures of the year before is one all the same: nobody must read it.
        is_other = len(figures) == 1 and is_of_other_year(columns[figures[0]].header)
        return LongTable(grid, (), None, None, is_first=False) if is_other else None
    kinds = {x: _kind(column) for x, column in columns.items() if x != value}
    organ = next((x for x, kind in kinds.items() if kind == "organ"), None)
    year = next((x for x, kind in kinds.items() if kind == "year"), None)
    units = [x for x, kind in kinds.items() if kind == "unit"]
    labels = [x for x, kind in kinds.items() if kind == "label"]
    whose = _whose(slots, organ, year)
    kept = [row for row, who in zip(slots, whose, strict=True) if who == whose[0] and value in row]
    return LongTable(
        grid=grid,
        rows=list(_rows(kept, value, labels, units)),
        organ=_organ(grid, slots[0].get(organ)) if organ is not None else None,
        year=_year(grid, slots[0].get(year)) if year is not None else None,
        is_first=len(set(whose)) > 1,
    )


def _whose(slots: Sequence[dict[int, Box]], organ: int | None, year: int | None) -> list[tuple[str, str]]:
    """Return the organ and the year of each row; where none is told, those of the row above."""
    found: list[tuple[str, str]] = []
    body = when = ""
    for row in slots:
        body = (trim(row[organ].text) if organ in row else "") or body
        when = (_year_of(row[year].text) if year in row else "") or when
        found.append((body, when))
    return found


def _rows(slots: Iterable[dict[int, Box]], value: int, labels: Sequence[int], units: Sequence[int]) -> Iterator[Row]:
    above: dict[int, str] = {}
    for row in slots:
        told = {x: row[x].text for x in labels if x in row and row[x].text}
        above |= told
        yield Row(told, dict(above), row[value], "".join(row[x].text for x in units if x in row))


def _year_of(text: str) -> str:
    return narrow(trim(text))[:4]


def _organ(grid: Grid, box: Box | None) -> Fact | None:
    return Fact(bare_name(box.text), grid.evidence_of(box)) if box is not None and is_body(box.text) else None


def _year(grid: Grid, box: Box | None) -> Fact | None:
    return Fact(_year_of(box.text), grid.evidence_of(box)) if box is not None else None


def _ends_in_many(grid: Grid) -> bool:
    """Tell whether the last row that holds several texts has more figures than one of such a table may."""
    row = texts = figures = -1
    for box in reversed(grid.boxes):
        if box.row != row:
            if texts > 1:
                break
            row, texts, figures = box.row, 0, 0
        if box.text:
            texts += 1
            figures += is_figure_or_mark(box.text)
    return texts > 1 and figures > _MOST_FIGURES


def _value_column(columns: dict[int, _Column], figures: Sequence[int]) -> int | None:
    """Return the one column of figures, None where there is none or nothing tells it from others."""
    of_this_year = [x for x in figures if not is_of_other_year(columns[x].header)]
    named = [x for x in of_this_year if _VALUE.fullmatch(columns[x].header)]
    found = named or of_this_year
    return found[0] if len(found) == 1 else None


def _kind(column: _Column) -> str:
    """Return what a column beside the figures holds: organ, year, unit, label, or what does not matter."""
    if column.is_of_years:
        return "year"
    if column.is_serial or column.is_of_figures or not column.texts:
        return "aside"
    if all(_MEASURE.fullmatch(text) for text in column.texts):
        return "unit"
    is_one = not column.header and len(set(column.texts)) == 1
    if _ORGAN.fullmatch(column.header) or (is_one and is_body(column.texts[0])):
        return "organ"
    return "aside" if _ASIDE.fullmatch(column.header) else "label"
