"""Whether a sentence may hold a figure depends on what stands in it alone."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govreport import resources
from govreport.statements.sentences import holds_figures, sentences

ENDS = resources.read("statements/words.json")["marks"]["ends"]
PIECES = st.sampled_from((*"1５三万件。！\n”） ，、未没有收到余x%", "政府信息公开申请", "其他工作"))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_each_is_found_as_if_it_stood_alone(text: str) -> None:
    every = (match.span() for match in re.finditer(f"[^{re.escape(ENDS)}]+", text))
    assert list(sentences(text)) == [(start, end) for start, end in every if holds_figures(text[start:end])]


def test_a_number_in_quotation_marks_is_found_whatever_stands_behind_its_sentence() -> None:
    text = "收到政府信息公开申请“5”。其他工作有序推进。"
    assert [text[start:end] for start, end in sentences(text)] == ["收到政府信息公开申请“5”"]
