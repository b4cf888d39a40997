"""What the texts of a report say for its repairs, and when that decides."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import validate
from govreport.cli.writers import wording
from govreport.findings import Witness
from govreport.form.layout import load_layout
from govreport.repairs import mending
from govreport.repairs.witnesses import agreeing, witnesses
from govreport.rules.sheet import read_sheet
from govreport.rules.stated import stated
from tests.reports import changed

from .planted import NATURAL, after, broken, figure, solved, sound

BLOCK, DIRECT = "/disputes/reconsideration", "/disputes/litigation/direct"
RESULTS = ("upheld", "corrected", "other", "pending", "total")
TEXT_RULES = frozenset(instance.rule.id for instance in stated("2021"))


def telling(text: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Return the example with these figures, whose texts say of its tables this alone."""
    return changed({"/overview": text, **changes}, sound())


def said(report: dict[str, Any], ignored: frozenset[str] = frozenset()) -> dict[tuple[str, ...], int]:
    sheet = read_sheet(load_layout("2021"), report)
    return {w.cells: w.value for w in agreeing(witnesses(sheet, ignored))}


def test_a_sentence_decides_between_the_cells_of_table_four_and_is_quoted() -> None:
    report = telling("因政府信息公开被申请行政复议351件，其中结果纠正64件。", {f"{BLOCK}/corrected": 46})
    assert "text-disputes" in {finding.code for finding in validate(report).findings}
    (only,) = validate(report).repairs
    assert (after(only), only.unique, only.of) == ({f"{BLOCK}/corrected": 64}, True, 1)
    assert [w.quote for w in only.witnesses if w.cells == (f"{BLOCK}/corrected",)] == ["其中结果纠正64件"]
    assert {w.source for w in only.witnesses} == {"/overview"}
    assert "正文“其中结果纠正64件”印证" in wording.repair(only, "2021", "zh")
    assert "“其中结果纠正64件”" in wording.repair(only, "2021", "en")
    report["disputes"]["reconsideration"]["corrected"] = 64
    assert validate(report).repairs == ()
    assert "text-disputes" not in {finding.code for finding in validate(report).findings}


@pytest.mark.parametrize(("text", "right"), [("直接起诉21件", 21), ("直接起诉26件", 26)])
def test_a_total_that_the_text_gives_is_right_where_the_sums_allow_it(text: str, right: int) -> None:
    report = telling(f"未经复议{text}。", {f"{DIRECT}/upheld": 8, f"{DIRECT}/total": 26})
    best = validate(report).repairs[0]
    assert (after(best) == {f"{DIRECT}/total": 21}) == (right == 21)
    assert best.unique == (right == 21)


def test_a_small_figure_comes_first_and_rules_out_no_other() -> None:
    report = telling("未经复议直接起诉26件，其中结果纠正4件。", {f"{DIRECT}/corrected": 9})
    repairs = validate(report).repairs
    assert after(repairs[0]) == {f"{DIRECT}/corrected": 4}
    assert {(r.unique, r.of) for r in repairs} == {(False, len(repairs))}
    assert len(repairs) == len(solved(report))
    assert not any(r.witnesses for r in repairs[1:])


def test_a_word_for_zero_rules_out_no_other_however_often_it_is_said() -> None:
    """The block has one case that is counted nowhere: its total may be wrong, or each of its results."""
    block = dict.fromkeys((f"{BLOCK}/{name}" for name in RESULTS), 0)
    report = telling("未发生因政府信息公开被申请行政复议的案件，结果纠正0件。", block | {f"{BLOCK}/total": 1})
    assert set(said(report).values()) == {0}
    repairs = validate(report).repairs
    assert after(repairs[0]) == {f"{BLOCK}/total": 0}
    assert not any(repair.unique for repair in repairs)
    assert len(repairs) == len(solved(report)) == len(RESULTS)


def test_a_small_figure_does_not_prove_the_only_repair() -> None:
    report = broken({f"{BLOCK}/{name}": value for name, value in zip(RESULTS, (3, 1, 2, 0, 0), strict=True)})
    witness = Witness(cells=(f"{BLOCK}/total",), value=6)
    (only,) = solved(report, witness)
    assert (after(only), only.unique, only.witnesses) == ({f"{BLOCK}/total": 6}, False, (witness,))


def test_two_small_figures_decide_together() -> None:
    small = {f"{DIRECT}/{name}": value for name, value in zip(RESULTS, (3, 1, 2, 0, 9), strict=True)}
    report = broken(small)
    one = Witness(cells=(f"{DIRECT}/total",), value=6)
    other = Witness(cells=(f"{DIRECT}/total",), minus=(f"{DIRECT}/upheld",), value=3)
    assert len(solved(report, one)) == len(solved(report)) == len(RESULTS)
    (only,) = solved(report, one, other)
    assert (after(only), only.unique) == ({f"{DIRECT}/total": 6}, True)


@given(st.sets(st.sampled_from(RESULTS), min_size=1), st.sampled_from(RESULTS), st.integers(1, 99))
def test_words_that_repeat_what_is_printed_prove_nothing(told: set[str], wrong: str, step: int) -> None:
    """Texts are copied from tables, wrong figures and all."""
    report = broken({f"{BLOCK}/{wrong}": figure(sound(), f"{BLOCK}/{wrong}") + step})
    copied = [Witness(cells=(f"{BLOCK}/{name}",), value=figure(report, f"{BLOCK}/{name}")) for name in sorted(told)]
    found = solved(report, *copied)
    assert not any(repair.unique for repair in found)
    assert {r.changes for r in found} == {r.changes for r in solved(report)}


