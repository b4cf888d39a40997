"""Slips in running text: what was never filled in, misprinted or left over, found by the words of `slips.json`.

Every occurrence is found by itself. `schema/README.md` says how an entry of that file is read.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

from govreport import resources
from govreport.normalizing import nfkc
from govreport.rules.changes import comes_out
from govreport.rules.comparing import WHITE_SPACE, derive, related
from govreport.rules.nearness import stretches
from govreport.rules.numbering import Lists
from govreport.rules.own_name import is_other, is_other_self
from govreport.rules.sieves import NEAR, SIEVES

FILE = "slips.json"
# So many characters before a match are looked at, and so many around it are quoted at most.
_BEHIND, _AROUND = 24, 16
_PIECE = re.compile(r"\{([a-z_]+)\}")
_SENTENCE_END = re.compile("[。；！？\n]")
_PART_END = re.compile("[，。；：！？\n]")
_LEAP_YEAR = 2000
# Of an identity number: how long it is, and its last character by what the others leave when divided by eleven.
_LENGTH, _LAST = 18, "10X98765432"


class Trace(NamedTuple):
    """By what one sort of slip is known; every member but `find` narrows what counts.

    `near` says how far from which words the matches lie, which spares time.
    """

    find: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    not_behind: re.Pattern[str] | None = None
    cue: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    relation: Literal["=", "!=", ">=", "<="] = "="
    value: str | None = None
    check: str | None = None
    reads: tuple[str, ...] = ()
    near: tuple[str, int, int] | None = None


class Slip(NamedTuple):
    """One slip: its words from `start` to `end` of the text, and the part of the sentence around them."""

    start: int
    end: int
    found: str
    quote: str


def is_clean(name: str, text: str | None, year: int, organ: str) -> bool:
    """Tell whether a text, if there is one, has no slip of a list."""
    return are_clean(name, (text,), year, organ)


def are_clean(name: str, texts: Sequence[str | None], year: int, organ: str) -> bool:
    """Tell whether none of these texts, as far as they are there, has a slip of a list."""
    said = [text for text in texts if text]
    traces = [load_trace(name, number) for number in suspects(name, "\n".join(said))]
    return not any(True for trace in traces for text in said for _ in _spans(trace, text, year, organ))


def slips(
    name: str, text: str, year: object, organ: object = None, among: Sequence[int] | None = None
) -> Iterator[Slip]:
    """Yield the slips of a list in a text of the report of an organ for `year`, in their order.

    Of those that overlap the first counts, of those that begin together the longest. Whoever knows which entries may
    find something names them: `among` these.
    """
    traces = (load_trace(name, number) for number in (suspects(name, text) if among is None else among))
    spans = {span for trace in traces for span in _spans(trace, text, year, organ)}
    found = sorted(spans, key=lambda span: (span[0], -span[1]))
    last = 0
    for start, end in found:
        if start >= last:
            last = end
            yield Slip(start=start, end=end, found=text[start:end], quote=_quoted(text, start, end))


def suspects(name: str, text: str) -> Sequence[int]:
    """Return the numbers of those entries of a list that may find something in a text; the others find nothing."""
    found = SIEVES[name](text)
    return [number for number, near in found if near is None or load_trace(name, number).find.search(near)]


@cache
def load_trace(name: str, number: int) -> Trace:
    """Return an entry of a list of `slips.json` by its number. Most are never asked for, and never compiled."""
    entry = entries(name)[number]
    return Trace(
        near=NEAR.get((name, number)),
        relation=entry.get("relation", "="),
        value=entry.get("value"),
        check=entry.get("check"),
        reads=tuple(entry.get("reads", ())),
        **{key: re.compile(written(entry[key])) for key in PATTERNS if key in entry},
    )


# Whose report the wrong and right texts of `slips.json` are taken from.
OWN_NAME = "乙县财政局"
PATTERNS = ("find", "behind", "not_behind", "cue", "unless")


def entries(name: str) -> tuple[dict[str, Any], ...]:
    """Return the entries of a list as they are written; raises KeyError for a list that there is not."""
    return tuple(resources.read(FILE)["slips"][name])


@cache
def written(pattern: str) -> str:
    """Return a pattern in which the pieces that it names are written out."""
    pieces = resources.read(FILE)["pieces"]
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: f"(?:{pieces[match[1]]})", pattern)
    return pattern


def _spans(trace: Trace, text: str, year: object, organ: object = None) -> Iterator[tuple[int, int]]:
    sentence = _Sentence(trace, text)
    said, lists = set[str](), Lists()
    for match in _matches(trace, text):
        before = text[max(0, match.start() - _BEHIND) : match.start()]
        if (
            (trace.behind is not None and not trace.behind.search(before))
            or (trace.not_behind is not None and trace.not_behind.search(before))
            or not sentence.allows(match.start())
        ):
            continue
        if trace.check == "said-before":
            stands = match[1] in said
            said.add(match[1])
        elif trace.check == "misnumbered":
            stands = lists.misnumbers(match)
        else:
            stands = _stands(trace, match, year, organ)
        if stands:
            yield match.span()


def _matches(trace: Trace, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of an entry in a text; where it is known what is near to each, only there it is looked for."""
    if trace.near is None:
        yield from trace.find.finditer(text)
        return
    for start, end in stretches(text, *trace.near):
        yield from trace.find.finditer(text, start, end)


