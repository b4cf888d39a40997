"""Files that the command reads besides documents: settings, what was found before. None costs more than it may."""

from pathlib import Path

import click

from govreport.cli.language import say
from govreport.messages import word

_MIB = 1 << 20
# Of what was found in a hundred thousand documents.
LARGEST_OUTPUT = 512 * _MIB
LARGEST_CONFIGURATION = _MIB // 4


def read_bounded(path: str | Path, largest: int, language: str) -> bytes:
    """Return the bytes of a file. Raises click.ClickException where it cannot be read, or is too large."""
    # Most runs read no such file.
    from govreport.validation.reading import read_document

    data = read_document(path, largest)
    if not isinstance(data, bytes):
        why = word(data.parameters["reason"], language) if data.parameters else data.message(language)
        raise click.ClickException(say("config-unreadable", language, path=path, reason=why))
    if len(data) > largest:
        raise click.ClickException(say("config-too-large", language, path=path, limit=f"{largest / _MIB:g} MiB"))
    return data
