"""Every way to end has its exit code, and the highest of several wins."""

import os
from pathlib import Path

import pytest

from govreport.batches import single
from govreport.batches import validate as batch
from govreport.cli.exits import DEFECTS, REFUSALS, Exit
from govreport.messages import codes
from govreport.validation.gate import Judged, Judgement

from .running import BYTES, CONTRADICTION, INFO, NONE, WARNING, govreport, validate


def test_the_codes_that_decide_are_codes_of_the_catalogue() -> None:
    assert set(codes()) >= DEFECTS | REFUSALS
    assert not DEFECTS & REFUSALS


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([NONE], 0),
        ([INFO], 0),
        ([WARNING], 0),
        ([CONTRADICTION], 1),
        ([CONTRADICTION, "--fail-on", "never"], 0),
        ([WARNING, "--fail-on", "warning"], 1),
        ([INFO, "--fail-on", "warning"], 0),
        ([INFO, "--fail-on", "info"], 1),
        ([BYTES, "--fail-on", "never"], 1),
        ([NONE, "--frmat", "json"], 2),
        ([NONE, "--format", "xml"], 2),
        ([NONE, "-q", "-v"], 2),
        ([NONE, "--jobs", "0"], 2),
        ([NONE, "--jobs"], 2),
        ([], 2),
        (["no-such-file.json"], 3),
        ([NONE, CONTRADICTION, "no-such-file.json"], 3),
        (["no-such-*.json", "--fail-on", "never"], 3),
    ],
)
def test_the_exit_code_of_validate(arguments: list[str], code: int) -> None:
    assert validate(*arguments).exit_code == code


def test_without_a_command_the_help_is_an_answer_to_wrong_usage() -> None:
    result = govreport()
    assert result.exit_code == Exit.USAGE
    assert "validate" in result.stderr
    assert result.stdout == ""


def test_a_report_that_explains_its_errors_passes(tmp_path: Path) -> None:
    explain(tmp_path / "a.json", "the register was lost in a flood")
    assert validate(tmp_path / "a.json").exit_code == 0
    assert validate(tmp_path / "a.json", "--fail-on", "info").exit_code == 0


def test_an_empty_explanation_excuses_nothing(tmp_path: Path) -> None:
    explain(tmp_path / "a.json", " ")
    assert validate(tmp_path / "a.json").exit_code == 1


def explain(path: Path, reason: str) -> None:
    from tests.reports import changed, document

    pointer = "/disputes/reconsideration/total"
    entry = {"rule": "disputes-totals", "pointer": pointer, "text": reason}
    report = changed({pointer: 9}) | {"explanations": [entry]}
    path.write_bytes(document(report))


def test_an_empty_folder_and_a_kind_of_file_that_is_not_supported(tmp_path: Path) -> None:
    (tmp_path / "report.xyz").write_text("x", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert validate(empty).exit_code == 3
    assert validate(tmp_path / "report.xyz").exit_code == 3


def test_whether_a_file_may_be_read_is_found_out_by_reading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert validate(NONE).exit_code == 0
    assert govreport("render", NONE, "--format", "md").exit_code == 0


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="permission bits do not bind root")
def test_a_file_that_must_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(Path(NONE).read_bytes())
    path.chmod(0)
    assert validate(path).exit_code == 3


def test_a_file_that_must_not_be_read_whoever_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    result = validate(NONE)
    assert result.exit_code == 3
    assert "[file-forbidden]" in result.stdout


def test_a_defect_of_the_library_in_one_document_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def judge(data: bytes, ignored: frozenset[str]) -> Judged:
        if b'"2021"' in data:
            raise ZeroDivisionError("broken")
        return Judged(Judgement.DOUBT)

    monkeypatch.setattr(single, "judge_decoded", judge)
    result = validate(NONE, CONTRADICTION)
    assert result.exit_code == 4
    assert "[internal-error]" in result.stdout
    assert "[requests-outcomes]" in result.stdout


def test_a_breakdown_is_told_in_a_sentence_and_not_as_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("\x1b[31mbroken")

    monkeypatch.setattr(batch, "check_all", break_down)
    result = validate(NONE, "--lang", "zh")
    assert result.exit_code == 4
    assert "ZeroDivisionError: \\x1b[31mbroken" in result.stderr
    assert "Traceback" not in result.stderr
