"""Figures that run together: read where digits and sums allow one way only, and never wrongly, whatever is damaged."""

import random
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport
from govreport.documents.paper import Evidence, Paragraph
from govreport.documents.report.sums.agreeing import parts_of
from govreport.documents.report.sums.equations import equations
from govreport.documents.report.sums.partitions import Partitions
from govreport.documents.report.sums.runs import Character, Run, runs_of
from govreport.documents.report.sums.ways import Row
from govreport.documents.report.tables.form import load_form
from tests.corpus.changes import CHANGES
from tests.corpus.documents import make
from tests.corpus.measuring import as_file, measure
from tests.corpus.shapes import SHAPES
from tests.documents.variations.drawn import draw

TABLES = ("/requests", "/disputes")
ORGANIZATIONS = (
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_institution",
    "other",
)
Figures = list[list[str]]


def table_of(table: str, layout: str, printed: dict[str, str]) -> tuple[list[tuple[str, ...]], Figures]:
    """Return the cells of a table by rows, and what is printed in them."""
    blocks = [block for block in load_form(layout).blocks if block.table == table]
    rows = [
        tuple(block.cells[y, x] for x in range(len(block.columns))) for block in blocks for y in range(len(block.rows))
    ]
    return rows, [[printed[cell] for cell in row] for row in rows]


def read(layout: str, cells: list[tuple[str, ...]], runs: list[str]) -> dict[str, str]:
    """Return the figures that are told apart in runs, by pointer."""
    rows = [
        Row(
            run=Run(texts=(), characters=tuple(Character(sign=c, line=0, place=n) for n, c in enumerate(run, 1))),
            cells=row,
            kinds=tuple("count" for _ in row),
        )
        for row, run in zip(cells, runs, strict=True)
    ]
    known = {cell for row in cells for cell in row}
    every = [one for one in equations(layout, list(load_form(layout).layout.cells), []) if not known.isdisjoint(one)]
    parts = parts_of(rows, [one for one in every if one.keys() <= known], every)
    texts = {cell: row.run.text for row in rows for cell in row.cells}
    return {cell: texts[cell][part.start : part.end] for cell, part in parts.items()}


@pytest.mark.parametrize("gone", range(15))
def test_figures_that_blanks_part_are_not_parted_again_where_one_is_lost(gone: int) -> None:
    figures = ["0"] * 12 + ["13", "0", "13"]
    del figures[gone]
    runs = runs_of(
        [Paragraph(text=figure, evidence=Evidence(line=n), is_line=True) for n, figure in enumerate(figures, 1)]
    )
    cells, _ = table_of("/disputes", "2021", draw(1).printed)
    row = Row(run=runs[0], cells=cells[0], kinds=tuple("count" for _ in cells[0]))
    every = [one for one in equations("2021", list(load_form("2021").layout.cells), []) if one.keys() <= set(cells[0])]
    assert parts_of([row], every, every) == {}


def lose(choose: random.Random, runs: list[str]) -> None:
    """Lose a digit."""
    at = choose.randrange(len(runs))
    gone = choose.randrange(len(runs[at]))
    runs[at] = runs[at][:gone] + runs[at][gone + 1 :]


def put_in(choose: random.Random, runs: list[str]) -> None:
    """Put in a digit."""
    at = choose.randrange(len(runs))
    place = choose.randrange(len(runs[at]) + 1)
    runs[at] = runs[at][:place] + choose.choice("0123456789") + runs[at][place:]


def nothing(choose: random.Random, runs: list[str]) -> None:
    """Leave all as it is."""


