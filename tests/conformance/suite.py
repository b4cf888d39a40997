"""The conformance suite, read as any implementation would read it: files, cases, and the inputs they describe."""

import base64
import json
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import msgspec

ROOT = Path(__file__).resolve().parents[2]
# Runs of the second evaluators are too short for what Node's optimizing compiler takes to be worth while.
NODE_OPTIONS = ("--no-opt",)
FOLDER = ROOT / "schema" / "conformance"

# Amounts are exact decimals: read as such, and written as such.
_ENCODER = msgspec.json.Encoder(decimal_format="number")


@attrs.frozen(kw_only=True)
class Case:
    """One case with the group of its file; `name` says where it stands: file and number from 1."""

    name: str
    group: str
    data: dict[str, Any] = attrs.field(repr=False)

    @property
    def rule(self) -> tuple[str, str] | None:
        """The rule that the case asks about and where, None for a case of no rule."""
        return (self.data["rule"], self.data["at"]) if "rule" in self.data else None


def read(path: Path) -> Any:
    """Return a decoded file, its decimals exact."""
    return json.loads(path.read_bytes(), parse_float=Decimal)


@cache
def files() -> dict[str, Any]:
    """Return every file of cases by name."""
    return {path.name: read(path) for path in sorted(FOLDER.glob("*.json"))}


def cases(*groups: str) -> list[Case]:
    """Return the cases of some groups, of all groups if none is named."""
    return [
        Case(name=f"{name.removesuffix('.json')}-{number}", group=file["group"], data=data)
        for name, file in files().items()
        if not groups or file["group"] in groups
        for number, data in enumerate(file["cases"], 1)
    ]


def document(data: dict[str, Any]) -> Any:
    """Return the decoded document that an input describes: a base document with changes, or the document itself."""
    if "document" in data:
        return deepcopy(data["document"])
    # To decode it anew takes a fifth of the time of a deep copy.
    value = json.loads(_base(data["base"]), parse_float=Decimal)
    for change in data.get("changes", ()):
        *path, last = (token.replace("~1", "/").replace("~0", "~") for token in change["pointer"].split("/")[1:])
        place = value
        for token in path:
            place = place[int(token)] if isinstance(place, list) else place[token]
        key = int(last) if isinstance(place, list) else last
        if "remove" in change:
            del place[key]
        elif "blank" in change:
            place[key] = _blanked(place[key])
        else:
            place[key] = change["repeat"] * change["times"] if "repeat" in change else change["value"]
    return value


def written(value: Any) -> bytes:
    """Return a document as UTF-8 JSON."""
    return _ENCODER.encode(value)


def text(data: dict[str, Any]) -> bytes:
    """Return the bytes that an input of the group `lexical` describes."""
    return b"".join(_part(part) for part in data["parts"])


@cache
def _base(name: str) -> bytes:
    return (FOLDER / "bases" / f"{name}.json").read_bytes()


def _blanked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _blanked(child) for name, child in value.items()}
    return None if isinstance(value, int | Decimal) else value


def _part(part: dict[str, Any]) -> bytes:
    if "base64" in part:
        return base64.b64decode(part["base64"], validate=True)
    if "text" in part:
        return str(part["text"]).encode("utf-8") * int(part.get("times", 1))
    result = (FOLDER / "bases" / f"{part['base']}.json").read_text(encoding="utf-8")
    for change in part.get("replace", ()):
        before, found, after = result.partition(change["old"])
        assert found, change
        assert change["old"] not in after, change
        result = before + change["new"] + after
    return result.encode("utf-8")
