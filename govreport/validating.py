"""`validate`: one report, in whatever form it is at hand, to its findings."""

import os
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from govreport.results import Result
from govreport.validation.gate import Judged, Judgement, declared_layout, judge_decoded

if TYPE_CHECKING:
    from types import ModuleType

    from govreport.model.registry import Document, Report
    from govreport.rules.outside import Outside

Beside: TypeAlias = "bytes | bytearray | str | os.PathLike[str] | Mapping[str, Any] | Report"
"""A report that is given beside another, in any form of JSON or as an object."""


def validate(
    source: "bytes | bytearray | str | os.PathLike[str] | Mapping[str, Any] | Document",
    *,
    ignored: Collection[str] = (),
    previous: "Beside | Iterable[Beside] | None" = None,
    bodies: "Iterable[Beside] | None" = None,
) -> Result:
    """Check one report or work plan: its text, its structure, its references and every rule of its layout.

    `source` is a JSON document as `bytes` or `str`, a path (`pathlib.Path`) to one, the dictionary
    that decoding gives, or a report or work plan as an object. Findings of documents and paths carry line and column.
    A path that cannot be read gives a finding too: nothing is raised for what the source holds, and
    `source` is never changed. Rules about statements of the text that are `ignored` are not asked, which spares their
    time; nothing else is. Raises TypeError for an argument of another type.

    `previous` are earlier reports, one or several: the same organ's of the year before is held against this one, and
    so is the one that this one says it replaces. `bodies` are the reports of which a consolidated report is the sum;
    only those count that its scope names. InvalidReport is raised where one of these is no report.
    """
    ignored = frozenset(ignored)
    if previous is not None or bodies is not None:
        return _validate_beside(source, ignored, previous, bodies)
    if isinstance(source, bytes):
        return validate_bytes(source, ignored)
    if isinstance(source, str):
        return validate_bytes(source.encode("utf-8", "surrogatepass"), ignored)
    if isinstance(source, bytearray):
        return validate_bytes(bytes(source), ignored)
    if isinstance(source, os.PathLike):
        return _validate_path(Path(source), ignored)
    from govreport.validation import exact

    if isinstance(source, Mapping):
        return exact.examine_value(source, ignored)
    from govreport.model.codec import unstructure
    from govreport.model.registry import CLASSES

    if isinstance(source, tuple(CLASSES.values())):
        return exact.examine_value(unstructure(source), ignored)
    raise TypeError(_refused(source))


def validate_bytes(data: bytes, ignored: frozenset[str] = frozenset(), outside: "Outside | None" = None) -> Result:
    """Return the result for one JSON document; `outside` asks the rules between documents.

    Never raises for what the bytes hold.
    """
    judged = judge_decoded(data, ignored)
    if outside is not None:
        result: Result = _exact().examine(data, judged.decoded is not None, ignored, outside=outside)
        return result
    if judged[0] is Judgement.CLEAN:
        return Result(layout=declared_layout(data))
    return validate_judged(data, judged, ignored)


def validate_judged(data: bytes, judged: Judged, ignored: frozenset[str]) -> Result:
    """Return the result for one JSON document that the gate has judged, but not found clean."""
    result: Result = _exact().examine_judged(data, judged, ignored)
    return result


@cache
def _exact() -> "ModuleType":
    """Return the exact path, which needs more of the library: a clean document never pays for it."""
    from govreport.validation import exact

    return exact


def _validate_beside(source: Any, ignored: frozenset[str], previous: Any, bodies: "Iterable[Beside] | None") -> Result:
    """Return the result for one document with other reports given beside it."""
    from govreport.between.beside import beside, is_document
    from govreport.model.codec import unstructure
    from govreport.validation import exact
    from govreport.validation.reading import read_document

    outside = beside(previous, bodies)
    if is_document(source):
        return exact.examine_value(unstructure(source), ignored, outside=outside)
    if isinstance(source, Mapping):
        return exact.examine_value(source, ignored, outside=outside)
    if isinstance(source, os.PathLike):
        read = read_document(Path(source))
        if not isinstance(read, bytes):
            return Result(findings=(read,))
        source = read
    if isinstance(source, str):
        source = source.encode("utf-8", "surrogatepass")
    if not isinstance(source, bytes | bytearray):
        raise TypeError(_refused(source))
    return validate_bytes(bytes(source), ignored, outside)


def _validate_path(path: Path, ignored: frozenset[str]) -> Result:
    from govreport.validation.reading import read_document

    data = read_document(path)
    return validate_bytes(data, ignored) if isinstance(data, bytes) else Result(findings=(data,))


def _refused(source: object) -> str:
    return f"cannot validate {type(source).__name__}; give bytes, str, a path, a dictionary or a report"
