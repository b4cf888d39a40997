"""Reading knows an added layout, and reads the documents of the others as it did before."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import govreport
from tests.documents.variations.accuracy import measure
from tests.layouts.added import ADDED, ID, examples_of_2021, own_report
from tests.layouts.documents import FORMATS, own, without_row
from tests.layouts.running import read_all, run
from tests.reports import clean, document

Checkouts = Callable[[str], Path]
NEAR = ["layout-near", "info", "/layout", {"by": "declared-year", "layout": "2021", "others": ID}]


@pytest.mark.parametrize("name", ADDED)
def test_documents_of_the_others_are_read_as_before(
    name: str, checkouts: Checkouts, documents: Path, read_before: dict[str, Any]
) -> None:
    shares = _shared_out(read_before)
    assert len(set().union(*shares.values())) == len(read_before) > 200
    after = read_all(checkouts(name), documents, shares[name])
    assert after.keys() == shares[name]
    said = []
    for document_name, read in after.items():
        if NEAR in read["notes"]:
            said.append(document_name)
            read["notes"].remove(NEAR)
        assert read == read_before[document_name], document_name
    # Where the one row is gone that the added layout has not, the year decides, and that is said.
    assert {name.split()[0] for name in said} <= {"cut", "drawn", "variation"}
    assert ("cut" in {name.split()[0] for name in said}) == (name == "row-less")
    assert name == "row-less" or not said


def _shared_out(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the documents to read beside each added layout, in turn: all have some of each format and source.

    Where a row is lost, the layout that has a row less may be as near: all such are read beside it, too.
    """
    lost = {name for name in names if name.startswith(("cut", "drawn site-rows-gone"))}
    whole = sorted(set(names) - lost)
    shares = {layout: set(whole[turn :: len(ADDED)]) for turn, layout in enumerate(ADDED)}
    shares["row-less"] |= lost
    others = [layout for layout in ADDED if layout != "row-less"]
    for turn, layout in enumerate(others):
        shares[layout].update(sorted(lost)[turn :: len(others)])
    return shares


_PRINT = """
import sys
from pathlib import Path
import govreport
for path in sorted(Path("own").glob("*.json")):
    for form in sys.argv[1:]:
        Path("printed", f"{path.stem} {form}").write_bytes(govreport.render(govreport.load(path), form))
"""


@pytest.mark.parametrize("name", ADDED)
def test_reports_of_the_layout_are_printed_and_read_back(name: str, checkouts: Checkouts, tmp_path: Path) -> None:
    for folder in ("own", "printed"):
        (tmp_path / folder).mkdir()
    reports = {stem: own_report(name, of=value) for stem, value in examples_of_2021().items()}
    for stem, report in reports.items():
        (tmp_path / "own" / f"{stem}.json").write_bytes(document(report))
    run(checkouts(name), ["-c", _PRINT, *FORMATS], folder=tmp_path)
    read = read_all(checkouts(name), tmp_path / "printed")
    assert len(read) == len(FORMATS) * len(reports)
    sections = [member for member in reports["clean"] if member in _sections(checkouts(name))]
    for printed, found in read.items():
        expected = reports[printed.split()[0]]
        assert (found["layout"], found["completeness"], found["notes"]) == (ID, "whole", []), printed
        # One of the real reports has a row of the other form in the place of its own.
        mixed = ["layout-mixed"] if printed.startswith("hongze-2024") and not printed.endswith("csv") else []
        assert [problem[0] for problem in found["problems"]] == mixed, printed
        assert measure(found["value"], expected).wrong == (), printed
        for member in sections:
            assert _without_units(found["value"][member]) == _without_units(expected[member]), (printed, member)


@pytest.mark.parametrize("name", ADDED)
def test_papers_of_the_layout_are_read(name: str, checkouts: Checkouts, tmp_path: Path) -> None:
    truths = {}
    for form, data, truth in own(name):
        (tmp_path / form).write_bytes(data)
        truths[form] = truth
    for form, found in read_all(checkouts(name), tmp_path).items():
        assert (found["layout"], found["completeness"], found["notes"]) == (ID, "whole", []), form
        accuracy = measure(found["value"], truths[form])
        assert (accuracy.wrong, accuracy.unread) == ((), ()), form
        if name == "section-more":
            assert found["value"]["management"] == "政府信息按目录管理，随时更新。"
        if name == "table-more":
            assert found["value"]["open_data"]["all"] == {"free": 4, "restricted": 3, "total": 7}


