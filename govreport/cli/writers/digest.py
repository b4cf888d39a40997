"""What people are told: which findings one by one, which only counted, and the sum of it all."""

from collections import Counter
from typing import TYPE_CHECKING, get_args

from govreport.batches.hiding import Hiding
from govreport.cli.language import say
from govreport.cli.summary import CLASSES, CLEAN, Summary
from govreport.cli.writers import Manner
from govreport.messages import title, word

if TYPE_CHECKING:
    from govreport.batches.validate import Checked
    from govreport.findings import Finding

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


def summarize(summary: Summary, language: str) -> str:
    """Return the line that accounts for every file and every finding.

    What is hidden or weighs less, and files that are left out, have a line each, where there are any.
    """
    lines = (_counted(summary, language), configured(summary, language), summary.passed_over.sentence(language))
    return "\n".join(filter(None, lines))


def configured(summary: Summary, language: str) -> str:
    """Return what is said of findings that are hidden or weigh less than the rules say, "" where there are none."""
    counts = [say(f"hidden-{by}", language, n=summary.hidden[by]) for by in get_args(Hiding) if summary.hidden[by]]
    if summary.lowered:
        counts.append(say("lowered", language, n=summary.lowered))
    return say("configured", language, counts=word("list-comma", language).join(counts)) if counts else ""


def _counted(summary: Summary, language: str) -> str:
    comma, colon = word("list-comma", language), word("label-colon", language)
    head = say("checked-files", language, n=summary.files)
    if summary.documents != summary.files:
        head += say("checked-documents", language, n=summary.documents)
    if summary.classes[CLEAN] == summary.documents:
        return f"{head}{colon}{say('all-clean', language)}"
    present = [name for name in reversed(CLASSES) if summary.classes[name]]
    classes = comma.join(say(f"documents-{name}", language, n=summary.classes[name]) for name in present)
    numbers = [say(f"findings-{name}", language, n=number) for name, number in summary.findings.items() if number]
    if not numbers:
        return f"{head}{colon}{classes}"
    found = say("findings-in-all", language, found=comma.join(numbers))
    return f"{head}{colon}{classes}{word('clause-comma', language)}{found}"
