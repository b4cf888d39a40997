"""Notes on the cells of a workbook, beside those that it has."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.drawn_notes import add_shapes, new_drawing
from govreport.documents.marking.package import OFFICE, Package, new_part
from govreport.documents.paper import Evidence
from govreport.documents.readers.docx_edits import AUTHOR
from govreport.documents.trees.splicing import Splice, plain

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_S = f"{{{_MAIN}}}"
_BOOK = "xl/workbook.xml"
_NOTES, _DRAWING = f"{OFFICE}/comments", f"{OFFICE}/vmlDrawing"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What a sheet says after the drawing of its notes.
_BEHIND = frozenset(
    f"{_S}{name}"
    for name in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts")
) | {f"{_S}extLst", "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
# Behind these the runs of a text go.
_RUNS = frozenset({f"{_S}t", f"{_S}r"})

Cell = tuple[int, int]


def mark(data: bytes, comments: Sequence[Comment], title: Evidence | None, limits: Limits) -> bytes:
    """Return a workbook with notes on cells; what belongs to no cell stands on that of the title."""
    package = Package(data, limits)
    sheets = list(_sheets(package))
    if not sheets:
        raise UnreadableDocument("document-damaged", reason="no sheets")
    said: dict[int, dict[Cell, list[str]]] = {}
    for comment in comments:
        sheet, cell = _cell(comment.place if comment.place is not None else title, len(sheets))
        lines = said.setdefault(sheet, {}).setdefault(cell, [])
        lines += ["", *comment.lines] if lines else comment.lines
    for sheet, notes in said.items():
        _note(package, sheets[sheet], {cell: "\n".join(lines) for cell, lines in sorted(notes.items())})
    return package.written()


def name(cell: Cell) -> str:
    """Return the name of a cell, such as `B3`, from its row and column."""
    row, column = cell
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _cell(place: Evidence | None, sheets: int) -> tuple[int, Cell]:
    """Return the number of the sheet from 0, and the row and the column from 1: the first cell where none is known."""
    if place is None or place.table is None or place.table > sheets:
        return 0, (1, 1)
    return place.table - 1, (place.row or 1, place.column or 1)


def _sheets(package: Package) -> Iterator[str]:
    """Yield the parts of the sheets that the reader counts."""
    relations = {relation.id: relation for relation in package.relations(_BOOK)}
    for sheet in package.opened(_BOOK).root.iterfind(f"{_S}sheets/{_S}sheet"):
        relation = relations.get(sheet.get(f"{{{OFFICE}}}id", ""))
        if relation is not None and package.holds(relation.target) and "chartsheet" not in relation.kind:
            yield relation.target


def _note(package: Package, sheet: str, notes: Mapping[Cell, str]) -> None:
    """Put notes on cells of a sheet: their texts, and the shapes in which spreadsheets show them."""
    part = package.related(sheet, _NOTES)
    if part is None:
        part = package.free("xl/comments{}.xml")
        package.relate(sheet, _NOTES, part)
        package.write(part, new_part("comments", f'xmlns="{_MAIN}"', "<authors/><commentList/>"))
    package.declare(part, _NOTES_TYPE)
    said = package.opened(part)
    new = _say(said, notes)
    package.write(part, said.written())
    if new:
        drawing = _drawing(package, sheet)
        package.write(drawing, add_shapes(package.read(drawing), {cell: notes[cell] for cell in new}))


def _say(said: Splice, notes: Mapping[Cell, str]) -> list[Cell]:
    """Put the texts in, and return the cells that had no note so far; a cell can have one only."""
    root, prefix = said.root, said.prefix(said.root)
    mark = f"{prefix}:" if prefix else ""
    authors, entries = root.find(f"{_S}authors"), root.find(f"{_S}commentList")
    if authors is None or entries is None:
        raise UnreadableDocument("document-damaged", reason="notes without authors or list")
    author = len(authors)
    said.last(authors, f"<{mark}author>{AUTHOR}</{mark}author>")
    there = {entry.get("ref", "").replace("$", ""): entry for entry in entries}
    new = []
    for cell, text in notes.items():
        run = f'<{mark}r><{mark}t xml:space="preserve">{{}}</{mark}t></{mark}r>'
        before = there.get(name(cell))
        if before is None:
            piece = f'<{mark}comment ref="{name(cell)}" authorId="{author}"><{mark}text>{run.format(plain(text))}'
            said.last(entries, f"{piece}</{mark}text></{mark}comment>")
            new.append(cell)
        else:
            _add_run(said, before, run.format(plain(f"\n\n{text}")))
    return new


def _add_run(said: Splice, entry: Element, run: str) -> None:
    text = entry.find(f"{_S}text")
    if text is None:
        raise UnreadableDocument("document-damaged", reason="a note without a text")
    runs = [piece for piece in text if piece.tag in _RUNS]
    if runs:
        said.after(runs[-1], run)
    else:
        said.first(text, run)


def _drawing(package: Package, sheet: str) -> str:
    """Return the part that draws the notes of a sheet, a new one where it has none."""
    text = package.opened(sheet)
    root = text.root
    there = root.find(f"{_S}legacyDrawing")
    if there is not None:
        wanted = there.get(f"{{{OFFICE}}}id")
        found = next((r.target for r in package.relations(sheet) if r.id == wanted and package.holds(r.target)), None)
        if found is None:
            raise UnreadableDocument("document-damaged", reason="a sheet without the drawing that it refers to")
        return found
    part = package.free("xl/drawings/vmlDrawing{}.vml")
    package.write(part, new_drawing(part))
    package.declare_all("vml", _DRAWING_TYPE)
    prefix = text.prefix(root)
    name = f"{prefix}:legacyDrawing" if prefix else "legacyDrawing"
    piece = f'<{name} xmlns:r="{OFFICE}" r:id="{package.relate(sheet, _DRAWING, part)}"/>'
    behind = next((child for child in root if child.tag in _BEHIND), None)
    if behind is not None:
        text.before(behind, piece)
    else:
        text.last(root, piece)
    package.write(sheet, text.written())
    return part
