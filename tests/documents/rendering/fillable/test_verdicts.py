"""The live column of the workbook to fill in says in LibreOffice what the rules say, in every case of the suite."""

from collections import Counter
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from govreport.documents.rendering.report.spots import Spot
from govreport.documents.rendering.report.verdicts import PLAIN, Side, verdict_formula
from govreport.documents.rendering.workbook import workbook
from govreport.messages import phrase
from govreport.rules.data import load_instances
from tests.conformance import suite
from tests.documents.office import converted, needs_office
from tests.sharing import by_one_process

from .books import Place, Table, arithmetic_cases, joined, shown, write

pytestmark = needs_office
SHEET = "truth"
TRUTH = [case.data for case in suite.cases("truth-table")]
# What stands in a cell for a term of the truth table that is no figure.
TERMS = {"blank": None, "signed": None, "doubtful": "字迹不清", "signed-doubtful": "字迹不清"}


def _side(terms: list[int | str], row: int, column: int) -> Side:
    spots = [Spot(SHEET, row, column + n) for n in range(len(terms))]
    signed = tuple(spot for spot, term in zip(spots, terms, strict=True) if str(term).startswith("signed"))
    return Side(spots=tuple(spots), signed=signed)


def _truth_table() -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(SHEET)
        for row, case in enumerate(TRUTH):
            for column, terms in ((1, case["left"]), (9, case["right"])):
                for n, term in enumerate(terms):
                    sheet.write(row, column + n, TERMS.get(term, term) if isinstance(term, str) else term)
            left, right = _side(case["left"], row, 1), _side(case["right"], row, 9)
            sheet.write_formula(row, 0, "=" + verdict_formula(case["relation"], left, right, SHEET, "zh"), value="?")

    return workbook("", "", fill)


@pytest.fixture(scope="module")
def tables() -> dict[str, tuple[bytes, list[Table]]]:
    """Return a workbook for each group of cases, with its tables."""
    groups: dict[str, list[suite.Case]] = {}
    for case, layout in arithmetic_cases():
        groups.setdefault(f"{layout}-{case.group}", []).append(case)
    return {name: write(joined(cases)) for name, cases in groups.items()}


@pytest.fixture(scope="module")
def office(tables: dict[str, tuple[bytes, list[Table]]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the workbooks as LibreOffice has worked them out, in one run."""
    files = {f"{name}.xlsx": data for name, (data, _) in tables.items()}
    return converted({**files, "truth.xlsx": _truth_table()}, "xlsx", by_one_process(tmp_path_factory, "verdicts"))


def test_every_line_of_the_truth_table_is_worked_out_as_it_says(office: dict[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(BytesIO(office["truth"]), data_only=True)[SHEET]
    for row, case in enumerate(TRUTH, 1):
        said = sheet.cell(row, 1).value or ""
        verdict = "holds" if not said else "open" if said == phrase("guide-open") else "fails"
        assert (case["description"], verdict) == (case["description"], case["verdict"])


def test_every_verdict_of_the_suite_is_shown(
    tables: dict[str, tuple[bytes, list[Table]]], office: dict[str, bytes]
) -> None:
    seen: Counter[str] = Counter()
    asked: set[tuple[str, Place]] = set()
    for name, (_, drawn) in tables.items():
        for table, found in shown(office[name], drawn):
            assert (table.sheet, found) == (table.sheet, table.expected)
            asked |= {(name.partition("-")[0], place) for place in found}
            for case in table.cases:
                if case.rule is None or case.rule not in found:
                    continue
                verdict, said = str(case.data["verdict"]), found[case.rule]
                expected = {"fails": said not in ("", phrase("guide-open")), "open": said == phrase("guide-open")}
                assert expected.get(verdict, said == ""), case
                seen[verdict] += 1
    # The suite has each equation of both layouts three times.
    equations = {layout: [i for i in load_instances(layout) if i.is_arithmetic] for layout in ("2019", "2021")}
    assert min(seen[verdict] for verdict in ("holds", "fails", "open")) >= 80
    assert {(layout, (i.rule.id, i.at)) for layout, found in equations.items() for i in found} == asked


def test_a_figure_of_either_side_that_could_not_be_read_leaves_a_relation_open() -> None:
    unread, known = Side(unknown=1, is_doubtful=True), Side()
    for sides in ((unread, known), (known, unread)):
        assert 'IF(FALSE(),"",' in verdict_formula("=", *sides, "A", "zh")
    assert "IF(FALSE()" not in verdict_formula("=", Side(unknown=1), known, "A", "zh")


def test_what_is_typed_for_a_blank_hides_no_figure() -> None:
    assert {"/", "—", "不适用", "-", "--", "——", "无"} == set(PLAIN)
