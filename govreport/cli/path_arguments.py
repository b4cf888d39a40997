"""Paths among the arguments and options of a command."""

import click

# Whether a file may be read is found out by reading it, not by click beforehand: so it is told as a finding, in the
# reader's language and with its own exit code.
PLACE = click.Path(readable=False)
