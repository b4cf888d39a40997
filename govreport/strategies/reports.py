"""Valid reports: no error and no warning in them, only remarks about blanks where there are some."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from govreport import resources
from govreport.form.layout import Node, load_layout
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.pointers import put, top_of, value_at
from govreport.rules.comparing import derive
from govreport.rules.data import load_instances
from govreport.rules.sheet import Figure
from govreport.strategies.figures import figures, met
from govreport.strategies.gaps import gaps, notes
from govreport.strategies.members import member_of, some_of
from govreport.strategies.texts import mended, texts

_ABOUT_PLACES = ("marks", "undivided", "notes", "explanations")


def reports(layout: str | None = None) -> st.SearchStrategy[Report]:
    """Return a strategy for valid reports in `layout`, or in any layout.

    Tables balance by construction; figures are zeros, small, or of up to eight digits; optional members,
    blanks, marks and undivided figures come and go; texts hold full-width forms and rare characters.
    `validate` finds no error and no warning in any of them. Shrinks to the report without optional
    members whose figures are all 0. Raises KeyError for a layout that is not registered.
    """
    return decoded_reports(layout).map(structure)


def decoded_reports(layout: str | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for the same reports as JSON values: what decoding their documents gives."""
    if layout is not None:
        load_layout(layout)
        return members(layout)
    return st.sampled_from(resources.layouts()).flatmap(members)


@st.composite
def members(
    draw: st.DrawFn,
    layout: str,
    *,
    fixed: Mapping[str, Any] | None = None,
    given: Mapping[str, int] | None = None,
    whole: bool = False,
) -> dict[str, Any]:
    """Draw the members of a valid report in the order of the schema.

    `fixed` gives the values of members outside the tables, by pointer, and `given` the figures of cells that
    the layout's plan leaves free; a report that is `whole` has a figure in every cell.
    """
    form = load_layout(layout)
    about = dict(_about(draw, layout, fixed or {}))
    found = draw(figures(layout, about, given))
    telling: dict[str, Any] = {}
    if not whole and draw(st.booleans()):
        found, telling = draw(gaps(layout, found))
    if draw(st.booleans()):
        telling["notes"] = draw(notes(layout))
    about.update((name, entries) for name, entries in telling.items() if entries)
    tables = {table.name: _filled(draw, layout, table, found) for table in form.tables}
    everything = {**about, **tables}
    return {node.name: everything[node.name] for node in form.root.children if node.name in everything}


def _about(draw: st.DrawFn, layout: str, fixed: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the members of a report other than its tables and what is said of their cells."""
    form = load_layout(layout)
    year: int = fixed["/year"] if "/year" in fixed else draw(years(layout))
    nodes = [node for node in form.root.children if node.axis is None and node.name not in _ABOUT_PLACES]
    optional = tuple(node.name for node in nodes if not node.required)
    wanted = {top_of(pointer) for pointer in fixed}
    chosen = {node.name for node in nodes if node.required}.union(draw(some_of(optional)), wanted)
    known = {**fixed, "/layout": layout, "/year": year}
    about: dict[str, Any] = {}
    for node in nodes:
        if node.pointer in known:
            about[node.name] = known[node.pointer]
        elif node.name in chosen:
            value = draw(texts() if node.kind == "section" else member_of(layout, node.pointer))
            organ = fixed.get("/organ/name", about.get("organ", {}).get("name"))
            about[node.name] = mended(value, layout, node.pointer, year, organ) if isinstance(value, str) else value
    for pointer, value in fixed.items():
        put(about, pointer, value)
    for pointer in _dates(layout):
        if pointer not in fixed:
            _set_date(draw, layout, about, pointer)
    return about


def years(layout: str) -> st.SearchStrategy[int]:
    """Return a strategy for the years that the rules of a layout expect of its reports."""
    schema = load_layout(layout).schema["properties"]["year"]
    low, high = schema["minimum"], schema["maximum"]
    for instance in load_instances(layout):
        if instance.at == "/year" and instance.rule.value is not None and not instance.rule.asks_the_year:
            limit = int(instance.rule.value)
            low, high = (max(low, limit), high) if instance.rule.relation == ">=" else (low, min(high, limit))
    return st.integers(low, high)


@cache
def _dates(layout: str) -> tuple[str, ...]:
    """Return the places of dates that a rule compares with the year."""
    nodes = load_layout(layout).nodes
    compared = (instance.at for instance in load_instances(layout) if instance.rule.kind == "compare")
    return tuple(dict.fromkeys(pointer for pointer in compared if nodes[pointer].kind == "date"))


def _set_date(draw: st.DrawFn, layout: str, about: dict[str, Any], pointer: str) -> None:
    """Give a date that is there a value that its rules allow."""
    if value_at(about, pointer) is None:
        return
    first, last = date(about["year"], 1, 1), date(about["year"] + 1, 12, 31)
    for instance in load_instances(layout):
        if instance.at == pointer and met(instance, about):
            limit = date.fromisoformat(derive(instance.rule.value or "", about["year"]))
            first = first if instance.rule.relation == "<=" else max(first, limit)
            last = last if instance.rule.relation == ">=" else min(last, limit)
    put(about, pointer, (first + timedelta(draw(st.integers(0, (last - first).days)))).isoformat())


def _filled(draw: st.DrawFn, layout: str, node: Node, found: Mapping[str, Figure]) -> dict[str, Any]:
    """Return the members of a table or group: the figures of its cells, and what else stands in it."""
    members: dict[str, Any] = {}
    for child in node.children:
        if child.children:
            members[child.name] = _filled(draw, layout, child, found)
        elif child.pointer in found:
            members[child.name] = found[child.pointer]
        elif child.required or draw(st.booleans()):
            members[child.name] = draw(_right_member(layout, child.pointer))
    return members


@cache
def _right_member(layout: str, pointer: str) -> st.SearchStrategy[Any]:
    """Return a strategy for a member beside cells; where a rule wants one value, it is that."""
    rules = [instance.rule for instance in load_instances(layout) if instance.at == pointer]
    wanted = [rule.value for rule in rules if rule.kind == "compare" and not rule.asks_the_year]
    return st.just(wanted[0]) if wanted else member_of(layout, pointer)
