"""Whatever a file holds or is called: nothing in the output steers a terminal or hides."""

import json
import os
import unicodedata
from pathlib import Path

import pytest

from govreport.batches.outcomes import Checked
from govreport.cli.display import folded, shown, width, wrap
from govreport.cli.writers.excerpt import Source, cut_out
from tests.reports import changed, clean, document

from .running import validate

STEERING = "\x1b[31m\x1b]0;title\x07\x9b2J\u202e\u2066\u200b\u2028\r\x00\x7f"


def _is_harmless(text: str) -> bool:
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in text if c != "\n")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a folder of files with control characters wherever a file can have them."""
    reports = {
        "name": clean() | {STEERING: 1},
        "value": changed({"/title": f"{STEERING}2022年"}),
        "reason": changed({"/title": "2022年报告"})
        | {"explanations": [{"rule": "title-year", "pointer": "/title", "text": f"why{STEERING}\nmore"}]},
        "pointer": clean() | {"notes": [{"pointer": "/requests", "text": "x"}], "extensions": {STEERING: 1}},
        "enum": changed({"/organ/kind": STEERING}),
        "layout": clean() | {"layout": STEERING},
        "rule": clean() | {"explanations": [{"rule": STEERING, "pointer": "/title", "text": "x"}]},
    }
    for name, report in reports.items():
        (tmp_path / f"{name}.json").write_bytes(document(report))
    (tmp_path / "raw.json").write_bytes(b'{"layout": "2021", ' + STEERING.encode() + b' "x": 1}')
    (tmp_path / "lines.ndjson").write_text(json.dumps(reports["value"], ensure_ascii=False), encoding="utf-8")
    if os.name != "nt":
        (tmp_path / f"file{STEERING.replace(chr(0), '')}\n.json").write_bytes(b"{}")
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/bytes\xff.json")).write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
@pytest.mark.parametrize("loudness", ["-v", "-q"])
def test_nothing_in_a_file_or_its_name_reaches_the_screen_raw(hostile: Path, form: str, loudness: str) -> None:
    result = validate(hostile, "--format", form, loudness)
    assert result.exit_code == 1
    output = result.stdout
    if form in ("json", "sarif"):  # these are data: JSON's own escapes are enough
        json.loads(output)
        assert all(c == "\n" or ord(c) >= 32 for c in output)
    else:
        assert _is_harmless(output)
        assert "\\x1b[31m" in output


def test_what_is_no_character_of_a_line_is_escaped() -> None:
    assert shown("a\x1b\n\t\u202e\ud800\U000e0001") == "a\\x1b\\n\\t\\u202e\\ud800\\U000e0001"
    assert shown("中文　，\u00a0e\u0301") == "中文　，\u00a0e\u0301"


def test_chinese_takes_two_columns_and_accents_none() -> None:
    assert [width(text) for text in ("", "abc", "中文", "，", "e\u0301", "ｱ")] == [0, 3, 4, 2, 1, 1]


def test_lines_are_broken_between_characters_but_not_before_punctuation() -> None:
    text = "一二三，四五 sixteen。七"
    lines = wrap(text, 9)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= 9 for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)
    assert wrap("a\n\nb", 8) == ["a", "", "b"]


@pytest.mark.parametrize("column", [1, 5, 200, 399, 400])
@pytest.mark.parametrize("filling", ["x", "中", "\u202e"])
def test_an_excerpt_fits_and_marks_the_place(filling: str, column: int) -> None:
    line = filling * (column - 1) + '"here"' + filling * (400 - column)
    text, marks = cut_out(line, column, 60)
    assert width(text) <= 60
    assert _is_harmless(text)
    assert width(text[: text.index('"here"')]) == marks.index("^")
    assert marks.count("^") == 6


def test_an_excerpt_at_the_end_of_a_line_marks_what_is_missing() -> None:
    assert cut_out('  {"a":', 8, 60) == ('{"a":', "     ^")
    assert cut_out("", 1, 60) == ("", "^")


def test_lines_are_found_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes("\ufeffeins\r\nzwei\ndrei\ud7ff".encode("utf-8", "surrogatepass"))
    source, checked = Source(), Checked(str(path), None, None)
    assert [source.line(checked, n) for n in (1, 3, 2, 2, 4)] == ["eins", "drei\ud7ff", "zwei", "zwei", None]
    assert source.line(Checked(str(tmp_path / "b.json"), None, None), 1) is None
    assert source.line(Checked("-", None, None, (), b"eins\nzwei"), 2) == "zwei"
    assert source.line(Checked("-", 7, None, (), b"sieben"), 7) == "sieben"


def test_a_line_of_a_table_that_is_too_wide_is_folded_before_its_last_column() -> None:
    line = "  + 申请人逾期未按收费通知要求缴纳费用  other/fee_overdue"
    assert list(folded(line, width(line))) == [line]
    assert list(folded(line, width(line) - 1)) == ["  + 申请人逾期未按收费通知要求缴纳费用", "      other/fee_overdue"]
    narrow = list(folded(line, 24))
    assert all(width(part) <= 24 for part in narrow)
    assert "".join(part.strip() for part in narrow) == line.replace("  ", "")


def test_an_opening_bracket_stays_with_what_it_opens() -> None:
    assert wrap("格式（试行） [Form]", 6) == ["格式", "（试", "行）", "[Form]"]
