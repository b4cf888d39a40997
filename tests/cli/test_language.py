"""Which language is spoken, and that everything the program says exists in both."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

import govreport
from govreport import resources
from govreport.cli import language
from govreport.cli.main import COMMANDS, main

from .running import CONTRADICTION, NONE, validate
from .running import govreport as run

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "ZH_CN"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_CN.UTF-8", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "POSIX", "LC_MESSAGES": "C.UTF-8", "LANG": "C"}, "en"),
    ],
)
def test_the_locale_decides(environment: Mapping[str, str], expected: str) -> None:
    assert language.of_locale(environment) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Chinese (Simplified)_China", "zh"), ("zh_CN", "zh"), ("German_Germany", "en"), (None, "en")],
)
def test_windows_is_asked_for_its_locale(monkeypatch: pytest.MonkeyPatch, name: str | None, expected: str) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr("locale.getlocale", lambda: (name, None))
    assert language.of_locale({}) == expected
    assert language.of_locale({"LANG": "zh_CN"}) == "zh"


def test_the_locale_speaks_and_an_option_overrules_it() -> None:
    assert "检查了" in validate(NONE, LC_ALL="zh_CN.UTF-8").stdout
    assert "Checked" in validate(NONE, LC_ALL="fr_FR.UTF-8").stdout
    assert "Checked" in validate(NONE, "--lang", "en", LC_ALL="zh_CN.UTF-8").stdout
    assert "检查了" in validate(NONE, "--lang=zh").stdout
    assert "检查了" in run("--lang", "zh", "validate", NONE).stdout
    assert validate(NONE, "--lang", "fr").exit_code == 2


def test_an_argument_after_two_dashes_is_no_option() -> None:
    assert language.spoken(["--", "--lang", "zh"]) == language.of_locale(os.environ)


def test_english_findings_name_the_cells_in_both_languages() -> None:
    output = validate(CONTRADICTION).stdout
    assert (
        "Outcomes of the year › Total of outcomes · Natural persons [三、本年度办理结果 › （七）总计 · 自然人]"
        in output
    )


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_parameter_of_every_command_is_described_in_both_languages(command: str | None) -> None:
    arguments = [command] if command else []
    english, chinese = (run(*arguments, "--help", "--lang", spoken) for spoken in ("en", "zh"))
    assert english.exit_code == chinese.exit_code == 0
    assert not CHINESE.search(english.stdout.replace("zh Chinese", ""))
    assert "Usage" not in chinese.stdout
    assert "Show" not in chinese.stdout
    context = click.Context(main)
    spoken_of = main.get_command(context, command) if command else main
    assert spoken_of is not None
    for parameter in spoken_of.params:
        key = max(parameter.opts, key=len) if isinstance(parameter, click.Option) else str(parameter.name).upper()
        for spoken in ("zh", "en"):
            assert language.help_text(command or "govreport", key, spoken), key


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["valdate"], "validate"),
        (["validate", NONE, "--formt", "json"], "--format"),
        (["validate", NONE, "--format", "xml"], "sarif"),
        (["validate"], "PATH"),
        (["validate", NONE, "--quiet=1"], "--quiet"),
        (["validate", NONE, "--format"], "--format"),
        (["validate", NONE, "--jobs", "x"], "--jobs"),
        (["schema", "2021", "more"], "more"),
        (["explain", "requests-outcome"], "requests-outcomes"),
        (["new", "--layout", "2021"], "--year"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_what_would_be_right(arguments: list[str], words: str) -> None:
    result = run(*arguments, "--lang", "zh")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert result.stderr.startswith("用法错误")
    assert "--help" in result.stderr
    assert not re.search("Error|Usage|No such|Missing|Invalid", result.stderr)


def test_both_catalogues_have_the_same_phrases_and_help() -> None:
    zh, en = (resources.read(f"messages/{spoken}.json") for spoken in ("zh", "en"))
    assert list(zh["phrases"]) == list(en["phrases"])
    fields = re.compile(r"\{[a-z]+\}")
    for key, phrase in zh["phrases"].items():
        assert sorted(fields.findall(phrase)) == sorted(fields.findall(en["phrases"][key])), key
    assert {c: list(entries) for c, entries in zh["help"].items()} == {c: list(e) for c, e in en["help"].items()}


def test_every_phrase_that_the_command_line_says_exists() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (Path(govreport.__file__).parent / "cli").rglob("*.py"))
    said = set(re.findall(r'\bsay\(\s*"([a-z-]+)"', source))
    assert len(said) > 20
    assert said <= set(resources.read("messages/en.json")["phrases"])


def test_a_writer_that_is_not_installed_is_named_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "govreport.documents.rendering.report.xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter.workbook", None)
    done = run("render", NONE, "--format", "xlsx", "--lang", "zh")
    assert done.exit_code == 2
    assert "pip install" in done.stderr
    assert "is not installed" not in done.stderr
