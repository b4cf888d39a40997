"""What a report holds and its print does not carry."""

from collections.abc import Iterator

from govreport.documents.rendering.report.merging import drawable
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.model.registry import Report
from govreport.rules.sheet import read_sheet

# The members that are printed; of the organ only its name is.
_PRINTED = frozenset({"layout", "year", "organ", "title", "period", "published", "marks", "undivided", "notes"})


def left_out(report: Report) -> Iterator[str]:
    """Yield the pointers of what a report holds and its print does not carry."""
    members = unstructure(report)
    layout = load_layout(report.layout)
    sections = {node.name for node in layout.root.children if node.is_section}
    for name in members:
        if name == "organ":
            yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
        elif name not in _PRINTED | sections:
            yield f"/{name}"
    shown = drawable(read_sheet(layout, members))
    for number, entry in enumerate(members.get("undivided", ())):
        if entry["pointer"] not in shown:
            yield f"/undivided/{number}"
