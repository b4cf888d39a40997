"""The workbook to fill in, filled in, worked out and saved by LibreOffice in each format that it has for workbooks."""

import pytest

from govreport.documents import office
from govreport.documents.extraction import extract
from govreport.documents.limits import Limits
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import printable
from tests.documents.office import converted, needs_office
from tests.sharing import by_one_process

from ..differing import differences
from ..samples import sample

pytestmark = needs_office
READ_BACK = ["clean", "blank", "marked", "disputes-2023", "outcomes-2020", "amount-in-yuan", "single-row"]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Return the workbooks by name, for each format that LibreOffice saves them in."""
    files = {f"{name}.xlsx": render(sample(name), "xlsx", formulas=True) for name in READ_BACK}
    folder = by_one_process(tmp_path_factory, "saved")
    return {suffix: converted(files, suffix, folder) for suffix in ("xlsx", "ods", "xls")}


@pytest.fixture(scope="module")
def made_new(saved: dict[str, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> dict[bytes, bytes]:
    """Return what reading converts each of the old workbooks to, all in one run in place of one for each."""
    old = {f"{name}.xls": data for name, data in saved["xls"].items()}
    new = converted(old, "xlsx", by_one_process(tmp_path_factory, "made-new"))
    return {data: new[name] for name, data in saved["xls"].items()}


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("name", READ_BACK)
def test_what_an_office_program_saved_is_read_back_whole(
    name: str,
    suffix: str,
    saved: dict[str, dict[str, bytes]],
    made_new: dict[bytes, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # One goes the whole way; what reading starts for an old document is tested beside it.
    if name != "clean":
        monkeypatch.setattr(office, "convert", lambda data, _: made_new[data])
    read = extract(saved[suffix][name], limits=Limits(office=True))
    assert read.report is not None
    assert list(differences(printable(read.report), printable(sample(name)))) == []
    assert [f.code for f in read.problems] == [f.code for f in extract(render(sample(name), "xlsx")).problems]
