"""A report held against the same organ's report of the year before, and against the one that it corrects."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from govreport.between.data import YearsRule, counterparts, load_rules
from govreport.between.growth import WrongChange, wrong_changes
from govreport.between.recalled import wrongly_recalled
from govreport.between.scopes import are_alike
from govreport.between.texts import fewest, repetition
from govreport.conversion.convert import carry
from govreport.errors import NoConversion
from govreport.findings import Finding, Severity, Witness, cut
from govreport.rules.arithmetic import Term, Verdict, settle, terms_of
from govreport.rules.sheet import Figure, Sheet, read_sheet
from govreport.rules.stated import sums_of, unit
from govreport.statements.reading import Judged
from govreport.statements.records import Statement
from govreport.statements.report import judge_members

Members = Mapping[str, Any]
_YUAN = {"yuan": 1, "ten_thousand_yuan": 10_000}


@attrs.frozen(kw_only=True, slots=False)
class _Pair:
    """This year's report and last year's, whose figures are brought to the layout of this year's."""

    sheet: Sheet
    before: Sheet
    members: Members = attrs.field(repr=False)

    @cached_property
    def wrong_changes(self) -> tuple[WrongChange, ...]:
        """What the texts tell otherwise than the two reports of how figures have changed."""
        return tuple(wrong_changes(self._judged, self.sheet, self.before, self._known))

    @cached_property
    def wrongly_recalled(self) -> tuple[Statement, ...]:
        """What the texts tell of the year before otherwise than its report."""
        return tuple(wrongly_recalled(self._judged, self.sheet, self.before, self._known))

    @cached_property
    def _judged(self) -> Sequence[Judged]:
        """The figures of the texts; none where one of the reports counts an office alone, and the other more."""
        if not are_alike(self.sheet, self.before):
            return ()
        return judge_members(self.sheet.members, sums_of(self.sheet))

    @property
    def _known(self) -> frozenset[str]:
        return counterparts(self.members["layout"], self.sheet.layout.id)

    @property
    def told(self) -> dict[str, Any]:
        """What every finding says of last year's report."""
        return {"year_before": self.members["year"]}


def against_last_year(sheet: Sheet, before: Members) -> Iterator[Finding]:
    """Yield what a report says otherwise than the decoded members of last year's report, which must be sound."""
    pair = _Pair(sheet=sheet, before=_brought(before, sheet), members=before)
    for rule in load_rules(sheet.layout.id, before["layout"]):
        if rule.kind in _ASK:
            yield from _ASK[rule.kind](rule, pair)


def witnesses_of(sheet: Sheet, before: Members) -> tuple[Witness, ...]:
    """Return what last year's report, which must be sound, says of the figures of this year's: one for each equation.

    None where a figure of last year is blank, or a cell of this year cannot be read, nor where this report explains
    why it does not follow.
    """
    last = _brought(before, sheet)
    explained = {(entry["rule"], entry["pointer"]) for entry in sheet.members.get("explanations", ())}
    found = []
    for rule in load_rules(sheet.layout.id, before["layout"]):
        figures = [term.figure for term in terms_of(rule.before, last)]
        is_known = None not in figures and sheet.doubtful.isdisjoint(rule.left + rule.right)
        if rule.kind == "equation" and is_known and (rule.id, rule.at) not in explained:
            value = int(sum(figure or 0 for figure in figures))
            source, year = rule.before[0], before["year"]
            found.append(Witness(cells=rule.left, minus=rule.right, value=value, source=source, year=year))
    return tuple(found)


def against_superseded(sheet: Sheet, earlier: Members) -> Iterator[Finding]:
    """Yield a finding where a corrected report has the same figures as the one that it names as replaced."""
    for rule in load_rules(sheet.layout.id, earlier["layout"]):
        if rule.kind == "corrected" and not sheet.unread and _brought(earlier, sheet).row == sheet.row:
            texts = [n.pointer for n in sheet.layout.root.children if n.kind == "section"]
            changed = tuple(p for p in texts if sheet.member(p) != earlier.get(p[1:]))
            severity = Severity.INFO if changed else rule.severity
            yield _finding(rule, severity=severity, sections=changed)


def _brought(before: Members, sheet: Sheet) -> Sheet:
    """Return the sheet of a report in the layout of another; without a conversion, one without figures."""
    try:
        members, _ = carry({**before}, sheet.layout.id)
    except NoConversion:
        members = {**sheet.members, "marks": [], "undivided": []}
        blank: tuple[Figure, ...] = (None,) * len(sheet.row)
        return attrs.evolve(
            sheet, members=members, row=blank, blank=tuple(sheet.layout.cells), undivided={}, covered={}
        )
    return read_sheet(sheet.layout, members)


