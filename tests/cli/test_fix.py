"""`govreport fix`: a chosen repair in a new file, noted, and never in the original."""

import json
from pathlib import Path

import pytest

from govreport import loads
from tests.reports import EXAMPLES, changed, document

from .running import CONTRADICTION, NONE, govreport, listed, validate

GRANTED = ("/requests/natural_person/outcomes/granted", "/requests/total/outcomes/granted")


def test_each_repair_makes_a_report_that_passes_and_says_what_stood_there(tmp_path: Path) -> None:
    before = Path(CONTRADICTION).read_bytes()
    for number, repair in enumerate(listed(CONTRADICTION)["files"][0]["repairs"], 1):
        target = tmp_path / f"{number}.json"
        result = govreport("fix", CONTRADICTION, "--repair", str(number), "-o", target)
        assert (result.exit_code, result.stdout) == (0, "")
        assert repair["message"] in result.stderr
        assert validate(target).exit_code == 0
        loads(target.read_bytes())
        report = json.loads(target.read_bytes())
        for change in repair["changes"]:
            value = report
            for name in change["pointer"].split("/")[1:]:
                value = value[name]
            assert value == change["after"]
        assert [note["pointer"] for note in report["notes"]] == [c["pointer"] for c in repair["changes"]]
        expected = [f"原为“{c['before']}”，按勾稽关系更正为“{c['after']}”" for c in repair["changes"]]
        assert [note["text"] for note in report["notes"]] == expected
    assert Path(CONTRADICTION).read_bytes() == before


def test_the_numbers_are_those_that_validate_lists() -> None:
    told = validate(CONTRADICTION, "--lang", "zh").stdout
    assert "    2. 三、本年度办理结果 › （二）部分公开" in told
    result = govreport("fix", CONTRADICTION, "--repair", "2", "-o", "-", "--lang", "zh")
    assert "（二）部分公开" in result.stderr
    assert json.loads(result.stdout)["requests"]["total"]["outcomes"]["partially_granted"] == 0


def test_the_original_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(Path(CONTRADICTION).read_bytes())
    link = tmp_path / "b.json"
    link.symlink_to(path)
    for target in (path, link, tmp_path / "." / "a.json"):
        result = govreport("fix", path, "--repair", "1", "-o", target, "--force")
        assert result.exit_code == 2
        assert path.read_bytes() == Path(CONTRADICTION).read_bytes()


def test_another_file_is_replaced_only_when_told_so(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("kept")
    assert govreport("fix", CONTRADICTION, "--repair", "1", "-o", target).exit_code == 2
    assert target.read_text() == "kept"
    assert govreport("fix", CONTRADICTION, "--repair", "1", "-o", target, "--force").exit_code == 0
    assert target.read_text() != "kept"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((CONTRADICTION, "--repair", "3"), 2),
        ((CONTRADICTION, "--repair", "0"), 2),
        ((NONE, "--repair", "1"), 2),
        (("nothing.json", "--repair", "1"), 3),
        ((EXAMPLES / "defects" / "missing-member.json", "--repair", "1"), 1),
        ((EXAMPLES / "defects" / "truncated.json", "--repair", "1"), 1),
        ((EXAMPLES / "defects" / "section-empty.json", "--repair", "1"), 1),
    ],
)
def test_what_cannot_be_repaired_writes_nothing(arguments: tuple[str | Path, ...], code: int, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    assert govreport("fix", *arguments, "-o", target).exit_code == code
    assert not target.exists()


def test_a_note_that_is_there_is_kept_and_a_filled_blank_loses_its_mark(tmp_path: Path) -> None:
    pointer = "/disputes/reconsideration/total"
    report = changed({"/disputes/reconsideration/upheld": 3, pointer: 1})
    report["notes"] = [{"pointer": pointer, "text": "含共同被申请人的案件"}]
    (tmp_path / "a.json").write_bytes(document(report))
    repairs = listed(tmp_path / "a.json")["files"][0]["repairs"]
    number = next(n for n, r in enumerate(repairs, 1) if r["changes"][0]["pointer"] == pointer)
    assert govreport("fix", tmp_path / "a.json", "--repair", str(number), "-o", tmp_path / "b.json").exit_code == 0
    (note,) = json.loads((tmp_path / "b.json").read_bytes())["notes"]
    assert note["text"] == "含共同被申请人的案件\n原为“1”，按勾稽关系更正为“3”"


def test_the_report_may_come_from_standard_input() -> None:
    result = govreport("fix", "-", "--repair", "1", "-o", "-", stdin=Path(CONTRADICTION).read_bytes())
    assert result.exit_code == 0
    assert json.loads(result.stdout)["requests"]["natural_person"]["outcomes"]["granted"] == 0
