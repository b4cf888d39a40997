"""A finding of a review in words: what is wrong, where it is printed, the words, the legal basis, and what mends it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from govreport import messages, resources
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.limits import advise
from govreport.cli.writers import wording
from govreport.findings import Finding, Severity
from govreport.form.citing import cite
from govreport.messages import word
from govreport.rules.data import load_rules
from govreport.rules.outside import outside_rules

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.batches.reviewed import Review, Reviewed


@attrs.frozen(kw_only=True)
class Told:
    """A finding in words; what there is not is "". `place` is the printed name, `printed` where in the document."""

    code: str
    severity: Severity
    title: str
    place: str
    printed: str
    sentence: str
    quote: str
    basis: str
    repair: str


def told_of(review: "Review", reviewed: "Reviewed", language: str) -> Iterator[Told]:
    """Yield the errors and warnings of a body that its report does not explain, errors first."""
    found = [
        (checked, finding)
        for checked, finding in review.found(reviewed)
        if finding.severity is not Severity.INFO and finding.explained is None
    ]
    for checked, finding in sorted(found, key=lambda one: one[1].severity.rank):
        yield tell(finding, checked, language)


def tell(finding: Finding, checked: "Checked | None", language: str) -> Told:
    """Return a finding in words, given the outcome of the document that it was found in, if it is about one."""
    layout = None if checked is None else checked.layout
    evidence: Mapping[str, Any] = finding.parameters.get("evidence") or {}
    # Other documents than published ones have lines that nobody sees.
    printed = wording.printed_at(finding, language) if evidence else ""
    return Told(
        code=finding.code,
        severity=finding.severity,
        title=messages.title(finding.code, language),
        place=shown(wording.place(layout or resources.layouts()[-1], finding.pointer, language)),
        printed=shown(printed),
        sentence=shown(finding.message(language)),
        quote=shown(str(finding.parameters.get("quote") or evidence.get("words") or "")),
        basis=basis_of(finding.code, layout, language),
        repair=shown(_repair(finding, layout, language)),
    )


def basis_of(code: str, layout: str | None, language: str) -> str:
    """Return the legal basis of a code in words; of a rule that in a layout, else in the newest that has it."""
    entries = _basis(code, layout)
    return word("clause-comma", language).join(cite(entry, language, short=True) for entry in entries)


def _basis(code: str, layout: str | None) -> Sequence[Mapping[str, Any]]:
    said: Mapping[str, Any] = {**resources.read("bodies.json")["basis"], **outside_rules()}
    if code in said:
        found = said[code]
        return tuple(found["basis"] if code in outside_rules() else found)
    rules = (load_rules(known).get(code) for known in (layout, *reversed(resources.documents())) if known is not None)
    return next((rule.basis for rule in rules if rule is not None), ())


def _repair(finding: Finding, layout: str | None, language: str) -> str:
    if finding.hints and layout is not None:
        choices = list(dict.fromkeys(wording.hint(h, layout, language) for h in finding.hints))
        listed = word("either", language).join(choices)
        return listed if len(choices) == 1 else say("repair-choose", language, choices=listed)
    figures = ""
    if "expected" in finding.parameters and "actual" in finding.parameters:
        blank = word("blank", language)
        values = {n: blank if finding.parameters[n] is None else finding.parameters[n] for n in ("expected", "actual")}
        figures = say("expected-actual", language, **values)
    return word("clause-comma", language).join(filter(None, (figures, advise(finding, language))))


def not_reviewed(checked: "Checked", language: str) -> tuple[str, str]:
    """Return why a document was not reviewed, and what to do about it, "" where there is no advice."""
    worst = min(checked.findings, key=lambda finding: finding.severity.rank, default=None)
    # Of what could be read nobody knows whose report it is.
    if worst is None or worst.severity is not Severity.ERROR:
        return say("review-stray", language), ""
    return shown(worst.message(language)), shown(advise(worst, language) or "")


@cache
def state_word(state: str, language: str) -> str:
    """Return the word for the state of a body."""
    return say(f"review-state-{state}", language)
