"""Laws of the differences of two reports."""

from hypothesis import given
from hypothesis import strategies as st

from govreport import Report, dumps, loads
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.pointers import value_at
from govreport.reviews.differences import compare, edits
from govreport.strategies import reports
from tests.property.changing import a_fraction

SENTENCES = st.lists(st.sampled_from(["甲。", "乙。", "丙！", "丁", "戊？"]), max_size=8)


@a_fraction(of=3)
@given(reports())
def test_a_report_does_not_differ_from_itself(report: Report) -> None:
    assert compare(report, loads(dumps(report))).differences == ()


@a_fraction(of=3)
@given(reports("2021"), reports("2021"))
def test_every_cell_that_differs_is_told_and_no_other(one: Report, other: Report) -> None:
    found = {d.pointer: (d.before, d.after) for d in compare(one, other).differences if d.kind == "cell"}
    here, there = unstructure(one), unstructure(other)
    cells = load_layout("2021").cells
    both = {cell: (value_at(here, cell), value_at(there, cell)) for cell in cells}
    assert found == {cell: values for cell, values in both.items() if values[0] != values[1]}


@a_fraction(of=3)
@given(reports(), reports())
def test_the_other_way_round_before_is_after(one: Report, other: Report) -> None:
    forth = compare(one, other, "2021").differences
    back = compare(other, one, "2021").differences
    assert {(d.pointer, d.kind) for d in forth} == {(d.pointer, d.kind) for d in back}


@given(SENTENCES, SENTENCES)
def test_edits_lead_from_one_text_to_the_other(here: list[str], there: list[str]) -> None:
    before, after = ("\n".join(s) for s in (here, there))
    found = edits(before, after)
    gone = [s for edit in found for s in edit.before]
    come = [s for edit in found for s in edit.after]
    assert sorted([*here, *come]) == sorted([*there, *gone])
    assert (found == ()) == (here == there)


def test_a_changed_sentence_is_told_alone() -> None:
    (edit,) = edits("一。二。三。", "一。二二。三。")
    assert (edit.before, edit.after) == (("二。",), ("二二。",))
