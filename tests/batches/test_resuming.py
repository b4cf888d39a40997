"""What a report that was written says of the reading that wrote it."""

from pathlib import Path

import pytest

from govreport import extract
from govreport.batches.resuming import is_whole
from govreport.model import codec
from tests.cli.publishing import CONTRADICTION, RENDERED, published
from tests.reports import EXAMPLES

# What is taken out of the page, or put into it, and so cannot be read.
CHANGES = {
    "nothing": ("", ""),
    "a row": ("行政事业性收费", "其他"),
    "a section": ("五、存在的主要问题及改进情况", ""),
    "a figure": (">0<", ">〇〇<"),
    "the organ": ("闵行区人力资源和社会保障局", ""),
    "the year": ("2025", ""),
    "a blank": (">0<", "><"),
}


def test_every_change_is_one() -> None:
    assert all(before in published("html").decode() for before, _ in CHANGES.values())


@pytest.mark.parametrize("change", CHANGES)
def test_it_says_whether_all_was_read(change: str, tmp_path: Path) -> None:
    before, after = CHANGES[change]
    found = extract(published("html").decode().replace(before, after).encode())
    path = tmp_path / "a.json"
    path.write_bytes(codec.write(found.value))
    assert is_whole(path) == (found.completeness == "whole")


def test_the_changes_are_of_both_kinds() -> None:
    pages = [published("html").decode().replace(*change).encode() for change in CHANGES.values()]
    assert {extract(page).completeness for page in pages} == {"whole", "part"}


@pytest.mark.parametrize("form", RENDERED)
@pytest.mark.parametrize("report", [CONTRADICTION, EXAMPLES / "reports" / "jiading-2019.json"], ids=["2021", "2019"])
def test_it_says_so_of_every_layout_and_format(report: Path, form: str, tmp_path: Path) -> None:
    found = extract(published(form, report))
    path = tmp_path / "a.json"
    path.write_bytes(codec.write(found.value))
    assert is_whole(path) == (found.completeness == "whole")


def test_what_is_no_report_says_nothing_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    assert is_whole(tmp_path / "a.json") is False


def test_of_a_work_plan_only_reading_it_again_can_say_it() -> None:
    assert is_whole(EXAMPLES / "plans" / "jiading-hr-2022.json") is None
