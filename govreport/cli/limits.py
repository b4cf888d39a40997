"""The options that say how large a document may be, and whether an office program may read it; advice for others."""

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from govreport.cli.help import Context
from govreport.cli.language import say
from govreport.messages import advice

if TYPE_CHECKING:
    from govreport.findings import Finding

_EXCEEDED = "limit-exceeded"
_UNITS = {"": 0, "kib": 10, "mib": 20, "gib": 30}
_SIZE = re.compile(r"([0-9]{1,15})\s*([KMG]iB)?", re.IGNORECASE)


# The members of `Limits`, which is not imported before a limit is asked for.
_SIZES = ("file_size", "unpacked_size", "memory")
_NUMBERS = ("unpacking_ratio", "cells", "pages", "characters", "strokes", "files", "seconds")


def _size(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Return the number of bytes; raises click.BadParameter for what is none."""
    match = _SIZE.fullmatch(value.strip()) if value is not None else None
    size = int(match[1]) << _UNITS[(match[2] or "").lower()] if match else 0
    if value is not None and not size:
        language = ctx.language if isinstance(ctx, Context) else "en"
        raise click.BadParameter(say("not-a-size", language), ctx, parameter)
    return size or None


class _LimitOption(click.Option):
    """An option whose help tells the default of its limit, which is only looked up then."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help."""
        record = super().get_help_record(ctx)
        if record is None or not isinstance(ctx, Context):
            return record
        from govreport.documents.limits import Limits

        limit = (self.name or "").removeprefix("max_")
        default = getattr(Limits(), limit)
        shown = _written(default) if limit in _SIZES else str(default)
        text = say("with-default", ctx.language, text=self.help, default=shown)
        return record[0], record[1].replace(self.help or "", text, 1)


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of all limits; it takes them as `limits`, None where none is given."""

    @wraps(command)
    def with_limits(*arguments: Any, **values: Any) -> Any:
        named = {limit: values.pop(f"max_{limit}") for limit in (*_SIZES, *_NUMBERS)}
        given = {limit: value for limit, value in named.items() if value is not None}
        if values.pop("office"):
            given["office"] = True
        if not given:
            return command(*arguments, limits=None, **values)
        from govreport.documents.limits import Limits

        return command(*arguments, limits=Limits(**given), **values)

    decorated: Callable[..., Any] = click.option("--office", is_flag=True)(with_limits)
    for limit in reversed(_NUMBERS):
        count = click.IntRange(min=1)
        decorated = click.option(_option(limit), type=count, metavar="N", cls=_LimitOption)(decorated)
    for limit in reversed(_SIZES):
        decorated = click.option(_option(limit), metavar="SIZE", callback=_size, cls=_LimitOption)(decorated)
    return decorated


def advise(finding: "Finding", language: str) -> str | None:
    """Return what the catalogue advises about a finding; of a limit, the option that raises it."""
    if finding.code == _EXCEEDED:
        return say("raise-limit", language, option=_option(finding.parameters["limit"]))
    return advice(finding.code, language)


def _option(limit: str) -> str:
    return f"--max-{limit.replace('_', '-')}"


def _written(size: int) -> str:
    """Return a number of bytes as the options take it, in the largest unit that it is a multiple of."""
    for unit, bits in (("GiB", 30), ("MiB", 20), ("KiB", 10)):
        if not size % (1 << bits):
            return f"{size >> bits}{unit}"
    return str(size)
