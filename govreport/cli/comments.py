"""Findings as comments in the document that they are about: what is said, and where."""

from collections.abc import Iterable, Iterator

from govreport.cli.language import say
from govreport.cli.limits import advise
from govreport.cli.writers.wording import hint, place_of
from govreport.documents.marking.comment import Comment
from govreport.documents.paper import Evidence
from govreport.documents.wording.explaining import line_for
from govreport.documents.wording.finding_words import words_of
from govreport.findings import Finding
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.messages import word
from govreport.rules.data import load_rules


def comments(findings: Iterable[Finding], layout: str | None, language: str) -> Iterator[Comment]:
    """Yield a comment for each finding at its place; one that holds words against a cell stands at both."""
    for finding in findings:
        lines = tuple(_lines(finding, layout, language))
        printed = finding.parameters.get("evidence")
        place = Evidence(**printed) if printed is not None else None
        quote = words_of(finding)
        # The words stand in a text; where the place is a cell, it is that with which they are compared.
        if finding.parameters.get("quote") and layout is not None and not _is_text(finding.pointer, layout):
            yield Comment(place=place, lines=lines)
            place = None
        yield Comment(place=place, lines=lines, quote=quote)


def _is_text(pointer: str, layout: str) -> bool:
    node = load_layout(layout).nodes.get(pointer)
    return node is not None and node.kind == "section"


def _lines(finding: Finding, layout: str | None, language: str) -> Iterator[str]:
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
