"""The files below `schema/` and the meta-schema that each of them answers to."""

import json
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parents[2] / "schema"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def read(name: str) -> Any:
    """Return the decoded JSON file `name`, a path relative to `schema/`."""
    return json.loads((SCHEMA / name).read_bytes())


LAYOUTS = tuple(read("versions.json")["layouts"])
# The released folders: the layouts, then those of other kinds of document.
FOLDERS = tuple(name for register in read("versions.json").values() if isinstance(register, dict) for name in register)
META = tuple(sorted(f"meta/{path.name}" for path in (SCHEMA / "meta").glob("*.schema.json")))


def data_files() -> list[str]:
    """Return every data file of the standard; meta-schemas and the documents of the conformance suite are none."""
    names = (path.relative_to(SCHEMA).as_posix() for path in SCHEMA.rglob("*.json"))
    return sorted(name for name in names if not name.startswith(("meta/", "conformance/bases/")))


def meta_of(name: str) -> str:
    """Return the meta-schema of a data file: the one it names, or the dialect for a schema of a layout."""
    named = read(name)["$schema"]
    if named == DRAFT:
        return "meta/report.schema.json"
    return (SCHEMA / name).parent.joinpath(named).resolve().relative_to(SCHEMA).as_posix()
