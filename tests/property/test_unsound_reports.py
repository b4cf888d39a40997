"""A defect of structure takes away what the rules that ask for it say, and nothing else."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Finding, Severity, resources, validate
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.rules.data import Instance, load_instances, load_rules
from govreport.strategies import BrokenReport, broken_reports

from .changing import at, triples

STRUCTURE = next(group["codes"] for group in resources.read("codes.json")["groups"] if group["name"] == "structure")
OPEN = frozenset({"undetermined", "undetermined-together"})
# Values that no place of a report may hold.
_FOREIGN: tuple[Any, ...] = (True, [[]], {"": 0}, -(10**12), {"name": None})


@st.composite
def _damaged(draw: st.DrawFn) -> tuple[BrokenReport, dict[str, Any], str]:
    """Draw a report in which a rule fails, the same with one place of it lost or foreign, and that place."""
    broken = draw(broken_reports())
    report = unstructure(broken.report)
    places = [
        p for p in load_layout(report["layout"]).nodes if p not in ("", "/layout", "/$schema") and _is_there(report, p)
    ]
    # Of so many cells none stands for the others.
    rare = [place for place in places if place.count("/") < 3]
    place = draw(st.sampled_from(places) | st.sampled_from(rare))
    damaged = copy.deepcopy(report)
    holder, _, name = place.rpartition("/")
    if draw(st.booleans()) and _is_required(report["layout"], place):
        del at(damaged, holder)[name]
    else:
        at(damaged, holder)[name] = draw(st.sampled_from(_FOREIGN))
    return broken, damaged, place


def _is_there(report: dict[str, Any], place: str) -> bool:
    try:
        at(report, place)
    except (KeyError, TypeError):
        return False
    # Entries about the report are no places of the form; what is left of them when they go is the suite's matter.
    return place.split("/")[1] not in ("marks", "undivided", "notes", "explanations", "extensions")


def _is_required(layout: str, place: str) -> bool:
    return load_layout(layout).nodes[place].required


def _asked(instance: Instance) -> Iterator[str]:
    """Yield all places for which a rule asks: those of its cells and conditions, and the year by which it reckons."""
    yield from (instance.at, *instance.left, *instance.right)
    yield from (place for condition in instance.when for place in condition.at)
    yield from (place for e in instance.exempt for group in e.unless for c in group for place in c.at)
    # The name of the organ stands in for its kind and its level.
    yield from ["/organ/name"] if any("/organ/" in p for c in instance.when for p in c.at) else []
    yield from ["/year"] if instance.rule.value is not None or instance.rule.slips is not None else []
    # Whether an organ is another one, its own name says.
    yield from ["/organ/name"] if instance.rule.slips is not None else []
    # Whose year is odd, all who name one say.
    if instance.rule.voice is not None or instance.rule.echoes:
        yield from ("/year", "/title", "/preamble", "/overview", "/period", "/published")


def _are_apart(one: str, other: str) -> bool:
    return not f"{one}/".startswith(f"{other}/") and not f"{other}/".startswith(f"{one}/")


def _does_not_ask(layout: str, rule: str, pointer: str, place: str) -> bool:
    instances = [i for i in load_instances(layout) if i.rule.id == rule and i.at == pointer]
    assert instances
    return all(_are_apart(asked, place) for instance in instances for asked in _asked(instance))


def _of_rules(findings: tuple[Finding, ...]) -> set[tuple[str, str, Severity]]:
    return triples(f for f in findings if f.code not in STRUCTURE and f.code not in OPEN)


def _what_a_rule_finds_that_does_not_ask_for_a_lost_place_is_found_without_it(
    case: tuple[BrokenReport, dict[str, Any], str],
) -> None:
    broken, damaged, place = case
    found = _of_rules(validate(damaged).findings)
    layout = broken.report.layout
    lasting = {f for f in broken.findings if f[0] not in OPEN and _does_not_ask(layout, *f[:2], place)}
    assert lasting <= found


def _nothing_fails_for_want_of_a_lost_place(case: tuple[BrokenReport, dict[str, Any], str]) -> None:
    broken, damaged, place = case
    result = validate(damaged)
    assert "rules-not-checked" not in {finding.code for finding in result.findings}
    assert {finding.code for finding in result.findings} & set(STRUCTURE)
    # A rule behind another is asked where that one finds nothing any more, and so is one whose kind a name gives.
    rules = load_rules(broken.report.layout)
    new = {f for f in _of_rules(result.findings) - broken.findings if not rules[f[0]].after}
    assert {f for f in new if _does_not_ask(broken.report.layout, *f[:2], place)} == set()
    if not place.startswith("/organ"):
        assert new == set()


def _a_defect_is_told_once_and_no_lost_cell_for_a_blank(case: tuple[BrokenReport, dict[str, Any], str]) -> None:
    _, damaged, place = case
    for finding in validate(damaged).findings:
        if finding.code in ("table-blanks", "table-empty", "total-empty"):
            assert all(_are_apart(blank, place) for blank in finding.parameters["blanks"])


# Drawn once for all of these laws.
@given(case=_damaged())
def test_a_lost_place_takes_away_what_asks_for_it_and_nothing_else(
    case: tuple[BrokenReport, dict[str, Any], str],
) -> None:
    _what_a_rule_finds_that_does_not_ask_for_a_lost_place_is_found_without_it(case)
    _nothing_fails_for_want_of_a_lost_place(case)
    _a_defect_is_told_once_and_no_lost_cell_for_a_blank(case)


@given(broken=broken_reports(), data=st.data())
def test_a_member_that_no_layout_knows_changes_nothing_else(broken: BrokenReport, data: st.DataObject) -> None:
    report = unstructure(broken.report)
    holders = [
        n.pointer
        for n in load_layout(report["layout"]).nodes.values()
        if n.children and _is_there_or_top(report, n.pointer)
    ]
    at(report, data.draw(st.sampled_from(holders)))["unknown_to_all"] = data.draw(st.sampled_from(_FOREIGN))
    found = triples(validate(report).findings)
    assert {code for code, _, _ in found - broken.findings} == {"unknown-member"}
    assert broken.findings <= found


def _is_there_or_top(report: dict[str, Any], place: str) -> bool:
    return not place or _is_there(report, place)
