"""Word documents (DOCX): paragraphs and tables of the body, as they are shown after all changes are accepted."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part
from govreport.documents.readers.docx_edits import count_edits
from govreport.documents.readers.raised import are_numbers
from govreport.documents.text import raised, tidy

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, _R = _W + "p", _W + "r"
_TBL, _TR, _TC, _BOX = _W + "tbl", _W + "tr", _W + "tc", _W + "txbxContent"
_RPR = _W + "rPr"
# A hidden text, and one that is struck out: it does not count any more.
_UNSEEN = frozenset(_W + name for name in ("vanish", "strike", "dstrike"))
_T, _TAB, _BR, _CR, _HYPHEN = _W + "t", _W + "tab", _W + "br", _W + "cr", _W + "noBreakHyphen"
# Deleted text is no text any more; the fallback of an alternative repeats it; properties hold none.
_SKIPPED = frozenset({_W + "del", _W + "moveFrom", _MC + "Fallback", _W + "pPr", _RPR, _W + "sectPr"})
_WIDEST_SPAN = 1000
DOCUMENT = "word/document.xml"


def read(data: bytes, limits: Limits) -> Paper:
    """Return what a Word document prints."""
    archive = Archive(data, limits)
    root = archive.xml(DOCUMENT)
    changes, comments = count_edits(archive, root)
    return Paper(parts=tuple(_Flow(limits).walk(_body(root))), is_bare=True, changes=changes, comments=comments)


class Anchors(NamedTuple):
    """The elements of what the evidence counts: paragraphs by their number, cells by table, row and column."""

    paragraphs: dict[int, Element]
    cells: dict[tuple[int, int, int], Element]


def anchors(root: Element, limits: Limits) -> Anchors:
    """Return where each paragraph and each cell stands in the tree of a document, counted as `read` does."""
    found = Anchors({}, {})
    for _ in _Flow(limits, found).walk(_body(root)):
        pass
    return found


def texts(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element directly inside a paragraph that shows something, with the text that it shows."""
    for child in paragraph:
        if child.tag not in _SKIPPED and (text := _text([child])):
            yield child, text


def _body(root: Element) -> Element:
    body = root.find(_W + "body")
    return body if body is not None else root


class _Flow:
    """Walks the body and counts paragraphs, tables and cells; what it comes by, it notes in `found`."""

    def __init__(self, limits: Limits, found: Anchors | None = None) -> None:
        self._limits = limits
        self._found = found
        self._paragraphs = self._tables = self._cells = 0

    def walk(self, container: Element) -> Iterator[Part]:
        """Yield the parts inside an element; containers such as content controls are entered."""
        stack = list(reversed(container))
        while stack:
            element = stack.pop()
            if element.tag == P:
                yield from self._paragraph(element)
                # A text box hangs in the paragraph that anchors it; what it holds comes after.
                if next(element.iter(_BOX), None) is not None:
                    stack.extend(reversed(list(outermost(element, _BOX))))
            elif element.tag == _TBL:
                rows = list(_rows(element))
                if _lays_out(rows):
                    stack.extend(reversed([cell for row in rows for cell in _cells(row)]))
                else:
                    yield self._grid(rows)
            elif element.tag not in _SKIPPED:
                stack.extend(reversed(element))

    def _paragraph(self, element: Element) -> Iterator[Part]:
        self._paragraphs += 1
        if self._found is not None:
            self._found.paragraphs[self._paragraphs] = element
        for line in _text(element).split("\n"):
            if text := tidy(line):
                yield Paragraph(text=text, evidence=Evidence(paragraph=self._paragraphs))

    def _grid(self, rows: list[Element]) -> Grid:
        self._tables += 1
        boxes: list[list[int | str]] = []  # row, column, rowspan, colspan, text
        open_below: dict[int, int] = {}  # column -> index of the box above that may go on
        width = 0
        for y, row in enumerate(rows):
            x = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
            below: dict[int, int] = {}
            for cell in _cells(row):
                colspan = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merge is not None and merge.get(_W + "val") != "restart" and x in open_below:
                    index = open_below[x]
                    boxes[index][2] = y - int(boxes[index][0]) + 1
                    below[x] = index
                else:
                    text = "\n".join(filter(None, (tidy(t) for p in cell.iter(P) for t in _text(p).split("\n"))))
                    boxes.append([y, x, 1, colspan, text])
                    if self._found is not None:
                        self._found.cells[self._tables, y + 1, x + 1] = cell
                    if merge is not None:
                        below[x] = len(boxes) - 1
                x += colspan
                self._cells += colspan
            open_below = below
            width = max(width, x)
            self._limits.check("cells", self._cells)
        return Grid(
            boxes=tuple(
                Box(row=int(r), column=int(c), rowspan=int(h), colspan=int(w), text=str(t)) for r, c, h, w, t in boxes
            ),
            height=len(rows),
            width=width,
            evidence=Evidence(table=self._tables),
        )


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table itself, not those of tables inside it."""
    for row in outermost(table, _TR):
        if row.find(f"{_W}trPr/{_W}del") is None and not _is_on(row.find(f"{_W}trPr/{_W}hidden")):
            yield row


def _cells(row: Element) -> list[Element]:
    return list(outermost(row, _TC))


def outermost(container: Element, wanted: str) -> Iterator[Element]:
    """Yield the elements of a kind inside another one, but not those inside each other or in what shows nothing."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if element.tag == wanted:
            yield element
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _lays_out(rows: list[Element]) -> bool:
    """A table of one column, or with tables inside, is there for the look of the page."""
    return all(len(_cells(row)) < 2 for row in rows) or any(row.find(f".//{_TBL}") is not None for row in rows)


def _text(paragraph: Element | list[Element]) -> str:
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == _T:
            pieces.append(element.text or "")
        elif element.tag == _TAB:
            pieces.append("\t")
        elif element.tag in (_BR, _CR):
            pieces.append("\n")
        elif element.tag == _HYPHEN:
            pieces.append("-")
        elif element.tag == _R and (properties := element.find(_RPR)) is not None:
            if _is_raised(properties) and are_numbers(text := "".join(piece.text or "" for piece in element.iter(_T))):
                pieces.append(raised(text))
            elif not any(_is_on(switch) for switch in properties if switch.tag in _UNSEEN):
                stack.extend(reversed(element))
        elif element.tag not in _SKIPPED and element.tag != _BOX:
            stack.extend(reversed(element))
    return "".join(pieces)


def _is_raised(properties: Element) -> bool:
    """Tell whether what has these properties is shown above its line."""
    align, position, style = (properties.find(_W + name) for name in ("vertAlign", "position", "rStyle"))
    if align is not None:
        return align.get(_W + "val") == "superscript"
    if position is not None:
        return position.get(_W + "val", "")[:1].isdecimal() and position.get(_W + "val") != "0"
    return style is not None and style.get(_W + "val") in ("FootnoteReference", "EndnoteReference")


def _is_on(switch: Element | None) -> bool:
    """Tell whether a property of Word that stands for itself is there and not turned off."""
    return switch is not None and switch.get(_W + "val", "true").lower() not in ("0", "false", "off")


def _number(element: Element | None, default: int) -> int:
    value = element.get(_W + "val", "") if element is not None else ""
    return min(int(value), _WIDEST_SPAN) if value.isdecimal() else default
