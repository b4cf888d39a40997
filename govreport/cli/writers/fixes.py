"""Repairs as SARIF has them: `fixes`, each a set of replacements in the text of the file."""

from typing import TYPE_CHECKING, Any

from govreport.batches.paths import STDIN
from govreport.cli.writers.wording import repair as in_words
from govreport.formats import DOCUMENT_SUFFIXES, suffix
from govreport.validation.decoding import decode
from govreport.validation.locating import region
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.findings import Repair

_MOST = 5


def fixes(checked: "Checked", uri: str, language: str) -> list[tuple["Repair", dict[str, Any]]]:
    """Return the repairs of a document with what they replace in its text, the best first.

    Only figures of a JSON file can be replaced: a line of an NDJSON file, standard input and published documents have
    none, nor has a repair that fills a blank, whose mark would have to go, too.
    """
    if not checked.repairs or checked.document is not None or checked.path == STDIN:
        return []
    if suffix(checked.path) not in DOCUMENT_SUFFIXES:
        return []
    data = read_document(checked.path)
    # A text that has defects, or that was changed since, cannot be pointed into.
    if not isinstance(data, bytes) or (decoded := decode(data)).defects or not decoded.is_readable:
        return []
    return [
        (found, {"description": {"text": in_words(found, checked.layout or "", language)}, "artifactChanges": [change]})
        for found in checked.repairs[:_MOST]
        if (change := _artifact_change(found, data, uri)) is not None
    ]


def _artifact_change(found: "Repair", data: bytes, uri: str) -> dict[str, Any] | None:
    replacements = []
    for change in found.changes:
        place = region(data, change.pointer, str(change.before)) if change.before is not None else None
        if place is None:
            return None
        line, start, end = place
        replacements.append(
            {
                "deletedRegion": {"startLine": line, "startColumn": start, "endColumn": end},
                "insertedContent": {"text": str(change.after)},
            }
        )
    return {"artifactLocation": {"uri": uri}, "replacements": replacements}
