"""CSV as a spreadsheet saves it: rows with a single text are paragraphs, runs of other rows are grids."""

from itertools import groupby

from govreport.documents.limits import Limits
from govreport.documents.paper import Evidence, Paper, Paragraph, Part
from govreport.documents.readers.plain import grid
from govreport.documents.separated import find_separator, read_rows
from govreport.documents.text import decode, tidy


def read(data: bytes, limits: Limits) -> Paper:
    """Return the rows of a CSV file."""
    text, lost = decode(data)
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    for line, fields in read_rows(text, find_separator(text) or ","):
        cells += len(fields)
        limits.check("cells", cells)
        rows.append((line, [tidy(field) for field in fields]))
    parts: list[Part] = []
    tables = 0
    for is_table, run in groupby((r for r in rows if any(r[1])), key=lambda row: sum(map(bool, row[1])) > 1):
        if is_table:
            tables += 1
            parts.append(grid(list(run), tables))
        else:
            parts.extend(
                Paragraph(text=box, evidence=Evidence(line=line)) for line, boxes in run for box in boxes if box
            )
    return Paper(parts=tuple(parts), lost=lost)
