"""What printed times and units say."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.kinds import WORK_PLAN
from govreport.rules.terms import Time, ends_a_unit, has_separator, known_time, read_time, read_units
from tests.plans.samples import EXAMPLE

PLAN = WORK_PLAN.layouts[0]


@pytest.mark.parametrize(
    ("printed", "kind", "month"),
    [
        ("全年", "all_year", None),
        ("9 月底\n前", "by", 9),
        ("１０月底前", "by", 10),
        ("2022年06月30日前", "by", 6),
        ("年底前", "by", 12),
        ("8月", "within", 8),
        ("12月份", "within", 12),
        ("第三季度", "other", None),
    ],
)
def test_a_known_wording_gives_kind_and_month(printed: str, kind: str, month: int | None) -> None:
    assert known_time(PLAN, printed) == read_time(PLAN, printed) == Time(kind=kind, month=month)


@pytest.mark.parametrize("printed", ["13月底前", "0月", "9月和10月", "单位全年", "全年单位", "会议之后"])
def test_what_is_no_known_wording_is_never_read_as_one(printed: str) -> None:
    assert known_time(PLAN, printed) is None
    assert read_time(PLAN, printed) == Time(kind="other", month=None)


@given(st.integers(1, 12), st.sampled_from(["{}月底前", "{}月底", "{}月15日前", "{}月前", "{}月", "2022年{}月底前"]))
def test_every_month_is_read_from_every_wording(month: int, wording: str) -> None:
    assert read_time(PLAN, wording.format(month)).month == month


@given(st.text())
def test_any_text_can_be_read_as_a_time_and_as_units(text: str) -> None:
    assert read_time(PLAN, text).month in (None, *range(1, 13))
    names = read_units(PLAN, text)
    assert all(name == name.strip() != "" for name in names)
    assert re.sub(r"[、，,；;\s]", "", "".join(names)) == re.sub(r"[、，,；;\s]", "", text)


def test_units_are_parted_by_commas_and_line_feeds() -> None:
    assert read_units(PLAN, "局机关各科室、局属各单位") == ("局机关各科室", "局属各单位")
    assert read_units(PLAN, "就业科\n 人才科，中心;") == ("就业科", "人才科", "中心")
    assert has_separator(PLAN, "甲科、乙科")
    assert not has_separator(PLAN, "甲科\n乙科")


def test_the_units_of_the_example_end_as_units_do() -> None:
    groups = json.loads(EXAMPLE.read_bytes())["groups"]
    names = {name for group in groups for task in group["tasks"] for name in task["units"]["names"]}
    assert len(names) == 9
    assert all(ends_a_unit(PLAN, name) for name in names)
    # Names that are broken over two lines: their first parts do not end so.
    assert not any(ends_a_unit(PLAN, part) for part in ("就业促进中", "社会保障服", "局属各"))
