"""What a work plan holds and its print does not carry."""

from collections.abc import Iterator

from govreport.rules.sheet import Sheet

# The members that are printed; of the organ only its name is.
_PRINTED = frozenset(
    {
        *("layout", "year", "organ", "number", "date", "addressees", "notice", "title", "preamble", "sections"),
        *("table_title", "groups", "marks", "notes"),
    }
)


def left_out(sheet: Sheet) -> Iterator[str]:
    """Yield the pointers of what a work plan, given as its sheet, holds and its print does not carry."""
    members = sheet.members
    yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
    yield from (f"/{name}" for name in members if name not in _PRINTED)
    if "table_title" in members and not members["groups"]:
        yield "/table_title"
