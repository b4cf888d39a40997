"""The printed tables in HTML: exactly the boxes that the schema draws, with whatever is to stand in the cells."""

from collections.abc import Callable, Iterator
from html import escape

from govreport.form.drawing import DrawnBlock, DrawnBox, draw
from govreport.form.layout import Layout, Node
from govreport.form.naming import ANY, place
from tools.site.markup import english

# A label over so many rows is set upright, as the print has it.
_UPRIGHT = 10

Content = Callable[[str], str]


def anchor(pointer: str) -> str:
    """Return the id of a place in the pages: its names, parted by dots."""
    return ".".join(step for step in pointer.split("/")[1:] if step != ANY)


def table(form: Layout, node: Node, language: str, content: Content, prefix: str = "", named: bool = True) -> str:
    """Return a table of the form in one line of HTML.

    `content` gives what stands in the cell at a pointer, `<td>` included. `prefix` keeps the ids of
    several tables on one page apart; `named` says whether the English names stand below the labels.
    """
    blocks = draw(node)
    labels = English(form) if language != "zh" and named else None
    title = place(form, node.pointer, language)
    parts = []
    for number, block in enumerate(blocks):
        caption = f"<caption>{escape(title)}</caption>" if number == 0 else ""
        rows = "".join(_rows(block, f"{prefix}{anchor(node.pointer)}-{number}", content, labels))
        kind = {0: "flat", 1: "plain"}.get(block.header_columns, "deep")
        parts.append(f'<table class="form {kind}" data-block="{block.pointer}">{caption}{rows}</table>')
    return f'<div class="form-table" role="region" tabindex="0" aria-label="{escape(title)}">{"".join(parts)}</div>'


class English:
    """The English names of labels, which are set below the printed Chinese ones."""

    def __init__(self, form: Layout) -> None:
        self._form = form

    def of(self, box: DrawnBox) -> str:
        """Return the English name of a label as a line of its own, "" where there is none."""
        node = self._form.nodes.get(box.pointer) if box.pointer else None
        return f"<br>{english(node.english)}" if node and node.english else ""


def _rows(block: DrawnBlock, name: str, content: Content, labels: English | None) -> Iterator[str]:
    ids = {box: f"{name}-{number}" for number, box in enumerate(block.boxes) if box.role not in ("cell", "corner")}
    for row in range(block.height):
        if row in (0, block.header_rows):
            yield "<thead>" if row < block.header_rows else "<tbody>"
        boxes = (box for box in block.boxes if box.row == row)
        yield f"<tr>{''.join(_box(box, block, ids, content, labels) for box in boxes)}</tr>"
        if row + 1 in (block.header_rows, block.height):
            yield "</thead>" if row < block.header_rows else "</tbody>"


def _box(box: DrawnBox, block: DrawnBlock, ids: dict[DrawnBox, str], content: Content, labels: English | None) -> str:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("rowspan", box.rowspan), ("colspan", box.colspan)) if span > 1
    )
    if box.role == "cell":
        over = " ".join(ids[label] for label in ids if _heads(label, box))
        return content(box.pointer or "").replace("<td", f'<td headers="{over}"', 1)
    text = f'<span lang="zh-CN">{escape(box.text)}</span>{labels.of(box) if labels else ""}'
    if box.role == "corner":
        return f'<td class="corner"{spans}>{text}</td>'
    upright = " upright" if box.role == "row" and box.rowspan >= _UPRIGHT else ""
    outer = " outer" if box.role == "row" and box.column == 0 and block.header_columns > 1 else ""
    return f'<th class="{box.role}{outer}{upright}" id="{ids[box]}" scope="{_scope(box)}"{spans}>{text}</th>'


def _scope(box: DrawnBox) -> str:
    if box.role == "row":
        return "rowgroup" if box.rowspan > 1 else "row"
    return "colgroup" if box.colspan > 1 else "col"


def _heads(label: DrawnBox, cell: DrawnBox) -> bool:
    """Tell whether a label stands to the left of a cell or above it."""
    if label.role == "row":
        return label.row <= cell.row < label.row + label.rowspan
    return label.column <= cell.column < label.column + label.colspan
