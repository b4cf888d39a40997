"""The second stranger's set: forty-four documents in other shapes, written before anything was mended."""

from collections.abc import Callable, Mapping

from bench.strangers import drawn, lines, office, web
from bench.strangers.page import Page

SEED = 4712

_STYLE = ".row{display:flex}.cell{flex:1;border:1px solid}"

SHAPES: Mapping[str, Callable[[Page], bytes]] = {
    "html, turned round, with spans": lambda page: web.page(page, web.turned_with_spans),
    "html, lists of definitions": lambda page: web.page(page, web.definitions),
    "html, lists in lists": lambda page: web.page(page, web.bullets),
    "html, boxes with the roles of a table": lambda page: web.page(page, web.roles),
    "html, a grid of CSS with spans": lambda page: web.page(page, web.css_grid),
    "html, a grid of CSS by its lines": lambda page: web.page(page, web.css_placed_grid),
    "html, flexible rows told by classes": lambda page: web.page(page, web.flex, _STYLE),
    "html, floating boxes": lambda page: web.page(page, web.floats),
    "html, boxes at places of their own": lambda page: web.page(page, web.placed),
    "html, a table for each row": lambda page: web.page(page, web.row_by_row),
    "html, upright headers": lambda page: web.page(page, web.upright),
    "html, figures in fields": lambda page: web.page(page, web.fields),
    "html, columns told by data-label": lambda page: web.page(page, web.labelled),
    "html, a drawing in SVG": lambda page: web.page(page, web.drawing),
    "html, columns in another order": lambda page: web.page(page, web.other_columns),
    "html, rows in another order": lambda page: web.page(page, web.other_rows),
    "html, empty columns and rows between": lambda page: web.page(page, web.spaced),
    "html, thousands, 件, shortened labels": lambda page: web.page(page, web.pieces_in_cells),
    "html, preformatted with a frame": lambda page: web.page(page, lambda grid: f"<pre>{lines.framed(grid)}</pre>"),
    "text, a frame of box drawing": lambda page: lines.text(page, lines.framed),
    "text, three blanks between, labels once": lambda page: lines.text(page, lines.ragged),
    "text, columns under each other": lambda page: lines.text(page, lines.columns_by_blanks),
    "text, a line for each figure": lambda page: lines.text(page, lines.paths),
    "text, a line for each row, columns named": lambda page: lines.text(page, lines.spoken),
    "text, a listing in braces": lambda page: lines.text(page, lines.listing),
    "text, a row for each figure, tabs between": lines.long_form,
    "text, a table of Org mode": lambda page: lines.text(page, lines.org_table, ("* ", "** ")),
    "text, a simple table of reStructuredText": lambda page: lines.text(page, lines.simple_table),
    "markdown, a grid table": lambda page: lines.text(page, lines.grid_table, ("# ", "## ")),
    "bytes, commas in UTF-8": lambda page: lines.separated(page, ",", "utf-8"),
    "bytes, semicolons in UTF-16": lambda page: lines.separated(page, ";", "utf-16"),
    "docx, paragraphs with tabs": lambda page: office.word(page, office.tabbed),
    "docx, paragraphs with wide blanks": lambda page: office.word(page, office.spoken_rows),
    "docx, nested in a content control": lambda page: office.word(page, office.nested),
    "docx, in text boxes": lambda page: office.word(page, office.boxed),
    "docx, the wide table as two": lambda page: office.word(page, office.halves),
    "docx, all tables as one": office.joined,
    "xlsx, one sheet, far from its corner": office.one_sheet,
    "xlsx, hidden rows and columns": office.with_hidden,
    "odt, tables in frames": office.open_text,
    "ods, blanks instead of spans": office.open_sheet,
    "pdf, turned pages with lines": lambda page: drawn.pages(page, turn=90, ruled=True),
    "pdf, no lines": lambda page: drawn.pages(page, turn=0, ruled=False),
    "pdf, two columns": drawn.two_columns,
}
