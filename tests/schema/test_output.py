"""The schema of the program's own output accepts what it describes and nothing beside it."""

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .documents import Place, at
from .files import read

HINT = {
    "changes": [{"pointer": "/disputes/reconsideration/total", "place": "行政复议 · 总计", "before": 0, "after": 11}],
    "mends": [["disputes-totals", "/disputes/reconsideration/total"]],
    "message": "总计：0 → 11",
}
REPAIR = {
    "kind": "total-omitted",
    "changes": HINT["changes"],
    "mends": HINT["mends"],
    "cost": 21,
    "unique": False,
    "of": 1,
    "witnesses": [
        {
            "source": "/overview",
            "quote": "行政复议11件",
            "cells": ["/disputes/reconsideration/total"],
            "minus": [],
            "value": 11,
            "year": None,
        },
    ],
    "message": "总计 0 → 11",
}
FINDING = {
    "code": "disputes-totals",
    "severity": "error",
    "pointer": "/disputes/reconsideration/total",
    "rule": "disputes-totals",
    "line": 12,
    "column": 5,
    "place": "行政复议 · 总计",
    "message": "四种结果之和为 11，而总计为 0，相差 11",
    "parameters": {"left": 11, "right": 0, "difference": 11},
    "hints": [HINT],
    "explained": None,
    "explaining": {
        "line": "核对说明（行政复议 › 总计〔disputes-totals〕）：",
        "entry": {"rule": "disputes-totals", "pointer": "/disputes/reconsideration/total", "text": ""},
    },
    "state": "new",
}
UNREAD = {
    **FINDING,
    "code": "file-missing",
    "pointer": "",
    "rule": None,
    "line": None,
    "column": None,
    "hints": [],
    "explaining": None,
}
HIDDEN = {
    "code": "title-year",
    "severity": "warning",
    "pointer": "/title",
    "rule": "title-year",
    "by": "excepted",
    "reason": "印刷如此",
}
GONE = {
    "code": "code-of-then",
    "severity": "error",
    "pointer": "/title",
    "rule": None,
    "place": "标题",
    "message": "",
}
COMPARED = {
    "path": "old.json",
    "new": 1,
    "updated": 0,
    "gone": 1,
    "unchanged": 0,
    "not_compared": 0,
    "unseen": 0,
}
SUMMARY = {
    "files": 2,
    "documents": 1,
    "clean": 0,
    "errors": 2,
    "warnings": 0,
    "infos": 0,
    "explained": 0,
    "hidden": 1,
    "lowered": 0,
    "passed_over": 0,
    "compared": COMPARED,
}
OF_FILE: dict[str, Any] = {"document": None, "layout": None, "findings": [], "repairs": [], "hidden": [], "gone": []}
OUTPUT = {
    "version": 2,
    "files": [
        {**OF_FILE, "path": "a.json", "layout": "2021", "findings": [FINDING], "repairs": [REPAIR], "hidden": [HIDDEN]},
        {**OF_FILE, "path": "b.json", "findings": [{**UNREAD, "place": "", "state": None}]},
        {**OF_FILE, "path": "c.ndjson", "document": 3, "layout": "2019", "gone": [GONE]},
    ],
    "summary": SUMMARY,
}
IN_FINDING = ("files", 0, "findings", 0)
IN_HINT = (*IN_FINDING, "hints", 0)
IN_REPAIR = ("files", 0, "repairs", 0)
IN_HIDDEN = ("files", 0, "hidden", 0)
IN_GONE = ("files", 2, "gone", 0)
IN_WITNESS = (*IN_REPAIR, "witnesses", 0)


def _is_valid(output: Any) -> Any:
    return Draft202012Validator(read("meta/output.schema.json")).is_valid(output)


def test_the_described_output_is_accepted() -> None:
    assert _is_valid(OUTPUT)
    assert _is_valid({"version": 2, "files": [], "summary": {**dict.fromkeys(SUMMARY, 0), "compared": None}})


@pytest.mark.parametrize(
    "place",
    [
        (),
        ("files", 0),
        IN_FINDING,
        IN_HINT,
        (*IN_HINT, "changes", 0),
        IN_REPAIR,
        IN_WITNESS,
        IN_HIDDEN,
        IN_GONE,
        ("summary",),
        ("summary", "compared"),
    ],
)
def test_every_member_is_needed_and_no_other_is_allowed(place: Place) -> None:
    for name in at(OUTPUT, place):
        output = copy.deepcopy(OUTPUT)
        del at(output, place)[name]
        assert not _is_valid(output), name
    output = copy.deepcopy(OUTPUT)
    at(output, place)["more"] = 1
    assert not _is_valid(output)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), 1),
        (("files", 0, "document"), 0),
        (("files", 0, "layout"), 2021),
        ((*IN_FINDING, "severity"), "fatal"),
        ((*IN_FINDING, "code"), "Disputes totals"),
        ((*IN_FINDING, "pointer"), "disputes"),
        ((*IN_FINDING, "pointer"), "/a~2"),
        ((*IN_FINDING, "line"), 0),
        ((*IN_FINDING, "message"), ""),
        ((*IN_FINDING, "parameters"), []),
        ((*IN_FINDING, "hints"), [HINT] * 6),
        ((*IN_HINT, "mends"), [["disputes-totals"]]),
        ((*IN_HINT, "mends"), [["disputes-totals", "/disputes", "x"]]),
        ((*IN_HINT, "changes", 0, "after"), None),
        ((*IN_HINT, "changes", 0, "before"), "0"),
        ((*IN_REPAIR, "changes"), []),
        ((*IN_REPAIR, "mends"), []),
        ((*IN_REPAIR, "of"), 0),
        ((*IN_REPAIR, "unique"), 1),
        ((*IN_REPAIR, "kind"), "Total omitted"),
        ((*IN_WITNESS, "value"), None),
        ((*IN_FINDING, "state"), "absent"),
        ((*IN_HIDDEN, "by"), "forgotten"),
        (("summary", "errors"), -1),
        (("summary", "compared"), {}),
    ],
)
def test_a_wrong_value_is_refused(place: Place, value: Any) -> None:
    output: Any = copy.deepcopy(OUTPUT)
    at(output, place[:-1])[place[-1]] = value
    assert not _is_valid(output)
