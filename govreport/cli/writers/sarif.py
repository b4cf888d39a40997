"""SARIF 2.1.0, the exchange format of code scanning."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from govreport import __version__, messages, resources
from govreport.cli.fingerprints import Fingerprints, trait
from govreport.cli.reference import installed, link
from govreport.cli.summary import REFUSED, Summary
from govreport.cli.writers import Manner, Write
from govreport.cli.writers.digest import compared, configured, states
from govreport.cli.writers.json import encode

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.batches.telling import Gone
    from govreport.findings import Finding, Repair

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "govreportFinding/v1"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


class FormatWriter:
    """Writes one run: the codes as rules of the tool, then result after result."""

    def __init__(self, write: Write, manner: Manner) -> None:
        self._write = write
        self._language = manner.language
        self._index = {code: number for number, code in enumerate(messages.codes())}
        self._separator = "\n"

    def begin(self) -> None:
        """Open the run, and describe the tool and its rules."""
        driver = {"name": "govreport", "version": __version__, "rules": [self._rule(code) for code in self._index]}
        language = _LANGUAGES[self._language]
        run = encode({"language": language, "columnKind": "unicodeCodePoints", "tool": {"driver": driver}})
        head = f'{{"$schema":{encode(SCHEMA)},"version":"2.1.0","runs":['
        self._write(f'{head}{run.removesuffix("}")},"results":[')

    def document(self, checked: "Checked") -> None:
        """Write the results of a document."""
        known = self._fixes(checked)
        fingerprints = Fingerprints()
        for finding, state in zip(checked.findings, states(checked), strict=True):
            result = self._result(finding, checked)
            if state is not None:
                result["baselineState"] = state
            mending = [fix for repair, fix in known if (finding.code, finding.pointer) in repair.mends]
            if mending:
                result["fixes"] = mending
            result["partialFingerprints"] = {_FINGERPRINT: fingerprints.of(trait(finding, checked))}
            self._add(result)
        for hidden in checked.hidden:
            result = self._result(hidden.finding, checked)
            justification = hidden.reason or messages.word(f"hidden-{hidden.by}", self._language)
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
            result["partialFingerprints"] = {_FINGERPRINT: fingerprints.of(trait(hidden.finding, checked))}
            if checked.compared is not None:
                result["baselineState"] = "unchanged"
            self._add(result)
        for gone in checked.compared.gone if checked.compared is not None else ():
            self._add(self._absent(gone, checked))

    def _add(self, result: dict[str, Any]) -> None:
        self._write(self._separator + encode(result))
        self._separator = ",\n"

    def end(self, summary: Summary) -> None:
        """Close the run; whatever could not be checked means that it did not succeed."""
        invocation: dict[str, Any] = {"executionSuccessful": not summary.classes[REFUSED]}
        language = self._language
        notes = [summary.passed_over.sentence(language), compared(summary, language), configured(summary, language)]
        if any(notes):
            invocation["toolExecutionNotifications"] = [
                {"level": "note", "message": {"text": note}} for note in notes if note
            ]
        self._write(f'\n],"invocations":[{encode(invocation)}]}}]}}\n')

    def _fixes(self, checked: "Checked") -> "list[tuple[Repair, dict[str, Any]]]":
        if not checked.repairs:
            return []
        from govreport.cli.writers.fixes import fixes

        return fixes(checked, uri(checked.path), self._language)

    def _rule(self, code: str) -> dict[str, Any]:
        meaning, advice = messages.meaning(code, self._language), messages.advice(code, self._language)
        rule: dict[str, Any] = {
            "id": code,
            "shortDescription": {"text": messages.title(code, self._language)},
            "fullDescription": {"text": meaning},
            "help": {"text": "\n".join(filter(None, (meaning, advice)))},
            "defaultConfiguration": {"level": _LEVELS[_usual_severity(code)]},
        }
        # A relative link would lead nowhere: viewers know nothing of the site.
        if installed() is not None:
            rule["helpUri"] = link(code, self._language)
        return rule

    def _result(self, finding: "Finding", checked: "Checked") -> dict[str, Any]:
        from govreport.cli.writers import wording

        colon = messages.word("label-colon", self._language)
        place = wording.place_of(finding, checked.layout, self._language)
        # Viewers of results mostly show the message alone.
        sentence = f"{place}{colon if place else ''}{finding.message(self._language)}"
        label = messages.word("hint", self._language) + colon
        hints = [label + wording.hint(hint, checked.layout or "", self._language) for hint in finding.hints]
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self._index[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": "\n".join([sentence, *hints])},
            "locations": [self._location(finding, checked)],
        }
        if finding.explained is not None:
            result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": finding.explained}]
        return result

    def _absent(self, gone: "Gone", checked: "Checked") -> dict[str, Any]:
        """Return a finding of an earlier run that is not there any more, whose code may be gone, too."""
        result: dict[str, Any] = {
            "ruleId": gone.code,
            "level": _LEVELS.get(gone.severity, "none"),
            "message": {"text": gone.message or gone.code},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(checked.path)}}}],
            "baselineState": "absent",
        }
        if gone.code in self._index:
            result["ruleIndex"] = self._index[gone.code]
        return result

    def _location(self, finding: "Finding", checked: "Checked") -> dict[str, Any]:
        from govreport.cli.writers.wording import place

        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(checked.path)}}
        line = finding.line if finding.line is not None else checked.document
        if line is not None:
            physical["region"] = {"startLine": line}
            if finding.column is not None:
                physical["region"]["startColumn"] = finding.column
        location: dict[str, Any] = {"physicalLocation": physical}
        if finding.pointer:
            name = place(checked.layout, finding.pointer, self._language)
            location["logicalLocations"] = [{"name": name, "fullyQualifiedName": finding.pointer}]
        return location


def uri(path: str) -> str:
    """Return a path as a URI reference: relative paths stay relative."""
    from urllib.parse import quote

    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix().encode("utf-8", "surrogateescape"))


def _usual_severity(code: str) -> str:
    """Return the severity of a rule in the last layout that has it; whatever is no rule is an error."""
    for layout in reversed(resources.documents()):
        for rule in resources.read(f"{layout}/rules.json")["rules"]:
            if rule["id"] == code:
                return str(rule["severity"])
    return "info" if code in _REMARKS else "error"


_REMARKS = frozenset({"undetermined", "undetermined-together", "rules-not-checked"})
