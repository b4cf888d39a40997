"""The reference of the command line: each command's own help, in the reader's language, and the exit codes."""

from govreport.cli.exits import Exit
from govreport.cli.help import Context, describe
from govreport.cli.language import LOCALES
from govreport.cli.main import COMMANDS, main
from govreport.cli.reference import VARIABLE
from govreport.cli.streams import NO_COLOUR
from tools.site.markup import code as mono
from tools.site.markup import fence, grid
from tools.site.words import say

_COLUMNS = 86
_ENVIRONMENT = {"reference": (VARIABLE,), "language": LOCALES, "colour": (NO_COLOUR,)}


def page(language: str) -> str:
    """Return the page about the command line."""
    blocks = [f"# {say('title-cli', language)}", say("cli-lead", language)]
    blocks.append(f"## {say('exit-codes', language)} {{ #exit-codes }}")
    rows = [(f"<code>{code.value}</code>", say(f"exit-{code.name.lower()}", language)) for code in Exit]
    blocks.append(grid([say("exit-code", language), say("meaning", language)], rows))
    blocks.append(f"## {say('environment', language)} {{ #environment }}")
    variables = [(_variables(*names), say(f"environment-{key}", language)) for key, names in _ENVIRONMENT.items()]
    blocks.append(grid([say("variable", language), say("meaning", language)], variables, kind="named"))
    describe(main, language)
    outer = Context(main, info_name="govreport", obj=language, terminal_width=_COLUMNS)
    blocks.append("## govreport { #govreport }")
    blocks.append(fence(main.get_help(outer)))
    for name in COMMANDS:
        command = main.get_command(outer, name)
        assert command is not None
        describe(command, language)
        context = Context(command, info_name=name, parent=outer, terminal_width=_COLUMNS)
        blocks.append(f"## govreport {name} {{ #{name} }}")
        blocks.append(fence(command.get_help(context)))
    return "\n\n".join(blocks)


def _variables(*names: str) -> str:
    return "<br>".join(map(mono, names))
