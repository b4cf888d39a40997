"""`govreport restore`: the original, byte for byte, or a refusal."""

import json
from pathlib import Path

import pytest

from govreport import dumps, load
from tests.reports import EXAMPLES

from .converting import HONGZE, HUAIAN, JIADING, lines_of, run


@pytest.mark.parametrize("original", [HUAIAN, HONGZE, JIADING], ids=lambda path: path.stem)
def test_the_original_comes_back_byte_for_byte(tmp_path: Path, original: Path) -> None:
    canonical, converted, restored = (tmp_path / name for name in ("a.json", "b.json", "c.json"))
    canonical.write_bytes(dumps(load(original)))
    for layout in ("2019", "2021"):
        assert run("convert", canonical, "--to", layout, "-o", converted, "--force", "-q") == (0, "")
        assert run("restore", converted, "-o", restored, "--force") == (0, "")
        assert restored.read_bytes() == canonical.read_bytes()


def test_folders_and_lines_come_back_as_they_were(tmp_path: Path) -> None:
    source, converted, losses, restored = (tmp_path / name for name in ("in", "out", "losses", "back"))
    (source / "county").mkdir(parents=True)
    (source / "a.json").write_bytes(dumps(load(HUAIAN)))
    (source / "county" / "b.ndjson").write_bytes(lines_of(JIADING, HUAIAN, HONGZE))
    assert run("convert", source, "--to", "2019", "-o", converted, "--losses", losses, "-q") == (0, "")
    assert run("restore", converted, "--losses", losses, "-o", restored) == (0, "")
    names = sorted(path.relative_to(restored).as_posix() for path in restored.rglob("*") if path.is_file())
    assert names == ["a.json", "county/b.ndjson"]
    for name in names:
        assert (restored / name).read_bytes() == (source / name).read_bytes()


def test_an_edited_report_is_refused(tmp_path: Path) -> None:
    converted = tmp_path / "a.json"
    run("convert", HUAIAN, "--to", "2019", "-o", converted)
    report = json.loads(converted.read_bytes())
    # Another way of writing the same is no edit.
    converted.write_text(json.dumps(report), encoding="utf-8")
    assert run("restore", converted, "-o", tmp_path / "b.json") == (0, "")
    report["requests"]["total"]["received"] += 1
    converted.write_text(json.dumps(report), encoding="utf-8")
    code, told = run("restore", converted, "-o", tmp_path / "c.json")
    assert code == 1
    assert "edited" in told
    assert not (tmp_path / "c.json").exists()


def test_one_edited_line_holds_the_whole_file_back(tmp_path: Path) -> None:
    source, converted = tmp_path / "a.ndjson", tmp_path / "b.ndjson"
    source.write_bytes(lines_of(HUAIAN, HONGZE))
    run("convert", source, "--to", "2019", "-o", converted)
    first, second = converted.read_bytes().splitlines(keepends=True)
    for text, code in ((second + first, 1), (first, 1), (first + second, 0)):
        converted.write_bytes(text)
        assert run("restore", converted, "-o", tmp_path / "c.ndjson")[0] == code
        assert (tmp_path / "c.ndjson").exists() == (code == 0)


def test_missing_and_broken_losses_are_told(tmp_path: Path) -> None:
    code, told = run("restore", HUAIAN, "--losses", tmp_path / "none.json", "-o", tmp_path / "a.json")
    assert code == 3
    assert "none.json" in told
    assert "file-missing" in told
    (tmp_path / "broken.json").write_text("{}")
    code, told = run("restore", HUAIAN, "--losses", tmp_path / "broken.json", "-o", tmp_path / "a.json")
    assert code == 1
    assert "do not fit" in told
    assert not (tmp_path / "a.json").exists()


def test_nothing_is_replaced_without_force(tmp_path: Path) -> None:
    converted, there = tmp_path / "a.json", tmp_path / "there.json"
    run("convert", HUAIAN, "--to", "2019", "-o", converted)
    there.write_text("mine")
    assert run("restore", converted, "-o", there)[0] == 2
    assert there.read_text() == "mine"


def test_what_is_no_report_is_told_as_by_validate(tmp_path: Path) -> None:
    broken = EXAMPLES / "defects" / "truncated.json"
    code, told = run("restore", broken, "--losses", tmp_path / "none", "-o", tmp_path / "a.json")
    assert code == 1
    assert "error[truncated]" in told
