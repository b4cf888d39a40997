"""The figures of a report's texts, each with what it means and with what the tables say."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import attrs

from govreport import resources
from govreport.statements.attached import Attached
from govreport.statements.attachment import Attacher
from govreport.statements.certainty import Certainty
from govreport.statements.comparing import Sums, fits, fits_in_other_unit, is_sum, weigh
from govreport.statements.naming import naming_of
from govreport.statements.outlines import outline, printed_at
from govreport.statements.records import Statement, Verdict, Weighed
from govreport.statements.sentences import sentences, states_figures
from govreport.statements.strangers import Organ
from govreport.statements.variants import fold
from govreport.statements.vocabulary import load_vocabulary

_new = tuple.__new__


@attrs.frozen(kw_only=True)
class Speaker:
    """Who speaks in the texts: the layout and year of the report, and whether the organ is a government.

    `area` is how the name of its area ends (市), nothing if it has none; None if nobody knows.
    """

    layout: str
    year: int
    is_government: bool = False
    area: str | None = None
    name: str = ""


class Told(NamedTuple):
    """A figure with what it means.

    `places` lead from the `folded` sentence into that which begins at `sentence` of `text`; tokens and clause of
    `attached` are those of the sentence's outline. `certainty` knows which figures of the sentence are certain.
    """

    pointer: str
    text: str
    folded: str
    places: Sequence[int]
    sentence: int
    attached: Attached
    certainty: Certainty

    @property
    def is_certain(self) -> bool:
        """Whether the figure can mean nothing but what it is read as.

        It is worked out when it is asked for: only a figure that fits no reading needs it.
        """
        attached = self.attached
        return attached.is_clear and (attached.number < 0 or not self.certainty.are_about(attached.number))


class Judged(NamedTuple):
    """A figure that was held against the tables."""

    told: Told
    verdict: Verdict


def told_in(pointer: str, text: str, speaker: Speaker, is_whole: bool = True) -> Iterator[Told]:
    """Yield every figure of a text, in its order, with what it means; unless `is_whole`, only those that matter.

    Those of sentences whose figures mean no cell at all do not.
    """
    if not resources.holds(f"{speaker.layout}/statements.json"):
        return
    attacher: Attacher | None = None
    # A government's name says which body of its area is meant: its office, its departments.
    naming = None if speaker.is_government else naming_of(speaker.name)
    behind = 0
    for start, end in sentences(text):
        folded, places = fold(text[start:end])
        if naming is not None:
            folded, places = naming.put(folded, places)
        if attacher is None:
            if not states_figures(folded):
                continue
            words = load_vocabulary(speaker.layout)
            organ = Organ(speaker.name, words.begin_numbers, naming)
            attacher = Attacher(words, speaker.year, organ, speaker.is_government, speaker.area)
            form, asides = outline(folded, words, speaker.year)
        else:
            form, asides = outline(folded, words, speaker.year)
            if not form.states_figures:
                continue
            if start > behind + 1 or text[behind] in "\n\r":
                attacher.paragraph()
        if start > behind + 1:
            attacher.passed_over(text, behind, start)
        behind = end
        if not is_whole and not attacher.has_topic and not form.names_something:
            # Without a word of the tables, here or before, no figure means a cell.
            continue
        if not is_whole and form.is_passing:
            # As after any figure of something else, the text now speaks of nothing that is known.
            attacher.paragraph()
            continue
        figures, certainty = attacher.sentence(form, asides)
        for attached in figures:
            yield _new(Told, (pointer, text, folded, places, start, attached, certainty))


def judge(figures: Iterable[Told], sums: Sums) -> list[Judged]:
    """Return every figure with its verdict.

    It agrees if one of its readings does. A cell that the texts state rightly once is not contradicted elsewhere.
    """
    judged = [_judged(told, sums) for told in figures]
    if all(j.verdict != "contradicts" for j in judged):
        return judged
    right = _right(judged, sums)
    return [
        j._replace(verdict="excused") if j.verdict == "contradicts" and _is_excused(j, right) else j for j in judged
    ]


def _right(judged: Sequence[Judged], sums: Sums) -> set[tuple[str, ...]]:
    """Return the cells that the texts state rightly: by one figure, or by several of one text that add up."""
    right = set()
    told: dict[tuple[str, tuple[str, ...]], Decimal] = {}
    for j in judged:
        attached = j.told.attached
        if attached.kind == "percentage":
            continue
        for w in _weighed(attached, sums):
            if w.fits and not w.blanks and w.reading.relation == "=":
                right.add(w.reading.cells)
            key = (j.told.pointer, w.reading.cells)
            told[key] = told.get(key, Decimal(0)) + attached.value
            if is_sum(attached.kind, told[key], w, sums):
                right.add(w.reading.cells)
    return right


def _is_excused(judged: Judged, right: set[tuple[str, ...]]) -> bool:
    attached = judged.told.attached
    return attached.kind not in ("percentage", "zero") and any(r.cells in right for r in attached.readings)


def _judged(told: Told, sums: Sums) -> Judged:
    attached = told.attached
    readings = attached.readings
    if not readings:
        return Judged(told, "silent")
    kind, value = attached.kind, attached.value
    is_open = False
    for reading in readings:
        fit = fits(kind, value, reading, sums)
        if fit:
            return Judged(told, "agrees")
        is_open = is_open or fit is None
    if not told.is_certain and not is_open:
        # What is the number of the cell but for 万 is no other number by chance.
        is_open = kind != "amount" or not any(fits_in_other_unit(value, reading, sums) for reading in readings)
    return Judged(told, "open" if is_open else "contradicts")


def _weighed(attached: Attached, sums: Sums) -> tuple[Weighed, ...]:
    return tuple([weigh(attached.kind, attached.value, reading, sums) for reading in attached.readings])


def _printed(told: Told, start: int, end: int) -> tuple[int, int]:
    """Return where in the text that stands which the outline of its sentence has from `start` to `end`."""
    first, last = printed_at(told.folded, start, end)
    return told.sentence + told.places[first], told.sentence + told.places[last - 1] + 1


def statement(judged: Judged, sums: Sums) -> Statement:
    """Return a judged figure as a statement, with what is printed and what the tables say."""
    pointer, text, _, _, _, attached, _ = judged.told
    clause, at = attached.clause, attached.at
    start, end = _printed(judged.told, *clause.span(0, -1))
    first, last = _printed(judged.told, *clause.span(at, at))
    return Statement(
        pointer=pointer,
        start=start,
        end=end,
        quote=text[start:end],
        figure_start=first,
        figure_end=last,
        figure=text[first:last],
        kind=attached.kind,
        value=attached.value,
        verdict=judged.verdict,
        weighed=_weighed(attached, sums),
        is_certain=judged.told.is_certain,
        scope=attached.scope,
        reason=attached.reason,
    )