@pytest.mark.parametrize("damage", [nothing, lose, put_in])
@pytest.mark.parametrize("table", TABLES)
@given(seed=st.integers(0, 10**9))
@settings(deadline=None)
def test_no_cell_is_wrong_whatever_digit_is_lost_or_put_in(
    table: str, damage: Callable[[random.Random, list[str]], None], seed: int
) -> None:
    choose = random.Random(seed)
    layout = choose.choice(("2019", "2021"))
    printed = draw(seed, layout, most=choose.choice((3, 12, 90, 900)), density=choose.choice((5, 20, 50))).printed
    cells, figures = table_of(table, layout, printed)
    runs = list(map("".join, figures))
    damage(choose, runs)
    assert read(layout, cells, runs).items() <= printed.items()


@pytest.mark.parametrize("false", [1, 2])
@given(seed=st.integers(0, 10**9))
@settings(deadline=None)
def test_no_cell_is_wrong_where_one_or_two_figures_of_the_report_are(false: int, seed: int) -> None:
    choose = random.Random(seed)
    printed = draw(seed, "2021", most=choose.choice((3, 12, 90)), density=choose.choice((5, 20))).printed
    for _ in range(false):
        cell = choose.choice([p for p in printed if p.startswith("/requests/")])
        printed[cell] = str(choose.choice((int(printed[cell]) + choose.randrange(1, 20), choose.randrange(100), 0)))
    cells, figures = table_of("/requests", "2021", printed)
    assert read("2021", cells, list(map("".join, figures))).items() <= printed.items()


def test_one_false_figure_leaves_the_others_readable() -> None:
    printed = draw(7, "2021", most=40, density=20).printed
    cell = "/requests/total/received"
    printed[cell] = str(int(printed[cell]) + 30)
    cells, figures = table_of("/requests", "2021", printed)
    found = read("2021", cells, list(map("".join, figures)))
    assert found.items() <= printed.items()
    assert len(found) >= len([p for p in printed if p.startswith("/requests/")]) - 7


@given(
    parts=st.lists(st.integers(0, 300), min_size=3, max_size=4),
    more=st.lists(st.integers(0, 30), min_size=2, max_size=3),
)
@settings(deadline=None)
def test_partitions_are_those_of_trying_them_all(parts: list[int], more: list[int]) -> None:
    groups = [[*parts, sum(parts)], [*more, sum(more)]]
    digits = "".join(str(figure) for group in groups for figure in group)
    cells = sum(map(len, groups))
    found = Partitions(digits, list(map(len, groups)), [(0, 10**12)] * cells, 10**6, 10**6).all()
    wanted = {
        (*first, *(middle + place for place in second))
        for middle in range(1, len(digits))
        for first in _tried(digits[:middle], len(groups[0]))
        for second in _tried(digits[middle:], len(groups[1]))
    }
    assert set(found) == wanted


def _tried(digits: str, cells: int) -> Iterator[tuple[int, ...]]:
    """Yield where figures end of which the last is the sum of the others, from trying all places."""
    for places in combinations(range(1, len(digits)), cells - 1):
        texts = [digits[a:b] for a, b in pairwise((0, *places, len(digits)))]
        *parts, total = map(int, texts)
        if sum(parts) == total and texts == [str(figure) for figure in (*parts, total)]:
            yield (*places, len(digits))


@pytest.mark.parametrize("shape", ["text-glued", "text-glued-whole"])
@pytest.mark.parametrize("number", range(4))
def test_nearly_all_of_a_report_is_read(shape: str, number: int) -> None:
    made = make(SHAPES[shape], CHANGES["clean"], number, 4)
    reading = measure(made)
    assert reading.wrong == ()
    assert reading.cells - reading.read <= 25


def test_evidence_says_what_parted_a_figure_and_where_it_stands() -> None:
    made = make(SHAPES["text-glued"], CHANGES["clean"], 0, 4)
    extraction = as_file(made, govreport.extract)
    lines = made.data.decode().split("\n")
    seen = set()
    for pointer, place in extraction.evidence.items():
        if place.by not in (None, "signature"):
            assert place.characters is not None
            assert place.line is not None
            first, last = place.characters
            printed = "".join(lines[place.line - 1].split())[first - 1 : last]
            _, table, *path = pointer.split("/")
            value = extraction.value[table]
            for name in path:
                value = value[name]
            assert printed == str(value) or value is None
            seen.add(place.by)
    assert {"digits", "sums"} <= seen


