"""Temporary folders hold reports of others: none stays, however a run has ended."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from govreport import files
from govreport.files import temporary_folder
from tests.reports import EXAMPLES
from tools.forking import processes

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such locks")
_ENDED = "import os\nfrom govreport.files import temporary_folder\nwith temporary_folder():\n    os._exit(9)\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which temporary ones are made, as nobody has looked through it yet."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(files, "_LOOKED_THROUGH", set())
    return tmp_path


def left(place: Path) -> set[str]:
    return {entry.name for entry in place.iterdir()}


def test_it_is_gone_afterwards_whatever_is_raised(place: Path) -> None:
    def fail() -> None:
        with temporary_folder() as folder:
            (folder / "a.txt").write_bytes(b"a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert left(place) == set()


def test_what_a_killed_run_left_behind_goes_with_the_next(place: Path) -> None:
    processes.run([sys.executable, "-c", _ENDED])
    assert len(left(place)) == 1
    with temporary_folder() as folder:
        assert left(place) == {folder.name}


def test_a_folder_that_another_run_holds_stays_and_so_does_what_is_not_ours(place: Path) -> None:
    elsewhere = place / "other"
    elsewhere.mkdir()
    (elsewhere / "in-use").write_bytes(b"")
    (place / "govreport-link").symlink_to(elsewhere)
    (place / "govreport-new").mkdir()  # made just now, and not locked yet
    with temporary_folder() as held:
        files._LOOKED_THROUGH.clear()
        with temporary_folder() as second:
            assert left(place) == {"other", "govreport-link", "govreport-new", held.name, second.name}
    assert (elsewhere / "in-use").exists()


def test_a_review_and_a_database_leave_nothing(place: Path) -> None:
    pytest.importorskip("duckdb")
    for arguments in (("review", "-o", "a.html"), ("table", "-o", "a.duckdb", "-q")):
        command = [sys.executable, "-m", "govreport", arguments[0], str(EXAMPLES / "reports"), *arguments[1:]]
        processes.run(command, cwd=place, capture_output=True)
    assert not [name for name in left(place) if name.startswith(("govreport-", "."))]
