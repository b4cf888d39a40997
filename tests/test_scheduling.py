"""What is dear to start is started by one process; what is made for all is made once."""

from pathlib import Path

import pytest

from tests.reports import ROOT
from tests.scheduling import EARLY, TOGETHER, group
from tests.sharing import by_one_process, once


def test_files_that_share_what_is_dear_are_together_and_all_others_go_anywhere() -> None:
    for file in TOGETHER + EARLY:
        assert (ROOT / file).is_file()
    for file in TOGETHER:
        assert group(f"{file}::test_a") == group(f"{file}::test_b[1]")
    assert group("tests/site/test_pages.py::test_a") == group("tests/site/test_browser.py::test_b")
    assert group("tests/site/test_pages.py::test_a") != group(f"{TOGETHER[0]}::test_a")
    assert group("tests/form/test_form.py::test_a") != group("tests/form/test_form.py::test_b")


def test_what_is_made_for_all_is_made_by_the_first_that_needs_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "a").touch()

    made: list[Path] = []
    folders = {once(tmp_path_factory, "for-this-test", make) for _ in range(2)}
    assert len(made) == len(folders) == 1
    assert [path.name for path in folders.pop().iterdir()] == ["a"]


def test_what_could_not_be_made_is_made_by_the_next(tmp_path_factory: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        once(tmp_path_factory, "not-made", fail)
    assert once(tmp_path_factory, "not-made", lambda folder: (folder / "a").touch()).is_dir()


def test_what_two_processes_make_that_one_should_is_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert by_one_process(tmp_path_factory, "made-here").is_dir()
    with pytest.raises(pytest.fail.Exception, match="two processes"):
        by_one_process(tmp_path_factory, "made-here")
