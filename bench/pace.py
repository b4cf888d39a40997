"""How long sentences take that hold a figure: met before but for their numbers, and new.

Two kinds of text are read. The quoted spans of the truth hold hardly anything but figures. The narratives of the
published reports that lie beside the project are whole: what holds no figure in them is passed over in the time that
is measured. Either time is divided by the characters of the sentences that hold a figure, as `sentences` finds them.

Texts are read as a list of all figures is made, or as a verdict is found, which passes over sentences whose figures can
mean no cell.

*Cold* forgets every sentence before each round, but not what words mean together. A *stream* is what a user has with
many reports: each text is read once, with a vocabulary that has read other texts only, those of `narratives/` and
those of the other kind.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

import govreport
from bench.narratives.__main__ import SETS, words
from bench.narratives.making import made
from govreport.statements.reading import Speaker, told_in
from govreport.statements.report import speaker_of, texts
from govreport.statements.sentences import sentences
from govreport.statements.tokenizing import decimal_of
from govreport.statements.vocabulary import load_vocabulary

SHARED = Path(__file__).resolve().parents[2] / "shared"
Text = tuple[str, str, Speaker]
_ROUNDS = 25
_STREAMS = 9
# Reports made of each set.
_MADE = 10
_LAYOUTS = ("2019", "2021")


@attrs.frozen(kw_only=True)
class Pace:
    """The milliseconds that 1,000 characters of one kind of text take, and how many characters and figures it has."""

    size: int
    figures: int
    met: float
    cold: float
    stream: float

    def __str__(self) -> str:
        dense = self.figures / self.size * 1000
        return (
            f"{self.met:.2f} met before, {self.cold:.2f} cold, {self.stream:.2f} new in a stream"
            f" ({self.size:,} characters, {dense:.0f} figures in 1,000)"
        )


def pace(told: Sequence[Text], unseen: Sequence[Text], others: Sequence[Text], is_whole: bool) -> Pace:
    """Return how long texts take, read for a list of all figures if `is_whole`, for a verdict else.

    For the stream `others` are read first; `unseen` have no sentence of theirs.
    """
    size, part = _size(told), _size(unseen)
    _timed(told, is_whole)
    # What comes twice is kept.
    _timed(told, is_whole)
    met = min(_timed(told, is_whole) for _ in range(_ROUNDS))
    cold = min(_cold(told, is_whole) for _ in range(_ROUNDS))
    stream = min(_stream(unseen, others, is_whole) for _ in range(_STREAMS))
    return Pace(
        size=size,
        figures=sum(1 for pointer, text, speaker in told for _ in told_in(pointer, text, speaker)),
        met=met * 1e6 / size,
        cold=cold * 1e6 / size,
        stream=stream * 1e6 / part,
    )


def narratives() -> list[Text]:
    """Return the texts of the published reports that lie beside the project."""
    paths = [*sorted(SHARED.glob("seeds/*.txt")), *sorted(SHARED.glob("published/*.pdf"))]
    return list(_texts(govreport.extract(path).value for path in paths))


def made_up() -> list[Text]:
    """Return texts of reports with the sentences of `narratives/`."""
    return list(_texts(report.members for name in SETS for report in made(words(name), _MADE)))


def _texts(reports: Iterable[Mapping[str, Any]]) -> Iterator[Text]:
    for members in reports:
        # A plan of work may lie among the reports.
        if members["layout"] in _LAYOUTS:
            organ = members["organ"]
            speaker = speaker_of(members["layout"], members["year"], organ.get("kind"), organ["name"])
            for pointer, text in texts(members):
                yield pointer, text, speaker


def _size(told: Sequence[Text]) -> int:
    return sum(end - start for _, text, _ in told for start, end in sentences(text))


def _cold(told: Sequence[Text], is_whole: bool) -> float:
    for layout in _LAYOUTS:
        load_vocabulary(layout).outlines.clear()
    return _timed(told, is_whole)


def _stream(told: Sequence[Text], others: Sequence[Text], is_whole: bool) -> float:
    load_vocabulary.cache_clear()
    decimal_of.cache_clear()
    for layout in _LAYOUTS:
        load_vocabulary(layout)
    _timed(others, is_whole)
    return _timed(told, is_whole)


def _timed(told: Sequence[Text], is_whole: bool) -> float:
    start = time.process_time()
    for pointer, text, speaker in told:
        for _ in told_in(pointer, text, speaker, is_whole):
            pass
    return time.process_time() - start
