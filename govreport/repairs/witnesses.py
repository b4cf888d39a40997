"""What the running text of a report says of its figures, for repairs to be held against."""

from collections.abc import Collection, Iterable

from govreport.findings import Witness, cut
from govreport.rules.sheet import Sheet
from govreport.rules.stated import is_of_other_scope, stated, sums_of
from govreport.rules.voices import YEAR
from govreport.statements.reading import Judged, statement
from govreport.statements.report import judge_members


def witnesses(
    sheet: Sheet, ignored: frozenset[str] = frozenset(), explained: Collection[tuple[str, str]] = ()
) -> tuple[Witness, ...]:
    """Return the statements of the texts that can mean one sum of cells only, in the order of the texts.

    Whether they agree with the tables as printed makes no difference. The `ignored` rules about statements give
    none; neither do cells for which the report has `explained`, by rule and pointer, that the text counts otherwise.
    """
    rules = {
        place: instance.rule.id
        for instance in stated(sheet.layout.id)
        if instance.rule.of == "figure" and instance.rule.id not in ignored
        for place in instance.places
    }
    if not rules or sheet.unknown.touches(YEAR):
        return ()
    sums = sums_of(sheet)
    found: dict[Witness, None] = {}
    for judged in judge_members(sheet.members, sums):
        if not _is_plain(judged, sheet):
            continue
        reading = judged.told.attached.readings[0]
        place = reading.cells[0]
        if place in rules and (rules[place], place) not in explained:
            told = statement(judged, sums)
            witness = Witness(
                cells=reading.cells,
                minus=reading.minus,
                value=int(told.value),
                source=told.pointer,
                quote=cut(told.quote),
            )
            found[witness] = None
    return tuple(found)


def agreeing(found: Iterable[Witness]) -> tuple[Witness, ...]:
    """Return the witnesses, each once, but none of those that give the same sum different values.

    One of these means something else, and nobody knows which.
    """
    known = dict.fromkeys(found)
    values: dict[tuple[tuple[str, ...], tuple[str, ...]], set[int]] = {}
    for witness in known:
        values.setdefault((witness.cells, witness.minus), set()).add(witness.value)
    return tuple(w for w in known if len(values[w.cells, w.minus]) == 1)


def _is_plain(judged: Judged, sheet: Sheet) -> bool:
    """Return whether a figure can mean one sum of cells only.

    It counts the whole report, is not rounded, and each of its cells can be read.
    """
    attached = judged.told.attached
    if attached.kind not in ("count", "zero") or len(attached.readings) != 1 or not judged.told.is_certain:
        return False
    (reading,) = attached.readings
    return (
        reading.relation == "="
        and not reading.base
        and attached.scope == "table"
        and not is_of_other_scope(sheet.members, judged)
        and int(attached.value.as_tuple().exponent) == 0
        and sheet.doubtful.isdisjoint(reading.cells + reading.minus)
    )
