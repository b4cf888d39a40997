"""What README and docs show is what a reader gets."""

from pathlib import Path

import pytest

from tests.reports import ROOT
from tools.examples import blocks, documents, executed

DOCUMENTS = documents()
RUN_BY_CI = ("first-command", "test-command")
MARKS = ("output: sh", "example: python", *RUN_BY_CI)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if "<!-- " in d.read_text(encoding="utf-8")], ids=name)
def test_examples_print_what_the_document_shows(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert executed(text) == text, "run: python tools/examples.py --update"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_command_and_program_is_run_or_says_why_not(document: Path) -> None:
    shown = [b for b in blocks(document.read_text(encoding="utf-8")) if b.kind in ("sh", "console", "python")]
    assert [b.lines[:1] for b in shown if b.mark not in MARKS and not b.mark.startswith("not-run: ")] == []


@pytest.mark.parametrize("mark", RUN_BY_CI)
def test_both_readmes_give_the_same_commands(mark: str) -> None:
    assert marked("README.md", mark) == marked("README.zh.md", mark) != []


def marked(file: str, mark: str) -> list[tuple[str, ...]]:
    return [block.lines for block in blocks((ROOT / file).read_text(encoding="utf-8")) if block.mark == mark]


def test_an_output_that_differs_is_seen() -> None:
    text = "<!-- output: sh -->\n```console\n$ echo a\nb\n$ echo c \\\n> d\n```\n"
    assert executed(text) == text.replace("\nb\n", "\na\n").replace("> d\n", "> d\nc d\n")


def test_what_a_program_prints_is_shown_below_it() -> None:
    text = "<!-- example: python -->\n```python\nprint(1)\n```\n"
    shown = text + "<!-- prints -->\n```text\n1\n```\n"
    assert executed(text) == executed(shown) == executed(shown.replace("\n1\n", "\n2\n")) == shown


def test_a_program_that_fails_is_an_error() -> None:
    with pytest.raises(ValueError, match="no"):
        executed("<!-- example: python -->\n```python\nraise SystemExit('no')\n```\n")
