"""The format for GitHub Actions: workflow commands that annotate the lines of a pull request."""

from typing import TYPE_CHECKING

from govreport.batches.paths import STDIN
from govreport.cli.display import shown
from govreport.cli.summary import Summary
from govreport.cli.writers import Manner, Write
from govreport.cli.writers.digest import UNDETERMINED, sort_out, summarize
from govreport.messages import title, word

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class FormatWriter:
    """Writes one annotation for each finding; blanks that leave a rule undetermined are counted together."""

    def __init__(self, write: Write, manner: Manner) -> None:
        self._write = write
        self._manner = manner
        self._language = manner.language

    def begin(self) -> None:
        """Nothing comes before the first annotation."""

    def document(self, checked: "Checked") -> None:
        """Write the annotations of a document."""
        if not checked.findings:
            return
        findings, counted = sort_out(checked, self._manner)
        for finding in findings:
            self._annotate(finding, checked)
        for sentence in counted:
            self._write(annotation("notice", {"file": checked.path, "title": UNDETERMINED}, sentence))

    def end(self, summary: Summary) -> None:
        """Write the counts, as a plain line of the log."""
        self._write(f"{summarize(summary, self._language)}\n")

    def _annotate(self, finding: "Finding", checked: "Checked") -> None:
        from govreport.cli.writers import wording

        colon = word("label-colon", self._language)
        place = wording.place_of(finding, checked.layout, self._language)
        lines = [f"{place}{colon}{finding.message(self._language)}" if place else finding.message(self._language)]
        if finding.explained is not None:
            lines.append(word("explained", self._language) + colon + finding.explained)
        label, layout = word("hint", self._language) + colon, checked.layout or ""
        lines += [label + wording.hint(hint, layout, self._language) for hint in finding.hints]
        command = _COMMANDS[finding.severity] if finding.explained is None else "notice"
        properties = {
            "file": None if checked.path == STDIN else checked.path,
            "line": finding.line if finding.line is not None else checked.document,
            "col": finding.column,
            "title": f"{finding.code} {title(finding.code, self._language)}",
        }
        self._write(annotation(command, properties, "\n".join(map(shown, lines))))


def annotation(command: str, properties: dict[str, str | int | None], message: str) -> str:
    """Return a workflow command on a line of its own, whatever stands in its values."""
    given = {name: shown(str(value)) for name, value in properties.items() if value is not None}
    pairs = ",".join(f"{name}={_escaped_property(value)}" for name, value in given.items())
    return f"::{command} {pairs}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
