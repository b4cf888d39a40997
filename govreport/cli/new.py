"""`govreport new`: a blank report to fill in."""

from typing import TYPE_CHECKING, Any

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.language import alternatives, say
from govreport.cli.output import opened, output_options
from govreport.formats import suffix
from govreport.kinds import KINDS, kind_of, resolve, schema_file

if TYPE_CHECKING:
    from govreport.documents.rendering.render import Print

# A document of any kind that can be filled in by hand.
_JSON = "json"
_FORMATS = (_JSON, "docx", "xlsx", "html")
_LAYOUTS = tuple(layout for kind in KINDS if kind.blank for layout in kind.layouts)


def _member(*path: str) -> dict[str, Any]:
    """Return what the schema of the last layout says of a member; it is the same in all of them."""
    schema: dict[str, Any] = resources.read(schema_file(_LAYOUTS[-1]))
    found = schema
    for name in path:
        found = found["properties"][name]
        found = schema["$defs"][found["$ref"].rpartition("/")[2]] if "$ref" in found else found
    return found


_YEARS = click.IntRange(_member("year")["minimum"], _member("year")["maximum"])


@click.command("new", cls=Command)
@click.option("--layout", type=click.Choice(_LAYOUTS))
@click.option("--year", required=True, metavar="YEAR", type=_YEARS)
@click.option("--organ", "name", required=True, metavar="NAME")
@click.option("--kind", type=click.Choice(_member("organ", "kind")["enum"]))
@click.option("--level", type=click.Choice(_member("organ", "level")["enum"]))
@click.option("--format", "form", type=click.Choice(_FORMATS))
@output_options
@click.pass_obj
def command(
    language: str, /, layout: str | None, year: int, form: str | None, output: str | None, force: bool, **organ: Any
) -> None:
    """Write a blank report: its canonical text, or the printed form in a format of office programs.

    Where no layout is given, it is the one that reports for the year are made in.
    """
    from govreport.form.layout import load_layout
    from govreport.form.naming import place
    from govreport.model.codec import write
    from govreport.validation.exact import read

    layout = layout or next(iter(resources.layouts_of(year)), None)
    if layout is None:
        raise click.UsageError(say("layout-of-year", language, year=year), click.get_current_context())
    kind = kind_of(layout)
    named = suffix(output or "").removeprefix(".")
    form = form or (named if named in _FORMATS else _JSON)
    if form != _JSON and form not in kind.writers:
        allowed = alternatives((_JSON, *(name for name in _FORMATS if name in kind.writers)), language)
        name = load_layout(layout).root.title if language == "zh" else load_layout(layout).root.english
        reason = say("kind-formats", language, document=name, allowed=allowed)
        raise click.UsageError(reason, click.get_current_context())
    make = resolve(kind.blank or "")
    document = write(make(layout, year, {k: v for k, v in organ.items() if v is not None}))
    _, result = read(document)
    for finding in result.findings:
        # The form is as it should be; what can be wrong is what was given, such as an empty name.
        name = place(load_layout(layout), finding.pointer, language)
        reason = say("bad-value", language, name=name, message=finding.message(language))
        raise click.UsageError(reason, click.get_current_context())
    found = None if form == _JSON else _printed(document, form, language)
    with opened(output, language, force=force) as destination:
        destination.write_bytes(document if found is None else found.data)
    if found is not None:
        from govreport.cli.left_out import tell_left_out

        tell_left_out(layout, found.left_out, language)


def _printed(document: bytes, form: str, language: str) -> "Print":
    """Return the printed form of a document, ready to be filled in."""
    from govreport.documents.rendering.render import printed
    from govreport.errors import GovReportError
    from govreport.model.codec import loads_any

    try:
        filled_in = loads_any(document)
        return printed(filled_in, form, language=language, formulas=form in kind_of(filled_in.layout).formulas)
    # Nothing is left to fail but the library that writes the format.
    except GovReportError:
        raise click.ClickException(say("writer-missing", language, format=form)) from None
