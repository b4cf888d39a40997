"""The reports that are given beside the one that is validated, in whatever form, and what asks of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeGuard

import attrs

from govreport.between.data import ids
from govreport.between.levels import against_bodies
from govreport.between.previous import Earlier, Few, earlier, outside
from govreport.errors import InvalidReport
from govreport.findings import Finding
from govreport.model.codec import dumps, loads, unstructure, write
from govreport.model.registry import CLASSES, Document
from govreport.results import Result
from govreport.rules.outside import Outside, outside_rules
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
    years = None if earlier_ones is None else outside(Few(reports=earlier_ones))
    return both(years, None if bodies is None else Unread(given=bodies, read=read))


def both(years: Outside | None, bodies: Iterable[Members] | None) -> Outside:
    """Return what asks the rules between the years, and those between a report and its bodies, where there are any."""

    def ask(sheet: Sheet) -> tuple[Finding, ...]:
        found = years.ask(sheet) if years is not None else ()
        # A work plan is no sum of anything.
        return found if bodies is None or not sheet.layout.cells else (*found, *against_bodies(sheet, bodies))

    known = years.rules if years is not None else frozenset()
    return Outside(rules=known if bodies is None else known | (outside_rules() - ids()), ask=ask)


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
