"""From a file to a configuration: whatever is wrong with it is told with its line and place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from govreport.cli.bounded import LARGEST_CONFIGURATION, read_bounded
from govreport.cli.configuring import locating
from govreport.cli.configuring.checking import faults
from govreport.cli.configuring.data import Configuration, Exempt
from govreport.cli.configuring.placing import line_of, shown
from govreport.cli.language import say
from govreport.cli.usage import Several
from govreport.given import OfOrgan
from govreport.normalizing import plain_name

# The parser tells the place in its sentence; later ones have members for it.
_AT = re.compile(r"at line (\d+), column (\d+)")
_MOST_FAULTS = 20


def load(place: locating.Place, language: str) -> Configuration:
    """Return the configuration at a place. Raises click.ClickException that tells all that is wrong with it."""
    text = _text(place.path, language)
    try:
        value: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise click.ClickException(_syntax(place.path, text, str(error), language)) from None
    for name in place.table:
        value = value[name]
    found = []
    for at, sentence in faults(value, place.path.parent, language):
        line = line_of(text, (*place.table, *at))
        where = shown((*place.table, *at)) if at or place.table else ""
        key = "config-fault" if where else "config-fault-of-all"
        found.append((line, say(key, language, path=place.path, line=line, place=where, fault=sentence)))
    if found:
        told = [sentence for _, sentence in sorted(found, key=lambda fault: fault[0])]
        raise Several(told[:_MOST_FAULTS])
    return _configuration(value, place.path)


def _text(path: Path, language: str) -> str:
    data = read_bounded(path, LARGEST_CONFIGURATION, language)
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise click.ClickException(say("config-not-utf8", language, path=path, line=line)) from None


def _syntax(path: Path, text: str, message: str, language: str) -> str:
    found = _AT.search(message)
    lines = text.rstrip("\n").split("\n")
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
    return say("config-syntax", language, path=path, line=line, column=column)


def _configuration(value: Mapping[str, Any], file: Path) -> Configuration:
    folder = file.parent
    baseline, bodies = value.get("baseline"), value.get("bodies")
    return Configuration(
        folder=folder,
        ignored=frozenset(value.get("ignore", ())),
        severity=value.get("severity", {}),
        exceptions=tuple(_exceptions(value)),
        previous=tuple(str(folder / path) for path in _several(value.get("previous", ()))),
        bodies=None if bodies is None else str(folder / bodies),
        organs={plain_name(name): OfOrgan(**of) for name, of in value.get("organs", {}).items()} or None,
        baseline=None if baseline is None else str(folder / baseline),
        sender=value["sender"].strip() if "sender" in value else None,
    )


def _exceptions(value: Mapping[str, Any]) -> Iterator[Exempt]:
    for entry in value.get("exceptions", ()):
        yield Exempt(paths=tuple(entry["paths"]), codes=frozenset(entry["codes"]), reason=entry["reason"].strip())


def _several(paths: Any) -> Any:
    return (paths,) if isinstance(paths, str) else paths