@given(st.lists(st.tuples(st.sampled_from(RESULTS), st.integers(0, 9)), min_size=1, max_size=1))
def test_a_small_figure_alone_makes_nothing_unique(told: list[tuple[str, int]]) -> None:
    small = {f"{BLOCK}/{name}": value for name, value in zip(RESULTS, (3, 1, 2, 0, 9), strict=True)}
    found = solved(broken(small), *(Witness(cells=(f"{BLOCK}/{name}",), value=value) for name, value in told))
    assert len(found) == len(RESULTS)
    assert not any(repair.unique for repair in found)


def test_witnesses_that_contradict_each_other_decide_nothing() -> None:
    report = broken({f"{BLOCK}/corrected": 46})
    one, other = Witness(cells=(f"{BLOCK}/corrected",), value=64), Witness(cells=(f"{BLOCK}/total",), value=333)
    assert solved(report, one, other) == solved(report)
    assert solved(report, one) != solved(report) != solved(report, other)


def test_denials_that_agree_with_one_repair_rule_out_no_other() -> None:
    report = broken(dict.fromkeys((f"{BLOCK}/{name}" for name in RESULTS), 0) | {f"{BLOCK}/total": 1})
    one = Witness(cells=(f"{BLOCK}/total",), value=0)
    other = Witness(cells=(f"{BLOCK}/total",), minus=(f"{BLOCK}/corrected",), value=0)
    repairs = solved(report, one, other)
    assert after(repairs[0]) == {f"{BLOCK}/total": 0}
    assert (len(repairs), repairs[0].unique) == (len(RESULTS), False)


def test_a_sum_over_two_tables_that_fail_is_held_against_neither() -> None:
    """Both totals are off by as much, one way and the other: their sum is right, and neither of them is."""
    later = "/disputes/litigation/after_reconsideration"
    report = broken({f"{DIRECT}/total": 36, f"{later}/total": 10})
    both = Witness(cells=(f"{DIRECT}/total", f"{later}/total"), value=46)
    assert solved(report, both) == solved(report)
    report = broken({f"{DIRECT}/total": 36})
    (only,) = solved(report, both)
    assert (after(only), only.unique) == ({f"{DIRECT}/total": 26}, True)


def test_what_the_sums_prove_no_text_overturns() -> None:
    report = broken({f"{NATURAL}/received": 3010})
    for cell in ("/requests/total/received", f"{NATURAL}/received", f"{NATURAL}/carried_over"):
        now = figure(report, cell)
        for value in (now - 9, now - 1, now, now + 1, now + 9):
            (only,) = solved(report, Witness(cells=(cell,), value=value))
            assert (after(only), only.unique) == ({f"{NATURAL}/received": 3001}, True)
            assert bool(only.witnesses) == ((cell, value) == (f"{NATURAL}/received", 3001))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("政府信息公开行政复议12件。", {(f"{BLOCK}/total",): 12}),
        ("全市政府信息公开行政复议12件。", {}),
        ("新公开规章1件。", {}),
        ("政府信息公开申请中，重复申请等3件。", {}),
        # Another office counts this; the year before had this; more than this; received may include what came over.
        ("其中，市公安局被申请政府信息公开行政复议12件。", {}),
        ("2020年政府信息公开行政复议12件。", {}),
        ("新收政府信息公开申请和结转申请共12件。", {}),
        ("全市各级行政机关收到政府信息公开申请12件。", {}),
        # Rounded; twice and differently.
        ("政府信息公开行政复议1.2万件。", {}),
        ("政府信息公开行政复议12件。政府信息公开行政复议13件。", {}),
        ("政府信息公开行政复议12件。政府信息公开行政复议12件。", {(f"{BLOCK}/total",): 12}),
    ],
)
def test_only_what_can_mean_one_sum_of_the_whole_report_is_a_witness(
    text: str, expected: dict[tuple[str, ...], int]
) -> None:
    assert said(telling(text, {})) == expected


def test_rules_about_statements_that_are_ignored_or_explained_give_no_witnesses() -> None:
    report = telling("政府信息公开行政复议351件，其中结果纠正64件。", {f"{BLOCK}/corrected": 46})
    assert said(report)
    assert said(report, frozenset({"text-disputes"})) == said(report, TEXT_RULES) == {}
    assert validate(report, ignored=TEXT_RULES).repairs == solved(report)
    assert validate(report, ignored={"text-received"}).repairs == validate(report).repairs != solved(report)
    entry = {"rule": "text-disputes", "pointer": f"{BLOCK}/corrected", "text": "正文按案号计，表格按申请人计。"}
    report["explanations"] = [entry]
    assert not any(f"{BLOCK}/corrected" in w.cells for r in validate(report).repairs for w in r.witnesses)
    assert not any(repair.unique for repair in validate(report).repairs)


def test_a_cell_that_cannot_be_read_is_no_matter_for_a_witness() -> None:
    report = telling("政府信息公开行政复议351件，其中结果纠正64件。", {f"{BLOCK}/corrected": None})
    assert said(report) == {(f"{BLOCK}/total",): 351, (f"{BLOCK}/corrected",): 64}
    report["marks"] = [{"pointer": f"{BLOCK}/corrected", "mark": "illegible"}]
    assert said(report) == {(f"{BLOCK}/total",): 351}


def test_texts_are_not_read_for_repairs_where_no_sum_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def notice(*given: object) -> tuple[Witness, ...]:
        asked.append(given)
        return ()

    monkeypatch.setattr(mending, "witnesses", notice)
    report = sound()
    report["overview"] = "政府信息公开行政复议12件。"
    assert validate(report).findings
    assert asked == []
    assert validate(broken({f"{BLOCK}/corrected": 46})).repairs
    assert asked
