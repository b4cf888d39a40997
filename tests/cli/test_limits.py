"""The limits as options: each bounds what it names, in every format, in this process and in others."""

import json
from pathlib import Path

import attrs
import pytest

from govreport import check
from govreport.cli import limits as options
from govreport.documents.limits import Limits
from govreport.validation.gate import LARGEST_DOCUMENT

from .publishing import RENDERED, pdf, published
from .running import NONE, codes, govreport, listed, validate

NAMES = (
    "file-size",
    "unpacked-size",
    "unpacking-ratio",
    "cells",
    "pages",
    "characters",
    "strokes",
    "files",
    "seconds",
    "memory",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for form in RENDERED:
        (tmp_path / f"report.{form}").write_bytes(published(form))
    (tmp_path / "report.pdf").write_bytes(pdf(5))
    (tmp_path / "report.json").write_bytes(Path(NONE).read_bytes())
    return tmp_path


def exceeding(folder: Path, *arguments: str) -> dict[str, str]:
    """Return which limit was exceeded by the file with each suffix."""
    found = listed(folder, *arguments)["files"]
    return {
        Path(d["path"]).suffix[1:]: f["parameters"]["limit"]
        for d in found
        for f in d["findings"]
        if f["code"] == "limit-exceeded"
    }


def test_there_is_an_option_for_every_limit() -> None:
    for command in ("validate", "extract"):
        text = govreport(command, "--help").stdout
        assert all(f"--max-{name}" in text for name in NAMES)
    limits = {a.name for a in attrs.fields(Limits)} - {"office"}
    assert {f"--max-{name.replace('_', '-')}" for name in limits} == {f"--max-{name}" for name in NAMES}


@pytest.mark.parametrize(
    ("option", "value", "formats"),
    [
        ("--max-file-size", "1KiB", {"json", "pdf", *RENDERED}),
        ("--max-unpacked-size", "2KiB", {"docx", "xlsx", "pdf"}),
        ("--max-cells", "10", {"html", "docx", "xlsx", "md"}),
        ("--max-pages", "4", {"pdf"}),
        ("--max-files", "1", {"docx", "xlsx"}),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_limit_bounds_what_it_names_and_nothing_else(
    folder: Path, option: str, value: str, formats: set[str], jobs: str
) -> None:
    limit = option.removeprefix("--max-")
    assert exceeding(folder, option, value, "--jobs", jobs) == dict.fromkeys(formats, limit)


def test_the_ratio_bounds_how_tightly_a_file_is_packed(tmp_path: Path) -> None:
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (2 << 20))
    (tmp_path / "a.docx").write_bytes(target.getvalue())
    assert exceeding(tmp_path) == {"docx": "unpacking-ratio"}
    assert exceeding(tmp_path, "--max-unpacking-ratio", "100000") == {}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_extract_has_the_same_limits(folder: Path, tmp_path: Path, jobs: str) -> None:
    result = govreport("extract", folder, "-o", tmp_path / "out", "--max-cells", "10", "--jobs", jobs)
    assert result.stderr.count("[limit-exceeded]") == 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_exceeds_a_limit_is_told_with_the_option_that_raises_it(folder: Path, language: str) -> None:
    for command in ("validate", "extract"):
        result = govreport(command, folder / "report.html", "--max-cells", "10", "--lang", language)
        assert result.exit_code == 3
        assert "--max-cells" in result.stdout + result.stderr


def test_no_option_raises_the_limit_that_the_standard_sets(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b" " * (LARGEST_DOCUMENT + 1))
    assert codes(file) == codes(file, "--max-file-size", "1GiB") == ["too-large"]
    assert codes("-", stdin=file.read_bytes()) == ["too-large"]
    assert codes(file, "--max-file-size", "1MiB") == ["too-large"]
    assert codes("-", "--max-file-size", "1MiB", stdin=file.read_bytes()) == ["too-large"]
    beyond_both = b" " * (Limits().file_size + 1)
    assert [finding.code for finding in check(beyond_both).findings] == ["too-large"]


def test_lines_and_standard_input_are_bounded_as_files_are(tmp_path: Path) -> None:
    line = json.dumps(json.loads(Path(NONE).read_bytes()))
    lines = tmp_path / "a.ndjson"
    lines.write_text(f"{line}\n{{}}\n")
    assert codes(lines, "--max-file-size", "1KiB") == ["limit-exceeded", "unknown-layout", "rules-not-checked"]
    for data in (Path(NONE).read_bytes(), published("html")):
        assert codes("-", "--max-file-size", "1KiB", stdin=data) == ["limit-exceeded"]
        assert codes("-", stdin=data) == []


@pytest.mark.parametrize(
    ("written", "size"),
    [("1", 1), ("1000", 1000), ("1KiB", 1024), ("2 mib", 2 << 20)],
)
def test_a_size_is_a_number_of_bytes_or_of_binary_units(written: str, size: int, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for length, expected in ((size, ["layout-not-found"]), (size + 1, ["limit-exceeded"])):
        file.write_bytes(b"x".ljust(length))
        assert codes(file, "--max-file-size", written) == expected


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("written", ["0", "-1", "32MB", "1.5MiB", "x", "", "9" * 30])
def test_what_is_no_size_is_wrong_usage_that_says_what_one_is(written: str, language: str) -> None:
    result = validate(NONE, f"--max-file-size={written}", "--lang", language)
    assert result.exit_code == 2
    assert "--max-file-size" in result.stderr
    assert "32MiB" in result.stderr


def test_a_number_is_at_least_one() -> None:
    result = validate(NONE, "--max-cells", "0", "--lang", "zh")
    assert result.exit_code == 2
    assert "--max-cells 应为整数，≥ 1" in result.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_shows_each_default(language: str) -> None:
    text = "".join(govreport("extract", "--help", "--lang", language).stdout.split())
    for default in ("32MiB", "128MiB", "200", "200000", "300"):
        assert (f"默认{default}" if language == "zh" else f"{default}bydefault") in text


def test_sizes_are_shown_as_they_are_given() -> None:
    shown = [options._written(size) for size in (1, 1000, 1024, 32 << 20, 1 << 30, (1 << 30) + 1024)]
    assert shown == ["1", "1000", "1KiB", "32MiB", "1GiB", "1048577KiB"]