def test_of_a_damaged_document_the_year_decides(checkouts: Checkouts, tmp_path: Path) -> None:
    """What has lost the row by which the layouts differ is of the layout of its year; without a year, of the older."""
    lost = without_row(govreport.loads(document(clean())), "要求提供公开出版物")
    (tmp_path / "of 2023").write_bytes(lost)
    (tmp_path / "of 2031").write_bytes(lost.replace(b"2023", b"2031").replace(b"2024", b"2032"))
    (tmp_path / "of no year").write_bytes(_without_years(lost))
    read = read_all(checkouts("row-less"), tmp_path)
    assert {name: found["layout"] for name, found in read.items()} == {
        "of 2023": "2021",
        "of 2031": ID,
        "of no year": "2021",
    }
    said = {
        name: [note[3]["by"] for note in found["notes"] if note[0] == "layout-near"] for name, found in read.items()
    }
    assert said == {"of 2023": ["declared-year"], "of 2031": [], "of no year": ["layout-older"]}


def test_a_report_of_the_added_layout_that_lost_its_own_row_keeps_its_layout(
    checkouts: Checkouts, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "printed").mkdir()
    (tmp_path / "own" / "clean.json").write_bytes(document(own_report("row-more")))
    run(checkouts("row-more"), ["-c", _PRINT, "html"], folder=tmp_path)
    page = tmp_path / "printed" / "clean html"
    text = page.read_text(encoding="utf-8")
    start = text.rindex("<tr", 0, text.index("申请内容不属于政府信息"))
    page.write_text(text[:start] + text[text.index("</tr>", start) + 5 :], encoding="utf-8")
    (found,) = read_all(checkouts("row-more"), tmp_path / "printed").values()
    assert found["layout"] == ID
    assert [problem[0] for problem in found["problems"]] == ["row-missing"]
    assert [note[3] for note in found["notes"]] == [{"by": "declared-year", "layout": ID, "others": "2021"}]


def test_a_report_in_the_old_form_for_a_later_year_keeps_the_old_form(checkouts: Checkouts, tmp_path: Path) -> None:
    """A whole section that is not there is no damage, where all that the older form has is there."""
    page = govreport.render(govreport.loads(document(clean())), "html")
    (tmp_path / "later").write_bytes(page.replace(b"2023", b"2031").replace(b"2024", b"2032"))
    for name in ("section-more", "table-more"):
        (found,) = read_all(checkouts(name), tmp_path).values()
        assert (found["layout"], found["completeness"], found["notes"]) == ("2021", "whole", []), name


def test_a_row_of_another_layout_makes_a_hybrid(checkouts: Checkouts, tmp_path: Path) -> None:
    """The first table that differs tells the layout; a later label of another is told."""
    page = govreport.render(govreport.loads(document(own_or_2019())), "html").decode()
    at = page.index("<tr", page.index("无正当理由大量反复申请"))
    row = "<tr><td>6.申请内容不属于政府信息</td>" + "<td>0</td>" * 7 + "</tr>"
    (tmp_path / "hybrid").write_text(page[:at] + row + page[at:], encoding="utf-8")
    (found,) = read_all(checkouts("row-more"), tmp_path).values()
    assert found["layout"] == "2019"
    mixed = [note[3]["found"] for note in found["notes"] if note[0] == "layout-mixed"]
    assert mixed == ["申请内容不属于政府信息"]


def own_or_2019() -> Any:
    return json.loads((examples_folder() / "jiading-2019.json").read_bytes())


def examples_folder() -> Path:
    from tests.reports import EXAMPLES

    return EXAMPLES / "reports"


def _sections(checkout: Path) -> set[str]:
    schema = json.loads((checkout / "schema" / ID / "report.schema.json").read_bytes())
    about = {"layout", "year", "organ", "scope", "source", "title", "published", "period", "preamble"}
    return set(schema["required"]) - about


def _without_units(value: Any) -> Any:
    """Return a section as JSON has it: a unit that is not printed may be left out, and amounts are compared as text."""
    if isinstance(value, dict):
        return {name: _without_units(member) for name, member in value.items() if name != "unit" or member is not None}
    return str(float(value)) if isinstance(value, int | float) else value


def _without_years(page: bytes) -> bytes:
    text = page.decode()
    for year in ("2023", "2024"):
        text = text.replace(year, "")
    return text.encode()
