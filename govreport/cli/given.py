"""The options that say of the documents read what they do not say themselves."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from govreport.cli.help import Context
from govreport.cli.language import say
from govreport.given import FIRST_YEAR, KINDS, LAST_YEAR, LEVELS, STATED, Given, is_day


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_day(value):
        language = ctx.language if isinstance(ctx, Context) else "en"
        raise click.BadParameter(say("not-a-day", language), ctx, parameter)
    return value


def _name(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        language = ctx.language if isinstance(ctx, Context) else "en"
        raise click.BadParameter(say("not-a-name", language), ctx, parameter)
    return value


def day_option(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return an option that takes a day."""
    return click.option(*names, metavar="YYYY-MM-DD", callback=_day)


def given_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of what documents do not say; it takes them as `given`."""

    @wraps(command)
    def with_given(*arguments: Any, **values: Any) -> Any:
        given = Given(**{name: values.pop(f"given_{name}") for name in STATED})
        return command(*arguments, given=given, **values)

    decorated: Callable[..., Any] = with_given
    for option in reversed(
        (
            click.option("--organ", "given_organ", metavar="NAME", callback=_name),
            click.option("--kind", "given_kind", type=click.Choice(KINDS)),
            click.option("--level", "given_level", type=click.Choice(LEVELS)),
            click.option("--year", "given_year", metavar="YYYY", type=click.IntRange(FIRST_YEAR, LAST_YEAR)),
            day_option("--published", "given_published"),
        )
    ):
        decorated = option(decorated)
    return decorated
