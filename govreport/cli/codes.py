"""Codes as arguments: completed by the shell, checked against the catalogue, guessed at where unknown."""

import click

from govreport import messages
from govreport.cli.help import Context
from govreport.cli.language import say
from govreport.cli.usage import unknown
from govreport.messages import word


def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the codes that begin with what is typed so far."""
    return [code for code in messages.codes() if code.startswith(incomplete)]


def check(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a repeatable, comma separated option; raises click.UsageError for an unknown one."""
    codes = tuple(code.strip() for part in value for code in part.split(",") if code.strip())
    for code in codes:
        require(code, ctx)
    return codes


def require(code: str, ctx: click.Context) -> None:
    """Raise click.UsageError where there is no such code, naming those that come close."""
    known, language = messages.codes(), ctx.language if isinstance(ctx, Context) else "en"
    if code not in known:
        sentence = unknown("no-such-code", code, known, language)
        if sentence == say("no-such-code", language, name=code):  # nothing comes close
            sentence += word("list-comma", language) + say("list-codes", language)
        raise click.UsageError(sentence, ctx)
