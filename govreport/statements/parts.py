"""Parts told in a sentence that do not add up to the whole told there."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from govreport.statements.reading import Judged
from govreport.statements.tables import Partition
from govreport.statements.vocabulary import Vocabulary
from govreport.statements.ways import ways

# So many figures behind a whole are looked at. Nobody tells as many parts; in a sentence without end each figure would
# be held against all the others.
_MOST = 256


class Excess(NamedTuple):
    """A whole, the parts of it that the same sentence tells, and what these add up to."""

    whole: Judged
    parts: tuple[Judged, ...]
    sum: Decimal


def excesses(judged: Sequence[Judged], words: Vocabulary) -> Iterator[Excess]:
    """Yield every whole whose parts in its sentence are more than it, or all told and less.

    Where a figure among them contradicts the tables that is said already; where all agree with the tables, the sums
    of the tables say it.
    """
    for number, whole in enumerate(judged):
        attached = whole.told.attached
        if (
            whole.verdict in ("silent", "contradicts")
            or attached.kind not in ("count", "zero")
            or attached.table is None
        ):
            continue
        told = ways(whole, _behind(judged, number), words)
        if told is not None:
            yield Excess(whole, *told)
        for partition in words.tables[attached.table].partitions:
            if attached.facets[partition.facet][0] == partition.whole:
                excess = _excess(whole, _behind(judged, number), partition)
                if excess is not None:
                    yield excess


def _behind(judged: Sequence[Judged], number: int) -> list[Judged]:
    """Return the figures of a sentence behind the one with this number, `_MOST` of them at most."""
    pointer, sentence = judged[number].told.pointer, judged[number].told.sentence
    behind = []
    for other in judged[number + 1 : number + 1 + _MOST]:
        if other.told.sentence != sentence or other.told.pointer != pointer:
            # Figures are in the order of the texts.
            break
        behind.append(other)
    return behind


def _excess(whole: Judged, sentence: Sequence[Judged], partition: Partition) -> Excess | None:
    facets = whole.told.attached.facets
    found: dict[tuple[str, ...], Judged] = {}
    for part in sentence:
        attached = part.told.attached
        if attached.table != whole.told.attached.table or attached.kind not in ("count", "zero"):
            continue
        member = attached.facets[partition.facet][0]
        rest = all(attached.facets[f] == facets[f] for f in facets if f != partition.facet)
        if member not in partition.parts or not rest:
            continue
        if member in found or part.verdict in ("contradicts", "excused") or not part.told.is_certain:
            return None
        found[member] = part
    parts = tuple(found.values())
    total = sum((p.told.attached.value for p in parts), Decimal(0))
    value = whole.told.attached.value
    is_wrong = total > value or (len(parts) == len(partition.parts) and total != value)
    if not is_wrong or all(j.verdict == "agrees" for j in (whole, *parts)):
        return None
    return Excess(whole, parts, total)
