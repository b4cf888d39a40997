"""The shapes in which spreadsheets show the notes of a sheet, in VML, which office programs still draw them with."""

import re
from collections.abc import Mapping

from govreport.documents.limits import UnreadableDocument

_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_KIND = "_x0000_t202"
_NUMBER = re.compile(rb'"_x0000_s(\d{1,9})"')
_FILE_NUMBER = re.compile(r"(\d{1,4})\.vml$")
# Shapes are numbered by the thousand, each drawing with a thousand of its own.
_THOUSAND = 1024
# In points and in columns and rows: how large a note is shown.
_WIDTH, _LINE, _MOST_LINES = 300, 14, 24
_LETTERS_IN_A_LINE = 26
_COLUMNS, _SHIFT = 5, 15


def new_drawing(part: str) -> bytes:
    """Return a drawing without shapes; its numbers differ from those of other drawings, as its name does."""
    found = _FILE_NUMBER.search(part)
    thousand = int(found[1]) if found else 1
    return (
        f'<xml {_DECLARED}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{thousand}"/></o:shapelayout>'
        f'<v:shapetype id="{_KIND}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
    ).encode()


def add_shapes(drawing: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """Return a drawing with a shape for the note on each cell.

    Drawings are not always good XML, since programs have written them that ask no parser: nothing is read of it but the
    numbers of its shapes.
    """
    end = drawing.rfind(b"</xml>")
    if end < 0:
        raise UnreadableDocument("document-damaged", reason="a drawing that does not end")
    taken = [int(number) for number in _NUMBER.findall(drawing)]
    data = re.search(rb'<o:idmap[^<>]*\bdata="(\d{1,5})', drawing)
    first = max(taken, default=_THOUSAND * (int(data[1]) if data else 1)) + 1
    has_all = all(f'xmlns:{prefix}="{space}"'.encode() in drawing for prefix, space in _SPACES.items())
    spaces = "" if has_all else f" {_DECLARED}"
    shapes = "".join(_shape(first + n, cell, text, spaces) for n, (cell, text) in enumerate(notes.items()))
    return drawing[:end] + shapes.encode() + drawing[end:]


def _shape(number: int, cell: tuple[int, int], text: str, spaces: str) -> str:
    """Return the box of a note, to the right of its cell; it shows while the cell is pointed at."""
    row, column = cell[0] - 1, cell[1] - 1
    needed = sum(1 + len(line) // _LETTERS_IN_A_LINE for line in text.split("\n")) + 1
    lines = min(needed, _MOST_LINES)
    anchor = (column + 1, _SHIFT, max(row - 1, 0), 2, column + 1 + _COLUMNS, _SHIFT, max(row - 1, 0) + lines, 2)
    return (
        f'<v:shape{spaces} id="_x0000_s{number}" type="#{_KIND}" fillcolor="#ffffe1" o:insetmode="auto" '
        f'style="position:absolute;margin-left:60pt;margin-top:2pt;width:{_WIDTH}pt;height:{lines * _LINE}pt;'
        f'z-index:{number % _THOUSAND};visibility:hidden"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" '
        'obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div '
        'style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{', '.join(map(str, anchor))}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
