"""Which names mean the same organ: places in front may be left out, and nothing is taken for granted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.between.organs import Roll, same_organ, tails

PLACES = st.sampled_from(["江苏省", "淮安市", "洪泽区", "内蒙古自治区", "锡林郭勒盟", "苏尼特右旗", "朱坝街道"])
OFFICES = st.sampled_from(["人民政府", "财政局", "城市管理局", "市场监督管理局", "人力资源和社会保障局"])


def same(one: str, other: str) -> bool:
    return same_organ({"name": one}, {"name": other})


@given(st.lists(PLACES, max_size=3), PLACES, OFFICES)
def test_a_place_in_front_does_not_matter(front: list[str], place: str, office: str) -> None:
    short = place + office
    assert same("".join(front) + short, short)
    assert same(short, "".join(front) + short)


@given(PLACES, PLACES, OFFICES)
def test_the_same_office_of_another_place_is_another_organ(one: str, other: str, office: str) -> None:
    assert same(one + office, other + office) == (one == other)


@given(st.text(min_size=1), st.text(min_size=1))
def test_it_is_one_relation_both_ways_and_a_name_is_itself(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)
    assert same(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洪泽区城市管理局", "管理局"),
        ("苏州工业园区管理委员会", "管理委员会"),
        ("某市司法局", "某市司法局办公室"),
        ("某市财政局", "市财政局"),
        ("某市财政局", "某县财政局"),
        ("区", "某区"),
    ],
)
def test_a_name_that_is_merely_alike_is_another(one: str, other: str) -> None:
    assert not same(one, other)


def test_codes_decide_where_both_have_one() -> None:
    one, other = {"name": "甲", "code": "1"}, {"name": "甲", "code": "2"}
    assert not same_organ(one, other)
    assert same_organ({**one, "name": "乙"}, one)
    assert same_organ(one, {"name": "甲"})


def test_white_space_and_full_width_forms_do_not_matter() -> None:
    assert tails(" 某市 财政局（本级）") == ("某市财政局(本级)", "财政局(本级)")


@given(
    st.lists(st.builds("".join, st.tuples(PLACES, PLACES, OFFICES)), max_size=8), st.lists(PLACES, max_size=2), OFFICES
)
def test_a_roll_finds_just_those_that_are_the_same(names: list[str], places: list[str], office: str) -> None:
    name = "".join(places) + office
    roll = Roll({"name": name} for name in names)
    same_ones = [number for number, other in enumerate(names) if same(other, name)]
    exact = [number for number in same_ones if names[number] == name]
    assert roll.find({"name": name}) == tuple(exact if len(same_ones) > 1 and exact else same_ones)


def test_a_code_on_a_roll_decides_against_names() -> None:
    roll = Roll([{"name": "甲县财政局", "code": "1"}, {"name": "甲县财政局", "code": "2"}, {"name": "财政局"}])
    assert roll.find({"name": "甲县财政局", "code": "2"}) == (1,)
    assert roll.find({"name": "甲县财政局", "code": "3"}) == (2,)
    assert roll.find({"name": "甲县财政局"}) == (0, 1)
    assert Roll([{"name": "甲县财政局"}, {"name": "财政局", "code": "2"}]).find(
        {"name": "甲县财政局", "code": "2"}
    ) == (1,)
