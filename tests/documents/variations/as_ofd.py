"""A drawn PDF as OFD (GB/T 33190): the same characters and lines at the same places. Does not import the library."""

import io
import zipfile
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any
from xml.sax.saxutils import escape

import pdfplumber

_MM = 25.4 / 72
_DAY = (1980, 1, 1, 0, 0, 0)
_SPACE = "http://www.ofdspec.org/2016"
Objects = list[str]


def as_ofd(
    pdf: bytes, *, apart: bool = False, lines: bool = False, template: bool = False, space: str = _SPACE
) -> bytes:
    """Return a PDF as OFD.

    Where `apart`, each character is an object of its own; where `lines`, each side of a box is drawn by itself; where
    `template`, what is drawn lies in templates below the pages. `space` is the namespace.
    """
    pages, sizes = [], []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            rules = [rule for rect in page.rects for rule in _path(rect, lines=lines)]
            pages.append((list(_texts(page, apart=apart)), rules))
            sizes.append((page.width * _MM, page.height * _MM))
    files = {"OFD.xml": _root(space)}
    listed, below = [], []
    for number, ((texts, rules), (width, height)) in enumerate(zip(pages, sizes, strict=True)):
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {width:.3f} {height:.3f}</ofd:PhysicalBox></ofd:Area>"
        listed.append(f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>')
        link, drawn = "", rules + texts
        if template:
            below.append(f'<ofd:TemplatePage ID="{9000 + number}" BaseLoc="Tpls/Tpl_{number}/Content.xml"/>')
            files[f"Doc_0/Tpls/Tpl_{number}/Content.xml"] = _page("", rules, space)
            link, drawn = f'<ofd:Template TemplateID="{9000 + number}" ZOrder="Background"/>', texts
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page(link + area, drawn, space)
    files["Doc_0/Document.xml"] = (
        f'<ofd:Document xmlns:ofd="{space}"><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{''.join(below)}</ofd:CommonData>"
        f"<ofd:Pages>{''.join(listed)}</ofd:Pages></ofd:Document>"
    )
    return _zipped(files)


def _root(space: str) -> str:
    return (
        f'<ofd:OFD xmlns:ofd="{space}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID>'
        "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _page(head: str, objects: Objects, space: str) -> str:
    return (
        f'<ofd:Page xmlns:ofd="{space}">{head}<ofd:Content><ofd:Layer ID="2" Type="Body"><ofd:PageBlock ID="3">'
        f"{''.join(objects)}</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>"
    )


def _zipped(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            text = f'<?xml version="1.0" encoding="UTF-8"?>{content}'
            archive.writestr(zipfile.ZipInfo(name, _DAY), text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _texts(page: Any, *, apart: bool) -> Iterator[str]:
    """Yield objects of text, for each run of characters on one line, those that are turned with a matrix."""

    def place(char: Any) -> tuple[Any, ...]:
        along, up, _, _, left, base = char["matrix"]
        is_level = abs(along) >= abs(up)
        return (along, up, round(char["size"], 2), round(base if is_level else left, 2))

    for (along, up, size, _), group in groupby(page.chars, key=place):
        chars = list(group)
        for run in [[char] for char in chars] if apart else [chars]:
            yield _text(run, page.height, along, up, size * _MM)


def _text(chars: list[Any], height: Any, along: float, up: float, size: float) -> str:
    starts = [(char["matrix"][4] * _MM, (height - char["matrix"][5]) * _MM) for char in chars]
    left, base = starts[0]
    steps = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(starts)]
    written = " ".join(
        f"g {len(run)} {value}" if len(run) > 2 else " ".join([value] * len(run))
        for value, run in ((value, list(run)) for value, run in groupby(f"{step:.3f}" for step in steps))
    )
    delta = f' DeltaX="{written}"' if steps else ""
    matrix = "" if abs(up) < 1e-6 and along > 0 else f' CTM="{along:.4g} {-up:.4g} {up:.4g} {along:.4g} 0 0"'
    text = escape("".join(char["text"] for char in chars))
    return (
        f'<ofd:TextObject ID="4" Boundary="{left:.3f} {base:.3f} {sum(steps) + size:.3f} {size:.3f}" Font="3" '
        f'Size="{size:.3f}"{matrix}><ofd:TextCode X="0" Y="0"{delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def _path(rect: Any, *, lines: bool) -> Iterator[str]:
    x, y = rect["x0"] * _MM, rect["top"] * _MM
    wide, tall = rect["width"] * _MM, rect["height"] * _MM
    corners = [(0, 0), (wide, 0), (wide, tall), (0, tall)]
    whole = " ".join(f"{'L' if number else 'M'} {a:.3f} {b:.3f}" for number, (a, b) in enumerate(corners)) + " C"
    sides = [
        f"M {a:.3f} {b:.3f} L {c:.3f} {d:.3f}"
        for (a, b), (c, d) in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    for data in sides if lines else [whole]:
        yield (
            f'<ofd:PathObject ID="5" Boundary="{x:.3f} {y:.3f} {wide:.3f} {tall:.3f}" LineWidth="0.18">'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )
