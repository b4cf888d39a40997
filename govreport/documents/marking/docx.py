"""Comments in a Word document, beside those that it has."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from govreport.documents.limits import Limits
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.package import OFFICE, Package, new_part
from govreport.documents.paper import Evidence
from govreport.documents.readers.docx import DOCUMENT, Anchors, anchors, outermost, texts
from govreport.documents.readers.docx_edits import AUTHOR
from govreport.documents.trees.splicing import Splice, plain
from govreport.documents.wording.finding_words import folded

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_MAIN}}}"
_P, _BOX = f"{_W}p", f"{_W}txbxContent"
_KIND = f"{OFFICE}/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def mark(data: bytes, comments: Sequence[Comment], title: Evidence | None, limits: Limits) -> bytes:
    """Return a Word document with comments; what belongs to no place of it stands at the title."""
    package = Package(data, limits)
    text = package.opened(DOCUMENT)
    document = _Document(text, limits)
    part = package.related(DOCUMENT, _KIND)
    if part is None:
        part = package.free("word/comments{}.xml") if package.holds("word/comments.xml") else "word/comments.xml"
        package.relate(DOCUMENT, _KIND, part)
        package.write(part, new_part("w:comments", f'xmlns:w="{_MAIN}"', ""))
    package.declare(part, _TYPE)
    said = package.opened(part)
    free = 1 + max((_number(element) for element in said.root), default=-1)
    for number, comment in enumerate(comments, free):
        first, last = document.ends(comment, title)
        document.enclose(first, last, number)
        said.last(said.root, _comment(said.prefix(said.root), number, comment.lines))
    package.write(DOCUMENT, text.written())
    package.write(part, said.written())
    return package.written()


class _Document:
    """The body of a document, and where in it comments begin and end."""

    def __init__(self, text: Splice, limits: Limits) -> None:
        self._text = text
        self._anchors: Anchors = anchors(text.root, limits)
        self._around: dict[Element, Element] | None = None

    def ends(self, comment: Comment, title: Evidence | None) -> tuple[Element, Element]:
        """Return the elements with which what a comment is about begins and ends: paragraphs, or parts of one."""
        found = self._at(comment.place) or self._at(title) or self._beginning()
        first, last = self._outside_of_boxes(found[0]), self._outside_of_boxes(found[-1])
        if comment.quote and first is last:
            return _quoted(first, comment.quote) or (first, last)
        return first, last

    def enclose(self, first: Element, last: Element, number: int) -> None:
        """Put the beginning of a comment before one element and its end behind another, inside of paragraphs."""
        text, prefix = self._text, self._text.prefix(first)
        mark, space = (f"{prefix}:", "") if prefix else ("w:", f' xmlns:w="{_MAIN}"')
        begin = f'<{mark}commentRangeStart{space} {mark}id="{number}"/>'
        end = (
            f'<{mark}commentRangeEnd{space} {mark}id="{number}"/>'
            f'<{mark}r{space}><{mark}commentReference {mark}id="{number}"/></{mark}r>'
        )
        properties = first.find(f"{_W}pPr")
        if first.tag != _P:
            text.before(first, begin)
        elif properties is not None:
            text.after(properties, begin)
        else:
            text.first(first, begin)
        if last.tag == _P:
            text.last(last, end)
        else:
            text.after(last, end)

    def _at(self, place: Evidence | None) -> list[Element]:
        """Return the paragraphs at a place, [] where none are there."""
        if place is None:
            return []
        if place.paragraph is not None:
            found = self._anchors.paragraphs.get(place.paragraph)
            return [] if found is None else [found]
        if place.table is None:
            return []
        cell = self._anchors.cells.get((place.table, place.row or 1, place.column or 1))
        return [] if cell is None else list(outermost(cell, _P))

    def _beginning(self) -> list[Element]:
        """Return the first paragraph that shows anything, or the first of all."""
        found = list(self._anchors.paragraphs.values())
        if not found:
            found = [p for cell in self._anchors.cells.values() for p in outermost(cell, _P)]
        return [next((p for p in found if any(text.strip() for _, text in texts(p))), found[0])]

    def _outside_of_boxes(self, element: Element) -> Element:
        """Return a paragraph, or the one that its text box hangs in, for Word has no comments in boxes."""
        if self._around is None:
            self._around = {child: parent for parent in self._text.root.iter() for child in parent}
        found: Element = element
        above: Element | None = element
        is_inside = False
        while above is not None:
            if above.tag == _BOX:
                is_inside = True
            elif above.tag == _P and is_inside:
                found, is_inside = above, False
            above = self._around.get(above)
        return found


def _quoted(paragraph: Element, quote: str) -> tuple[Element, Element] | None:
    """Return the first and the last element of a paragraph that hold words, None where it does not hold them."""
    pieces = [(element, folded(text)) for element, text in texts(paragraph)]
    start = "".join(text for _, text in pieces).find(wanted := folded(quote).removesuffix("..."))
    if start < 0:
        return None
    end, at = start + len(wanted), 0
    inside: list[Element] = []
    for element, text in pieces:
        if at < end and at + len(text) > start:
            inside.append(element)
        at += len(text)
    return (inside[0], inside[-1]) if inside else None


def _number(comment: Element) -> int:
    value = comment.get(f"{_W}id", "")
    return int(value) if value.isdecimal() and len(value) < 10 else -1


def _comment(prefix: str, number: int, lines: Sequence[str]) -> str:
    mark, space = (f"{prefix}:", "") if prefix else ("w:", f' xmlns:w="{_MAIN}"')
    paragraphs = "".join(
        f'<{mark}p><{mark}r><{mark}t xml:space="preserve">{plain(line)}</{mark}t></{mark}r></{mark}p>' for line in lines
    )
    return (
        f'<{mark}comment{space} {mark}id="{number}" {mark}author="{AUTHOR}" {mark}initials="{AUTHOR[0]}">'
        f"{paragraphs}</{mark}comment>"
    )
