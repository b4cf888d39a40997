"""`govreport validate --compare`: which findings are new since an earlier run, and which are gone."""

import os
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from govreport.batches.paths import STDIN
from govreport.batches.telling import Compared, Gone, State
from govreport.cli.bounded import LARGEST_OUTPUT, read_bounded
from govreport.cli.exits import was_refused
from govreport.cli.fingerprints import Fingerprints, Trait, trait
from govreport.cli.language import say
from govreport.cli.reference import grouped
from govreport.cli.writers.json import VERSION, printable

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.cli.selecting import Selection
    from govreport.findings import Finding

# A document: the whole path of its file, and its line in one of NDJSON.
_Document = tuple[str, int | None]


class _Finding(msgspec.Struct, frozen=True):
    """A finding as an earlier run wrote it; one that was hidden had no words."""

    code: str
    severity: str
    pointer: str
    rule: str | None
    place: str = ""
    message: str = ""
    explained: str | None = None

    @property
    def weight(self) -> tuple[str, bool]:
        """What makes it count: its severity, and whether its report explains it."""
        return self.severity, self.explained is not None

    @property
    def gone(self) -> Gone:
        """The finding as one that is not there any more."""
        return Gone(self.code, self.severity, self.pointer, self.rule, self.place, self.message)


class _Checked(msgspec.Struct, frozen=True):
    path: str
    document: int | None
    findings: list[_Finding]
    hidden: list[_Finding] = []


class _Output(msgspec.Struct, frozen=True):
    version: int
    files: list[_Checked]


class Tally(NamedTuple):
    """How many findings are new, weigh otherwise, are gone, and are as before, and how many were not looked for.

    `unseen` counts the documents with findings that this run did not come upon, whose findings are among the last.
    """

    path: str
    new: int = 0
    updated: int = 0
    gone: int = 0
    unchanged: int = 0
    not_compared: int = 0
    unseen: int = 0


class Comparison:
    """Holds one document after another against an earlier run.

    A finding is the same if its fingerprint is: lines and words may change. `selection` holds for that run, too, and
    findings with the codes that are `unasked` are not looked for now.
    """

    def __init__(self, path: str, language: str, selection: "Selection", unasked: Collection[str]) -> None:
        self._unasked = unasked
        # Of what cannot be read as any form, these alone are asked.
        self._of_bytes = frozenset(grouped()["text"])
        # A defect of these puts in doubt what some rules ask for, and so what they say.
        self._of_structure = frozenset(grouped()["structure"])
        self._earlier: dict[_Document, dict[str, _Finding]] = {}
        for document in _read(path, language):
            fingerprints = Fingerprints()
            found = {
                fingerprints.of(Trait(f.code, f.rule, f.pointer, document.document)): f
                for f in (*document.findings, *document.hidden)
                if selection.keeps(f.code, f.rule)
            }
            if found:
                self._earlier[_key(document.path, document.document)] = found
        self._tally = Tally(path)

    def of(self, checked: "Checked") -> "Checked":
        """Return the outcome of a document with what became of it."""
        earlier = self._earlier.pop(_key(printable(checked.path), checked.document), {})
        fingerprints = Fingerprints()
        matched = [earlier.pop(fingerprints.of(trait(finding, checked)), None) for finding in checked.findings]
        hidden = [earlier.pop(fingerprints.of(trait(hidden.finding, checked)), None) for hidden in checked.hidden]
        states = tuple(_state(*pair) for pair in zip(checked.findings, matched, strict=True))
        gone = tuple(found.gone for found in earlier.values() if self._is_asked(found, checked))
        compared = Compared(
            states, gone, states.count("unchanged") + len(list(filter(None, hidden))), len(earlier) - len(gone)
        )
        self._count(compared)
        return checked._replace(compared=compared)

    def tally(self) -> Tally:
        """Return the counts, once there are no more documents."""
        unseen = sum(map(len, self._earlier.values()))
        return self._tally._replace(not_compared=self._tally.not_compared + unseen, unseen=len(self._earlier))

    def _is_asked(self, found: _Finding, checked: "Checked") -> bool:
        """Return whether what was found then would have been found now, if it were there still."""
        if was_refused(checked) or found.code in self._unasked or found.rule in self._unasked:
            return False
        if checked.layout is None:
            return found.code in self._of_bytes
        told = (*checked.findings, *(hidden.finding for hidden in checked.hidden))
        return found.rule is None or all(finding.code not in self._of_structure for finding in told)

    def _count(self, compared: Compared) -> None:
        so_far = self._tally
        self._tally = so_far._replace(
            new=so_far.new + compared.states.count("new"),
            updated=so_far.updated + compared.states.count("updated"),
            gone=so_far.gone + len(compared.gone),
            unchanged=so_far.unchanged + compared.unchanged,
            not_compared=so_far.not_compared + compared.unasked,
        )


def unasked(*, has_previous: bool, has_bodies: bool) -> frozenset[str]:
    """Return the codes of what is not looked for without last year's reports, or without those of bodies."""
    groups = grouped()
    return frozenset(
        code
        for group, is_asked in (("years", has_previous), ("levels", has_bodies))
        if not is_asked
        for code in groups[group]
    )


def _state(finding: "Finding", earlier: _Finding | None) -> State:
    if earlier is None:
        return "new"
    return "unchanged" if earlier.weight == (str(finding.severity), finding.explained is not None) else "updated"


def _key(path: str, document: int | None) -> _Document:
    return path if path == STDIN else os.path.abspath(path), document


def _read(path: str, language: str) -> Iterator[_Checked]:
    """Yield the documents of an earlier run. Raises click.ClickException where the file is no output of one."""
    try:
        output = msgspec.json.decode(read_bounded(path, LARGEST_OUTPUT, language), type=_Output)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise click.ClickException(say("compare-invalid", language, path=path)) from None
    if not 1 <= output.version <= VERSION:
        raise click.ClickException(say("compare-invalid", language, path=path))
    yield from output.files
