"""The rules about statements on the fast path: do the texts of a report agree with its tables?

Like the rest of the gate this only accepts: of a report whose texts say anything else than its tables the exact path
says what. Texts without a figure cost a search, and nothing more is loaded for them.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import ModuleType
from typing import Any

from govreport import resources
from govreport.statements.sentences import holds_figures


def agrees(report: Any, module: ModuleType, ignored: frozenset[str]) -> bool:
    """Tell whether no text of a decoded report contradicts its tables. The report has no notes and no blank cells."""
    if asks_nothing(report.layout, ignored):
        return True
    told = [(name, text) for name, text in module.texts(report) if text and holds_figures(text)]
    if not told:
        return True
    from govreport.statements.comparing import Sums
    from govreport.statements.parts import excesses
    from govreport.statements.reading import judge, told_in
    from govreport.statements.report import speaker_of
    from govreport.statements.vocabulary import load_vocabulary

    speaker = speaker_of(report.layout, report.year, report.organ.kind, report.organ.name)
    figures = (t for name, text in told for t in told_in(name, text, speaker, is_whole=False))
    judged = judge(figures, Sums(figure=_figures(report), unit=_units(report)))
    if any(j.verdict == "contradicts" for j in judged):
        return False
    return next(excesses(judged, load_vocabulary(report.layout)), None) is None


@cache
def asks_nothing(layout: str, ignored: frozenset[str]) -> bool:
    """Tell whether all rules about statements of a layout are among those that are ignored."""
    if not resources.holds(f"{layout}/statements.json"):
        return True
    if not ignored:
        return False
    return all(r["id"] in ignored for r in resources.read(f"{layout}/rules.json")["rules"] if r["kind"] == "stated")


@cache
def _getter(pointer: str) -> Callable[[Any], Any]:
    return attrgetter(pointer[1:].replace("/", "."))


def _figures(report: Any) -> Callable[[str], int | Decimal]:
    def figure(pointer: str) -> int | Decimal:
        value = _getter(pointer)(report)
        # Amounts are kept as they are written.
        return value if isinstance(value, int) else Decimal(bytes(value).decode("ascii"))

    return figure


def _units(report: Any) -> Callable[[str], str | None]:
    def unit(pointer: str) -> str | None:
        from govreport.form.layout import load_layout

        beside = getattr(_getter(pointer.rpartition("/")[0])(report), "unit", None)
        return beside or load_layout(report.layout).cells[pointer].unit

    return unit
