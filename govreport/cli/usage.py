"""What is said of wrong usage: click's errors in the reader's language."""

from collections.abc import Iterable, Sequence

import click

from govreport.cli.display import shown
from govreport.cli.language import alternatives, say
from govreport.messages import word


class Several(click.ClickException):
    """An error that several things are wrong with, each a sentence."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def explain(error: click.ClickException, language: str) -> str:
    """Return the lines that tell somebody what was wrong: with the call, and where to read more, or with its output."""
    is_usage = isinstance(error, click.UsageError)
    first, *more = error.messages if isinstance(error, Several) else (_message(error, language),)
    lines = [say("usage-error" if is_usage else "failure", language, message=first), *more]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(say("try-help", language, command=error.ctx.command_path))
    return "\n".join(map(shown, lines))


def unknown(key: str, name: str, known: Iterable[str], language: str) -> str:
    """Return the sentence `key` about an unknown name, with those that it may have been meant for."""
    from difflib import get_close_matches

    sentence = say(key, language, name=name)
    close = get_close_matches(name, list(known), n=3, cutoff=0.6)
    if not close:
        return sentence
    proposal = say("did-you-mean", language, names=alternatives(close, language))
    return f"{sentence}{word('list-comma', language)}{proposal}"


def _message(error: click.ClickException, language: str) -> str:
    if isinstance(error, click.NoSuchOption):
        known = [name for option in _options(error) for name in option.opts if name.startswith("--")]
        return unknown("no-such-option", error.option_name, known, language)
    if isinstance(error, click.BadOptionUsage):
        is_flag = any(option.is_flag for option in _options(error) if error.option_name in option.opts)
        return say("value-unneeded" if is_flag else "value-needed", language, name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("missing-argument", language, name=_name(error))
    if isinstance(error, click.BadParameter):
        return _bad_value(error, language)
    return error.message


def _bad_value(error: click.BadParameter, language: str) -> str:
    name, kind = _name(error), error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return say("not-a-choice", language, name=name, allowed=alternatives(map(str, kind.choices), language))
    if isinstance(kind, click.IntRange):
        limits = f"{kind.min}–{kind.max}" if kind.max is not None else f"≥ {kind.min}"
        return say("not-in-range", language, name=name, range=limits)
    return say("bad-value", language, name=name, message=error.message)


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or parameter.human_readable_name).upper() if parameter is not None else ""


def _options(error: click.UsageError) -> list[click.Option]:
    parameters = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return [parameter for parameter in parameters if isinstance(parameter, click.Option)]
