"""One walk of a report through `render --findings` and `check` converts nothing twice: the calls are counted."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from click.testing import CliRunner

from govreport.checking import check
from govreport.cli.main import main
from govreport.documents.rendering.render import printed, render
from govreport.kinds import KINDS
from govreport.model import codec
from govreport.rules.sheet import read_sheet
from govreport.validation import exact
from govreport.validation.decoding import decode
from govreport.validation.structure import check_structure
from tests.reports import EXAMPLES

COUNTED: tuple[Any, ...] = (
    *(codec.unstructure, codec.write, codec.write_line),
    *(read_sheet, check_structure, exact.read, decode),
)
REPORT = EXAMPLES / "contradictions" / "disputes-2023.json"
PLAN = EXAMPLES / "plans" / "jiading-hr-2022.json"
# A document is written once, to be sure of what it holds, and laid out once as the sheet for all that follows. That
# its structure is sound, the fast path says of a report; a plan, which has none, is read and checked, once.
WRITTEN = {"unstructure": 1, "write": 1, "read_sheet": 1}
PROVEN: dict[str, dict[str, int]] = {"report": {}, "plan": {"read": 1, "decode": 1, "check_structure": 1}}


def calls(act: Callable[[], object]) -> dict[str, int]:
    """Return how often each of the counted functions was called, under whatever name it was imported."""
    names = {function.__code__: function.__name__ for function in COUNTED}
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in names:
            counts[names[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return dict(counts)


@pytest.mark.parametrize(
    ("kind", "form"),
    [(kind, form) for kind in KINDS for form in kind.writers],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_document_is_converted_once_for_its_print_with_findings(kind: Any, form: str) -> None:
    document = codec.load_any(REPORT if kind.name == "report" else PLAN)
    walk = {**WRITTEN, **PROVEN[kind.name]}
    assert calls(lambda: render(document, form, findings=True)) == walk
    if form in kind.formulas:
        assert calls(lambda: render(document, form, findings=True, formulas=True)) == walk


def test_what_the_print_does_not_carry_is_known_from_the_same_walk() -> None:
    document = codec.load_any(REPORT)
    assert calls(lambda: printed(document, "html", findings=True).left_out) == WRITTEN
    command = ["render", str(REPORT), "--format", "html", "--findings"]
    assert calls(lambda: CliRunner().invoke(main, command, catch_exceptions=False)) == WRITTEN


@pytest.mark.parametrize(("name", "path"), [("report", REPORT), ("plan", PLAN)], ids=["report", "plan"])
def test_what_is_read_of_a_published_document_is_checked_as_it_was_read(name: str, path: Any) -> None:
    data = render(codec.load_any(path), "html")
    # It is written once, to make an object of it, which proves that its structure is sound.
    assert calls(lambda: check(data)) == {"write_line": 1, "read_sheet": 1, **PROVEN[name]}
