"""The option --mark: a copy of an office's own Word or Excel file, with the findings as comments."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.batches.paths import STDIN, is_single
from govreport.cli.exits import was_refused
from govreport.cli.language import say
from govreport.cli.output import STDOUT, is_same, opened, refuse_to_replace
from govreport.cli.writers import Manner
from govreport.formats import suffix

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.documents.limits import Limits

_SUFFIXES = (".docx", ".xlsx")


def check_mark(
    paths: tuple[str, ...], mark: str | None, output: str | None, *, force: bool, ctx: click.Context
) -> None:
    """Raise click.UsageError, before any work is done, where no marked copy can be made of what is checked."""
    if mark is None:
        return
    language: str = ctx.obj
    if len(paths) != 1 or paths[0] == STDIN or not is_single(paths[0]) or suffix(paths[0]) not in _SUFFIXES:
        raise click.UsageError(say("mark-one", language), ctx)
    (path,) = paths
    if mark == STDOUT or suffix(mark) != suffix(path):
        raise click.UsageError(say("mark-suffix", language, suffix=suffix(path)), ctx)
    if is_same(path, mark):
        raise click.UsageError(say("mark-in-place", language, path=path), ctx)
    if output not in (None, STDOUT) and is_same(output or "", mark):
        raise click.UsageError(say("mark-output", language, path=mark), ctx)
    if not force:
        refuse_to_replace(Path(mark), language)


def write_marked(mark: str, checked: "Checked", manner: Manner, limits: "Limits | None", *, force: bool) -> None:
    """Write the copy of a file that was checked, with the findings that are told of, and say so on standard error.

    Of a file that could not be read there is none.
    """
    from govreport.batches.apart import mark_apart
    from govreport.cli.comments import comments
    from govreport.cli.writers.digest import sort_out
    from govreport.documents.limits import UnreadableDocument

    language = manner.language
    if was_refused(checked):
        click.echo(say("mark-refused", language, path=mark), err=True)
        return
    told, _ = sort_out(checked, manner)
    try:
        data = mark_apart(checked.path, tuple(comments(told, checked.layout, language, checked.repairs)), limits)
    except UnreadableDocument as error:
        raise click.ClickException(
            say("mark-failed", language, path=mark, reason=error.finding.message(language))
        ) from None
    with opened(mark, language, force=force) as destination:
        destination.write_bytes(data)
    click.echo(say("mark-done" if told else "mark-none", language, path=mark, n=len(told)), err=True)
