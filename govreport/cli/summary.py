"""What a run counts: every file and document, in just one class each, and the findings."""

from collections import Counter
from typing import TYPE_CHECKING

from govreport.batches.telling import Hiding
from govreport.cli.exits import was_refused
from govreport.cli.passed_over import PassedOver

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.cli.comparing import Tally

CLEAN, REFUSED, EXPLAINED, HIDDEN = "clean", "refused", "explained", "hidden"
SEVERITIES = ("error", "warning", "info")
# The class of a document is the first of these that it has a finding of.
CLASSES = (REFUSED, *SEVERITIES, EXPLAINED, HIDDEN, CLEAN)


class Summary:
    """The counts of a run.

    `documents` counts every outcome, `classes` those of each class, `findings` the findings of each
    severity that are not explained, and those that are; `passed_over` the files that were left out. `hidden` counts the
    findings that are not told, by what hides them, and `lowered` those that weigh less than the rules say. A document
    all of whose findings are hidden is not clean. `compared` counts what became of the findings of an earlier run.
    """

    def __init__(self) -> None:
        self.files = 0
        self.classes = dict.fromkeys(CLASSES, 0)
        self.findings = dict.fromkeys((*SEVERITIES, EXPLAINED), 0)
        self.hidden: Counter[Hiding] = Counter()
        self.lowered = 0
        self.compared: Tally | None = None
        self.passed_over = PassedOver()
        self._last: tuple[str, int | None] = ("", None)

    @property
    def documents(self) -> int:
        """All documents, those refused too."""
        return sum(self.classes.values())

    def add(self, checked: "Checked") -> None:
        """Count one outcome. Those of one file come one after the other."""
        self.files += self._is_new_file(checked)
        kinds = [EXPLAINED if f.explained is not None else str(f.severity) for f in checked.findings]
        for kind in kinds:
            self.findings[kind] += 1
        self.hidden.update(hidden.by for hidden in checked.hidden)
        self.lowered += checked.lowered
        if checked.hidden:
            kinds.append(HIDDEN)
        if was_refused(checked):
            self.classes[REFUSED] += 1
        else:
            self.classes[next((c for c in CLASSES if c in kinds), CLEAN)] += 1

    def _is_new_file(self, checked: "Checked") -> bool:
        path, number = self._last
        self._last = checked.path, checked.document
        # The documents of one file are numbered upwards; the same file given twice starts anew.
        return checked.document is None or checked.path != path or number is None or checked.document <= number
