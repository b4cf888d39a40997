"""What a configuration says, once it is read."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from govreport.given import OfOrgan


class Exempt(NamedTuple):
    """Codes not told of files, and why; the files are patterns of paths below the folder of the configuration."""

    paths: tuple[str, ...]
    codes: frozenset[str]
    reason: str


class Configuration(NamedTuple):
    """A configuration; its paths are those of files and folders that are there.

    `folder` is the one that patterns are relative to. Plain tuples, because a run over clean files should not have to
    load the attrs classes.
    """

    folder: Path = Path()
    ignored: frozenset[str] = frozenset()
    severity: Mapping[str, str] = MappingProxyType({})
    exceptions: tuple[Exempt, ...] = ()
    previous: tuple[str, ...] = ()
    bodies: str | None = None
    organs: Mapping[str, OfOrgan] | None = None
    baseline: str | None = None
    sender: str | None = None
