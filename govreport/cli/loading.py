"""One document given to a command, whatever its format: JSON, or a published report or plan."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from govreport.cli.language import say
from govreport.given import NOTHING

if TYPE_CHECKING:
    from govreport.documents.extraction import Extraction
    from govreport.documents.limits import Limits
    from govreport.findings import Finding
    from govreport.given import Given

Loaded = TypeVar("Loaded")


def load_any(
    path: str,
    decode: Callable[[bytes], Loaded],
    extracted: "Callable[[Extraction], Loaded | None]",
    limits: "Limits",
    given: "Given" = NOTHING,
) -> "tuple[Loaded | None, tuple[Finding, ...]]":
    """Return a document in JSON or in a published format, None where there is none, and what is to be told of it."""
    from govreport.batches.apart import extract_apart
    from govreport.documents.limits import UnreadableDocument
    from govreport.errors import InvalidReport
    from govreport.formats import is_json
    from govreport.validation.reading import read_document

    data = read_document(Path(path), limits.file_size)
    if not isinstance(data, bytes):
        return None, (data,)
    try:
        limits.check("file_size", len(data))
        if is_json(path, data):
            return decode(data), ()
        extraction = extract_apart(path, limits=limits, given=given)
    except InvalidReport as error:
        return None, error.result.findings
    except UnreadableDocument as error:
        return None, (error.finding,)
    return extracted(extraction), extraction.problems


def tell(path: str, findings: "tuple[Finding, ...]", refusal: str | None, language: str) -> None:
    """Write to standard error what was found in a document, and where nothing could be made of it, that."""
    from govreport.batches.outcomes import Checked
    from govreport.cli.input_errors import telling_faults

    if findings:
        with telling_faults(language) as faults:
            faults.tell(Checked(path, None, None, findings))
    if refusal is not None:
        click.echo(say(refusal, language, path=path), err=True)
