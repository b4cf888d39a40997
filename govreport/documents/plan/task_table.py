"""Where in a paper the table of tasks stands, and its rows: of a table, or of lines that were copied out of one."""

import re
from collections.abc import Sequence

import attrs

from govreport.documents.paper import Grid, Paper, Paragraph
from govreport.documents.plan.lines.numbered import blocks_of, lines_of
from govreport.documents.plan.lines.spelled import rows_from_blocks
from govreport.documents.plan.tables.columns import Header, header_in_lines
from govreport.documents.plan.tables.grids import TableReader
from govreport.documents.plan.tables.rows import Row
from govreport.documents.wording.items import Item
from govreport.documents.wording.pages import PAGE_NUMBER

# What closes an official document: who gets copies, who printed it, whether it may be published.
_FOOT = re.compile(
    r"抄送\s*[:：].*|.{2,40}20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发|[（(]此件.*|(?:备注|注|说明)\s*\d*\s*[:：].*"
)
# A header takes so many lines at most; the title that stands above it, and that pages repeat, so many.
_MOST_LINES, _NEAR = 24, 4
_REPEATED = re.compile(r"附件\s*[0-9]*|[（(]?续表?[）)]?")


@attrs.frozen(kw_only=True)
class Found:
    """A table of tasks: where it begins, its columns and rows, and what stands behind it.

    `remarks` are texts among its rows that are about no single task, `left` those that belong to some task or other.
    """

    place: tuple[int, int]
    header: Header
    rows: tuple[Row, ...] = attrs.field(repr=False)
    remarks: tuple[str, ...] = ()
    left: tuple[Item, ...] = attrs.field(default=(), repr=False)
    behind: tuple[Item, ...] = attrs.field(default=(), repr=False)


def find_table(plan: str, paper: Paper, items: Sequence[Item]) -> Found | None:
    """Return the table of tasks of a paper, None where it has none."""
    return _in_grids(plan, paper, items) or _in_lines(plan, items)


def _in_grids(plan: str, paper: Paper, items: Sequence[Item]) -> Found | None:
    reader = TableReader(plan)
    first, last = None, 0
    for number, part in enumerate(paper.parts):
        if isinstance(part, Grid) and reader.add(part):
            first, last = (number, reader.header_row) if first is None else first, number
    if first is None or reader.header is None:
        return None
    reader.close()
    above = {item.text for item in items if item.place < first}
    return Found(
        place=first,
        header=reader.header,
        rows=tuple(reader.rows),
        remarks=tuple(reader.remarks),
        left=tuple(
            item
            for item in items
            if first[0] < item.part < last
            and isinstance(paper.parts[item.part], Paragraph)
            and not PAGE_NUMBER.fullmatch(item.text)
            and item.text not in above
        ),
        behind=tuple(item for item in items if item.part > last and isinstance(paper.parts[item.part], Paragraph)),
    )


def _in_lines(plan: str, items: Sequence[Item]) -> Found | None:
    texts = [item.text for item in items]
    for number in range(len(items)):
        found = header_in_lines(plan, texts[number : number + _MOST_LINES])
        if found is not None:
            header, taken = found
            break
    else:
        return None
    start = number + taken
    end = next((n for n in range(start, len(items)) if _FOOT.fullmatch(texts[n])), len(items))
    repeated = {text for text in texts[max(0, number - _NEAR) : number] if len(text) > 1}
    repeated.update(text for text in texts[start:end] if _REPEATED.fullmatch(text))
    lines = lines_of(plan, items[start:end], repeated)
    above, blocks = blocks_of(lines)
    unread = {line.item for line in above}
    return Found(
        place=items[number].place,
        header=header,
        rows=tuple(rows_from_blocks(plan, header, blocks)),
        left=tuple(items[start + number] for number in sorted(unread)),
        behind=tuple(items[end:]),
    )
