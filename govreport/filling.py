"""Reports out of forms on the screen: texts by their places, as a browser posts them, and what is wrong by place, too.

A text is read as a printed cell is: a blank is no figure, full-width digits are digits, a dash or 不适用 is a mark.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.documents.text import narrow, trim
from govreport.documents.wording.cells import read_cell
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity, cut
from govreport.form.layout import Layout, Node, load_layout
from govreport.model import codec
from govreport.model.registry import Report
from govreport.pointers import join, tokens
from govreport.results import Result
from govreport.validation.exact import examine_value

Place = tuple[str | int, ...]
# No figure of any member has as many digits, and Python makes no number of thousands.
_MOST_DIGITS = 40
_STRUCTURE = frozenset(
    {
        "missing-member",
        "unknown-member",
        "wrong-type",
        "wrong-form",
        "wrong-length",
        "not-allowed-value",
        "out-of-range",
        "negative-figure",
        "fractional-count",
        "too-many-decimals",
        "unknown-layout",
    }
)


@attrs.frozen(kw_only=True)
class Filled:
    """What became of a form: the report, None where a text is none of its place; and all that was found in it."""

    report: Report | None
    result: Result

    def messages(self, language: str = "zh") -> Mapping[str, tuple[str, ...]]:
        """Return what was found, each sentence under the pointer of the member that it is about."""
        return _by_place(self.result.findings, language)

    def errors(self, language: str = "zh") -> Mapping[str, tuple[str, ...]]:
        """Return what keeps the form from being a report, as `messages` does; nothing where it is one."""
        return _by_place((f for f in self.result.findings if f.code in _STRUCTURE), language)


def fill(values: Mapping[str, str], *, layout: str | None = None) -> Filled:
    """Return the report that texts make, in a layout, which may stand among them: `{"layout": "2021", ...}`.

    A place is a pointer (`/requests/natural_person/received`) or its names with points between them; items of lists
    have their numbers, from 0. What is not given is blank: a cell without a figure, a section without text, or no such
    member. A blank text is the same. Raises ValueError where the layout is none of a report.
    """
    posted = {_pointer(name): text for name, text in values.items()}
    layout = layout or trim(posted.get("/layout", ""))
    if layout not in resources.layouts():
        raise ValueError(f"layout must be one of {', '.join(resources.layouts())}")
    posted["/layout"] = layout
    form = load_layout(layout)
    filling = _Filling(form)
    for pointer, text in posted.items():
        filling.take(pointer, text)
    members = filling.members()
    found = examine_value(members)
    own = {finding.pointer for finding in filling.findings}
    rest = tuple(f for f in found.findings if f.code not in _STRUCTURE or _place_of(f) not in own)
    findings = sorted((*filling.findings, *rest), key=lambda finding: form.order(finding.pointer))
    return Filled(
        report=None if filling.findings else _report(members),
        result=Result(layout=found.layout, findings=tuple(findings), repairs=found.repairs),
    )


class _Filling:
    """Takes text after text to its place."""

    def __init__(self, form: Layout) -> None:
        self.findings: list[Finding] = []
        self._form = form
        self._values: dict[Place, Any] = {}
        self._marks: list[dict[str, str]] = []

    def take(self, pointer: str, text: str) -> None:
        """Put a text to its place, or say why it is none there."""
        place = _place(self._form, pointer)
        if place is None:
            name = cut(pointer.rpartition("/")[2])
            self._refuse("unknown-member", pointer, member=name)
        elif pointer in self._form.cells:
            self._take_figure(self._form.cells[pointer], place, text)
        else:
            self._take_other(place, pointer, text, self._form.schema_at(place))

    def members(self) -> dict[str, Any]:
        """Return the members of the report, in the order of the schema."""
        values = {**_blank(self._form.id), **self._values}
        behind = (
            max((place[1] for place in values if place[0] == "marks" and isinstance(place[1], int)), default=-1) + 1
        )
        values |= {("marks", number): mark for number, mark in enumerate(self._marks, behind)}
        nested: dict[Any, Any] = {}
        for place, value in values.items():
            within = nested
            for step in place[:-1]:
                within = within.setdefault(step, {})
            within[place[-1]] = value
        members: dict[str, Any] = _in_order(nested, self._form.schema, self._form)
        return members

    def _take_figure(self, node: Node, place: Place, text: str) -> None:
        printed = read_cell(text, node.kind)
        value = printed.value if printed.mark is None else _unfitting(text, node)
        if printed.remark is not None or (printed.mark in ("illegible", "ambiguous") and value is None):
            self._refuse("wrong-form", node.pointer, found=cut(text))
            self._marks.append({"pointer": node.pointer, "mark": "illegible"})
            return
        self._values[place] = value
        if printed.mark not in (None, "blank", "illegible"):
            self._marks.append({"pointer": node.pointer, "mark": str(printed.mark), "printed": trim(text)})
        unit = (*place[:-1], "unit")
        if printed.unit is not None and printed.unit != node.unit and self._form.schema_at(unit):
            self._values.setdefault(unit, printed.unit)

    def _take_other(self, place: Place, pointer: str, text: str, schema: Mapping[str, Any]) -> None:
        plain = trim(text)
        types = schema.get("type", ())
        if "properties" in schema or "array" in types or "object" in types:
            self._refuse("wrong-form", pointer, found=cut(text))
        elif "integer" in types:
            digits = narrow(plain)
            if digits.isdecimal() and len(digits) <= _MOST_DIGITS:
                self._values[place] = int(digits)
            elif plain:
                self._refuse("wrong-form", pointer, found=cut(text))
        elif plain:
            # A browser ends lines by two characters.
            self._values[place] = plain.replace("\r\n", "\n")

    def _refuse(self, code: str, pointer: str, **parameters: str) -> None:
        self.findings.append(Finding(code=code, severity=Severity.ERROR, pointer=pointer, parameters=parameters))


def _pointer(name: str) -> str:
    return name if name.startswith("/") else join(name.split("."))


def _place(form: Layout, pointer: str) -> Place | None:
    """Return the steps to a place that the layout knows, numbers for items of lists; None where it knows none."""
    place: Place = ()
    for token in tokens(pointer):
        schema = form.schema_at(place)
        if schema.get("type") == "array":
            if not (token.isascii() and token.isdecimal() and len(token) <= len(str(schema["maxItems"]))):
                return None
            place = (*place, int(token))
        elif token in schema.get("properties", {}):
            place = (*place, token)
        else:
            return None
    return place or None


def _unfitting(text: str, node: Node) -> int | Decimal | None:
    """Return a figure that is none of its cell, such as a negative count, for the structure to say why; else None."""
    digits = narrow(trim(text))
    if digits.isdecimal() and len(digits) <= _MOST_DIGITS:
        return int(digits)
    return next((found for kind in ("change", "amount") if (found := read_cell(text, kind).value) is not None), None)


@cache
def _blank(layout: str) -> Mapping[Place, Any]:
    """Return the values of a report with nothing filled in: no figures, and no text in its sections."""
    form = load_layout(layout)
    rows = (node for table in form.tables for node in table.walk() if not node.children)
    blank: dict[Place, Any] = {tokens(node.pointer): None for node in rows if node.required or node.is_cell}
    sections = (node for node in form.root.children if node.required and node.is_section and not node.children)
    return {**blank, **{tokens(node.pointer): "" for node in sections}}


def _in_order(nested: Mapping[Any, Any], schema: Mapping[str, Any], form: Layout, place: Place = ()) -> Any:
    """Return nested values as objects in the order of the schema and as lists."""
    if schema.get("type") == "array":
        items = [nested[number] for number in sorted(nested)]
        return [_ordered(item, form, (*place, 0)) for item in items]
    names = sorted(nested, key=list(schema.get("properties", {})).index)
    return {name: _ordered(nested[name], form, (*place, name)) for name in names}


def _ordered(value: Any, form: Layout, place: Place) -> Any:
    return _in_order(value, form.schema_at(place), form, place) if isinstance(value, dict) else value


def _report(members: Mapping[str, Any]) -> Report | None:
    try:
        report: Report = codec.loads(codec.write(members))
    except InvalidReport:
        return None
    return report


def _place_of(finding: Finding) -> str:
    """Return the pointer of the member that a finding is about; one that is missing has none of its own."""
    if finding.code == "missing-member":
        return finding.pointer + join((finding.parameters["member"],))
    return finding.pointer


def _by_place(findings: Any, language: str) -> Mapping[str, tuple[str, ...]]:
    told: dict[str, list[str]] = {}
    for finding in findings:
        told.setdefault(_place_of(finding), []).append(finding.message(language))
    return {place: tuple(messages) for place, messages in told.items()}
