"""What a configuration makes of the findings of a document: told, told with another severity, or only counted."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

import attrs

from govreport.batches.paths import STDIN
from govreport.batches.telling import Hidden
from govreport.cli.configuring.data import Configuration
from govreport.cli.configuring.known import Known, below, told_apart
from govreport.cli.configuring.patterns import compiled
from govreport.cli.exits import INTERNAL, REFUSALS
from govreport.findings import Severity

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Finding


class Policy:
    """Applies a configuration, and what is known already, to one document after another.

    That a file could not be checked is always told.
    """

    def __init__(self, configuration: Configuration, known: Known | None = None) -> None:
        self._configuration = configuration
        self._known = known

    def configured(self, checked: "Checked") -> "Checked":
        """Return the outcome as the configuration wants it, whatever is known."""
        of = self._configuration
        if not checked.findings or not (of.ignored or of.severity or of.exceptions):
            return checked
        exceptions = list(self._exceptions(checked.path))
        told: list[Finding] = []
        hidden: list[Hidden] = []
        lowered = 0
        for finding in checked.findings:
            reason = next((why for codes, why in exceptions if _answers(finding, codes)), None)
            if _is_refusal(finding):
                told.append(finding)
            elif reason is not None:
                hidden.append(Hidden(finding, "excepted", reason))
            elif _answers(finding, of.ignored):
                hidden.append(Hidden(finding, "ignored"))
            else:
                severity = Severity(of.severity.get(finding.code, finding.severity))
                lowered += severity.rank > finding.severity.rank
                told.append(finding if severity is finding.severity else attrs.evolve(finding, severity=severity))
        return _with(checked, told, hidden)._replace(lowered=checked.lowered + lowered)

    def unknown(self, checked: "Checked") -> "Checked":
        """Return the outcome without the findings that are known already."""
        if self._known is None or not checked.findings:
            return checked
        known = self._known.of(checked.path)
        found = {id(finding) for finding, fingerprint in told_apart(checked) if fingerprint in known}
        told = [finding for finding in checked.findings if id(finding) not in found]
        return _with(checked, told, [Hidden(f, "known") for f in checked.findings if id(f) in found])

    def _exceptions(self, path: str) -> Iterator[tuple[frozenset[str], str]]:
        """Yield codes and reason of each exception that a file is."""
        if path == STDIN:
            return
        name = below(path, self._configuration.folder)
        if name.startswith("../") or PurePath(name).is_absolute():
            return
        for exception in self._configuration.exceptions:
            if any(compiled(pattern).fullmatch(name) for pattern in exception.paths):
                yield exception.codes, exception.reason


def _answers(finding: "Finding", codes: frozenset[str]) -> bool:
    """Return whether a finding answers to any of these codes: to its own or to its rule, as for --ignore."""
    return finding.code in codes or finding.rule in codes


def _is_refusal(finding: "Finding") -> bool:
    return finding.code in REFUSALS or finding.code == INTERNAL


def _with(checked: "Checked", told: "list[Finding]", hidden: list[Hidden]) -> "Checked":
    """Return an outcome with these findings, and with the repairs that mend any of them."""
    places = {(finding.code, finding.pointer) for finding in told}
    repairs = tuple(repair for repair in checked.repairs if not places.isdisjoint(repair.mends))
    return checked._replace(findings=tuple(told), repairs=repairs, hidden=(*checked.hidden, *hidden))
