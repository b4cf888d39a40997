"""What a work plan holds and its print does not carry."""

from collections.abc import Iterator

from govreport.model.codec import unstructure
from govreport.model.workplan import WorkPlan

# The members that are printed; of the organ only its name is.
_PRINTED = frozenset(
    {
        *("layout", "year", "organ", "number", "date", "addressees", "notice", "title", "preamble", "sections"),
        *("table_title", "groups", "marks", "notes"),
    }
)


def left_out(plan: WorkPlan) -> Iterator[str]:
    """Yield the pointers of what a work plan holds and its print does not carry."""
    members = unstructure(plan)
    yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
    yield from (f"/{name}" for name in members if name not in _PRINTED)
    if "table_title" in members and not members["groups"]:
        yield "/table_title"
