"""Documents in shapes of strangers' own choosing (`bench/strangers`): no cell is read wrongly, nearly all are read."""

import contextlib
import json
import random
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

import govreport
from bench.data import reports
from bench.strangers import first, second
from bench.strangers.__main__ import counted
from bench.strangers.page import page_of
from govreport.documents.limits import UnreadableDocument

from .test_damaged import LONGEST, damaged

ALL = {**first.SHAPES, **second.SHAPES}
# What no way of reading knows, by how much of it is read.
UNREAD = {
    "html, boxes instead of tables": 0.0,
    "html, a drawing in SVG": 0.0,
    "html, flexible rows told by classes": 0.0,
    "docx, the wide table as two": 0.7,
    "pdf, two columns": 0.1,
}
LEAST = 0.97
NAMED = (
    "html, lists of definitions",
    "text, a line for each figure",
    "text, a listing in braces",
    "text, a row for each figure, tabs between",
)
TRIES = 12


def source(seed: int = 99) -> bytes:
    (report,) = reports(1, seed, "2021")
    return report


def printed(name: str, seed: int = 99) -> bytes:
    return ALL[name](page_of(source(seed), titles=name in second.SHAPES))


@pytest.mark.parametrize("name", ALL)
def test_no_cell_is_wrong_and_nearly_all_are_read(name: str) -> None:
    members = json.loads(source(), parse_float=Decimal)
    cells, read, wrong = counted(printed(name), members)
    assert wrong == []
    assert read >= UNREAD.get(name, LEAST) * cells


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("行政规范性文件", "其他文件（不含行政规范性文件）"),
        lambda text: text.replace("自然人", "村民委员会"),
        lambda text: text.replace("4.保护第三方合法权益", "4.其他情形"),
        lambda text: text.replace("商业企业", "上年商业企业"),
    ],
    ids=["another-row", "another-column", "another-reason", "last-year"],
)
def test_figures_behind_other_names_become_no_cells(name: str, change: Callable[[str], str]) -> None:
    members = json.loads(source(), parse_float=Decimal)
    _, read, wrong = counted(change(printed(name).decode()).encode(), members)
    assert wrong == []
    assert read < 200


def test_names_that_lead_twice_to_one_cell_are_read_nowhere() -> None:
    text = printed("text, a line for each row, columns named").decode()
    lost = text.replace("行政诉讼—未经复议直接起诉：", "").replace("行政诉讼—复议后起诉：", "")
    found = govreport.extract(lost.encode())
    assert not any(pointer.startswith("/disputes/") for pointer in found.evidence)


def test_running_text_with_all_labels_is_no_table() -> None:
    text = printed("text, a line for each figure").decode()
    lines = [line for line in text.splitlines() if "/" not in line]
    told = "。".join(line.replace("/", "的").replace("：", "比上年多") for line in text.splitlines() if "/" in line)
    found = govreport.extract("\n".join([*lines[:8], told, *lines[8:]]).encode())
    assert not any(pointer.startswith("/requests/") for pointer in found.evidence)


@pytest.mark.parametrize("file", ["report.txt", "report.csv", "report"])
@pytest.mark.parametrize("name", ["bytes, commas in UTF-8", "bytes, semicolons in UTF-16"])
def test_rows_of_fields_are_read_whatever_the_file_is_called(tmp_path: Path, name: str, file: str) -> None:
    path = tmp_path / file
    path.write_bytes(printed(name))
    assert govreport.extract(path).format == "csv"
    assert govreport.extract(path).completeness == "whole"


@pytest.mark.parametrize("name", second.SHAPES)
def test_damage_raises_nothing_but_a_refusal(name: str) -> None:
    data, rng = printed(name), random.Random(name)
    for _ in range(TRIES):
        start = time.monotonic()
        with contextlib.suppress(UnreadableDocument):
            govreport.extract(damaged(data, rng))
        assert time.monotonic() - start < LONGEST


def test_the_sets_have_no_shape_in_common() -> None:
    assert len(ALL) == len(first.SHAPES) + len(second.SHAPES)
    assert all(callable(make) for make in ALL.values())
