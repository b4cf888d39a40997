"""Which of the reports at hand is last year's of the same organ, and which is the one that a report corrects."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Protocol

import attrs

from govreport.between.data import ids, ids_of
from govreport.between.organs import same_organ
from govreport.between.years import against_last_year, against_superseded, witnesses_of
from govreport.findings import Finding, Severity, Witness
from govreport.form.layout import load_layout
from govreport.normalizing import plain_name
from govreport.pointers import value_at
from govreport.rules.outside import Answer
from govreport.rules.sheet import Sheet

Members = Mapping[str, Any]
# Who reports, and on which year.
NAMING = ("/organ/name", "/year")


@attrs.frozen(kw_only=True)
class Earlier:
    """An earlier report: its decoded members, and every hash by which a correction may name it."""

    members: Members = attrs.field(repr=False)
    hashes: frozenset[str]


class Archive(Protocol):
    """Earlier reports, among which some can be looked up; how they are kept is nobody else's business."""

    def of_year(self, organ: Mapping[str, Any], year: int) -> Iterable[Earlier]:
        """Return the reports of an organ for a year."""

    def of_hash(self, digest: str) -> Iterable[Earlier]:
        """Return the reports that have this hash."""


@attrs.frozen(kw_only=True)
class Few:
    """An archive of a few reports that are at hand."""

    reports: tuple[Earlier, ...] = attrs.field(repr=False)

    def of_year(self, organ: Mapping[str, Any], year: int) -> Iterator[Earlier]:
        """Yield the reports of an organ for a year."""
        for report in self.reports:
            if report.members["year"] == year and same_organ(report.members["organ"], organ):
                yield report

    def of_hash(self, digest: str) -> Iterator[Earlier]:
        """Yield the reports that have this hash."""
        return (report for report in self.reports if digest in report.hashes)


def earlier(members: Members, *written: bytes) -> Earlier:
    """Return an earlier report with its hashes: those of the bytes in which it is written, and of its source."""
    hashes = {sha256(data).hexdigest() for data in written}
    source = members.get("source", {}).get("sha256")
    return Earlier(members=members, hashes=frozenset(hashes | {source} if source else hashes))


def against(sheet: Sheet, archive: Archive) -> Answer:
    """Return what a report says otherwise than last year's and than the one it corrects, or that there is none."""
    # A work plan has no report before it, and nobody knows which is that of an unknown organ.
    if not sheet.layout.cells or any(map(sheet.unknown.touches, NAMING)):
        return Answer()
    members = sheet.members
    findings: list[Finding] = []
    asked: set[str] = set()
    witnesses: tuple[Witness, ...] = ()
    found = last_year(archive.of_year(members["organ"], members["year"] - 1))
    if len(found) == 1:
        findings += against_last_year(sheet, found[0].members)
        asked |= ids() - ids_of("corrected")
        witnesses = witnesses_of(sheet, found[0].members)
    else:
        code = "previous-several" if found else "previous-not-found"
        findings.append(_about(code, "/year", year_before=members["year"] - 1, count=len(found)))
    replaced = members.get("supersedes", {}).get("sha256")
    if replaced is not None:
        superseded = next(iter(archive.of_hash(replaced)), None)
        if superseded is None:
            findings.append(_about("superseded-not-found", "/supersedes", found=replaced))
        else:
            findings += against_superseded(sheet, superseded.members)
            asked |= ids_of("corrected")
    return Answer(tuple(findings), frozenset(asked), witnesses)


def last_year(found: Iterable[Earlier]) -> tuple[Earlier, ...]:
    """Return those of an organ's reports for one year that stand: none that another corrects, none twice."""
    reports = tuple(found)
    replaced = {report.members.get("supersedes", {}).get("sha256") for report in reports}
    standing: list[Earlier] = []
    for report in reports:
        is_known = any(says_the_same(report, other) for other in standing)
        if report.hashes.isdisjoint(replaced) and not is_known:
            standing.append(report)
    return tuple(standing)


def says_the_same(one: Earlier, other: Earlier) -> bool:
    """Tell whether two reports of an organ say the same, wherever each was read.

    Of a report that was printed in two formats, each may lack what the other has beside its figures and texts.
    """
    here, there = ({k: v for k, v in e.members.items() if k not in ("source", "$schema")} for e in (one, other))
    return here == there or _printed(one.members) == _printed(other.members)


def _printed(members: Members) -> Mapping[str, Any]:
    """Return what every print of a report has: its figures and texts, and what decides which one stands."""
    layout = load_layout(members["layout"])
    kept: dict[str, Any] = {name: members.get(name) for name in ("layout", "year", "scope", "supersedes")}
    kept["undivided"] = {entry["pointer"]: entry["value"] for entry in members.get("undivided", ())}
    for node in layout.root.children:
        if node.kind == "section":
            kept[node.name] = plain_name(members.get(node.name) or "")
    return kept | {cell: value_at(members, cell) for cell in layout.cells}


def _about(code: str, pointer: str, **parameters: Any) -> Finding:
    return Finding(code=code, severity=Severity.INFO, pointer=pointer, parameters=parameters)
