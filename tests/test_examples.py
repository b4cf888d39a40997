"""Every example gives exactly the findings that are pinned for it."""

import json
from pathlib import Path

import pytest

from govreport import load, loads, validate
from govreport.messages import codes
from govreport.model.codec import dumps
from tests.reports import EXAMPLES

EXPECTED: dict[str, list[list[str]]] = json.loads((EXAMPLES.parent / "tests/data/expected.json").read_bytes())
REPORTS = sorted((EXAMPLES / "reports").glob("*.json"))
# What no JSON file below examples/ can show: it is about files themselves, about Python values, too large to keep, or
# met while reading a page, a Word file or a PDF, which tests/documents shows, or beside other reports, as the
# conformance suite has them.
WITHOUT_EXAMPLE = {
    "bodies-without-names",
    "body-ambiguous",
    "body-copy",
    "body-late",
    "body-missing",
    "body-other-year",
    "body-several",
    "body-unlisted",
    "cell-illegible",
    "cell-picture",
    "cell-printed-twice",
    "cells-not-found",
    "changes-tracked",
    "characters-lost",
    "column-unknown",
    "comments-left",
    "document-damaged",
    "document-empty",
    "document-encrypted",
    "document-entities",
    "document-without-text",
    "explanation-repeated",
    "figure-shared",
    "figures-together",
    "figures-unplaced",
    "figures-unplaced-but-total",
    "file-forbidden",
    "file-missing",
    "file-unreadable",
    "file-unsupported",
    "folder-empty",
    "format-old",
    "format-unknown",
    "heading-doubled",
    "heading-number",
    "heading-order",
    "heading-worded",
    "identity-inferred",
    "day-unread",
    "attachment-not-found",
    "identity-not-found",
    "internal-error",
    "layout-mixed",
    "layout-near",
    "layout-not-found",
    "levels-bodies-missing",
    "levels-left-out",
    "levels-not-compared",
    "levels-sum",
    "levels-undetermined",
    "limit-exceeded",
    "nested-too-deep",
    "not-json",
    "plan-part-not-found",
    "previous-not-found",
    "previous-several",
    "reader-crashed",
    "reader-missing",
    "reports-several",
    "row-divided",
    "row-inferred",
    "row-missing",
    "row-unknown",
    "section-not-found",
    "sidecar-damaged",
    "sidecar-needless",
    "sidecar-unreadable",
    "superseded-not-found",
    "table-misplaced",
    "table-unread",
    "task-lines-unread",
    "task-part-unread",
    "task-time-merged",
    "task-units-merged",
    "too-large",
    "years-carried-over",
    "years-fee-unit",
    "years-figures-repeated",
    "years-in-force",
    "years-items",
    "years-nothing-corrected",
    "years-text-repeated",
    "years-told-change",
    "years-told-figure",
    "years-undetermined",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_gives_just_the_findings_pinned_for_it(name: str) -> None:
    found = sorted([f.severity.value, f.code, f.pointer] for f in validate(EXAMPLES / name).findings)
    assert found == sorted(EXPECTED[name])


def test_every_example_is_pinned() -> None:
    assert sorted(p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.rglob("*.json")) == sorted(EXPECTED)


def test_every_code_has_an_example_that_shows_it() -> None:
    shown = {code for findings in EXPECTED.values() for _, code, _ in findings}
    reports_codes = {c for c in codes() if c not in WITHOUT_EXAMPLE}
    assert reports_codes <= shown, reports_codes - shown


def test_the_file_of_a_defect_shows_the_code_it_is_named_after() -> None:
    for name, findings in EXPECTED.items():
        if name.startswith("defects/") and not name.endswith("none.json"):
            assert Path(name).stem in {code for _, code, _ in findings}, name


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_a_real_report_has_no_error_and_no_warning(path: Path) -> None:
    assert {f.severity.value for f in validate(path).findings} <= {"info"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_a_real_report_is_kept_in_canonical_form(path: Path) -> None:
    data = path.read_bytes()
    assert dumps(loads(data)) == data
    assert load(path) == loads(data.decode())