class _Sentence:
    """The sentence that was asked for last, and whether what stands in it lets a match count.

    Matches come in their order, so each sentence is searched once.
    """

    def __init__(self, trace: Trace, text: str) -> None:
        self._trace, self._text = trace, text
        self._start = self._end = 0
        self._allows = False

    def allows(self, at: int) -> bool:
        if self._trace.cue is None and self._trace.unless is None:
            return True
        while at >= self._end:
            self._start = self._end
            stop = _SENTENCE_END.search(self._text, self._start)
            self._end = stop.end() if stop else len(self._text)
            self._allows = self._end > at and self._judge(self._text[self._start : self._end])
        return self._allows

    def _judge(self, sentence: str) -> bool:
        cue, unless = self._trace.cue, self._trace.unless
        return bool(cue is None or cue.search(sentence)) and not (unless is not None and unless.search(sentence))


def _stands(trace: Trace, match: re.Match[str], year: object, organ: object) -> bool:
    """Tell whether what a match reads makes it a slip."""
    if trace.value is not None:
        if not isinstance(year, int):
            return False
        return related(nfkc(match[1]), trace.relation, derive(trace.value, year))
    if trace.check == "other-organ":
        return isinstance(organ, str) and is_other(match[1], organ)
    if trace.check == "other-self":
        return isinstance(organ, str) and is_other_self(match[1], organ)
    if trace.reads:
        return not comes_out(match, trace.reads)
    return trace.check is None or CHECKS[trace.check](match)


def _is_no_such_day(match: re.Match[str]) -> bool:
    """Tell whether there is no such day; the groups are year, month and day, or month and day.

    A day that is not read is the first of the month; without a year February has 29 days.
    """
    *years, month, day = (None if group is None else int(nfkc(group)) for group in match.groups())
    try:
        date((years[0] if years else _LEAP_YEAR) or 0, month or 0, 1 if day is None else day)
    except ValueError:
        return True
    return False


def _is_resident_number(match: re.Match[str]) -> bool:
    """Tell whether a match is the number of a resident by its last character, which follows from the others."""
    number = nfkc(match[0]).upper()
    rest = sum(int(digit) * 2 ** (_LENGTH - 1 - place) for place, digit in enumerate(number[:-1])) % len(_LAST)
    return number[-1] == _LAST[rest]


CHECKS = {"no-such-day": _is_no_such_day, "resident-number": _is_resident_number}


def _quoted(text: str, start: int, end: int) -> str:
    """Return a slip with what stands around it in its part of the sentence."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    signs = [match.end() for match in _PART_END.finditer(before)]
    stop = _PART_END.search(behind)
    return (before[signs[-1] if signs else 0 :] + text[start:end] + behind[: stop.start() if stop else None]).strip(
        WHITE_SPACE
    )
