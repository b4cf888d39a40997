"""Conditions of a rule: what must be so of a document for the rule to be asked, or for an exception to count."""

from collections.abc import Mapping
from typing import Any

from govreport.pointers import value_at
from govreport.rules.data import Condition
from govreport.rules.sheet import Sheet


def is_met(condition: Condition, sheet: Sheet) -> bool:
    """Tell whether a condition holds at any of its places.

    Of an organ's kind and level, where they are not stated, it holds if it does for all that the name leaves possible.
    """
    if condition.undivided:
        return any(pointer in sheet.undivided for pointer in condition.at)
    if condition.above is not None:
        return any((sheet.figure(pointer) or 0) > condition.above for pointer in condition.at)
    return any(is_among(pointer, condition.among or (), sheet.members, sheet.inferred) for pointer in condition.at)


def is_among(
    pointer: str, among: tuple[str, ...], members: Mapping[str, Any], inferred: Mapping[str, tuple[str, ...]]
) -> bool:
    """Tell whether a member of a report is one of some values, or was `inferred` to be none but these."""
    possible = inferred.get(pointer, ())
    return set(possible) <= set(among) if possible else value_at(members, pointer) in among
