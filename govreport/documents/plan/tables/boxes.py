"""What a box of the table of tasks holds: a value, or a mark in place of one."""

from govreport.documents.paper import Box, Evidence
from govreport.documents.plan.tables.rows import Value
from govreport.documents.text import trim
from govreport.documents.wording import cells
from govreport.documents.wording.cells import read_cell
from govreport.documents.wording.signs import SIGNS


def box_text(box: Box) -> str:
    """Return what a box holds, without the numbers of notes and findings behind it."""
    return without_markers(box.text) if box.text else ""


def without_markers(text: str) -> str:
    """Return a text without the numbers of notes and findings at its end."""
    return trim(cells.without_markers(text))


def value_of(printed: str, text: str, evidence: Evidence | None = None) -> Value:
    """Return the value `text` of what is printed in a box, unless a mark is."""
    return mark_of(printed, evidence) or Value(text=text, evidence=evidence)


def mark_of(text: str, evidence: Evidence | None = None) -> Value | None:
    """Return what stands in a box in place of a value, None where it holds one."""
    if not text:
        return Value(mark="blank", evidence=evidence)
    # What cannot be read as a figure is nothing illegible here, but a text.
    mark = "illegible" if text == SIGNS["illegible"] else read_cell(text, "count").mark
    if mark is None or (mark == "illegible" and text != SIGNS["illegible"]):
        return None
    return Value(mark=mark, printed=text, evidence=evidence)
