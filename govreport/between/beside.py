"""The reports that are given beside the one that is validated, in whatever form, and what asks of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeGuard

import attrs

from govreport.between.data import ids
from govreport.between.levels import NOT_COMPARED, SCOPE, against_bodies
from govreport.between.previous import NAMING, Archive, Earlier, Few, against, earlier
from govreport.errors import InvalidReport
from govreport.model.codec import dumps, loads, unstructure, write
from govreport.model.registry import CLASSES, Document
from govreport.results import Result
from govreport.rules.outside import Answer, Outside, outside_rules
from govreport.rules.sheet import Sheet
from govreport.validation.reading import LARGEST_FILE, read_document

Members = Mapping[str, Any]


def beside(previous: Any = None, bodies: Iterable[Any] | None = None) -> Outside:
    """Return what asks the rules between documents of reports given as `validate` takes them.

    Raises InvalidReport where one of them is no report, and TypeError where it is given in no form that is known.
    """
    reports = None if previous is None else tuple(map(earlier_of, several(previous)))
    return outside_of_few(reports, None if bodies is None else tuple(bodies), lambda given: earlier_of(given).members)


def outside_of_few(
    earlier_ones: tuple[Earlier, ...] | None, bodies: tuple[Any, ...] | None, read: Callable[[Any], Members]
) -> Outside:
    """Return what asks the rules between documents, given earlier reports, and bodies that are read when asked."""
    archive = None if earlier_ones is None else Few(reports=earlier_ones)
    return outside(archive, None if bodies is None else Unread(given=bodies, read=read))


def outside(archive: Archive | None, bodies: Iterable[Members] | None) -> Outside:
    """Return what asks the rules between the years, and those between a report and its bodies, where there are any.

    `bodies` may be gone through more than once.
    """

    def ask(sheet: Sheet) -> Answer:
        years = against(sheet, archive) if archive is not None else Answer()
        # A work plan is no sum of anything, and of what a report is the sum must be known.
        if bodies is None or not sheet.layout.cells or any(map(sheet.unknown.touches, (*NAMING, SCOPE))):
            return years
        found = tuple(against_bodies(sheet, bodies))
        asked = frozenset() if any(f.code == NOT_COMPARED for f in found) else frozenset(outside_rules()) - ids()
        return Answer((*years.findings, *found), years.asked | asked, years.witnesses)

    return ask


def is_document(given: Any) -> TypeGuard[Document]:
    """Tell whether something is a report or a work plan as an object."""
    return isinstance(given, tuple(CLASSES.values()))


def several(given: Any) -> tuple[Any, ...]:
    """Return what is given, one report or several, as several."""
    is_one = isinstance(given, (bytes, bytearray, str, os.PathLike, Mapping, *CLASSES.values()))
    return (given,) if is_one else tuple(given)


def earlier_of(given: Any) -> Earlier:
    """Return an earlier report, whatever it is given as; raises like `beside`."""
    written = bytes_of(given)
    report = loads(written)
    return earlier(unstructure(report), written, dumps(report))


def bytes_of(given: Any, largest: int = LARGEST_FILE) -> bytes:
    """Return a report as JSON; raises InvalidReport where a path cannot be read, TypeError for what is no report."""
    if is_document(given):
        return dumps(given)
    if isinstance(given, Mapping):
        return write(given)
    if isinstance(given, os.PathLike):
        read = read_document(Path(given), largest)
        if isinstance(read, bytes):
            return read
        raise InvalidReport(Result(findings=(read,)))
    if isinstance(given, str):
        return given.encode("utf-8", "surrogatepass")
    if isinstance(given, bytes | bytearray):
        return bytes(given)
    raise TypeError(f"cannot compare with {type(given).__name__}; give bytes, str, a path, a dictionary or a report")


@attrs.frozen(kw_only=True)
class Unread:
    """Reports as they were given, read anew whenever they are gone through."""

    given: tuple[Any, ...] = attrs.field(repr=False)
    read: Callable[[Any], Members] = attrs.field(repr=False)

    def __iter__(self) -> Iterator[Members]:
        return map(self.read, self.given)
