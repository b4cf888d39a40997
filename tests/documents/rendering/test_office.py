"""Through LibreOffice: the Word document to PDF and back, and the formulas of the workbook worked out."""

import io
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import printable
from tests.documents.office import converted, needs_office
from tests.sharing import by_one_process

from .differing import differences
from .samples import NAMES, blank, example

pytestmark = needs_office


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return converted(
        {f"{n}.docx": render(example(n), "docx") for n in NAMES}, "pdf", by_one_process(tmp_path_factory, "docx")
    )


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return converted(
        {f"{n}.xlsx": render(example(n), "xlsx") for n in NAMES}, "pdf", by_one_process(tmp_path_factory, "xlsx")
    )


def read(data: bytes) -> Any:
    report = extract(data).report
    assert report is not None
    return printable(report)


@pytest.mark.parametrize("name", NAMES)
def test_a_word_document_printed_to_pdf_is_read_back_whole(name: str, documents: dict[str, bytes]) -> None:
    assert list(differences(read(documents[name]), printable(example(name)))) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_printed_to_pdf_is_read_back_whole(name: str, workbooks: dict[str, bytes]) -> None:
    assert list(differences(read(workbooks[name]), printable(example(name)))) == []


def test_a_workbook_that_a_clerk_fills_in_adds_up_and_says_what_does_not_hold(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(render(blank(), "xlsx", formulas=True)))
    requests, disputes = book.worksheets[2], book.worksheets[3]
    for place, figure in {"D5": 9, "D6": 0, "D7": 3, "D27": 4, "D29": 0, "E8": 5}.items():
        requests[place] = figure
    disputes["F5"], disputes["I5"] = 6, 7
    book.save(tmp_path / "filled.xlsx")
    data = converted({"filled.xlsx": (tmp_path / "filled.xlsx").read_bytes()}, "xlsx", tmp_path)["filled"]
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    shown = {place: values.worksheets[2][place].value for place in ("D28", "E28", "J7", "J8", "J28", "F28", "J9")}
    assert shown == {"D28": 7, "E28": 5, "J7": 3, "J8": 5, "J28": 12, "F28": None, "J9": None}
    assert values.worksheets[3]["J5"].value == 13
    said = {place: values.worksheets[2][place].value for place in ("D30", "E30", "J30", "D31", "J31", "L7", "M1")}
    assert said == {
        **{"D30": "相差 2", "E30": "待填", "J30": "相差 3", "D31": None, "J31": None, "L7": None},
        "M1": "已填 15/175 格，2 处不平，1 处待填",
    }
    assert values.worksheets[0]["C3"].value == f"三、收到和处理政府信息公开申请情况：{said['M1']}"
    read = extract(data).report
    assert read is not None
    assert (read.requests.natural_person.outcomes.total, read.disputes.litigation.direct.total) == (7, 13)
