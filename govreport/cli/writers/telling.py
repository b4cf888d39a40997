"""Which findings of a document people are told one by one, and which are only counted."""

from collections import Counter
from typing import TYPE_CHECKING

from govreport.cli.language import say
from govreport.cli.writers import Manner
from govreport.messages import title

if TYPE_CHECKING:
    from govreport.findings import Finding
    from govreport.validation.batch import Checked

UNDETERMINED = "undetermined"


def sort_out(checked: "Checked", manner: Manner) -> "tuple[list[Finding], list[str]]":
    """Return the findings to tell, and a sentence for each rule that blanks leave undetermined in so many places."""
    told: list[Finding] = []
    counted: Counter[str] = Counter()
    for finding in checked.findings:
        if manner.quiet and finding.severity != "error":
            continue
        if finding.code == UNDETERMINED and finding.rule is not None and not manner.verbose:
            counted[finding.rule] += 1
        else:
            told.append(finding)
    language = manner.language
    return told, [
        say("undetermined-places", language, title=title(rule, language), n=number) for rule, number in counted.items()
    ]
