"""Rules about statements: what running text says of cells, held against the cells."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

from govreport import resources
from govreport.findings import Finding, Severity, cut
from govreport.form.roles import unit_of
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Sheet
from govreport.rules.voices import YEAR
from govreport.statements.comparing import Sums, fits_in_other_unit
from govreport.statements.parts import excesses
from govreport.statements.reading import Judged, statement
from govreport.statements.records import Statement, Weighed
from govreport.statements.report import judge_members
from govreport.statements.vocabulary import load_vocabulary


def ask_statements(sheet: Sheet, ignored: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Yield what the texts of a report say otherwise than its tables. Rules that are ignored are not asked at all.

    Words that name a year mean nothing without the year of the report: where that is unknown, none is asked.
    """
    asked = [instance for instance in stated(sheet.layout.id) if instance.rule.id not in ignored]
    if not asked or sheet.unknown.touches(YEAR) or not resources.holds(f"{sheet.layout.id}/statements.json"):
        return
    sums = sums_of(sheet)
    judged = judge_members(sheet.members, sums)
    for one in judged:
        if one.verdict == "contradicts":
            of = _asked_of(one, sums)
            cell = one.told.attached.readings[0].cells[0]
            found = statement(one, sums)
            yield from _findings(asked, of, cell, sheet, one, _parameters(found))
    if any(instance.rule.of == "parts" for instance in asked):
        for excess in excesses(judged, load_vocabulary(sheet.layout.id)):
            cell = excess.whole.told.attached.readings[0].cells[0]
            whole = statement(excess.whole, sums)
            parts = tuple(statement(part, sums) for part in excess.parts)
            said = {
                **_place(whole),
                "end": max(s.end for s in (whole, *parts)),
                "parts": tuple(part.figure for part in parts),
                "sum": _number(excess.sum),
            }
            said["quote"] = cut(_text(sheet, whole.pointer)[said["start"] : said["end"]])
            yield from _findings(asked, "parts", cell, sheet, excess.whole, said)


@cache
def stated(layout: str) -> tuple[Instance, ...]:
    """Return the rules about statements of a layout."""
    return tuple(i for i in load_instances(layout) if i.rule.kind == "stated")


def sums_of(sheet: Sheet) -> Sums:
    """Return the figures of a sheet, ready to be added up."""
    return Sums(
        figure=sheet.figures.__getitem__,
        undivided=sheet.undivided,
        covered=sheet.covered,
        unit=lambda cell: unit(sheet, cell),
    )


def unit(sheet: Sheet, pointer: str) -> str | None:
    """Return the unit of an amount: the one printed beside it, else that of the form."""
    cell = sheet.layout.cells[pointer]
    place = unit_of(cell)
    beside: str | None = sheet.member(place.pointer) if place is not None else None
    return beside or cell.unit


def _asked_of(judged: Judged, sums: Sums) -> Literal["figure", "percentage", "unit"]:
    """Return which rules speak of a contradiction; an amount that only its unit makes wrong is about units."""
    told = judged.told.attached
    if told.kind == "percentage":
        return "percentage"
    is_off = any(fits_in_other_unit(told.value, reading, sums) for reading in told.readings)
    return "unit" if told.kind == "amount" and is_off else "figure"


def _findings(
    asked: Sequence[Instance], of: str, cell: str, sheet: Sheet, judged: Judged, parameters: Mapping[str, Any]
) -> Iterator[Finding]:
    for instance in asked:
        if instance.rule.of == of and cell in instance.places:
            severity = Severity.INFO if is_of_other_scope(sheet.members, judged) else instance.rule.severity
            yield Finding(
                code=instance.rule.id, rule=instance.rule.id, severity=severity, pointer=cell, parameters=parameters
            )
            return


def is_of_other_scope(members: Mapping[str, Any], judged: Judged) -> bool:
    """Tell whether the words count another scope than the report: its own office only, or the whole area."""
    scope = judged.told.attached.scope
    declared = members.get("scope", {}).get("kind")
    if declared is not None:
        return scope == ("whole-area" if declared == "own" else "own-office")
    name = members.get("organ", {}).get("name")
    if name is None:
        # Of an unknown organ nobody can tell.
        return scope != "table"
    # An office reports of itself; in any other report it is somebody else.
    return scope == "own-office" and not is_office(name)


def is_office(name: str) -> bool:
    """Tell whether an organ is the office of a government, by its name."""
    return name.endswith(tuple(resources.read("statements/words.json")["offices"]))


def _place(found: Statement) -> dict[str, Any]:
    return {
        "quote": cut(found.quote),
        # What is said in words is not told again in them: 正文说0（“未因信息公开引发行政复议”）.
        "figure": "0" if found.kind == "zero" else cut(found.figure),
        "text": found.pointer,
        "start": found.start,
        "end": found.end,
    }


def _parameters(found: Statement) -> Mapping[str, Any]:
    readings = tuple(_reading(w) for w in found.weighed)
    return {
        **_place(found),
        "figure_start": found.figure_start,
        "figure_end": found.figure_end,
        "value": _number(found.value),
        "expected": tuple(dict.fromkeys(r["expected"] for r in readings)),
        "readings": readings,
        "scope": found.scope,
    }


def _reading(weighed: Weighed) -> dict[str, Any]:
    reading = weighed.reading
    expected = _number(weighed.sum)
    if weighed.base:
        expected = f"{_number(weighed.sum)}/{_number(weighed.base)}"
    return {
        "cells": reading.cells,
        "minus": reading.minus,
        "base": reading.base,
        "relation": reading.relation,
        "sum": _number(weighed.sum),
        "blanks": weighed.blanks,
        "expected": str(expected) if not weighed.blanks else f"≥{expected}",
    }


def _number(value: Any) -> Any:
    """Return a whole number as such, others as exact decimals."""
    return int(value) if value is not None and value == value.to_integral_value() else value


def _text(sheet: Sheet, pointer: str) -> str:
    value: Any = sheet.members
    for name in pointer.split("/")[1:]:
        value = value[int(name)] if isinstance(value, list | tuple) else value[name]
    assert isinstance(value, str)
    return value
