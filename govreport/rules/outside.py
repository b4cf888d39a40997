"""Rules that ask more than one document: what a validation is given besides the document itself."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from govreport import resources
from govreport.findings import Finding, Witness
from govreport.rules.sheet import Sheet

_FILES = ("years.json", "levels.json")


class Answer(NamedTuple):
    """What the rules between documents find in one of them, which were asked at all, and what the others witness."""

    findings: tuple[Finding, ...] = ()
    asked: frozenset[str] = frozenset()
    witnesses: tuple[Witness, ...] = ()


Outside = Callable[[Sheet], Answer]
"""What asks the rules between documents of the sheet of one of them; it holds the others."""


def nothing(sheet: Sheet) -> Answer:
    """Return an empty answer: no document is given but the one that is validated."""
    return Answer()


@cache
def outside_rules() -> Mapping[str, Mapping[str, Any]]:
    """Return all rules between documents by id, as the data has them: explanations may name them, asked or not."""
    return {rule["id"]: rule for name in _FILES for rule in resources.read(name)["rules"]}
