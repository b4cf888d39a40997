"""Which files a path stands for, and what is told of the rest."""

from pathlib import Path

import pytest

from govreport.batches.paths import find, is_single
from govreport.formats import PUBLISHED_SUFFIXES, REPORT_SUFFIXES


def found(path: Path | str, suffixes: frozenset[str] = REPORT_SUFFIXES) -> tuple[list[str], list[str]]:
    """Return the names of the files found, and of those passed over."""
    others: list[str] = []
    names = [Path(file).name for file in find(str(path), suffixes, others.append)]
    return names, [Path(file).name for file in others]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.json", "a.JSON", "c.ndjson", "d.html", "e.png", "sub/f.json", "README"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def test_files_of_the_kinds_asked_for_are_found_and_all_others_are_told(folder: Path) -> None:
    assert found(folder) == (["a.JSON", "b.json", "c.ndjson", "f.json"], ["README", "d.html", "e.png"])
    assert found(folder, PUBLISHED_SUFFIXES)[0] == ["d.html"]


@pytest.mark.parametrize(
    "name",
    [".x.json", ".git/x.json", "~$x.json", "__MACOSX/._x.json", "b.json.losses.json", "c.ndjson.losses.ndjson"],
)
def test_what_systems_and_programs_keep_beside_files_is_neither_found_nor_told(folder: Path, name: str) -> None:
    before = found(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"")
    assert found(folder) == before


@pytest.mark.parametrize("belongings", ["d_files", "d.files"])
def test_the_folder_that_a_browser_saves_with_a_page_belongs_to_it(folder: Path, belongings: str) -> None:
    (folder / belongings).mkdir()
    (folder / belongings / "frame.html").write_bytes(b"")
    assert found(folder, PUBLISHED_SUFFIXES)[0] == ["d.html"]
    (folder / "d.html").unlink()
    assert found(folder, PUBLISHED_SUFFIXES)[0] == ["frame.html"]


@pytest.mark.parametrize("suffix", [".doc", ".xls", ".wps", ".et", ".rtf", ".ofd"])
def test_what_may_be_a_report_is_found_though_it_cannot_be_read(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"x{suffix}").write_bytes(b"")
    assert found(tmp_path, PUBLISHED_SUFFIXES) == ([f"x{suffix}"], [])


def test_a_file_stands_for_itself_whatever_it_is(folder: Path) -> None:
    assert found(folder / "e.png") == (["e.png"], [])
    assert found(folder / "none.json") == ([], [])
    assert found("-") == (["-"], [])


def test_a_pattern_stands_for_all_that_matches_it(folder: Path) -> None:
    (folder / "b.json.losses.json").write_bytes(b"")
    assert found(folder / "[be]*") == (["b.json", "e.png"], [])
    assert found(folder / "*ub*") == (["f.json"], [])


def test_what_matches_a_pattern_comes_in_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matches = sorted(str(path) for path in folder.glob("*.*"))
    monkeypatch.setattr("glob.glob", lambda *_, **__: matches[::-1])
    assert found(folder / "*.*")[0] == [Path(match).name for match in matches]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[a].json").write_bytes(b"")
    assert found(tmp_path / "[a].json") == (["[a].json"], [])
    assert is_single(str(tmp_path / "[a].json"))
    assert not is_single(str(tmp_path / "[b].json"))
    assert not is_single(str(tmp_path))


def test_a_folder_that_may_not_be_read_is_yielded_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("os.scandir", refuse)
    assert found(folder) == ([folder.name], [])


@pytest.mark.parametrize("page", ["g.htm", "g.HTML", "G.Htm"])
def test_so_it_does_whatever_the_suffix_of_the_page(tmp_path: Path, page: str) -> None:
    (tmp_path / page).write_bytes(b"")
    (tmp_path / f"{Path(page).stem}_files").mkdir()
    (tmp_path / f"{Path(page).stem}_files" / "frame.html").write_bytes(b"")
    assert found(tmp_path, PUBLISHED_SUFFIXES)[0] == [page]


def test_a_table_with_its_codebook_beside_it_is_none_of_the_reports(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv", "b.csv.table-schema.json"):
        (tmp_path / name).write_bytes(b"")
    assert found(tmp_path, PUBLISHED_SUFFIXES) == (["a.csv"], ["b.csv"])


def test_explanations_of_no_document_are_told(folder: Path) -> None:
    before, others = found(folder, PUBLISHED_SUFFIXES)
    for name in ("d.govreport.json", "z.govreport.json"):
        (folder / name).write_bytes(b"")
    after, told = found(folder, PUBLISHED_SUFFIXES)
    assert (after, sorted(told)) == (before, sorted([*others, "z.govreport.json"]))


def test_a_link_that_leads_nowhere_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "none.json")
    assert found(tmp_path / "a.json") == (["a.json"], [])
