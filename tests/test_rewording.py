"""How the documents in tests/data/documents are made: the shape is kept, no prose is shared."""

from hypothesis import given
from hypothesis import strategies as st

from tools.rewording.independence import LONGEST_RUN, common_runs
from tools.rewording.paragraphs import broken, set_as
from tools.rewording.sentences import HEADINGS, THEMES, Supply, width
from tools.testdata import MADE, PUBLISHED

SENTENCE = "窗口的灯在傍晚六点以前从来不会关掉。"
_WORDS = st.lists(
    st.sampled_from(["公开", "信息，", "办", "12 ", "（一）", "件。", "“政务”", "7.5%，"]), min_size=1
).map("".join)


def test_there_is_a_document_for_each_published_one() -> None:
    assert sorted(path.stem for path in MADE.iterdir()) == sorted(PUBLISHED)


def test_prose_of_a_published_document_is_found_wherever_lines_break() -> None:
    printed = "一、总体情况\n窗口的灯在傍晚\n\n六点以前 从来不会关掉。"
    assert common_runs(f"前面。{SENTENCE}后面。", printed)
    assert not common_runs(f"前面。{SENTENCE[: LONGEST_RUN - 1]}", printed)


def test_labels_titles_of_laws_and_names_are_no_prose() -> None:
    label = "要求行政机关确认或重新出具已获取信息"
    law = "《中华人民共和国政府信息公开条例》"
    assert not common_runs(label + law, f"5.{label} 0 0\n{law}")
    name = "某某省某某市某某区某某街道办事处"
    assert common_runs(name, name)
    assert not common_runs(name, name, [name])


@given(text=_WORDS, widths=st.lists(st.integers(4, 20).map(float), min_size=1, max_size=9))
def test_a_text_in_lines_loses_nothing_and_no_line_begins_with_a_stop(text: str, widths: list[float]) -> None:
    lines = broken(text, widths)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line.startswith(("。", "，")) for line in lines[1:])


@given(lines=st.lists(st.integers(10, 30).map(lambda n: "文" * n), min_size=1, max_size=8))
def test_a_paragraph_has_as_many_lines_as_before_and_none_is_wider_than_its_column(lines: list[str]) -> None:
    found = set_as(lines, Supply({}).sentences("publication", sum(map(len, lines)) - 6))
    assert len(found) == len(lines)
    assert max(map(width, found)) <= max(map(len, lines)) + 4


def test_facts_are_handed_out_before_other_sentences_and_once() -> None:
    supply = Supply({"requests": ["收到申请 9 件。"]})
    assert supply.sentences("requests", 40)[0] == "收到申请 9 件。"
    assert supply.facts_left == []
    assert "收到申请 9 件。" not in supply.sentences("requests", 200)


def test_the_sentences_hold_no_figures() -> None:
    texts = [text for group in (*THEMES.values(), *HEADINGS.values()) for text in group]
    assert not [text for text in texts if any(character.isdigit() for character in text)]
