"""The option --no-config, and the configuration for a command."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govreport.cli.display import shown
from govreport.cli.help import Context
from govreport.cli.language import say

if TYPE_CHECKING:
    from govreport.cli.configuring.data import Configuration


def configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --no-config; it takes what the configuration says as `configuration`.

    Which file was read is told on standard error.
    """

    @wraps(command)
    def with_configuration(*arguments: Any, no_config: bool, **values: Any) -> Any:
        return command(*arguments, configuration=None if no_config else _found(), **values)

    return click.option("--no-config", is_flag=True)(with_configuration)


def _found() -> "Configuration | None":
    """Return the configuration for the folder that the command is run in, None where there is none."""
    from govreport.cli.configuring.locating import locate

    try:
        place = locate(Path.cwd())
    except OSError:  # the folder was removed meanwhile
        return None
    if place is None:
        return None
    from govreport.cli.configuring.reading import load

    context = click.get_current_context()
    language = context.language if isinstance(context, Context) else "en"
    configuration = load(place, language)
    click.echo(shown(say("config-used", language, path=place.path)), err=True)
    return configuration
