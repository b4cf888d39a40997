"""What a report holds and its print does not carry."""

from collections.abc import Iterator

from govreport.documents.rendering.report.merging import drawable
from govreport.rules.sheet import Sheet

# The members that are printed; of the organ only its name is.
_PRINTED = frozenset({"layout", "year", "organ", "title", "period", "published", "marks", "undivided", "notes"})


def left_out(sheet: Sheet) -> Iterator[str]:
    """Yield the pointers of what a report, given as its sheet, holds and its print does not carry."""
    members = sheet.members
    sections = {node.name for node in sheet.layout.root.children if node.is_section}
    for name in members:
        if name == "organ":
            yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
        elif name not in _PRINTED | sections:
            yield f"/{name}"
    shown = drawable(sheet)
    for number, entry in enumerate(members.get("undivided", ())):
        if entry["pointer"] not in shown:
            yield f"/undivided/{number}"
