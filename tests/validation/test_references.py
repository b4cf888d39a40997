"""The reference layer: pointers, marks, undivided figures, extension names, dates."""

from typing import Any

import pytest

from govreport import validate
from tests.reports import changed

CELL = "/disputes/reconsideration/other"
GROUP = "/requests/total/outcomes/other"
ROWS = ("correction_overdue", "fee_overdue", "other")


def codes(changes: dict[str, Any]) -> list[tuple[str, str]]:
    findings = validate(changed(changes)).findings
    return [(f.code, f.pointer) for f in findings if f.code not in ("table-blanks", "undetermined")]


def mark(pointer: str) -> dict[str, str]:
    return {"pointer": pointer, "mark": "slash"}


def figure(pointer: str, value: int = 0) -> dict[str, Any]:
    return {"pointer": pointer, "value": value, "label": "（六）其他处理"}


BLANK_GROUP = {f"{GROUP}/{row}": None for row in ROWS}


def test_a_mark_on_a_blank_cell_is_right() -> None:
    assert codes({CELL: None, "/marks": [mark(CELL)]}) == []


@pytest.mark.parametrize(
    ("changes", "code", "pointer"),
    [
        ({"/marks": [mark(CELL)]}, "mark-on-figure", "/marks/0/pointer"),
        ({"/marks": [mark("/disputes/reconsideration")]}, "mark-not-on-cell", "/marks/0/pointer"),
        ({"/marks": [mark("/disputes/no_such")]}, "pointer-nowhere", "/marks/0/pointer"),
        ({"/marks": [mark("/organ/name")]}, "pointer-nowhere", "/marks/0/pointer"),
        ({CELL: None, "/marks": [mark(CELL), mark(CELL)]}, "duplicate-place", "/marks/1/pointer"),
        ({"/undivided": [figure("/nowhere")]}, "pointer-nowhere", "/undivided/0/pointer"),
        ({CELL: None, "/undivided": [figure(CELL)]}, "undivided-not-group", "/undivided/0/pointer"),
        ({"/undivided": [figure("/overview")]}, "undivided-not-group", "/undivided/0/pointer"),
        ({"/undivided": [figure(GROUP)]}, "undivided-over-figure", "/undivided/0/pointer"),
        (BLANK_GROUP | {"/undivided": [figure(GROUP), figure(GROUP)]}, "duplicate-place", "/undivided/1/pointer"),
        ({"/notes": [{"pointer": "/nowhere", "text": "x"}]}, "pointer-nowhere", "/notes/0/pointer"),
        ({"/extensions": {"gov": 1}}, "extension-name", "/extensions/gov"),
        ({"/extensions": {"Cn.gov": 1}}, "extension-name", "/extensions/Cn.gov"),
        ({"/extensions": {"cn.gov/x": 1}}, "extension-name", "/extensions/cn.gov~1x"),
        ({"/published": "2023-02-29"}, "no-such-date", "/published"),
        ({"/period": {"start": "2023-04-31", "end": "2023-12-31"}}, "no-such-date", "/period/start"),
        (
            {"/explanations": [{"rule": "no-such-rule", "pointer": CELL, "text": "x"}]},
            "explanation-unknown-rule",
            "/explanations/0/rule",
        ),
        (
            {"/explanations": [{"rule": "disputes-totals", "pointer": "/x", "text": "x"}]},
            "pointer-nowhere",
            "/explanations/0/pointer",
        ),
        (
            {"/explanations": [{"rule": "disputes-totals", "pointer": CELL, "text": "x"}]},
            "explanation-stale",
            "/explanations/0",
        ),
    ],
)
def test_a_reference_that_is_wrong_is_found_at_its_place(changes: dict[str, Any], code: str, pointer: str) -> None:
    assert (code, pointer) in codes(changes)


@pytest.mark.parametrize("name", ["cn.gov.example", "org.a-b.c1", "x.y"])
def test_reverse_domain_names_are_right(name: str) -> None:
    assert codes({"/extensions": {name: {"any": [1.5, None, "json"]}}}) == []


def test_notes_may_stand_on_cells_groups_tables_and_texts() -> None:
    places = (CELL, GROUP, "/requests", "/overview", "/disputes/litigation")
    assert codes({"/notes": [{"pointer": p, "text": "注"} for p in places]}) == []


def test_a_wrong_reference_does_not_keep_the_rules_from_being_asked() -> None:
    report = {"/notes": [{"pointer": "/nowhere", "text": "x"}], "/disputes/reconsideration/upheld": 9}
    assert {c for c, _ in codes(report)} == {"pointer-nowhere", "disputes-totals"}
