"""Files are written whole or not at all, and only then have their name; nothing else stays, whatever is in the way."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from govreport import files
from govreport.files import write_atomically, writing_atomically

fcntl = pytest.importorskip("fcntl")
OLD, NEW = b"old", b"new"
PART = "0123456789abcdef.part"


@pytest.fixture(autouse=True)
def nothing_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LOOKED_THROUGH", set())


@pytest.fixture(params=["links", "no links"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where to write, on a drive that has hard links, and on one that has none; nothing but the file is left there."""
    if request.param == "no links":

        def refuse(*_: Any) -> None:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "report.json"
    yield path
    assert {file.name for file in tmp_path.iterdir()} <= {path.name}


def test_a_file_is_written_where_none_is(place: Path) -> None:
    write_atomically(place, NEW)
    assert place.read_bytes() == NEW


@pytest.mark.parametrize("keep_same", [False, True])
def test_what_is_there_is_replaced_only_where_that_is_asked(place: Path, keep_same: bool) -> None:
    place.write_bytes(OLD)
    with pytest.raises(FileExistsError) as caught:
        write_atomically(place, NEW, keep_same=keep_same)
    assert str(caught.value.filename) == str(place)
    assert place.read_bytes() == OLD
    write_atomically(place, NEW, replace=True, keep_same=keep_same)
    assert place.read_bytes() == NEW


def test_the_same_may_be_there_where_that_is_allowed(place: Path) -> None:
    place.write_bytes(OLD)
    write_atomically(place, OLD, keep_same=True)
    with pytest.raises(FileExistsError):
        write_atomically(place, OLD)
    assert place.read_bytes() == OLD


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_of_what_breaks_off_nothing_appears(place: Path, error: type[BaseException]) -> None:
    def broken_off() -> None:
        with writing_atomically(place) as file:
            file.write(NEW)
            raise error

    with pytest.raises(error):
        broken_off()
    assert not place.exists()


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_has_its_name_once_all_of_it_is_on_the_disk(
    place: Path, replace: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(name: str) -> Callable[..., Any]:
        does = getattr(os, name)

        def noted(first: Any, *rest: Any) -> Any:
            if name == "fsync":
                assert os.fstat(first).st_size == len(NEW)
            done.append(name)
            return does(first, *rest)

        return noted

    for name in ("fsync", "link", "replace"):
        monkeypatch.setattr(os, name, noting(name))
    with writing_atomically(place, replace=replace) as file:
        file.write(NEW)
        assert not place.exists()
    assert done[0] == "fsync"


def test_a_part_that_another_run_took_for_abandoned_is_begun_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = fcntl.flock
    taken: list[Path] = []

    def late(number: int, kind: int) -> None:
        if not taken:
            taken.extend(place.parent.glob(".*.part"))
            taken[0].unlink()
        lock(number, kind)

    monkeypatch.setattr(fcntl, "flock", late)
    write_atomically(place, NEW)
    assert place.read_bytes() == NEW


def test_only_parts_that_nobody_writes_to_are_removed(tmp_path: Path) -> None:
    others = (f"a.json.{PART}", ".notes.part", f".{PART}", f".a.json.{PART}.txt", ".a.json.0123.part")
    for name in (f".a.json.{PART}", f".b.json.{PART}", *others):
        (tmp_path / name).write_bytes(OLD)
    with (tmp_path / f".b.json.{PART}").open("rb") as held:
        fcntl.flock(held.fileno(), fcntl.LOCK_EX)
        write_atomically(tmp_path / "c.json", NEW)
    assert {file.name for file in tmp_path.iterdir()} == {"c.json", f".b.json.{PART}", *others}
