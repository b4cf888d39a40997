"""Standard input is checked and told of as a file would be."""

import json
from pathlib import Path

import pytest

from .publishing import CONTRADICTION, RENDERED, published
from .running import BYTES, WARNING, codes, govreport, validate
from .running import CONTRADICTION as OUTCOMES


@pytest.mark.parametrize("file", [OUTCOMES, WARNING, BYTES])
def test_the_lines_are_quoted_as_those_of_a_file_are(file: str) -> None:
    told = validate("-", stdin=Path(file).read_bytes()).stdout
    assert " | " in told
    assert told.replace("<stdin>", file) == validate(file).stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_several_lines_each_is_quoted(tmp_path: Path, jobs: str) -> None:
    lines = tmp_path / "a.ndjson"
    documents = [json.dumps(json.loads(Path(file).read_bytes()), ensure_ascii=False) for file in (OUTCOMES, WARNING)]
    lines.write_text("\n".join([*documents, '{"layout": 1}', *documents]), encoding="utf-8")
    told = validate("-", "--jobs", jobs, stdin=lines.read_bytes()).stdout
    assert told.count(" | ") > 10
    assert told.replace("<stdin>", str(lines)) == validate(lines).stdout


@pytest.mark.parametrize("form", [f for f in RENDERED if f != "csv"])
def test_published_documents_are_told_by_their_content(form: str, tmp_path: Path) -> None:
    data = published(form, CONTRADICTION)
    file = tmp_path / f"a.{form}"
    file.write_bytes(data)
    assert codes("-", stdin=data) == codes(file) == ["disputes-totals"] * 2


def test_extract_reads_it_too(tmp_path: Path) -> None:
    result = govreport("extract", "-", "--evidence", tmp_path / "e.json", "--lang", "zh", stdin=published("docx"))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["layout"] == "2021"
    assert result.stderr == "<标准输入>：全部读出\n"
    assert json.loads((tmp_path / "e.json").read_bytes())["completeness"] == "whole"


def test_what_is_neither_json_nor_a_report_is_told_so() -> None:
    assert codes("-", stdin="no report") == ["layout-not-found"]
    assert codes("-", stdin="\n ") == ["empty"]
    assert codes("-", stdin="{") == ["truncated"]
    assert codes("-", stdin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)) == ["format-old"]
