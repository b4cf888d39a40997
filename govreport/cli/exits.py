"""Exit codes, and how findings lead to one."""

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Finding


class Exit(IntEnum):
    """What an exit code says. Of several that apply the highest is taken."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    INTERNAL = 4
    INTERRUPTED = 130


NEVER = "never"
FAIL_ON = ("error", "warning", "info", NEVER)

# What could not be read or checked at all.
REFUSALS = frozenset(
    {
        "file-missing",
        "file-forbidden",
        "file-unreadable",
        "file-unsupported",
        "folder-empty",
        "format-unknown",
        "format-old",
        "reader-missing",
        "reader-crashed",
        "document-empty",
        "document-encrypted",
        "document-damaged",
        "document-entities",
        "document-without-text",
        "nested-too-deep",
        "limit-exceeded",
    }
)
INTERNAL = "internal-error"
# Defects of the bytes themselves fail whatever --fail-on says: other programs cannot read such a file alike.
DEFECTS = frozenset(
    {
        "empty",
        "not-utf8",
        "gb18030",
        "byte-order-mark",
        "syntax",
        "truncated",
        "trailing-content",
        "duplicate-member",
        "lone-surrogate",
        "not-a-number",
        "number-too-long",
        "too-deep",
        "too-large",
    }
)


class Verdict:
    """The exit code of a run, as outcome after outcome comes in."""

    def __init__(self, fail_on: str) -> None:
        self.code = Exit.CLEAN
        self._failing = frozenset(FAIL_ON[: FAIL_ON.index(fail_on) + 1]) if fail_on != NEVER else frozenset()

    def add(self, checked: "Checked") -> None:
        """Take in one outcome."""
        for finding in checked.findings:
            self.code = max(self.code, self._of(finding))

    def _of(self, finding: "Finding") -> Exit:
        if finding.code == INTERNAL:
            return Exit.INTERNAL
        if finding.code in REFUSALS:
            return Exit.REFUSED
        if finding.code in DEFECTS or (finding.severity in self._failing and finding.explained is None):
            return Exit.FINDINGS
        return Exit.CLEAN


def was_refused(checked: "Checked") -> bool:
    """Tell whether there was nothing to check, or checking broke down."""
    return any(f.code in REFUSALS or f.code == INTERNAL for f in checked.findings)
