"""What an earlier run made of a document, told by the report that it wrote: a run taken up ends as an unbroken one."""

from pathlib import Path

from govreport.errors import InvalidReport
from govreport.form.layout import load_layout
from govreport.formats import LINES_SUFFIXES, suffix
from govreport.model import codec
from govreport.pointers import value_at
from govreport.rules.sheet import group_cells

_UNREAD = frozenset({"illegible", "ambiguous"})


def is_whole(path: Path) -> bool | None:
    """Return whether a report holds all that its document prints, None where only reading that again can say it.

    What is no report lacks at least a required member that was not found. A cell that was read is filled, or marked
    with the sign that is printed there. A document without cells, such as a work plan, does not show it.
    """
    try:
        report = codec.load_any(path)
    except InvalidReport:
        return False
    layout, value = load_layout(report.layout), codec.unstructure(report)
    if not layout.cells:
        return None
    read = {mark["pointer"] for mark in value.get("marks", ()) if mark["mark"] not in _UNREAD}
    read.update(cell for entry in value.get("undivided", ()) for cell in group_cells(layout, entry["pointer"]))
    return all(value_at(value, cell) is not None or cell in read for cell in layout.cells)


def was_all_taken(path: Path, written: Path) -> bool:
    """Return whether all of a file in JSON was taken over: of an NDJSON file as many lines as it has."""
    return suffix(str(path)) not in LINES_SUFFIXES or _count_lines(path) == _count_lines(written)


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 0
