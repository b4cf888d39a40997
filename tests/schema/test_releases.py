"""A released folder is sealed: its hash in `versions.json` changes with every byte of it."""

import hashlib
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tools.release import entries, folder_hash, with_hashes

from .files import LAYOUTS, SCHEMA, read

REGISTERED = entries((SCHEMA / "versions.json").read_text(encoding="utf-8"))
FILES = [(name, path.name) for name in REGISTERED for path in sorted((SCHEMA / name).iterdir())]


@pytest.fixture
def released(folder: str, tmp_path: Path) -> Path:
    """A copy of a folder that has the registered hash."""
    copy = Path(shutil.copytree(SCHEMA / folder, tmp_path / folder))
    assert folder_hash(copy) == REGISTERED[folder]["sha256"]
    return copy


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_one_changed_byte_changes_the_hash(folder: str, name: str, released: Path) -> None:
    file = released / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert folder_hash(released) != REGISTERED[folder]["sha256"]


@pytest.mark.parametrize("folder", REGISTERED)
def test_one_more_file_or_another_name_changes_the_hash(folder: str, released: Path) -> None:
    before = folder_hash(released)
    (released / "notes.txt").touch()
    more = folder_hash(released)
    (released / "notes.txt").rename(released / "rules.txt")
    assert len({before, more, folder_hash(released)}) == 3


def test_the_hash_is_the_documented_one(tmp_path: Path) -> None:
    # Sorted by code point: upper case before lower case, "." before "/".
    for name, content in (("a/b.txt", b"xyz"), ("a.txt", b""), ("B", "丙".encode())):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    written = b"B\x003\x00\xe4\xb8\x99" + b"a.txt\x000\x00" + b"a/b.txt\x003\x00xyz"
    assert folder_hash(tmp_path) == hashlib.sha256(written).hexdigest()


def test_writing_the_hashes_changes_nothing_else() -> None:
    registry = (SCHEMA / "versions.json").read_text(encoding="utf-8")
    hashes = {folder: str(number) * 64 for number, folder in enumerate(REGISTERED)}
    written = with_hashes(registry, hashes)
    none = dict.fromkeys(REGISTERED, "")
    assert with_hashes(written, none) == with_hashes(registry, none)
    assert all(value in written for value in hashes.values())


def test_layouts_are_registered_in_the_order_of_their_years() -> None:
    layouts = read("versions.json")["layouts"]
    years = [layouts[layout]["years"] for layout in LAYOUTS]
    assert [year["first"] for year in years] == sorted(year["first"] for year in years)
    assert all(before["last"] + 1 == after["first"] for before, after in pairwise(years))
    assert {layouts[layout]["form"] for layout in LAYOUTS} <= set(read("acts.json")["acts"])
