"""The exact path: it decides every document that the gate does not accept, and explains it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govreport import resources
from govreport.findings import Finding, Repair, Severity, cut
from govreport.form.layout import Layout, load_layout
from govreport.given import NOTHING, Given
from govreport.pointers import value_at
from govreport.repairs.mending import mend
from govreport.results import Result
from govreport.rules.engine import evaluate, explained
from govreport.rules.masking import masked
from govreport.rules.outside import Outside, nothing
from govreport.rules.relations import differences
from govreport.rules.sheet import Sheet, read_sheet
from govreport.validation.decoding import Decoded, decode
from govreport.validation.gate import Judged, declared_layout
from govreport.validation.locating import Lines, Places, locate, placed
from govreport.validation.one_defect import one_defect
from govreport.validation.places import NOWHERE
from govreport.validation.references import check_references, stale
from govreport.validation.salvaging import salvage
from govreport.validation.structure import check_structure, type_name
from govreport.validation.values import plain
from govreport.validation.worded import worded_sheet

# What was left undone is said after what was found.
_LAST = "rules-not-checked"


def examine(
    data: bytes,
    structure_is_sound: bool = False,
    ignored: frozenset[str] = frozenset(),
    given: Given = NOTHING,
    outside: Outside = nothing,
) -> Result:
    """Return the result for one JSON document. What is `given` counts, whatever the document says.

    `structure_is_sound` is what the gate has proven of text and structure: it spares proving them again. Of the
    `ignored` rules those about statements are not asked. `outside` asks the rules between documents.
    """
    decoded = decode(data, text_is_sound=structure_is_sound)
    defects = tuple(_textual(decoded))
    if not decoded.is_readable:
        return Result(findings=defects)
    value = decoded.value
    if given is not NOTHING and isinstance(value, Mapping) and value.get("layout") in resources.layouts():
        value = given.fill(value)
    layout, findings, repairs = _examine_value(
        value, structure_is_sound, ignored, outside, may_hold_decimals=decoded.may_hold_decimals
    )
    located = locate(findings, decoded, data)
    return Result(layout=_id(layout), findings=_in_order(layout, (*defects, *located)), repairs=repairs)


def examine_judged(data: bytes, judged: Judged, ignored: frozenset[str] = frozenset()) -> Result:
    """Return the result for one JSON document that counts alone and that the gate has judged, but not found clean.

    What the gate knows of it spares most of the work where sums alone may be wrong, and one place of the structure.
    """
    if judged.decoded is not None:
        sheet = worded_sheet(judged.decoded, ignored, lambda: decode(data, text_is_sound=True).value)
        if sheet is not None:
            return _of_sums(sheet, Places(data, sheet.layout.id), ignored)
    elif judged.refusal and (defect := one_defect(data, judged.refusal, ignored)) is not None:
        if defect.sheet is not None:
            return _of_sums(defect.sheet, defect.places, ignored, (defect.finding,))
        return Result(layout=declared_layout(data), findings=placed((defect.finding,), defect.places))
    return examine(data, judged.decoded is not None, ignored)


def _of_sums(sheet: Sheet, places: Places, ignored: frozenset[str], before: tuple[Finding, ...] = ()) -> Result:
    """Return the result for a document in which `before` was found, and nothing else but by sums and statements."""
    known = differences(sheet)
    findings, repairs = mend(sheet, evaluate(sheet, ignored, known, words_hold=True), known, ignored)
    located = placed((*before, *findings), places)
    return Result(layout=sheet.layout.id, findings=_in_order(sheet.layout, located), repairs=repairs)


def read(data: bytes, among: tuple[str, ...] | None = None) -> tuple[Any, Result]:
    """Return the decoded document, and what is wrong with its text and structure alone.

    `among` are the layouts that it may declare, any that is known unless given.
    """
    decoded = decode(data)
    defects = tuple(_textual(decoded))
    if not decoded.is_readable:
        return None, Result(findings=defects)
    layout, findings = _declared(decoded.value, resources.documents() if among is None else among)
    if layout is not None:
        findings = check_structure(layout, decoded.value, decoded.may_hold_decimals)
    located = locate(findings, decoded, data)
    return decoded.value, Result(layout=_id(layout), findings=_in_order(layout, (*defects, *located)))


def examine_value(
    value: Mapping[str, Any],
    ignored: frozenset[str] = frozenset(),
    *,
    structure_is_sound: bool = False,
    outside: Outside = nothing,
) -> Result:
    """Return the result for a document given as Python values; its findings have no line and column.

    Where it is known that the `structure_is_sound`, it is not checked again.
    """
    refused: list[Finding] = []
    decoded = plain(value, refused)
    layout, findings, repairs = _examine_value(decoded, structure_is_sound, ignored, outside, refused)
    return Result(layout=_id(layout), findings=_in_order(layout, (*refused, *findings)), repairs=repairs)


def examine_sheet(sheet: Sheet) -> Result:
    """Return the result for a document whose structure is sound, given as its sheet; nothing is read again."""
    findings, repairs = _ask(sheet, frozenset(), nothing)
    return Result(layout=sheet.layout.id, findings=_in_order(sheet.layout, findings), repairs=repairs)


def _examine_value(
    value: Any,
    structure_is_sound: bool,
    ignored: frozenset[str],
    outside: Outside,
    refused: Sequence[Finding] = (),
    may_hold_decimals: bool = True,
) -> tuple[Layout | None, tuple[Finding, ...], tuple[Repair, ...]]:
    """Return the layout of a value, what is found in it, and the repairs.

    `refused` was found before: what stood at its places was no JSON, and null has taken its place.
    """
    layout, findings = _declared(value, resources.documents())
    if layout is None:
        return None, (*findings, Finding(code=_LAST, severity=Severity.INFO)), ()
    departures = () if structure_is_sound else check_structure(layout, value, may_hold_decimals)
    unfit = [finding for finding in refused if value_at(value, finding.pointer, NOWHERE) is None]
    if not departures and not unfit:
        return layout, *_ask(read_sheet(layout, value), ignored, outside)
    salvaged = salvage(layout, value, (*departures, *unfit))
    found, repairs = _ask(salvaged.sheet, ignored, outside)
    return layout, (*departures, *salvaged.without_entries(found)), repairs


def _ask(sheet: Sheet, ignored: frozenset[str], outside: Outside) -> tuple[tuple[Finding, ...], tuple[Repair, ...]]:
    """Return what references and rules find in a document, or in what is sound of it, and the repairs."""
    layout, members = sheet.layout, sheet.members
    answer = outside(sheet)
    known = differences(sheet)
    found_by_rules, repairs = mend(sheet, evaluate(sheet, ignored, known), known, ignored, answer.witnesses)
    found = (*found_by_rules, *explained(answer.findings, sheet))
    told = masked(found, layout.id, members)
    needless = stale(sheet, (*found, *told), ignored, answer.asked)
    about = masked((*check_references(layout, members), *needless), layout.id, members)
    return (*about, *told), repairs


def _declared(value: Any, among: tuple[str, ...]) -> tuple[Layout | None, tuple[Finding, ...]]:
    """Return the layout that a document declares, or a finding that it declares none of those it may."""
    if not isinstance(value, Mapping):
        parameters = {"expected": ("object",), "found": type_name(value)}
        return None, (Finding(code="wrong-type", severity=Severity.ERROR, parameters=parameters),)
    name = value.get("layout")
    if isinstance(name, str) and name in among:
        return load_layout(name), ()
    found = "nothing" if "layout" not in value else name if isinstance(name, str) else type_name(name)
    return None, (
        Finding(
            code="unknown-layout",
            severity=Severity.ERROR,
            pointer="/layout" if "layout" in value else "",
            parameters={"found": cut(found), "allowed": among},
        ),
    )


def _id(layout: Layout | None) -> str | None:
    return None if layout is None else layout.id


def _textual(decoded: Decoded) -> Iterator[Finding]:
    """Yield the defects of a text as findings."""
    lines = None if decoded.text is None or not decoded.defects else Lines(decoded.text)
    for defect in decoded.defects:
        line, column = (None, None) if lines is None else lines.line_and_column(defect.offset)
        yield Finding(
            code=defect.code,
            severity=Severity.ERROR,
            pointer=defect.pointer,
            parameters=defect.parameters,
            line=line,
            column=column,
        )


def _in_order(layout: Layout | None, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of print, whatever the order of members in the document."""
    if layout is None or len(findings) < 2:
        return tuple(findings)
    return tuple(sorted(findings, key=lambda f: (f.code == _LAST, layout.order(f.pointer), f.severity.rank, f.code)))
