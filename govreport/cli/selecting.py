"""Which findings a run speaks of: --select and --ignore."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govreport.cli.exits import INTERNAL, REFUSALS

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked

_ALWAYS = REFUSALS | {INTERNAL}


class Selection:
    """Codes and rules to keep (all where none is named) and to leave out.

    That a file could not be checked is always told: filtered away, it would look clean.
    """

    def __init__(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> None:
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)

    @property
    def unasked(self) -> frozenset[str]:
        """The rules about statements that the run does not speak of: they need not be asked."""
        from govreport import resources

        if not (self._select or self._ignore):
            return frozenset()
        stated = {
            rule["id"]
            for layout in resources.layouts()
            for rule in resources.read(f"{layout}/rules.json")["rules"]
            if rule["kind"] == "stated"
        }
        return frozenset(stated & self._ignore | (stated - self._select if self._select else set()))

    def of(self, checked: "Checked") -> "Checked":
        """Return the outcome with the findings that are kept, and the repairs that mend any of them."""
        if not checked.findings or not (self._select or self._ignore):
            return checked
        findings = tuple(f for f in checked.findings if self.keeps(f.code, f.rule))
        places = {(f.code, f.pointer) for f in findings}
        repairs = tuple(r for r in checked.repairs if not places.isdisjoint(r.mends))
        return checked._replace(findings=findings, repairs=repairs)

    def keeps(self, code: str, rule: str | None) -> bool:
        """Return whether the run speaks of a finding with this code, found by this rule."""
        # A finding of a rule answers to its code and to the rule, which differ where it is undetermined.
        names = {code, rule}
        if code in _ALWAYS:
            return True
        return not names & self._ignore and bool(not self._select or names & self._select)
