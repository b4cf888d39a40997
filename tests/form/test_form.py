"""The form as the schema draws it: places, names, tables, citations."""

from itertools import product

import pytest

from govreport import resources
from govreport.form.citing import cite
from govreport.form.drawing import DrawnBlock, draw
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.form.numerals import number_of, numeral

L2021 = load_layout("2021")


def grid(block: DrawnBlock) -> list[list[str]]:
    """Return the text that stands at every place of a block; fails where boxes overlap or leave a gap."""
    places: dict[tuple[int, int], str] = {}
    for box in block.boxes:
        for row in range(box.row, box.row + box.rowspan):
            for column in range(box.column, box.column + box.colspan):
                assert (row, column) not in places, f"two boxes at {row}, {column}"
                places[row, column] = box.text or "#"
    assert set(places) == {(r, c) for r in range(block.height) for c in range(block.width)}
    return [[places[r, c] for c in range(block.width)] for r in range(block.height)]


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_boxes_of_every_table_cover_it_without_gap_or_overlap(layout: str) -> None:
    tables = load_layout(layout).tables
    assert len(tables) == 3
    for table in tables:
        for block in draw(table):
            grid(block)


@pytest.mark.parametrize("layout", resources.layouts())
def test_every_cell_of_a_layout_is_drawn_once(layout: str) -> None:
    form = load_layout(layout)
    drawn = [b.pointer for t in form.tables for block in draw(t) for b in block.boxes if b.role == "cell"]
    assert sorted(p for p in drawn if p) == sorted(form.cells)


def test_the_rows_of_table_three_are_those_of_the_print() -> None:
    (block,) = draw(L2021.tables[1])
    rows = grid(block)
    assert (block.height, block.width, block.header_rows, block.header_columns) == (28, 10, 3, 3)
    assert rows[0][:4] == ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"] * 3 + ["申请人情况"]
    assert rows[2][3:] == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    assert rows[7][:3] == ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]
    assert rows[26][:3] == ["三、本年度办理结果", "（七）总计", "（七）总计"]
    assert rows[27][:3] == ["四、结转下年度继续办理"] * 3


def test_table_four_has_one_row_of_fifteen_cells() -> None:
    (block,) = draw(L2021.tables[2])
    rows = grid(block)
    assert rows[3] == ["#"] * 15
    assert rows[1][4:6] == ["总计", "未经复议直接起诉"]
    assert rows[2][4:6] == ["总计", "结果维持"]


def test_table_two_is_a_stack_of_blocks_each_with_its_caption() -> None:
    blocks = draw(L2021.tables[0])
    assert [grid(b)[0][0] for b in blocks] == [f"第二十条第（{n}）项" for n in "一五六八"]
    assert grid(blocks[0])[1] == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        (
            "/requests/natural_person/outcomes/denied/state_secret",
            "三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密 · 自然人",
        ),
        (
            "/requests/organizations/other/received",
            "一、本年新收政府信息公开申请数量 · 法人或其他组织 › 其他",
        ),
        (
            "/proactive_disclosure/documents/normative_documents/issued",
            "第二十条第（一）项 › 行政规范性文件 · 本年制发件数",
        ),
        ("/disputes/litigation/direct/total", "行政诉讼 › 未经复议直接起诉 › 总计"),
        ("/overview", "一、总体情况"),
        ("/marks/3/pointer", "空格标记 4 › 位置"),
        ("/nowhere/at/all", "/nowhere/at/all"),
        ("", ""),
    ],
)
def test_a_place_is_named_in_the_words_of_the_print(pointer: str, name: str) -> None:
    assert place(L2021, pointer) == name


def test_an_english_name_is_followed_by_the_printed_label() -> None:
    assert (
        place(L2021, "/disputes/reconsideration/total", "en")
        == "Administrative reconsideration › Total [行政复议 › 总计]"
    )


def test_pointers_sort_in_the_order_of_print_and_list_items_by_number() -> None:
    pointers = ["/organ", "/requests/natural_person/received", "/requests/total/received", "/marks/2", "/marks/10"]
    backwards = list(reversed(pointers))
    assert sorted(backwards, key=L2021.order) == pointers


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (9, "九"), (10, "十"), (16, "十六"), (20, "二十"), (36, "三十六"), (99, "九十九")]
)
def test_articles_are_numbered_in_chinese(number: int, word: str) -> None:
    assert numeral(number) == word


def test_a_citation_names_act_article_paragraph_and_item() -> None:
    assert cite({"act": "regulation", "article": 36, "item": 1}) == "《条例》第三十六条第（一）项"
    assert cite({"act": "regulation", "article": 39, "paragraph": 2}) == "《条例》第三十九条第二款"
    assert cite({"act": "regulation", "article": 36, "item": 7}, "en") == "Regulation Art. 36 item (7)"
    assert "国办公开办函〔2021〕30号" in cite({"act": "form-2021"})


def test_a_layout_that_is_not_registered_is_refused() -> None:
    with pytest.raises(KeyError):
        load_layout("2020")


def test_a_numeral_is_read_as_it_is_written() -> None:
    numerals = {numeral(number): number for number in range(1, 100)}
    assert {text: number_of(text) for text in numerals} == numerals
    signs = "一二三十百零"
    others = {"".join(text) for size in range(5) for text in product(signs, repeat=size)} - numerals.keys()
    assert {text for text in others if number_of(text) is not None} == {"一十", "一十一", "一十二", "一十三"}
