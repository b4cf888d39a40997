"""How much of a text was taken over from another: the sentences that are alike, figures and years left out.

Sentences are alike by the share of characters that both have in the same order (the Indel distance), which any
language can compute alike. The procedure is normative; see `schema/README.md`.
"""

import re
from functools import cache

import attrs

from govreport import resources
from govreport.normalizing import nfkc


@attrs.frozen(kw_only=True)
class Repetition:
    """How much of a text is in another: in percent of its characters, rounded down, and how many of its sentences.

    `quote` is the longest sentence that is. `characters` are those that were counted.
    """

    percent: int
    alike: int
    sentences: int
    characters: int
    quote: str


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence as it is printed, and what of it is compared."""

    printed: str
    core: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text that are long enough to be compared."""
    shortest = _data()["shortest"]
    found = (Sentence(printed=part.strip(), core=core_of(part)) for part in _ends().split(text))
    return tuple(sentence for sentence in found if len(sentence.core) >= shortest)


def core_of(sentence: str) -> str:
    """Return what of a sentence is compared: letters and characters, without figures, marks and white space."""
    left_out = _left_out()
    return "".join(c for c in nfkc(sentence) if c.isalnum() and c not in left_out)


def repetition(text: str, before: str) -> Repetition:
    """Return how much of a text was taken over from the one before."""
    here, there = sentences(text), {sentence.core for sentence in sentences(before)}
    rest = [sentence for sentence in here if sentence.core not in there]
    taken = [sentence for sentence in here if sentence.core in there]
    limits = _data()
    near = [core for core in there if len(core) <= limits["longest"]]
    if max(len(rest), len(near)) <= limits["most"]:
        taken += [s for s in rest if len(s.core) <= limits["longest"] and _is_alike(s.core, near, limits["alike"])]
    counted = sum(len(sentence.core) for sentence in here)
    longest = max(taken, key=lambda sentence: len(sentence.core), default=None)
    return Repetition(
        percent=sum(len(sentence.core) for sentence in taken) * 100 // counted if counted else 0,
        alike=len(taken),
        sentences=len(here),
        characters=counted,
        quote="" if longest is None else longest.printed,
    )


def fewest() -> int:
    """Return how many characters a text must have for its share to say anything."""
    number: int = _data()["fewest"]
    return number


def _is_alike(core: str, others: list[str], least: int) -> bool:
    # Only those who compare years need it.
    from rapidfuzz import fuzz, process

    return process.extractOne(core, others, scorer=fuzz.ratio, processor=None, score_cutoff=least) is not None


def _data() -> dict[str, int]:
    limits: dict[str, int] = resources.read("years.json")["sentences"]
    return limits


@cache
def _left_out() -> frozenset[str]:
    return frozenset(resources.read("years.json")["sentences"]["left_out"])


@cache
def _ends() -> re.Pattern[str]:
    """Return what stands between two sentences."""
    return re.compile("[" + re.escape(resources.read("years.json")["sentences"]["ends"]) + "]+")
