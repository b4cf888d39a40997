"""The law of rendering for work plans: what is printed is read back, from each format that carries plans."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.documents.extraction import extract
from govreport.documents.plan.running_text import opens_paragraph
from govreport.documents.rendering.plan.printable import printable_plan
from govreport.documents.rendering.render import left_out, render
from govreport.documents.rendering.report.printable import one_line
from govreport.documents.wording.labels import numeral
from govreport.documents.wording.page_lines import is_page_data
from govreport.kinds import WORK_PLAN
from govreport.model.codec import load, structure, unstructure
from govreport.model.workplan import WorkPlan
from govreport.strategies.work_plans import decoded_work_plans
from tests.reports import EXAMPLES

EXAMPLE = load(EXAMPLES / "plans" / "jiading-hr-2022.json", WorkPlan)


def lost(plan: WorkPlan, form: str, **options: Any) -> dict[str, tuple[Any, Any]]:
    """Return the members that differ after printing and reading: what was read, and what was printed."""
    extraction = extract(render(plan, form, **options))
    assert extraction.plan is not None, [finding.message("en") for finding in extraction.problems]
    read, printed = unstructure(printable_plan(extraction.plan)), unstructure(printable_plan(plan))
    return {n: (read.get(n), printed.get(n)) for n in {**read, **printed} if read.get(n) != printed.get(n)}


def printed_plans() -> st.SearchStrategy[WorkPlan]:
    """Return a strategy for plans whose texts a print can carry: trimmed lines of characters that are assigned.

    None of them begins as a section, an item, a note or a finding does, or is what web pages say of themselves.
    """
    return decoded_work_plans(gaps=True).map(lambda members: structure(_as_printed(members)))


def _as_printed(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: member if name in ("source", "extensions") else _as_printed(member) for name, member in value.items()
        }
    if isinstance(value, list):
        return [_as_printed(item) for item in value]
    if isinstance(value, str) and any(not character.isalnum() for character in value):
        lines = (_line(line) for line in value.split("\n"))
        return "\n".join(filter(None, lines)) or "平稳有序。"
    return value


def _line(text: str) -> str:
    line = one_line("".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cn")))
    is_title = numeral(line) or opens_paragraph(line)
    keeps = is_title and len(line) < 20
    is_other = line.startswith(("注", "※", "“")) or is_page_data(line)
    return "" if is_other or (is_title and not keeps) else line


@pytest.mark.parametrize("form", WORK_PLAN.writers)
def test_the_example_is_read_back(form: str) -> None:
    assert lost(EXAMPLE, form) == {}


@settings(max_examples=max(10, settings().max_examples // 2))
@pytest.mark.parametrize("form", WORK_PLAN.writers)
@given(plan=printed_plans())
def test_whatever_plan_is_printed_is_read_back(form: str, plan: WorkPlan) -> None:
    assert lost(plan, form) == {}


@pytest.mark.parametrize("form", WORK_PLAN.writers)
def test_findings_in_the_print_change_nothing_that_is_read(form: str) -> None:
    assert lost(EXAMPLE, form, findings=True) == {}


@given(plan=printed_plans())
def test_the_printable_plan_is_what_is_printed_of_itself(plan: WorkPlan) -> None:
    printed = printable_plan(plan)
    assert printable_plan(printed) == printed
    assert left_out(printed) == ()


@pytest.mark.parametrize("form", WORK_PLAN.writers)
def test_characters_of_a_mark_that_would_be_read_as_a_value_are_not_printed(form: str) -> None:
    members = unstructure(EXAMPLE)
    members["marks"][0]["printed"] = "9月底前"
    given = structure(members)
    assert lost(given, form) == {}
    assert [(mark.mark, mark.printed) for mark in printable_plan(given).marks] == [("ambiguous", "？")]
