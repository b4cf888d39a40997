"""`mark`: an office's own file with comments."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import attrs

from govreport.documents.detecting import detect_format
from govreport.documents.extraction import extract, read_paper
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.paper import Evidence
from govreport.documents.wording.finding_words import find_words
from govreport.formats import Format

# The formats of office files that comments can be written into.
MARKED: tuple[Format, ...] = ("docx", "xlsx")
_TITLE = ("/title", "/organ/name", "/year")


def mark(data: bytes, comments: Sequence[Comment], limits: Limits | None = None) -> bytes:
    """Return a copy of a DOCX or XLSX file with comments at the places that they are about.

    What belongs to no place of the document stands at its title, in one comment. Every part of the file that comments
    do not need is the same, byte for byte; in the text itself only marks are added that say where a comment begins
    and ends. The file is returned as it is where there are no comments. Raises UnreadableDocument for a file of another
    format, and for one that cannot be read.
    """
    limits = limits or Limits()
    limits.check("file_size", len(data))
    form = detect_format(data, limits)
    if form not in MARKED:
        raise UnreadableDocument("file-unsupported")
    if not comments:
        return data
    write: Callable[[bytes, Sequence[Comment], Evidence | None, Limits], bytes]
    write = import_module(f"govreport.documents.marking.{form}").mark
    found = _gathered(_placed(data, form, comments, limits))
    return write(data, found, None if found[0].place is not None else _title(data, limits), limits)


def _placed(data: bytes, form: Format, comments: Sequence[Comment], limits: Limits) -> list[Comment]:
    """Return the comments, those about words with the place where these stand."""
    paper = read_paper(data, form, limits) if any(comment.quote for comment in comments) else None
    found = []
    for comment in comments:
        if paper is not None and comment.quote:
            place = find_words(paper, comment.quote, comment.place)
            comment = attrs.evolve(comment, place=place or comment.place, quote=comment.quote if place else "")
        found.append(comment)
    return found


def _gathered(comments: Sequence[Comment]) -> list[Comment]:
    """Return the comments, all those that belong to no place as one, before the others."""
    general = [comment for comment in comments if not _is_somewhere(comment.place)]
    others = [comment for comment in comments if _is_somewhere(comment.place)]
    if not general:
        return others
    return [Comment(place=None, lines=tuple(line for comment in general for line in comment.lines)), *others]


def _is_somewhere(place: Evidence | None) -> bool:
    return place is not None and (place.paragraph is not None or place.table is not None)


def _title(data: bytes, limits: Limits) -> Evidence | None:
    """Return where the title of a document stands, None where it has none."""
    evidence: Mapping[str, Evidence] = extract(data, limits=limits).evidence
    return next((evidence[pointer] for pointer in _TITLE if _is_somewhere(evidence.get(pointer))), None)
