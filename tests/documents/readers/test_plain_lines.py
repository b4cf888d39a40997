"""Lines of plain text: words where blanks set them apart, in the columns where they stand."""

import pytest

from govreport.documents.limits import Limits
from govreport.documents.paper import Paragraph
from govreport.documents.readers import plain


def words(line: str) -> list[tuple[str, int]]:
    (part,) = plain.read(line.encode(), Limits()).parts
    assert isinstance(part, Paragraph)
    return [(word.text, word.start) for word in part.words]


def test_a_single_blank_belongs_to_a_word() -> None:
    assert words("总 计  7") == [("总 计", 0), ("7", 7)]


@pytest.mark.parametrize("figure", ["104", "0.5", "—", "/", "１０４"])
def test_a_single_blank_beside_a_figure_parts_words(figure: str) -> None:
    assert [text for text, _ in words(f"重复申请 48 {figure} 其他")] == ["重复申请", "48", figure, "其他"]


def test_chinese_characters_are_two_columns_wide() -> None:
    assert words("　合计 1") == [("合计", 2), ("1", 7)]


def test_running_text_has_no_words() -> None:
    assert words("坚持以公开为常态、不公开为例外。") == []
