"""OFD (GB/T 33190), the national format of official documents: a ZIP of XML with placed text, read as PDF is."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Paper
from govreport.documents.readers.ofd_drawing import POINTS, Drawing, numbers
from govreport.documents.readers.placed import Pages
from govreport.documents.readers.ruled import find_tables

# The standard names one namespace; programs write others as well, so names count without it.
_ROOT = "OFD.xml"
_A4 = (0.0, 0.0, 210.0, 297.0)


def read(data: bytes, limits: Limits) -> Paper:
    """Return what the pages of an OFD document print."""
    archive = Archive(data, limits)
    pages = Pages(limits)
    for number, page in enumerate(_pages(archive, limits), 1):
        limits.check("pages", number)
        drawing = Drawing(limits)
        for content in page.contents:
            drawing.add(content)
        drawing.turn_upright(page.width * POINTS, page.height * POINTS)
        pages.add(number, drawing.height, drawing.characters, find_tables(drawing.edges(), limits))
    paper = pages.paper()
    if paper is None:
        raise UnreadableDocument("document-without-text")
    return paper


class _Page:
    """A page: what is drawn on it, templates that lie below first, and its size in millimetres."""

    def __init__(self, contents: list[Element], box: tuple[float, ...]) -> None:
        self.contents = contents
        self.width, self.height = box[2], box[3]


class _Files:
    """The files of a document by their places, each of which is read once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lstrip("/"): name for name in archive.names}
        self._roots: dict[str, Element] = {}

    def place(self, base: str, where: str) -> str:
        """Return the place that a file names, from the folder of its own or from the root."""
        where = where.strip().replace("\\", "/")
        whole = where if where.startswith("/") else posixpath.join(posixpath.dirname(base), where)
        return posixpath.normpath(whole).lstrip("/")

    def root(self, place: str) -> Element:
        """Return the root of a file; raises UnreadableDocument for one that is not there."""
        if place not in self._roots:
            self._roots[place] = self._archive.xml(self._names.get(place, place))
        return self._roots[place]


def _pages(archive: Archive, limits: Limits) -> Iterator[_Page]:
    files = _Files(archive)
    for body in named(files.root(_ROOT), "DocBody"):
        for link in named(body, "DocRoot"):
            document = files.place(_ROOT, link.text or "")
            yield from _of_document(files, document, limits)


def _of_document(files: _Files, document: str, limits: Limits) -> Iterator[_Page]:
    root = files.root(document)
    common = first(root, "CommonData")
    size = _box(common, "PageArea") or _A4
    templates = {
        template.get("ID", ""): files.place(document, template.get("BaseLoc", ""))
        for template in (named(common, "TemplatePage") if common is not None else ())
    }
    seen: set[str] = set()
    listed = first(root, "Pages")
    for link in named(listed, "Page") if listed is not None else ():
        place = files.place(document, link.get("BaseLoc", ""))
        if place in seen:
            raise UnreadableDocument("document-damaged", reason="several pages in one file")
        seen.add(place)
        page = files.root(place)
        below: list[Element] = []
        above: list[Element] = []
        for template in named(page, "Template"):
            if template.get("TemplateID", "") in templates:
                layer = above if template.get("ZOrder") == "Foreground" else below
                layer.append(files.root(templates[template.get("TemplateID", "")]))
        limits.check("pages", len(below) + len(above))
        contents = [content for drawn in (*below, page, *above) for content in named(drawn, "Content")]
        yield _Page(contents, _box(page, "Area") or size)


def _box(holder: Element | None, name: str) -> tuple[float, ...] | None:
    """Return the box of a page that is printed: the physical one, or else the one of the program that shows it."""
    area = first(holder, name) if holder is not None else None
    for kind in ("PhysicalBox", "ApplicationBox", "ContentBox"):
        found = first(area, kind) if area is not None else None
        box = numbers(found.text or "", 4) if found is not None else []
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            return tuple(box)
    return None


def named(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name directly inside, whatever their namespace."""
    return (child for child in element if child.tag.rpartition("}")[2] == name)


def first(element: Element, name: str) -> Element | None:
    """Return the first element of a name directly inside, None where there is no such element."""
    return next(named(element, name), None)
