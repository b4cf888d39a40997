"""What a cell holds in print: nothing that is printed is taken for something else."""

from decimal import Decimal

import pytest

from govreport.documents.wording.cells import read_cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        (" 15 ", 15),
        ("１５", 15),
        ("97,883", 97883),
        ("97，883", 97883),
        ("5.0", 5),
        ("2件", 2),
        ("2 件", 2),
        ("22（其中修订 16 件）", 22),
    ],
)
def test_counts(text: str, value: int) -> None:
    assert read_cell(text, "count").value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("-18", -18), ("减4", -4), ("+3", 3), ("增加2", 2), ("增加 3 项", 3), ("－1", -1), ("0", 0)],
)
def test_changes_are_signed(text: str, value: int) -> None:
    assert read_cell(text, "change").value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("52.29", "52.29", None),
        ("251000元", "251000", "yuan"),
        ("52.15万元", "52.15", "ten_thousand_yuan"),
        ("59,237.2449", "59237.2449", None),
    ],
)
def test_amounts_keep_digits_and_unit(text: str, value: str, unit: str | None) -> None:
    found = read_cell(text, "amount")
    assert found.value is not None
    assert (Decimal(found.value), found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("", "blank"),
        ("\u3000\xa0", "blank"),
        ("/", "slash"),
        ("／", "slash"),
        ("-", "dash"),
        ("—", "dash"),
        ("————", "dash"),
        ("不适用", "not_applicable"),
        ("（不适用）", "not_applicable"),
        ("若干", "illegible"),
        ("1 2", "illegible"),
        # Two figures side by side look the same.
        ("48 104", "illegible"),
        ("3 985 758", "illegible"),
        ("1\n2", "illegible"),
        ("2.5", "illegible"),
        ("-5", "illegible"),
        ("1234567890123", "illegible"),
        ("O", "illegible"),
    ],
)
def test_what_is_no_count_is_a_mark(text: str, mark: str) -> None:
    found = read_cell(text, "count")
    assert (found.value, found.mark) == (None, mark)


def test_a_remark_is_kept_as_printed() -> None:
    assert read_cell("22（其中修订 16 件）", "count").remark == "（其中修订 16 件）"


@pytest.mark.parametrize("text", ["22注1", "22※1", "22注1※12", "22注¹", "22※¹²", "22注¹※2"])
def test_numbers_of_notes_that_a_render_prints_are_no_remark(text: str) -> None:
    found = read_cell(text, "count")
    assert (found.value, found.remark) == (22, None)


def test_an_amount_of_too_many_decimals_is_not_cut() -> None:
    assert read_cell("1.2345678", "amount").mark == "illegible"
