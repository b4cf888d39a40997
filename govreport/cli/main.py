"""The command `govreport`: finds the command asked for, and lets no traceback reach a user."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from govreport.cli import usage
from govreport.cli.display import shown
from govreport.cli.exits import INTERNAL, Exit
from govreport.cli.help import Context, Described, describe, language_option
from govreport.cli.interrupting import interrupted_once
from govreport.cli.language import spoken
from govreport.cli.output import failed
from govreport.cli.streams import prepare, silence
from govreport.messages import word

# Only the module of the command that is asked for is imported.
COMMANDS = (
    "validate",
    "extract",
    "convert",
    "restore",
    "fix",
    "table",
    "indicators",
    "render",
    "diff",
    "sum",
    "review",
    "statements",
    "tasks",
    "explain",
    "rules",
    "schema",
    "new",
    "completion",
)


class Program(Described, click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, those used most first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, described in the reader's language."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"govreport.cli.{cmd_name}").command
        describe(command, ctx.language if isinstance(ctx, Context) else spoken(()))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, or tell which was probably meant."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and isinstance(ctx, Context):
            raise click.UsageError(usage.unknown("no-such-command", args[0], COMMANDS, ctx.language), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader who has closed the pipe ends it quietly, before click ends it with another code."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            silence()
            return Exit.INTERRUPTED
        return code

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run the program and exit with the code that the command returns."""
        arguments = sys.argv[1:] if args is None else list(args)
        language = spoken(arguments)
        try:
            prepare()
            with interrupted_once():
                code = self._run(arguments, language, prog_name, extra)
        except (click.Abort, KeyboardInterrupt):
            code = Exit.INTERRUPTED
        # Whatever is not foreseen is a defect of this program.
        except Exception as error:
            _say(_breakdown(error, language))
            code = Exit.INTERNAL
        sys.exit(code)

    def _run(self, arguments: list[str], language: str, prog_name: str | None, extra: dict[str, Any]) -> int:
        describe(self, language)
        options = {**extra, "obj": language, "standalone_mode": False}
        try:
            with _writing_to_standard_output(language):
                code = super().main(arguments, prog_name or self.name, **options)
                sys.stdout.flush()
        except BrokenPipeError:
            silence()
            return Exit.INTERRUPTED
        except click.ClickException as error:
            _say(usage.explain(error, language))
            return Exit.USAGE
        return code if isinstance(code, int) else Exit.CLEAN


@contextmanager
def _writing_to_standard_output(language: str) -> Iterator[None]:
    """Let a full disk end the program with a word: the help is written there, too, and so is what completes a line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None:
            raise
        # It is about no file, so what could not be written to is standard output.
        silence()
        raise failed(word("standard-output", language), error, language) from None


def _say(text: str) -> None:
    # Where even standard error cannot be written to, the exit code alone has to do.
    with suppress(OSError):
        click.echo(text, err=True)


def _breakdown(error: Exception, language: str) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace is not None else ""
    reason = f"{type(error).__name__}: {error}"[:200] + place
    try:
        from govreport import messages

        lines = (messages.sentence(INTERNAL, {"reason": reason}, language), messages.advice(INTERNAL, language) or "")
    # Where not even the catalogue can be read, the bare reason has to do.
    except Exception:
        lines = (INTERNAL, reason)
    return "\n".join(map(shown, lines))


def _show_help(ctx: click.Context) -> int:
    """Answer a call without a command: that is wrong usage, and the help says what is missing."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
    return Exit.USAGE


def _show_version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from govreport import __version__

        click.echo(f"govreport {__version__}")
        ctx.exit()


main = Program(
    "govreport",
    invoke_without_command=True,
    callback=click.pass_context(_show_help),
    params=[
        click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version),
        language_option(),
    ],
)
