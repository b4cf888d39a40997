"""Long but honest texts come through, printed and read again, within ten seconds each way."""

import json
import time
from pathlib import Path

import pytest

import govreport

from .printed import members

pytestmark = pytest.mark.growth

SECONDS = 10.0


def long_text() -> str:
    """Return a section of 200,000 characters, in one paragraph."""
    sentences = (f"第{number}个单位主动公开政府信息{number * 7 % 1000}条。" for number in range(20_000))
    return "".join(sentences)[:200_000]


def short_lines() -> str:
    """Return a section of 90,000 short lines."""
    return "\n".join(f"公开{number * 7919 % 90_000}条。" for number in range(90_000))


@pytest.mark.parametrize(
    ("format", "suffix", "text"),
    [
        ("docx", ".docx", long_text()),
        ("csv", ".csv", long_text()),
        ("html", ".html", short_lines()),
        ("md", ".md", short_lines()),
        ("xlsx", ".xlsx", short_lines()),
    ],
    ids=["docx", "csv", "html", "md", "xlsx"],
)
def test_a_long_text_is_printed_and_read_in_time(format: str, suffix: str, text: str, tmp_path: Path) -> None:
    report = govreport.loads(json.dumps({**members(), "overview": text}).encode())
    path = tmp_path / f"report{suffix}"
    started = time.process_time()
    path.write_bytes(govreport.render(report, format))
    printed = time.process_time()
    extraction = govreport.extract(path)
    read = time.process_time()
    assert extraction.value["overview"] == text
    assert extraction.completeness == "whole"
    assert printed - started < SECONDS
    assert read - printed < SECONDS
