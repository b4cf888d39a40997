"""Fragments of WordprocessingML: how paragraphs and characters look, and the printed tables.

Lengths are twentieths of a point, sizes of type half-points. The order of elements is the schema's.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# Typefaces that Windows, WPS and macOS Office bring along; LibreOffice has substitutes for them.
SONG, HEI, FANG = "SimSun", "SimHei", "FangSong"
RED = "8F0000"
_PALE, _GREY = "FDEAEA", "F2F4F7"
# A label over so many rows is set upright, as the print has it.
_UPRIGHT = 10
# A head of so many characters fits a narrow column as it is.
_NARROW = 3
_RAISED = '<w:vertAlign w:val="superscript"/>'
_EDGES = ("top", "left", "bottom", "right")


def paragraph(
    *,
    line: int,
    first_line: int = 0,
    align: str = "both",
    before: int = 0,
    after: int = 0,
    keep: bool = False,
    together: bool = False,
    level: int | None = None,
    bar: str = "",
) -> str:
    """Return the properties of a paragraph: leading, first line indented by so many characters, and so on.

    Paragraphs that are `together` have the space before and after only around them all.
    """
    parts = ["<w:pPr>"]
    parts.append("<w:keepNext/>" if keep else "")
    parts.append("<w:widowControl/>")
    parts.append(f'<w:pBdr><w:left w:val="double" w:sz="6" w:space="4" w:color="{bar}"/></w:pBdr>' if bar else "")
    # Said outright: where it is left to LibreOffice, punctuation at the end of a justified line vanishes.
    parts.append('<w:overflowPunct w:val="1"/>')
    parts.append(f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>')
    parts.append(f'<w:ind w:firstLineChars="{100 * first_line}" w:firstLine="{320 * first_line}"/>')
    parts.append("<w:contextualSpacing/>" if together else "")
    parts.append(f'<w:jc w:val="{align}"/>')
    parts.append("" if level is None else f'<w:outlineLvl w:val="{level}"/>')
    return "".join([*parts, "</w:pPr>"])


def character(face: str, size: int, *, bold: bool = False, colour: str = "000000", raised: bool = False) -> str:
    """Return the properties of characters."""
    return (
        f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
        f'{"<w:b/>" if bold else ""}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"{_RAISED if raised else ''}</w:rPr>"
    )


def table(grid: PrintedGrid, width: int, *, followed: bool) -> str:
    """Return a printed table; its head is repeated on each page, and no row is torn apart.

    A table that is `followed` by lines about it keeps with them on a page.
    """
    total = sum(grid.widths)
    widths = [round(share * width / total) for share in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    lines = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in (*_EDGES, "insideH", "insideV")
    )
    rows = "".join("".join(_row(grid, number, widths, followed=followed)) for number in range(grid.height))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(grid: PrintedGrid, number: int, widths: list[int], *, followed: bool) -> Iterator[str]:
    yield f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if number < grid.header_rows else ''}</w:trPr>"
    for cell in sorted(grid.cells, key=lambda cell: cell.column):
        if cell.row <= number < cell.row + cell.rowspan:
            width = sum(widths[cell.column : cell.column + cell.colspan])
            end = cell.row + cell.rowspan
            # Rows that keep with the next hold a block together on a page, as long as it fits on one.
            keeps = end < grid.ends[cell.block] or (followed and end == grid.height)
            yield from _cell(cell, grid, width, begins=cell.row == number, keeps=keeps)
    yield "</w:tr>"


def _cell(cell: PrintedCell, grid: PrintedGrid, width: int, *, begins: bool, keeps: bool) -> Iterator[str]:
    upright = cell.role == "row" and cell.rowspan >= _UPRIGHT
    many = grid.header_columns != 1
    shade = _PALE if cell.is_failing else "" if cell.role in ("cell", "row") else _GREY
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.colspan > 1:
        yield f'<w:gridSpan w:val="{cell.colspan}"/>'
    if cell.rowspan > 1:
        yield f'<w:vMerge w:val="{"restart" if begins else "continue"}"/>'
    if cell.is_failing:
        lines = "".join(f'<w:{edge} w:val="double" w:sz="6" w:space="0" w:color="{RED}"/>' for edge in _EDGES)
        yield f"<w:tcBorders>{lines}</w:tcBorders>"
    if shade:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    if cell.role == "column" and many and len(cell.text) > _NARROW:
        # Narrow heads break after two characters, as the form is printed.
        yield '<w:tcMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tcMar>'
    if upright:
        yield '<w:textDirection w:val="tbRlV"/>'
    align = "left" if (cell.role == "row" and not upright) or (cell.role == "corner" and many) else "center"
    keep = "<w:keepNext/>" if keeps else ""
    yield (
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{keep}<w:spacing w:before="30" w:after="30" w:line="240" '
        f'w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>'
    )
    if begins:
        size = 18 if many else 21
        bold = cell.is_failing or cell.role == "caption" or (cell.role == "row" and cell.column == 0 and many)
        yield run(cell.text + cell.unit, character(SONG, size, bold=bold))
        yield run("".join(cell.markers), character(SONG, size, raised=True))
    yield "</w:p></w:tc>"


def run(text: str, look: str = "") -> str:
    """Return a text with its character properties; nothing where there is no text."""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
