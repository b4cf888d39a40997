"""Rules that ask more than one document: what a validation is given besides the document itself."""

from collections.abc import Callable
from functools import cache

import attrs

from govreport import resources
from govreport.findings import Finding
from govreport.rules.sheet import Sheet

_FILES = ("years.json", "levels.json")


@attrs.frozen(kw_only=True)
class Outside:
    """What asks the rules between documents of the sheet of one of them; `rules` are those that are then asked."""

    rules: frozenset[str]
    ask: Callable[[Sheet], tuple[Finding, ...]]


NOTHING = Outside(rules=frozenset(), ask=lambda sheet: ())
"""No document is given but the one that is validated."""


@cache
def outside_rules() -> frozenset[str]:
    """Return the ids of all rules between documents: explanations may name them, whoever asks them or not."""
    return frozenset(rule["id"] for name in _FILES for rule in resources.read(name)["rules"])
