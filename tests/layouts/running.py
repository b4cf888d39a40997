"""Runs in a checkout, in a process of its own: the layouts of this process are those that exist."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_READ = """
import json, sys
from pathlib import Path
import govreport
from govreport.documents.evidence import as_members

def told(findings):
    return [[f.code, str(f.severity), f.pointer, dict(f.parameters)] for f in findings]

read = {}
for path in sorted(Path(sys.argv[1], name) for name in sys.argv[2:]):
    found = govreport.extract(path.read_bytes())
    read[path.name] = {
        "layout": found.layout,
        "layout_labels": found.layout_labels,
        "completeness": found.completeness,
        "value": found.value,
        "evidence": {pointer: as_members(place) for pointer, place in found.evidence.items()},
        "notes": told(found.notes),
        "problems": told(found.problems),
        "is_report": found.report is not None,
    }
json.dump(read, sys.stdout, default=str)
"""


def run(checkout: Path, arguments: Iterable[str], *, folder: Path | None = None, expected: int | None = 0) -> str:
    """Return what Python prints with the library of a checkout; its exit code must be the `expected` one, if any."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder or checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
    )
    assert expected in (None, done.returncode), done.stderr + done.stdout
    return done.stdout


def read_all(checkout: Path, documents: Path, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return what a checkout reads of each document in a folder, or of those with these names."""
    names = [path.name for path in documents.iterdir()] if names is None else names
    read: dict[str, Any] = json.loads(run(checkout, ["-c", _READ, str(documents), *names]))
    return read
