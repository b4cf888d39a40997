"""What editing left in a Word document: changes that nobody accepted or refused, comments that nobody answered."""

from contextlib import suppress
from xml.etree.ElementTree import Element

from govreport.documents.archives import Archive
from govreport.documents.limits import UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is said of an insertion: text put in, taken out, or moved. A change of looks changes no words.
_CHANGES = tuple(_W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_COMMENTS = "word/comments.xml"
# By whom `--mark` writes what was found: that is no comment of the office.
AUTHOR = "govreport"


def count_edits(archive: Archive, root: Element) -> tuple[int, int]:
    """Return how many changes are tracked in a document, and how many comments it has beside those of `--mark`."""
    changes = sum(1 for name in _CHANGES for _ in root.iter(name))
    if _COMMENTS not in archive.names:
        return changes, 0
    # What cannot be read there is no part of the report.
    with suppress(UnreadableDocument):
        said = archive.xml(_COMMENTS)
        return changes, sum(one.get(_W + "author") != AUTHOR for one in said.iter(_W + "comment"))
    return changes, 0
