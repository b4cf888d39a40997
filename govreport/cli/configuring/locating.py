"""Where the configuration is: in the folder that a command is run in, or in the nearest one above it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govreport.cli.bounded import LARGEST_CONFIGURATION

NAME = "govreport.toml"
SHARED = "pyproject.toml"
# Folders by which version control marks the top of a project.
_TOPS = (".git", ".hg", ".svn")
_TABLE = ("tool", "govreport")


class Place(NamedTuple):
    """A file with a configuration, and the table of it that is the configuration: () for all of it."""

    path: Path
    table: tuple[str, ...] = ()


def locate(folder: Path) -> Place | None:
    """Return where the configuration for a folder is, None where there is none.

    In each folder govreport.toml comes before a pyproject.toml with a table tool.govreport. The search goes upward, and
    ends with the folder at the top of a project under version control, or of the file system.
    """
    for place in _upward(folder):
        if os.path.lexists(place / NAME):
            return Place(place / NAME)
        if (place / SHARED).is_file() and _has_table(place / SHARED):
            return Place(place / SHARED, _TABLE)
    return None


def _upward(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        yield place
        if any((place / top).exists() for top in _TOPS):
            return


def _has_table(path: Path) -> bool:
    """Return whether a pyproject.toml has a table tool.govreport. One that cannot be read is of no concern here."""
    from govreport.validation.reading import read_document

    data = read_document(path, LARGEST_CONFIGURATION)
    if not isinstance(data, bytes) or len(data) > LARGEST_CONFIGURATION:
        return False
    if _TABLE[1].encode() not in data:  # most have none, and need not be read any further
        return False
    import tomllib

    try:
        tools = tomllib.loads(data.decode()).get(_TABLE[0])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(tools, dict) and _TABLE[1] in tools
