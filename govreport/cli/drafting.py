"""The option --draft: a report that is being filled in. What is blank is progress, told in one line, and no finding."""

from typing import TYPE_CHECKING

from govreport import resources
from govreport.cli.language import say

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked

# Said of what is not filled in yet, and of what cannot be told because of that.
_OF_CELLS = frozenset({"table-blanks", "table-empty", "total-empty", "undetermined", "undetermined-together"})
_OF_SECTIONS = frozenset({"section-empty", "section-not-found"})


def without_blanks(checked: "Checked") -> "Checked":
    """Return the outcome of a document without what is only not filled in yet."""
    kept = tuple(f for f in checked.findings if f.code not in _OF_CELLS | _OF_SECTIONS)
    return checked._replace(findings=kept)


def progress_of(checked: "Checked", language: str) -> str | None:
    """Return the line that says how much of a report is filled in, None for what is no report."""
    if checked.layout not in resources.layouts():
        return None
    from govreport.form.layout import load_layout

    form = load_layout(checked.layout)
    blank: set[str] = set()
    sections: set[str] = set()
    for finding in checked.findings:
        if finding.code == "table-blanks":
            blank.update(finding.parameters["blanks"])
        elif finding.code == "table-empty":
            blank.update(cell for cell in form.cells if cell.startswith(f"{finding.pointer}/"))
        elif finding.code in _OF_SECTIONS:
            sections.add(finding.pointer)
            blank.update(cell for cell in form.cells if cell.startswith(f"{finding.pointer}/"))
    filled = len(form.cells) - len(blank)
    said = say("draft-filled", language, path=checked.path, n=filled, of=len(form.cells))
    return said + (say("draft-unwritten", language, n=len(sections)) if sections else "")
