"""The page that goes from a folder to a picture does so in less than twenty lines; that they run, the examples test."""

import re

import pytest

from tools.examples import ROOT, blocks

FEW = 20


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_notebook_has_less_than_twenty_lines(language: str) -> None:
    text = (ROOT / "docs" / language / "guides" / "research.md").read_text(encoding="utf-8")
    _, notebook, _ = re.split(r"(?m)^## ", text)
    found = list(blocks(notebook))
    commands = [line for block in found if block.mark == "output: sh" for line in block.lines if line.startswith("$ ")]
    program = [line for block in found if block.mark == "example: python" for line in block.lines if line.strip()]
    assert commands
    assert program
    assert len(commands) + len(program) < FEW
    printed = next(block.lines for block in found if block.mark == "prints")
    # Three indicators of six reports, and one of them an interval.
    assert len(printed) == 3 * 6
    assert sum(" 0.0% – 100.0%" in line for line in printed) == 1
