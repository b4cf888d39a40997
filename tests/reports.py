"""Small reports for tests: a clean one read from the examples, changed in one place at a time."""

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


def clean() -> dict[str, Any]:
    """Return a decoded report of layout 2021 in which nothing is found."""
    value: dict[str, Any] = json.loads((EXAMPLES / "defects" / "none.json").read_bytes())
    return value


def changed(changes: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a copy of a report (the clean one) with the members at these pointers set."""
    report = clean() if base is None else deepcopy(dict(base))
    for pointer, value in changes.items():
        *path, last = pointer.split("/")[1:]
        place: Any = report
        for name in path:
            place = place[int(name)] if isinstance(place, list) else place[name]
        place[last] = value
    return report


def document(report: Mapping[str, Any], **options: Any) -> bytes:
    """Return a report as UTF-8 JSON, indented as people write it unless told otherwise."""
    return json.dumps(report, **{"ensure_ascii": False, "indent": 2, **options}).encode()


def figures(column: str, **rows: int | None) -> dict[str, int | None]:
    """Return pointers of one column of table 三 for `changed`: names of rows with "__" for "/"."""
    return {f"/requests/{column}/{row.replace('__', '/')}": value for row, value in rows.items()}
