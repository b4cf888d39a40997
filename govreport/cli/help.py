"""Commands whose help is in the reader's language; no help text stands in code."""

import re
from collections.abc import Iterable
from typing import Any

import click

from govreport.cli.display import wrap
from govreport.cli.language import OPTION, help_text, of_locale, say
from govreport.messages import LANGUAGES, word

_HEADINGS = {"Options": "options", "Commands": "commands", "Positional arguments": "arguments"}
_WIDEST = 100
# How click writes which numbers an option takes.
_BOUNDS = {r"x>=([0-9]+)": r"≥ \1", r"([0-9]+)<=x<=([0-9]+)": r"\1–\2"}


class Formatter(click.HelpFormatter):
    """Writes help with headings of the catalogue, and wraps Chinese where it is too wide."""

    def __init__(self, language: str, **options: Any) -> None:
        super().__init__(**options)
        self.language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how the command is called."""
        super().write_usage(prog, args, prefix or word("usage", self.language))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list of options or commands."""
        heading = word(_HEADINGS.get(heading, heading), self.language)
        self.write(f"{'':>{self.current_indent}}{heading}{word('label-colon', self.language).rstrip()}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs of running text."""
        for line in wrap(text, self.width - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms, each with what it means."""
        entries = list(rows)
        first = min(max(len(term) for term, _ in entries), col_max) + col_spacing
        for term, text in entries:
            text = text.replace("required]", f"{word('required', self.language)}]")
            for written, plain in _BOUNDS.items():
                text = re.sub(rf"\[{written}", f"[{plain}", text)
            lines = wrap(text, max(self.width - self.current_indent - first, 20))
            if len(term) > first - col_spacing:
                lines.insert(0, "")
            for line in lines:
                self.write(f"{'':>{self.current_indent}}{term:{first}}{line}".rstrip() + "\n")
                term = ""


class Context(click.Context):
    """A context that knows the language: it is the `obj` of the outermost one."""

    @property
    def language(self) -> str:
        """The language to speak in."""
        found: object = self.find_root().obj
        return found if isinstance(found, str) else of_locale({})

    def make_formatter(self) -> click.HelpFormatter:
        """Return the formatter for help and usage."""
        return Formatter(self.language, width=self.terminal_width, max_width=self.max_content_width or _WIDEST)


class Described(click.Command):
    """A command or group whose option --help is described in the reader's language too."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help; click makes it anew each time in its older versions."""
        option = super().get_help_option(ctx)
        if option is not None and isinstance(ctx, Context):
            option.help = help_text(self.name or "", max(option.opts, key=len), ctx.language)
        return option


class Command(Described):
    """A command that takes --lang and is described by the catalogue."""

    # So that what is left over is told of here, in the reader's language.
    allow_extra_args = True

    def __init__(self, name: str | None, **options: Any) -> None:
        super().__init__(name, **options)
        self.params.append(language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; more than the command takes are wrong usage."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # the parser of click leaves it out at times
            raise
        if rest and not ctx.resilient_parsing and isinstance(ctx, Context):
            raise click.UsageError(say("unexpected-arguments", ctx.language, names=" ".join(rest)), ctx)
        return rest


def language_option() -> click.Option:
    """Return the option --lang. It is read before all others are parsed; here it is only checked."""
    return click.Option([OPTION], type=click.Choice(LANGUAGES), expose_value=False)


def describe(command: click.Command, language: str) -> None:
    """Fill in the help texts of a command and its parameters from the catalogue."""
    name = command.name or ""
    command.help = help_text(name, "about", language)
    command.short_help = (command.help or "").partition("\n")[0].rstrip(".。")
    command.epilog = help_text(name, "exit", language)
    for parameter in command.params:
        is_option = isinstance(parameter, click.Option)
        key = max(parameter.opts, key=len) if is_option else (parameter.name or "").upper()
        # In click 8.1 arguments have no help; setting one does no harm there.
        setattr(parameter, "help", help_text(name, key, language))  # noqa: B010