@pytest.mark.parametrize(
    "row",
    ["党委规范性文件509", "其他文件(不含行政规范性文件)509", "其他主动公开文件509", "规章-行政规范性文件509"],
)
def test_a_row_that_the_form_has_not_is_no_row_of_the_form(row: str) -> None:
    text = f"""某县人民政府2023年政府信息公开工作年度报告
一、总体情况
好。
二、主动公开政府信息情况
第二十条第（一）项
信息内容本年制发件数本年废止件数现行有效件数
规章000
{row}
第二十条第（五）项
信息内容本年处理决定数量
行政许可2629
"""
    documents = govreport.extract(text.encode()).value["proactive_disclosure"]["documents"]
    assert documents["government_rules"] == {"issued": 0, "repealed": 0, "in_force": 0}
    assert set(documents["normative_documents"].values()) == {None}


def test_a_header_in_another_order_is_not_read_in_that_of_the_form() -> None:
    text = """某县人民政府2023年政府信息公开工作年度报告
一、总体情况
好。
二、主动公开政府信息情况
第二十条第（一）项
信息内容现行有效件数本年制发件数本年废止件数
规章123
行政规范性文件456
"""
    documents = govreport.extract(text.encode()).value["proactive_disclosure"]["documents"]
    assert {value for row in documents.values() for value in row.values()} == {None}


def test_the_number_of_the_next_label_is_no_part_of_a_figure() -> None:
    line = Paragraph(
        text="1.属于国家秘密00000002.其他法律行政法规禁止公开1000001", evidence=Evidence(line=1), is_line=True
    )
    assert [(run.texts, run.text) for run in runs_of([line])] == [
        (("1.属于国家秘密",), "0000000"),
        (("2.其他法律行政法规禁止公开",), "1000001"),
    ]


@pytest.mark.parametrize(
    ("run", "true"),
    [
        # A digit of the first was lost, of the others one was put in; each can be parted in one way all the same.
        ("024202600012122314046", "0 24 2 0 26 0 0 0 12 12 23 14 9 0 46"),
        ("0000000000000077", "0 0 0 0 0 0 0 0 0 0 0 0 0 7 7"),
        ("000000000000008888", "0 0 0 0 0 0 0 0 0 0 0 0 0 88 88"),
    ],
)
def test_a_row_that_only_its_own_sums_guard_is_not_parted_by_chance(run: str, true: str) -> None:
    cells, _ = table_of("/disputes", "2021", draw(1).printed)
    assert read("2021", cells, [run]).items() <= dict(zip(cells[0], true.split(), strict=True)).items()


def test_a_row_that_lacks_a_digit_is_supposed_to_even_if_it_can_be_parted() -> None:
    # 0 224 0 20 9 0 253 adds up too, and then another row must have 2 and 20 for 22.
    printed = {pointer: "0" for pointer in draw(1).printed if pointer.startswith("/requests/")}
    columns = ("natural_person", *(f"organizations/{name}" for name in ORGANIZATIONS), "total")
    figures = {
        "received": (0, 224, 290, 22, 29, 0, 565),
        "outcomes/unavailable/requires_creation": (0, 224, 0, 0, 29, 0, 253),
        "outcomes/declined/excessive": (0, 0, 290, 22, 0, 0, 312),
        "outcomes/total": (0, 224, 290, 22, 29, 0, 565),
    }
    for row, values in figures.items():
        printed |= {f"/requests/{column}/{row}": str(value) for column, value in zip(columns, values, strict=True)}
    cells, texts = table_of("/requests", "2021", printed)
    runs = list(map("".join, texts))
    assert read("2021", cells, runs) == printed
    runs[runs.index("022400290253")] = "02240290253"
    assert read("2021", cells, runs).items() <= printed.items()
