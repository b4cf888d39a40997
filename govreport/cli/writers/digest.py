"""What people are told: which findings one by one, which only counted, and the sum of it all."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from govreport.batches.telling import Hiding
from govreport.cli.language import say
from govreport.cli.summary import CLASSES, CLEAN, Summary
from govreport.cli.writers import Manner
from govreport.messages import title, word

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.batches.telling import State
    from govreport.findings import Finding

UNDETERMINED = "undetermined"
# Of a comparison these are told even where there are none.
_ALWAYS_COUNTED = frozenset({"new", "gone", "unchanged"})


def sort_out(checked: "Checked", manner: Manner) -> "tuple[list[Finding], list[str]]":
    """Return the findings to tell, and a sentence for each rule that blanks leave undetermined in so many places."""
    told: list[Finding] = []
    counted: Counter[str] = Counter()
    for finding, state in zip(checked.findings, states(checked), strict=True):
        if state == "unchanged" and not manner.verbose:
            continue
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


def states(checked: "Checked") -> "Sequence[State | None]":
    """Return the state of each finding since an earlier run, None where there was none."""
    return checked.compared.states if checked.compared is not None else (None,) * len(checked.findings)


def summarize(summary: Summary, language: str) -> str:
    """Return the line that accounts for every file and every finding.

    What became of the findings of an earlier run, what is hidden or weighs less, and files that are left out, have a
    line each, where there are any.
    """
    lines = (
        _counted(summary, language),
        compared(summary, language),
        configured(summary, language),
        summary.passed_over.sentence(language),
    )
    return "\n".join(filter(None, lines))


def compared(summary: Summary, language: str) -> str:
    """Return what is said of the findings of an earlier run and what became of them, "" where there was none."""
    if summary.compared is None:
        return ""
    tally = summary.compared._asdict()
    path, unseen = tally.pop("path"), tally.pop("unseen")
    counts = [
        say(f"compared-{state.replace('_', '-')}", language, n=number)
        for state, number in tally.items()
        if number or state in _ALWAYS_COUNTED
    ]
    told = say("compared", language, path=path, counts=word("list-comma", language).join(counts))
    return told + (say("compared-unseen", language, n=unseen) if unseen else "")


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
