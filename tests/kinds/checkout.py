"""A copy of the project to which a test adds a folder below `schema/`, a record, or both."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from tests.reports import ROOT


@attrs.frozen(kw_only=True)
class Checkout:
    """The copy below `root`."""

    root: Path

    def read(self, name: str) -> Any:
        """Return the decoded file of `schema/`."""
        return json.loads((self.root / "schema" / name).read_bytes())

    def write(self, name: str, value: Any) -> None:
        """Write a file of `schema/`."""
        path = self.root / "schema" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")

    def change(self, name: str, change: Callable[[Any], None]) -> None:
        """Change a file of `schema/`."""
        value = self.read(name)
        change(value)
        self.write(name, value)

    def generate(self) -> None:
        """Generate what is derived from `schema/`."""
        self._run([sys.executable, "tools/generate.py"])

    def run(self, program: str) -> Any:
        """Return what a program in the copy prints, decoded."""
        return json.loads(self._run([sys.executable, "-c", program]).stdout)

    def _run(self, command: list[str]) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
        )
        assert done.returncode == 0, done.stderr
        return done


def copy(folder: Path) -> Checkout:
    """Return a copy of the project below a folder."""
    for name in ("govreport", "schema", "tools", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return Checkout(root=folder)
