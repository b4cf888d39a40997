"""What makes a finding the same in the next version of a file or of the rules, wherever its line has moved to."""

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Finding


class Trait(NamedTuple):
    """What stays of a finding: its code, its rule, its place, and the line of its document in an NDJSON file."""

    code: str
    rule: str | None
    pointer: str
    document: int | None


def trait(finding: "Finding", checked: "Checked") -> Trait:
    """Return what stays of a finding of a document."""
    return Trait(finding.code, finding.rule, finding.pointer, checked.document)


class Fingerprints:
    """The fingerprints of the findings of one document, given one after the other: equal ones are numbered."""

    def __init__(self) -> None:
        self._occurrences: Counter[Trait] = Counter()

    def of(self, trait: Trait) -> str:
        """Return the fingerprint of the next finding."""
        self._occurrences[trait] += 1
        parts = (trait.code, trait.rule or "", trait.pointer, trait.document or "", self._occurrences[trait])
        return hashlib.sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
