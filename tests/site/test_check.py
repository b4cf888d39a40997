"""The check in the browser: it finds what the conformance suite and the library find, and shows it in the form."""

import base64
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from govreport import validate
from govreport.kinds import WORK_PLAN
from govreport.resources import layouts
from govreport.rules.data import load_rules
from tests.conformance.suite import Case, cases, document, text, written
from tests.reports import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A case that says how bytes repeat may be large; the others go to the browser all at once.
LARGEST = 1024 * 1024
# The page says that it does not ask these.
UNASKED = frozenset(rule.id for layout in layouts() for rule in load_rules(layout).values() if rule.kind == "stated")
WITH_DOCUMENT = ("lexical", "structure", "references", "rules", "blanks")

CHECK = """documents => documents.map((document) => {
  const bytes = Uint8Array.from(atob(document), (character) => character.charCodeAt(0));
  return globalThis.govreportCheck.check(bytes).findings;
})"""
SETTLE = """cases => cases.map(({ relation, left, right }) => {
  const term = (figure) => typeof figure === "number"
    ? { figure }
    : { figure: null, doubtful: figure.includes("doubtful"), signed: figure.includes("signed") };
  return globalThis.govreportCheck.settle(relation, left.map(term), right.map(term));
})"""


def examples(folder: Path = EXAMPLES) -> list[Path]:
    """Return the examples of reports; the page checks no work plans."""
    plans = tuple(f'"layout": "{plan}"'.encode() for plan in WORK_PLAN.layouts)
    return [file for file in sorted(folder.rglob("*.json")) if not any(plan in file.read_bytes() for plan in plans)]


def examine(page: "Page", documents: list[bytes]) -> list[list[dict[str, Any]]]:
    page.goto("/check.html")
    found: list[list[dict[str, Any]]] = page.evaluate(CHECK, [base64.b64encode(d).decode() for d in documents])
    return found


def data(case: Case) -> bytes:
    given = case.data["input"]
    return text(given) if "parts" in given else written(document(given))


@pytest.mark.parametrize("group", WITH_DOCUMENT)
def test_the_page_passes_the_conformance_suite(page: "Page", group: str) -> None:
    asked = [case for case in cases(group) if "input" in case.data]
    documents = {case.name: data(case) for case in asked}
    small = [case for case in asked if len(documents[case.name]) <= LARGEST]
    assert small
    found = examine(page, [documents[case.name] for case in small])
    wrong = [case.name for case, findings in zip(small, found, strict=True) if not matches(case, findings)]
    assert wrong == []


def test_the_page_passes_the_truth_table_of_blanks(page: "Page") -> None:
    page.goto("/check.html")
    asked = [case.data for case in cases("truth-table")]
    assert page.evaluate(SETTLE, asked) == [case["verdict"] for case in asked]


def matches(case: Case, findings: list[dict[str, Any]]) -> bool:
    expected = case.data["expected"]
    return Counter(map(identity, findings)) == Counter(map(identity, expected)) and all(
        any(identity(f) == identity(wanted) and says(wanted, f) for f in findings) for wanted in expected
    )


def identity(finding: dict[str, Any]) -> tuple[str, str, str]:
    return finding["severity"], finding["code"], finding["pointer"]


def says(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    parameters = json.loads(json.dumps(wanted.get("parameters", {}), default=str))
    if (found.get("explained") is not None) != wanted.get("explained", False):
        return False
    return all(found["parameters"].get(name) == value for name, value in parameters.items())


def test_the_page_finds_in_every_example_what_the_library_finds(page: "Page") -> None:
    files = examples()
    found = examine(page, [file.read_bytes() for file in files])
    for file, findings in zip(files, found, strict=True):
        expected = [(f.severity.value, f.code, f.pointer, f.line) for f in validate(file, ignored=UNASKED).findings]
        assert [(*identity(f), f.get("line")) for f in findings] == expected, file.name


def test_the_page_says_it_in_the_words_of_the_library(page: "Page") -> None:
    files = examples(EXAMPLES / "defects")
    for prefix, language in (("", "zh"), ("/en", "en")):
        page.goto(f"{prefix}/check.html")
        for file in files:
            encoded = base64.b64encode(file.read_bytes()).decode()
            sentences = page.evaluate(
                "document => (" + CHECK + ")([document])[0].map(globalThis.govreportCheck.sentence)", encoded
            )
            assert sentences == [f.message(language) for f in validate(file, ignored=UNASKED).findings], file.name


def test_a_work_plan_is_referred_to_the_program(page: "Page") -> None:
    page.goto("/check.html")
    plan = json.dumps({"layout": WORK_PLAN.layouts[0]}).encode()
    page.set_input_files("#check-file", {"name": "plan.json", "mimeType": "application/json", "buffer": plan})
    page.wait_for_selector("#check-summary b")
    assert "govreport validate" in page.locator("#check-summary").inner_text()
    assert page.locator("#check-findings li").count() == 0


def test_a_chosen_file_is_shown_with_its_failing_cells(page: "Page") -> None:
    page.goto("/check.html")
    page.set_input_files("#check-file", EXAMPLES / "contradictions" / "outcomes-2020.json")
    page.wait_for_selector("td.failing")
    assert page.locator("td.failing").evaluate_all("cells => cells.map(cell => cell.dataset.pointer)") == [
        "/requests/natural_person/outcomes/total",
        "/requests/total/outcomes/total",
    ]
    assert page.locator("td.failing").first.inner_text().replace(" ", "") == "20※1"
    assert "26" in page.locator("#check-findings").inner_text()
    page.locator("td.failing a").first.click()
    assert page.url.endswith("#found-1")


def test_the_english_page_says_what_is_chinese(page: "Page") -> None:
    page.goto("/en/check.html")
    page.click("#check-sample")
    texts = "items => items.flatMap(i => [...i.querySelectorAll('[lang]')].map(part => part.textContent))"
    assert "行政复议" in page.locator("#check-findings li").evaluate_all(texts)


def test_a_dropped_file_is_checked_too(page: "Page") -> None:
    page.goto("/en/check.html")
    report = (EXAMPLES / "reports" / "hongze-2024.json").read_text(encoding="utf-8")
    transfer = page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'a.json')); return t; }", report
    )
    page.dispatch_event("#check-drop", "drop", {"dataTransfer": transfer})
    page.wait_for_selector("#check-form table")
    assert "Nothing was found" in page.locator("#check-summary").inner_text()
    # A hybrid: one figure stands in the joined cells of its three rows.
    assert page.locator("td[rowspan='3'][data-pointer]").count() == 7


def test_a_report_from_a_folder_is_checked_without_a_server(page: "Page", site: Path) -> None:
    page.goto((site / "check.html").as_uri())
    page.click("#check-sample")
    assert page.locator("td.failing").count() == 2


def test_what_a_report_says_is_shown_as_text_and_never_run(page: "Page") -> None:
    page.goto("/check.html")
    report = json.loads((EXAMPLES / "defects" / "none.json").read_bytes())
    report["overview"] = "<img src=x onerror='document.title=1'>"
    report["organ"]["name"] = "<script>document.title=1</script>"
    page.set_input_files(
        "#check-file", {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(report).encode()}
    )
    page.wait_for_selector("#check-form table")
    assert page.locator("#check-form img, #check-form script").count() == 0
    assert page.title() != "1"
