"""Findings that are known: written to a file by one run, and not told again by later ones."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from govreport import resources
from govreport.batches.paths import STDIN
from govreport.cli.bounded import LARGEST_OUTPUT, read_bounded
from govreport.cli.exits import INTERNAL, REFUSALS
from govreport.cli.fingerprints import Fingerprints, trait
from govreport.cli.language import say

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Finding

SCHEMA = "meta/baseline.schema.json"
VERSION = 1


def told_apart(checked: "Checked") -> "Iterator[tuple[Finding, str]]":
    """Yield the findings of a document with their fingerprints, but for those that say that it could not be checked."""
    fingerprints = Fingerprints()
    for finding in checked.findings:
        if finding.code not in REFUSALS and finding.code != INTERNAL:
            yield finding, fingerprints.of(trait(finding, checked))


class Known:
    """The findings that a file knows."""

    def __init__(self, known: Mapping[str, frozenset[str]], folder: Path) -> None:
        self._known = known
        self._folder = folder

    def of(self, path: str) -> frozenset[str]:
        """Return the fingerprints of the findings that are known of a file."""
        return self._known.get(below(path, self._folder), frozenset())


class Recorder:
    """Collects the findings of a run for the file that later ones take."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[Mapping[str, Any]] = []

    def add(self, checked: "Checked") -> None:
        """Take in what was found in a document."""
        findings = [
            {"code": finding.code, "rule": finding.rule, "pointer": finding.pointer, "fingerprint": fingerprint}
            for finding, fingerprint in told_apart(checked)
        ]
        if findings:
            path = below(checked.path, self._folder)
            self._files.append({"path": path, "document": checked.document, "findings": findings})

    def written(self) -> bytes:
        """Return the file."""
        from govreport.cli.writers.json import encode

        lines = ",\n".join(map(encode, self._files))
        return f'{{"version":{VERSION},"files":[\n{lines}\n]}}\n'.encode()


def read(path: str, language: str) -> Known:
    """Return what a file knows. Raises click.ClickException where it is no such file."""
    import msgspec
    from jsonschema import Draft202012Validator

    try:
        value = msgspec.json.decode(read_bounded(path, LARGEST_OUTPUT, language))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        _refuse(path, language)
    if not Draft202012Validator(resources.read(SCHEMA)).is_valid(value):
        _refuse(path, language)
    known: dict[str, set[str]] = {}
    for document in value["files"]:
        known.setdefault(document["path"], set()).update(found["fingerprint"] for found in document["findings"])
    return Known({name: frozenset(found) for name, found in known.items()}, folder_of(path))


def folder_of(path: str) -> Path:
    """Return the folder of a file, whatever folder the command is run in."""
    return Path(os.path.abspath(path)).parent


def below(path: str, folder: Path) -> str:
    """Return a path as files name it that lie in a folder; standard input keeps its sign."""
    from govreport.cli.writers.json import printable

    if path == STDIN:
        return path
    absolute = os.path.abspath(path)
    try:
        found = os.path.relpath(absolute, folder)
    except ValueError:  # on another drive
        found = absolute
    return printable(Path(found).as_posix())


def _refuse(path: str, language: str) -> NoReturn:
    raise click.ClickException(say("baseline-invalid", language, path=path)) from None
