"""What a work plan holds and its print does not carry."""

from collections.abc import Iterator

from govreport.model.codec import unstructure
from govreport.model.workplan import WorkPlan

# The members that are about the document.
_UNPRINTED = frozenset({"$schema", "source", "explanations", "extensions"})


def left_out(plan: WorkPlan) -> Iterator[str]:
    """Yield the pointers of what a work plan holds and its print does not carry."""
    members = unstructure(plan)
    yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
    yield from (f"/{name}" for name in members if name in _UNPRINTED)
    if "table_title" in members and not members["groups"]:
        yield "/table_title"
