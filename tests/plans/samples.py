"""A work plan that the tests change, and where its tasks stand."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "plans" / "jiading-hr-2022.json"
_BASE = json.loads((ROOT / "schema" / "conformance" / "bases" / "workplan.json").read_bytes())
TASK = "/groups/0/tasks/1"


def plan(changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a plan in which nothing is found, with the values at these pointers changed."""
    result: dict[str, Any] = deepcopy(_BASE)
    for pointer, value in (changes or {}).items():
        *path, last = (int(token) if token.isdigit() else token for token in pointer.split("/")[1:])
        place: Any = result
        for token in path:
            place = place[token]
        place[last] = value
    return result


def document(changes: dict[str, Any] | None = None) -> bytes:
    """Return the same plan as the text of a document."""
    return json.dumps(plan(changes), ensure_ascii=False).encode()
