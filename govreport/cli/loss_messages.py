"""What is told of conversions: the losses as a table in words, and what could not be written."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from govreport.cli.display import pad, shown, width
from govreport.cli.exits import Exit
from govreport.cli.input_errors import telling_faults
from govreport.cli.language import say
from govreport.cli.system_errors import reason
from govreport.findings import cut
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.batches.convert import Done, Outcome, Refused
    from govreport.conversion.losses import Loss

_MARGIN = "  "
_WIDEST_VALUE = 24


def run(outcomes: "Iterable[Outcome]", tell: "Callable[[Done], None]", language: str) -> int:
    """Tell of every outcome on standard error, of those that went well by `tell`, and return the exit code."""
    from govreport.batches.convert import Done, Refused

    code = Exit.CLEAN
    with telling_faults(language) as faults:
        for outcome in outcomes:
            if isinstance(outcome, Done):
                tell(outcome)
            elif isinstance(outcome, Refused):
                sentence, reached = _refusal(outcome, language)
                click.echo(shown(sentence), err=True)
                code = max(code, reached)
            else:
                faults.tell(outcome)
    return max(code, faults.code)


def table(done: "Done", language: str) -> str:
    """Return the losses of one report in words: what stood there and the place, below the reason that they share."""
    conversion = done.conversion
    kinds = [loss.kind for loss in conversion.losses]
    lines = [
        say(
            "losses" if kinds else "no-losses",
            language,
            path=shown(done.path if done.document is None else f"{done.path}:{done.document}"),
            source=conversion.source,
            target=conversion.target,
            dropped=kinds.count("dropped"),
            merged=kinds.count("merged"),
        )
    ]
    by_reason = sorted(conversion.losses, key=lambda loss: (loss.kind, loss.reason.code))
    for _, group in groupby(by_reason, key=lambda loss: (loss.kind, loss.reason.code)):
        losses = list(group)
        lines.append(f"{_MARGIN}{losses[0].message(language)}{word('label-colon', language).rstrip()}")
        values = [_value(loss) for loss in losses]
        columns = min(max(map(width, values)), _WIDEST_VALUE)
        lines += [
            f"{_MARGIN * 2}{pad(value, columns)}{_MARGIN}{shown(loss.place(language))}"
            for value, loss in zip(values, losses, strict=True)
        ]
    return "\n".join(lines)


def _value(loss: "Loss") -> str:
    """Return what stood there: of an entry of a list, all that it says besides its place."""
    value: Any = loss.value
    if isinstance(value, dict):
        value = " ".join(str(part) for name, part in value.items() if name != "pointer")
    return shown(cut(value))


def _refusal(refused: "Refused", language: str) -> tuple[str, Exit]:
    from govreport.batches.convert import Withheld
    from govreport.errors import EditedReport

    why = refused.why
    path = refused.path if refused.document is None else f"{refused.path}:{refused.document}"
    if isinstance(why, FileExistsError):
        return say("output-exists", language, path=path), Exit.USAGE
    if isinstance(why, OSError):
        return say("output-failed", language, path=path, reason=reason(why, language)), Exit.USAGE
    if isinstance(why, Withheld):
        key = "withheld-lossy" if why is Withheld.LOSSY else "withheld-defective"
        return say(key, language, path=path), Exit.FINDINGS
    if isinstance(why, EditedReport):
        return say("report-edited", language, path=path), Exit.FINDINGS
    return say("losses-invalid", language, path=path, reason=cut(why)), Exit.FINDINGS
