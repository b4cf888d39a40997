"""Whether two reports of an organ count the same: its own office alone, or its whole area."""

from govreport.rules.sheet import Sheet


def are_alike(sheet: Sheet, before: Sheet) -> bool:
    """Tell whether figures of two reports may be compared; what states no scope is taken to have that of the other."""
    kinds = {members["scope"]["kind"] for members in (sheet.members, before.members) if "scope" in members}
    return len(kinds) < 2
