"""Findings as comments in the document that they are about: what is said, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from govreport.cli.language import say
from govreport.cli.limits import advise
from govreport.cli.writers.wording import best, hint, place_of
from govreport.documents.marking.comment import Comment
from govreport.documents.paper import Evidence
from govreport.documents.wording.explaining import line_for
from govreport.documents.wording.finding_words import words_of
from govreport.findings import Finding, Repair
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.messages import word
from govreport.rules.data import load_rules


def comments(
    findings: Iterable[Finding],
    layout: str | None,
    language: str,
    repairs: Sequence[Repair] = (),
    printed: Mapping[str, Evidence] | None = None,
) -> Iterator[Comment]:
    """Yield a comment for each finding at its place; one that holds words against a cell stands at both.

    Where only one of the `repairs` is left, what it mends names it; and where each value is `printed` is known, it
    stands at the figures that it changes, too, most of which no finding is about: they are in a sum that fails.
    """
    remedy = _remedy(repairs, layout, language)
    if remedy is not None and printed is not None:
        for change in repairs[0].changes:
            if change.pointer in printed:
                yield Comment(place=printed[change.pointer], lines=(remedy,))
    mended = set() if remedy is None else set(repairs[0].mends)
    for finding in findings:
        lines = tuple(_lines(finding, layout, language, remedy if (finding.rule, finding.pointer) in mended else None))
        evidence = finding.parameters.get("evidence")
        place = Evidence(**evidence) if evidence is not None else None
        # The words stand in a text; where the place is a cell, it is that with which they are compared.
        if finding.parameters.get("quote") and layout is not None and not _is_text(finding.pointer, layout):
            yield Comment(place=place, lines=lines)
            place = None
        yield Comment(place=place, lines=lines, quote=words_of(finding))


def _is_text(pointer: str, layout: str) -> bool:
    node = load_layout(layout).nodes.get(pointer)
    return node is not None and node.kind == "section"


def _remedy(repairs: Sequence[Repair], layout: str | None, language: str) -> str | None:
    return best(repairs[0], layout, language) if layout is not None and len(repairs) == 1 else None


def _lines(finding: Finding, layout: str | None, language: str, remedy: str | None) -> Iterator[str]:
    colon = word("label-colon", language)
    severity = word(finding.severity, language)
    if finding.explained is not None:
        severity = say("explained-severity", language, severity=severity)
    yield f"{severity}{colon}{finding.message(language)}"
    if where := place_of(finding, layout, language):
        yield word("place", language) + colon + where
    if finding.explained is not None:
        yield word("explained", language) + colon + finding.explained
    else:
        if remedy is not None:
            yield remedy
        told = [] if layout is None else [hint(proposal, layout, language) for proposal in finding.hints]
        for number, text in enumerate(filter(None, (*told, advise(finding, language)))):
            yield word("or-else" if 0 < number < len(told) else "hint", language) + colon + text
    line = None if layout is None else line_for(load_layout(layout), finding)
    if line is not None and finding.explained is None:
        yield word("explaining", language) + colon + line
    rule = load_rules(layout).get(finding.rule) if layout is not None and finding.rule is not None else None
    if rule is not None:
        yield word("basis", language) + colon + word("list-pause", language).join(cite(b, language) for b in rule.basis)
    yield f"[{finding.code}]"
