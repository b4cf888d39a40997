"""Running the command line in tests: inside this process, or as a process of its own."""

import json
import subprocess
import sys
from inspect import signature
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from govreport.cli.main import main
from tests.reports import EXAMPLES, ROOT
from tools.forking import processes

NONE = str(EXAMPLES / "defects" / "none.json")
CONTRADICTION = str(EXAMPLES / "contradictions" / "outcomes-2020.json")
WARNING = str(EXAMPLES / "defects" / "title-year.json")
INFO = str(EXAMPLES / "defects" / "table-blanks.json")
OPEN = str(EXAMPLES / "defects" / "undetermined.json")
BYTES = str(EXAMPLES / "defects" / "duplicate-member.json")

_STREAMS: dict[str, Any] = {"cwd": ROOT, **dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)}
COMMAND = [sys.executable, "-c", "from govreport.cli.main import main; main()"]


def govreport(*arguments: str | Path, stdin: str | bytes | None = None, **environment: str) -> Result:
    """Run the command line in this process, in English unless told otherwise."""
    environment = {"LC_ALL": "en_US.UTF-8", **environment}
    # Up to click 8.1 the two streams are one unless asked for; later they are always two.
    apart: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    return CliRunner(**apart).invoke(main, [str(a) for a in arguments], input=stdin, env=environment)


def validate(*arguments: str | Path, **options: Any) -> Result:
    """Run `govreport validate`."""
    return govreport("validate", *arguments, **options)


def listed(*arguments: str | Path, **options: Any) -> dict[str, Any]:
    """Return the decoded JSON that `govreport validate --format json` writes."""
    value: dict[str, Any] = json.loads(validate(*arguments, "--format", "json", **options).stdout)
    return value


def codes(*arguments: str | Path, **options: Any) -> list[str]:
    """Return the codes that `govreport validate` lists, in order."""
    return [f["code"] for document in listed(*arguments, **options)["files"] for f in document["findings"]]


def start(*arguments: str | Path, **options: Any) -> "subprocess.Popen[bytes]":
    """Start the command line as a process of its own, forked, its streams piped."""
    return processes.Popen([*COMMAND, *map(str, arguments)], **{**_STREAMS, **options})


def begin(*arguments: str | Path, **options: Any) -> "subprocess.Popen[bytes]":
    """Start the command line as a user does, with nothing imported, its streams piped."""
    return subprocess.Popen([*COMMAND, *map(str, arguments)], **{**_STREAMS, **options})
