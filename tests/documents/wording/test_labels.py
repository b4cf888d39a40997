"""Labels as print varies them."""

import pytest

from govreport.documents.wording.labels import fold, own_words


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("其它结果", "其他结果"),
        ("（六）其它处理", "（六）其他处理"),
        ("3.其它", "3.其他"),
        ("（二）部份公开", "（二）部分公开"),
        ("其 它\n结果", "其他结果"),
        ("规章²", "规章"),
        ("规章①", "规章"),
    ],
)
def test_other_ways_to_write_a_label_are_the_same_label(printed: str, form: str) -> None:
    assert fold(printed) == fold(form)
    assert own_words(f"{printed}（区分处理的）") == own_words(form)


def test_other_words_stay_other_labels() -> None:
    assert fold("其余结果") != fold("其他结果")
    assert fold("全部公开") != fold("部分公开")