def _ask_equation(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    left = tuple(terms_of(rule.left, pair.sheet))
    right = tuple(terms_of(rule.right, pair.sheet))
    before = tuple(terms_of(rule.before, pair.before))
    weighing = settle(rule.instance, left, (*right, *before))
    if weighing.verdict is Verdict.HOLDS:
        return
    sides = (("left", left), ("right", right), ("before", before))
    parameters: dict[str, Any] = {
        "left": weighing.left_sum,
        "right": weighing.right_sum,
        "difference": abs(weighing.left_sum - weighing.right_sum),
        "cells": tuple(_cell(term, side) for side, terms in sides for term in terms),
        "blanks": tuple(term.pointer for term in (*left, *right) if term.figure is None),
        "blanks_before": tuple(term.pointer for term in before if term.figure is None),
        **pair.told,
    }
    if weighing.verdict is Verdict.OPEN:
        yield Finding(
            code="years-undetermined",
            rule=rule.id,
            severity=Severity.INFO,
            pointer=rule.at,
            parameters={"rule": rule.id, **parameters},
        )
        return
    actual = pair.sheet.figure(rule.at)
    lacking = weighing.right_sum - weighing.left_sum
    yield _finding(rule, **parameters, expected=int(actual or 0) + lacking, actual=actual)


def _ask_leap(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    now, before = (_in_yuan(sheet, rule.at) for sheet in (pair.sheet, pair.before))
    if now is not None and before and now >= before * rule.times:
        figures = (sheet.figure(rule.at) for sheet in (pair.sheet, pair.before))
        found, expected = (str(figure) for figure in figures)
        yield _finding(rule, found=found, before=expected, times=int(now / before), **pair.told)


def _ask_same(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    """Yield a finding where a table has the same figures as last year, and enough of them for that to be no chance."""
    below = rule.at + "/"
    # What a conversion leaves blank is no figure that is the same.
    if pair.members["layout"] != pair.sheet.layout.id or pair.sheet.unknown.touches(rule.at):
        return
    cells = [cell for cell in pair.sheet.layout.cells if cell.startswith(below)]
    figures = [pair.sheet.figure(cell) for cell in cells]
    telling = sum(1 for figure in figures if figure)
    if telling >= rule.least and figures == [pair.before.figure(cell) for cell in cells]:
        yield _finding(rule, figures=telling, **pair.told)


def _ask_repeated(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    text, before = pair.sheet.member(rule.at), pair.members.get(rule.at[1:])
    if not isinstance(text, str) or not isinstance(before, str):
        return
    found = repetition(text, before)
    if found.characters < fewest() or found.percent < rule.told:
        return
    yield _finding(
        rule,
        severity=rule.severity if found.percent >= rule.share else Severity.INFO,
        percent=found.percent,
        alike=found.alike,
        sentences=found.sentences,
        quote=cut(found.quote),
        **pair.told,
    )


def _ask_told_change(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    for wrong in pair.wrong_changes:
        if wrong.reading.cells[0] == rule.at:
            moved = wrong.now - wrong.before
            yield _finding(
                rule,
                **_words(wrong),
                before=wrong.before,
                now=wrong.now,
                direction=f"change-{'up' if moved > 0 else 'down' if moved else 'none'}",
                difference=wrong.difference,
                **pair.told,
            )


def _ask_told_figure(rule: YearsRule, pair: _Pair) -> Iterator[Finding]:
    for found in pair.wrongly_recalled:
        if found.readings[0].cells[0] == rule.at:
            expected = tuple(dict.fromkeys(int(weighed.sum or 0) for weighed in found.weighed))
            yield _finding(
                rule,
                **_words(found),
                value=int(found.value),
                expected=expected,
                **pair.told,
            )


def _words(told: WrongChange | Statement) -> dict[str, Any]:
    """Return which words of the report a finding is about."""
    return {"quote": cut(told.quote), "text": told.pointer, "start": told.start, "end": told.end}


def _finding(rule: YearsRule, severity: Severity | None = None, **parameters: Any) -> Finding:
    return Finding(
        code=rule.id, rule=rule.id, severity=severity or rule.severity, pointer=rule.at, parameters=parameters
    )


def _cell(term: Term, side: str) -> dict[str, Any]:
    return {"pointer": term.pointer, "side": side, "figure": term.figure}


def _in_yuan(sheet: Sheet, cell: str) -> Decimal | None:
    figure, worth = sheet.figure(cell), _YUAN.get(unit(sheet, cell) or "")
    return None if figure is None or worth is None else Decimal(figure) * worth


_ASK: Mapping[str, Callable[[YearsRule, _Pair], Iterator[Finding]]] = {
    "equation": _ask_equation,
    "leap": _ask_leap,
    "same": _ask_same,
    "repeated": _ask_repeated,
    "told_change": _ask_told_change,
    "told_figure": _ask_told_figure,
}
