"""Characters that some PDFs give by the sign of their radical are read as the characters they are printed for."""

import pytest

from govreport.documents.text import without_radicals


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("\u2f08\u2ea0政府", "人民政府"),
        ("\u2ed3\u2ed4\u2eda", "长门页"),
        ("\u2f47期：2024年1\u2f49", "日期：2024年1月"),
        ("门\u2f3e网站", "门户网站"),
        ("三、本年度办理结果", "三、本年度办理结果"),
        ("（一）予以公开 ０", "（一）予以公开 ０"),
    ],
)
def test_a_radical_is_read_as_the_character_that_looks_the_same(printed: str, meant: str) -> None:
    assert without_radicals(printed) == meant
