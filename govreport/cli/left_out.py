"""What the print of a report does not carry, told on standard error."""

from collections.abc import Sequence

import click

from govreport.cli.language import say
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.messages import word


def tell_left_out(layout: str, pointers: Sequence[str], language: str) -> None:
    """Say which members of a report its print does not carry; nothing where it carries all."""
    form = load_layout(layout)
    lost = [place(form, pointer, language) for pointer in pointers]
    if lost:
        click.echo(say("left-out", language, places=word("list-comma", language).join(lost)), err=True)
