"""CSV as a spreadsheet saves it: rows with a single text are paragraphs, runs of other rows are grids."""

import csv
import io
from itertools import groupby

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Evidence, Paper, Paragraph, Part
from govreport.documents.readers.plain import grid
from govreport.documents.text import decode, tidy


def read(data: bytes, limits: Limits) -> Paper:
    """Return the rows of a CSV file."""
    text, lost = decode(data)
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            rows.append((reader.line_num, [tidy(box) for box in row]))
            limits.check("cells", sum(len(boxes) for _, boxes in rows[-1:]) * len(rows))
    except csv.Error as error:
        raise UnreadableDocument("document-damaged", reason=str(error)) from error
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
