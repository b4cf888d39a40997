"""Our own library passes the conformance suite: exactly the findings of every case, and every verdict."""

from typing import Any

import attrs
import pytest

from govreport import Finding, Severity, convert, dumps, loads, restore, validate
from govreport.form.organs import infer
from govreport.rules.arithmetic import Term, settle
from govreport.rules.data import Instance, Rule
from tests.reports import changed

from .suite import Case, cases, document, text, written

DOCUMENTS = cases("structure", "unsound", "references", "rules", "blanks", "plans")


def _named(case: Case) -> str:
    return case.name


def _shape(finding: Finding) -> dict[str, Any]:
    """Return what a case says of every finding."""
    shape: dict[str, Any] = {"code": finding.code, "severity": finding.severity.value, "pointer": finding.pointer}
    if finding.code == "undetermined":
        shape["rule"] = finding.rule
    return shape if finding.explained is None else {**shape, "explained": True}


def _found(finding: Finding, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return a finding as a case would write it, with those parameters that the case asks for."""
    shape = _shape(finding)
    if "parameters" in wanted:
        shape["parameters"] = {name: _plain(finding.parameters.get(name)) for name in wanted["parameters"]}
    return shape


def _plain(value: Any) -> Any:
    """Return a parameter in a form that compares without regard to the order of a list."""
    return sorted(value) if isinstance(value, list | tuple) else value


def _wanted(finding: dict[str, Any]) -> dict[str, Any]:
    if "parameters" not in finding:
        return finding
    return {**finding, "parameters": {name: _plain(value) for name, value in finding["parameters"].items()}}


def assert_found(findings: tuple[Finding, ...], expected: list[dict[str, Any]]) -> None:
    """Assert that the findings are just the expected ones, in any order."""
    left = list(findings)
    missing = []
    for wanted in map(_wanted, expected):
        match = next((finding for finding in left if _found(finding, wanted) == wanted), None)
        if match is None:
            missing.append(wanted)
        else:
            left.remove(match)
    assert (missing, [{**_shape(f), "parameters": dict(f.parameters)} for f in left]) == ([], [])


@pytest.mark.parametrize("case", cases("lexical"), ids=_named)
def test_a_text_gives_just_its_findings(case: Case) -> None:
    assert_found(validate(text(case.data["input"])).findings, case.data["expected"])


@pytest.mark.parametrize("case", DOCUMENTS, ids=_named)
def test_a_document_gives_just_its_findings(case: Case) -> None:
    assert_found(validate(written(document(case.data["input"]))).findings, case.data["expected"])


@pytest.mark.parametrize(
    "case", [case for case in DOCUMENTS if isinstance(document(case.data["input"]), dict)], ids=_named
)
def test_a_decoded_document_gives_the_same_findings_as_its_text(case: Case) -> None:
    assert_found(validate(document(case.data["input"])).findings, case.data["expected"])


@pytest.mark.parametrize("case", cases("organs"), ids=_named)
def test_a_name_proves_its_kind_and_level(case: Case) -> None:
    found = infer(case.data["name"])
    assert (list(found.kinds), list(found.levels)) == (case.data["kinds"], case.data["levels"])


@pytest.mark.parametrize("case", cases("years"), ids=_named)
def test_a_report_beside_earlier_ones_gives_just_its_findings(case: Case) -> None:
    earlier = [document(given) for given in case.data["previous"]]
    found = validate(written(document(case.data["input"])), previous=earlier).findings
    assert_found(found, case.data["expected"])
    assert validate(document(case.data["input"]), previous=[written(e) for e in reversed(earlier)]).findings == tuple(
        attrs.evolve(finding, line=None, column=None) for finding in found
    )


@pytest.mark.parametrize("case", cases("levels"), ids=_named)
def test_a_report_beside_its_bodies_gives_just_its_findings(case: Case) -> None:
    bodies = [document(given) for given in case.data["bodies"]]
    assert_found(validate(written(document(case.data["input"])), bodies=bodies).findings, case.data["expected"])


@pytest.mark.parametrize("case", cases("truth-table"), ids=_named)
def test_blanks_give_the_verdict_of_the_truth_table(case: Case) -> None:
    data = case.data
    rule = Rule(
        id="r", kind="equation", severity=Severity.ERROR, standing="printed", basis=(), relation=data["relation"]
    )
    weighing = settle(Instance(rule=rule, at="/0"), _terms(data["left"]), _terms(data["right"]))
    assert weighing.verdict.name.lower() == data["verdict"]


def _terms(side: list[Any]) -> tuple[Term, ...]:
    return tuple(
        Term(pointer=f"/{n}", figure=item)
        if isinstance(item, int)
        else Term(pointer=f"/{n}", figure=None, signed="signed" in item, doubtful="doubtful" in item)
        for n, item in enumerate(side)
    )


def _changes(case: Case) -> dict[str, int]:
    return {c["pointer"]: c["after"] for slip in case.data["slips"] for c in slip["changes"]}


@pytest.mark.parametrize("case", cases("repairs"), ids=_named)
def test_what_mends_all_sums_is_found_at_its_cost_and_nothing_else(case: Case) -> None:
    report = document(case.data["input"])
    found = {tuple(sorted((c.pointer, c.after) for c in r.changes)): r for r in validate(report).repairs}
    repair = found.get(tuple(sorted(_changes(case).items())))
    if case.data["verdict"] != "mends":
        assert repair is None
        return
    assert repair is not None
    assert repair.cost == case.data["cost"]
    kinds = {slip["kind"] for slip in case.data["slips"]}
    assert repair.kind == (kinds.pop() if len(kinds) == 1 else "several")


@pytest.mark.parametrize("case", cases("repairs"), ids=_named)
def test_changes_do_to_the_sums_what_the_case_says(case: Case) -> None:
    report = document(case.data["input"])
    before = {(f.code, f.pointer) for f in validate(report).findings}
    after = {(f.code, f.pointer) for f in validate(changed(_changes(case), report)).findings}
    verdict = "breaks" if after - before else "leaves" if after else "mends"
    assert verdict == case.data["verdict"]


@pytest.mark.parametrize("case", cases("conversions"), ids=_named)
def test_a_conversion_gives_its_output_and_just_its_losses_and_can_be_undone(case: Case) -> None:
    report = loads(written(document(case.data["input"])))
    conversion = convert(report, case.data["to"])
    assert dumps(conversion.report) == dumps(loads(written(document(case.data["output"]))))
    found = [
        {"kind": loss.kind, "pointer": loss.pointer, "value": loss.value, "reason": loss.reason.code}
        for loss in conversion.losses
    ]
    assert sorted(map(written, found)) == sorted(map(written, case.data["losses"]))
    assert dumps(restore(conversion)) == dumps(report)
