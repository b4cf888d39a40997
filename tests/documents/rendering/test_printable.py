"""What the print carries of a report."""

from typing import Any

import attrs
import pytest

from govreport import resources
from govreport.documents.rendering.remarks import printed_day
from govreport.documents.rendering.render import left_out
from govreport.documents.rendering.report.printable import printable
from govreport.documents.wording.cells import read_cell
from govreport.documents.wording.signs import FINDING, NOTE, SIGNS, UNITS
from govreport.form.layout import load_layout
from govreport.model.codec import dumps, unstructure
from govreport.validating import validate

from .samples import NATURAL, RULES, SAMPLES, marked, report, sample, with_undivided


def marks(of: Any) -> dict[str, tuple[str, str | None]]:
    return {mark.pointer: (mark.mark, mark.printed) for mark in of.marks}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_printable_is_a_report_and_is_printable_as_it_is(name: str) -> None:
    found = printable(sample(name))
    dumps(found)
    assert printable(found) == found


@pytest.mark.parametrize("name", SAMPLES)
def test_figures_are_all_carried(name: str) -> None:
    whole, carried = unstructure(sample(name)), unstructure(printable(sample(name)))
    for table in load_layout(sample(name).layout).tables:
        assert carried[table.name] == whole[table.name]


SPARED = "/proactive_disclosure/documents/government_rules/"


@pytest.mark.parametrize("name", SAMPLES)
def test_each_cell_printed_without_a_figure_has_a_mark(name: str) -> None:
    found = printable(sample(name))
    blanks = {f.parameters["blanks"] for f in validate(found).findings if f.code in ("table-blanks", "table-empty")}
    told = {pointer for cells in blanks for pointer in cells}
    # Whoever has no power to make rules may print a sign there, of which nothing is told.
    spared = {pointer for pointer in marks(found) if pointer.startswith(SPARED)}
    assert told <= set(marks(found))
    assert set(marks(found)) - told <= spared


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_signs_of_the_standard_are_those_of_all_marks_and_units(layout: str) -> None:
    definitions = load_layout(layout).schema["$defs"]
    assert list(SIGNS) == definitions["mark"]["properties"]["mark"]["enum"]
    units = {unit for d in definitions.values() for unit in d.get("properties", {}).get("unit", {}).get("enum", ())}
    assert units - {None} == set(UNITS)


@pytest.mark.parametrize("mark", SIGNS)
def test_every_sign_is_read_as_its_mark(mark: str) -> None:
    assert read_cell(SIGNS[mark], "count").mark == mark


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_and_marker_is_told_from_the_figure(unit: str) -> None:
    read = read_cell(f"12.5{UNITS[unit]}{NOTE}3{FINDING}1", "amount")
    assert (str(read.value), read.unit, read.remark) == ("12.5", unit, None)


def test_marks_are_what_is_printed() -> None:
    found = marks(printable(marked()))
    assert found[f"{RULES}/issued"] == ("dash", "————")
    assert found[f"{RULES}/repealed"] == ("slash", "/")
    assert found[f"{NATURAL}/carried_over"] == ("ambiguous", SIGNS["ambiguous"])
    assert found["/disputes/litigation/direct/other"] == ("blank", None)


@pytest.mark.parametrize(
    ("mark", "printed", "carried"),
    [
        ("slash", "无", ("not_applicable", "无")),
        ("dash", "看不清", ("illegible", "看不清")),
        ("illegible", "12", ("illegible", SIGNS["illegible"])),
        ("slash", "３（件）", ("slash", "/")),
    ],
)
def test_a_mark_is_what_its_print_is_read_as_and_never_a_figure(mark: str, printed: str, carried: Any) -> None:
    cell = f"{NATURAL}/received"
    given = report({cell: None, "/marks": [{"pointer": cell, "mark": mark, "printed": printed}]})
    assert marks(printable(given))[cell] == carried


def test_what_is_not_printed_is_left_out_and_told() -> None:
    given = report(
        {
            "/organ/level": "city",
            "/source": {"url": "https://example.cn/"},
            "/explanations": [{"rule": "layout-year", "pointer": "/year", "text": "x"}],
            "/extensions": {"cn.gov.example": 1},
        }
    )
    found = printable(given)
    assert (found.organ.level, found.source, found.explanations, found.extensions) == (None, None, (), None)
    assert {"/organ/level", "/source", "/explanations", "/extensions"} <= set(left_out(given))
    assert not left_out(found)


def test_a_figure_over_several_blocks_cannot_be_printed_and_that_is_told() -> None:
    given = with_undivided("/proactive_disclosure")
    assert printable(given).undivided == ()
    assert "/undivided/0" in left_out(given)


def test_the_label_of_an_undivided_figure_is_the_one_that_is_printed() -> None:
    found = printable(with_undivided(f"{NATURAL}/outcomes/denied", label="不给看的"))
    assert [entry.label for entry in found.undivided] == ["（三）不予公开"]


def test_texts_are_paragraphs_with_words_and_single_blanks() -> None:
    found = printable(report({"/overview": "　　一  二\r\n\n \t\n三\u2028四\x00\n\u200b\n"}))
    assert found.overview == "一 二\n三 四\ufffd"


def test_a_report_without_title_gets_the_usual_one() -> None:
    found = printable(sample("no-title"))
    assert found.title == f"{found.organ.name}{found.year}年政府信息公开工作年度报告"


def test_the_report_itself_is_not_changed() -> None:
    given = sample("hostile")
    before = attrs.evolve(given)
    printable(given)
    assert given == before


def test_amounts_keep_their_digits() -> None:
    found = unstructure(printable(sample("amount-with-zeros")))
    assert str(found["proactive_disclosure"]["charges"]["administrative_fees"]["amount"]) == "52.50"


@pytest.mark.parametrize(
    ("iso", "day"),
    [("2024-02-29", "2024年2月29日"), ("2023-02-29", "2023-02-29"), ("2023-13-01", "2023-13-01"), ("", "")],
)
def test_a_day_that_is_none_is_printed_as_it_is(iso: str, day: str) -> None:
    assert printed_day(iso) == day
