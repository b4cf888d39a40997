"""Running the commands that convert, in tests."""

import json
from pathlib import Path

from tests.reports import EXAMPLES

from .running import govreport

HUAIAN, HONGZE, JIADING = (
    EXAMPLES / "reports" / f"{name}.json" for name in ("huaian-2024", "hongze-2024", "jiading-2019")
)


def run(*arguments: str | Path, language: str = "en") -> tuple[int, str]:
    """Run the program, and return its exit code and what it says on standard error."""
    result = govreport(*arguments, "--lang", language)
    return result.exit_code, result.stderr


def lines_of(*paths: Path) -> bytes:
    """Return reports as NDJSON, compact as this library writes it."""
    texts = (json.dumps(json.loads(p.read_bytes()), ensure_ascii=False, separators=(",", ":")) for p in paths)
    return "".join(f"{text}\n" for text in texts).encode()
