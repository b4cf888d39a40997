"""Where the normative data lies: the only module that knows the place of `schema/`.

A wheel carries `schema/` inside the package; a checkout has it beside the package. Everything read
here is data that ships with the library, so a missing or broken file is a broken installation and
raises plainly.
"""

import json
from collections.abc import Mapping
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
def registered() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the layouts that `versions.json` registers, oldest first, by the register that has them.

    A kind of document has a register of its own: `layouts` is that of the annual report.
    """
    registers = read("versions.json").items()
    return {name: tuple(entries) for name, entries in registers if isinstance(entries, dict)}


@cache
def holds(name: str) -> bool:
    """Tell whether there is a file `name`: a layout need not say how texts speak of it."""
    return (schema_root() / name).is_file()


@cache
def layouts() -> tuple[str, ...]:
    """Return the ids of all layouts of the form, oldest first, as `versions.json` registers them."""
    return registered()["layouts"]


def layouts_of(year: int | None) -> tuple[str, ...]:
    """Return the layouts in which reports for a year are made, the latest ones where an older was not closed.

    There is none for a year that is not known.
    """
    if year is None:
        return ()
    entries = read("versions.json")["layouts"]
    years = {layout: entries[layout]["years"] for layout in layouts()}
    covering = {
        layout: span["first"] for layout, span in years.items() if span["first"] <= year <= span.get("last", year)
    }
    return tuple(layout for layout, first in covering.items() if first == max(covering.values()))


@cache
def documents() -> tuple[str, ...]:
    """Return every id that a document may declare as its layout: those of reports, then those of other kinds."""
    return tuple(layout for register in registered().values() for layout in register)


@cache
def mappings() -> tuple[str, ...]:
    """Return the names of the mapping tables between layouts, as `read` takes them."""
    return tuple(sorted(f"mappings/{path.name}" for path in (schema_root() / "mappings").glob("*.json")))
