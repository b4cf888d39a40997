"""JSON Pointers: names come back as they went in, and places lead to what is there."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govreport.pointers import escape, join, parent, put, tokens, top_of, unescape, value_at

NAMES = st.text(alphabet=st.one_of(st.sampled_from("~/01"), st.characters(codec="utf-8")), max_size=8)


@given(NAMES)
@example("~1")
@example("~0~1/")
def test_an_escaped_name_is_one_token_and_comes_back(name: str) -> None:
    assert "/" not in escape(name)
    assert unescape(escape(name)) == name


@given(st.lists(NAMES))
def test_tokens_are_what_a_pointer_was_joined_from(names: list[str]) -> None:
    assert tokens(join(names)) == tuple(names)
    assert tokens(parent(join(names))) == tuple(names[:-1])
    assert top_of(join(names)) == (names[0] if names else "")


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", {"a/b": [10, {"~": 3}], "": 5, "x": None}),
        ("/a~1b/0", 10),
        ("/a~1b/1/~0", 3),
        ("/", 5),
        ("/x", None),
    ],
)
def test_a_place_leads_to_what_is_there(pointer: str, value: object) -> None:
    assert value_at({"a/b": [10, {"~": 3}], "": 5, "x": None}, pointer, "nothing") == value


@pytest.mark.parametrize(
    "pointer", ["/a/2", "/a/00", "/a/-1", "/a/1²", "/a/" + "1" * 5000, "/a/x", "/b", "/a/0/c", "/x/y"]
)
def test_a_place_that_is_not_there_gives_the_default(pointer: str) -> None:
    assert value_at({"a": [1, 2], "x": None}, pointer, "nothing") == "nothing"


def test_what_is_put_is_there_and_all_else_stays() -> None:
    value = {"a": [{"b": 1}, 2], "c": 3}
    put(value, "/a/0/b", 7)
    put(value, "/a/1", 8)
    put(value, "/d/e~1f", 9)
    assert value == {"a": [{"b": 7}, 8], "c": 3, "d": {"e/f": 9}}
