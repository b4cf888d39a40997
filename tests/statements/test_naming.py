"""The organ's own name in its texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.statements.naming import naming_of
from govreport.statements.reading import Speaker, told_in
from govreport.statements.variants import fold

NAME = "某市 某区财政局"
READ_AS = "本机关"
PIECES = st.lists(
    st.sampled_from(("某市某区财政局", "某 区“财政局", "某区", "财政局", "收到5件，", "本机关", " ")), max_size=8
)


@given(PIECES)
def test_each_character_keeps_where_it_is_printed(pieces: list[str]) -> None:
    text = "".join(pieces)
    naming = naming_of(NAME)
    assert naming is not None
    folded, places = fold(text)
    read, at = naming.put(folded, places)
    assert len(at) == len(read) + 1
    assert at[len(read)] == len(text)
    # What is read for the name covers all of it; any other character stands where it stood.
    printed = [text[at[n] : at[n] + 1] for n in range(len(read))]
    names = 0
    n = 0
    while n < len(read):
        if read.startswith(READ_AS, n) and fold(text[at[n] : at[n + 2] + 1])[0] in ("某市某区财政局", "某区财政局"):
            names += 1
            n += len(READ_AS)
        else:
            assert fold(printed[n])[0] == read[n]
            n += 1
    assert names == folded.count("某区财政局")


@pytest.mark.parametrize("name", ["", "信访", "某区。财政局", "某市" + "甲区" * 49 + "局", "“”、 "])
def test_some_names_are_none(name: str) -> None:
    assert naming_of(name) is None


def test_of_names_that_begin_alike_the_longest_counts() -> None:
    name = "某市" + "甲区" * 49
    naming = naming_of(name)
    assert naming is not None
    for text in (name, "甲区" * 49, "甲区" * 3):
        assert naming.put(text, range(len(text) + 1))[0] == READ_AS


def test_a_government_is_not_meant_by_its_name_alone() -> None:
    text = "某市某区财政局收到政府信息公开申请5件"
    told = {
        is_government: [
            t.attached.reason
            for t in told_in(
                "/overview", text, Speaker(layout="2021", year=2023, name=NAME, is_government=is_government)
            )
        ]
        for is_government in (False, True)
    }
    assert told == {False: [None], True: ["sub-body"]}
