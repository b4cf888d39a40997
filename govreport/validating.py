"""`validate`: one report, in whatever form it is at hand, to its findings."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govreport.results import Result
from govreport.validation.gate import Judgement, declared_layout, judge

if TYPE_CHECKING:
    from govreport.model.registry import Document


def validate(
    source: "bytes | bytearray | str | os.PathLike[str] | Mapping[str, Any] | Document",
    *,
    ignored: Collection[str] = (),
) -> Result:
    """Check one report or work plan: its text, its structure, its references and every rule of its layout.

    `source` is a JSON document as `bytes` or `str`, a path (`pathlib.Path`) to one, the dictionary
    that decoding gives, or a report or work plan as an object. Findings of documents and paths carry line and column.
    A path that cannot be read gives a finding too: nothing is raised for what the source holds, and
    `source` is never changed. Rules about statements of the text that are `ignored` are not asked, which spares their
    time; nothing else is. Raises TypeError for an argument of another type.
    """
    ignored = frozenset(ignored)
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
    raise TypeError(f"cannot validate {type(source).__name__}; give bytes, str, a path, a dictionary or a report")


def validate_bytes(data: bytes, ignored: frozenset[str] = frozenset()) -> Result:
    """Return the result for one JSON document. Never raises for what the bytes hold."""
    judgement = judge(data, ignored)
    if judgement is Judgement.CLEAN:
        return Result(layout=declared_layout(data))
    # The exact path needs more of the library; a clean document never pays for it.
    from govreport.validation import exact

    return exact.examine(data, structure_is_sound=judgement is Judgement.SOUND, ignored=ignored)


def _validate_path(path: Path, ignored: frozenset[str]) -> Result:
    from govreport.validation.reading import read_document

    data = read_document(path)
    return validate_bytes(data, ignored) if isinstance(data, bytes) else Result(findings=(data,))
