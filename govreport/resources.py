"""Where the normative data lies: the only module that knows the place of `schema/`.

A wheel carries `schema/` inside the package; a checkout has it beside the package. Everything read
here is data that ships with the library, so a missing or broken file is a broken installation and
raises plainly.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

_INSIDE = Path(__file__).parent / "schema"
_BESIDE = Path(__file__).parent.parent / "schema"


@cache
def schema_root() -> Path:
    """Return the folder `schema/` of this installation."""
    return _INSIDE if _INSIDE.is_dir() else _BESIDE


@cache
def read(name: str) -> Any:
    """Return the decoded JSON file `name`, a path relative to `schema/`.

    The value is shared between callers and must not be changed.
    """
    return json.loads((schema_root() / name).read_bytes())


@cache
def holds(name: str) -> bool:
    """Tell whether there is a file `name`: a layout need not say how texts speak of it."""
    return (schema_root() / name).is_file()


@cache
def layouts() -> tuple[str, ...]:
    """Return the ids of all layouts of the form, oldest first, as `versions.json` registers them."""
    return tuple(read("versions.json")["layouts"])


@cache
def plans() -> tuple[str, ...]:
    """Return the ids under which `versions.json` registers work plans; a document declares one as its layout."""
    return tuple(read("versions.json")["work_plans"])


@cache
def documents() -> tuple[str, ...]:
    """Return every id that a document may declare as its layout: those of reports, then those of work plans."""
    return (*layouts(), *plans())


def document_schema(layout: str) -> str:
    """Return the name of the JSON Schema of a layout of the form, or of a work plan, as `read` takes it."""
    return f"{layout}/{'plan' if layout in plans() else 'report'}.schema.json"


@cache
def mappings() -> tuple[str, ...]:
    """Return the names of the mapping tables between layouts, as `read` takes them."""
    return tuple(sorted(f"mappings/{path.name}" for path in (schema_root() / "mappings").glob("*.json")))
