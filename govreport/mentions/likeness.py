"""How much the wording of a sentence says for its speaking of a task.

Counted are the pairs of neighbouring Chinese characters that the two share. A pair is worth more the fewer tasks
of the plan have it, and the longer the phrase is in which it is shared; pairs of words that belong to any report
are worth nothing. Only the plan and the form decide what a pair is worth, never the rest of the report: so
that one sentence more can add evidence but take none away.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

import attrs

_CHINESE = re.compile(r"[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]{2,}")
# A pair that one task has, in a shared phrase of four characters or more; n tasks have the nth part each.
_MOST = 12
# A phrase of two characters gives a pair one third of its worth, one of three two thirds.
_WHOLE = 4


@attrs.frozen(kw_only=True)
class Likeness:
    """What a sentence and a task share: the phrases, most telling first, and what they are worth together."""

    points: int
    phrases: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Task:
    """The folded wording of a task, and what each of its pairs is worth; pairs that are worth nothing are left out."""

    wording: str
    worth: Mapping[str, int] = attrs.field(repr=False)


def weigh(wordings: Sequence[str], worthless: Set[str]) -> tuple[Task, ...]:
    """Return the tasks of a plan, given their folded wordings, with what their pairs are worth."""
    tasks_with = Counter(pair for wording in wordings for pair in pairs(wording))
    return tuple(
        Task(
            wording=wording,
            worth={p: _MOST // tasks_with[p] for p in _telling(wording, worthless) if tasks_with[p] <= _MOST},
        )
        for wording in wordings
    )


def evidence(task: Task, sentence: str) -> Likeness:
    """Return the evidence that a folded sentence speaks of a task; each pair counts once."""
    best: dict[str, int] = {}
    phrases = dict.fromkeys(_shared(task.wording, sentence))
    for phrase in phrases:
        thirds = min(len(phrase), _WHOLE) - 1
        for pair in map("".join, pairwise(phrase)):
            best[pair] = max(best.get(pair, 0), task.worth.get(pair, 0) * thirds // (_WHOLE - 1))
    weights = {phrase: sum(best[pair] for pair in map("".join, pairwise(phrase))) for phrase in phrases}
    telling = sorted((p for p in phrases if weights[p]), key=lambda phrase: -weights[phrase])
    within = {p for p in telling for other in telling if p != other and p in other}
    return Likeness(points=sum(best.values()), phrases=tuple(p for p in telling if p not in within))


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring Chinese characters of a folded text."""
    return {pair for run in _CHINESE.findall(text) for pair in map("".join, pairwise(run))}


def _telling(wording: str, worthless: Set[str]) -> Iterator[str]:
    """Yield the pairs of a wording that are worth something, which those between two worthless ones are not, either."""
    for run in _CHINESE.findall(wording):
        found = ["".join(pair) for pair in pairwise(run)]
        is_worthless = [pair in worthless for pair in found]
        for before, pair, behind in zip([False, *is_worthless], found, [*is_worthless[1:], False], strict=False):
            if pair not in worthless and not (before and behind):
                yield pair


def _shared(wording: str, sentence: str) -> Iterable[str]:
    """Yield the longest phrases that the Chinese characters of a wording share with a sentence, from left to right."""
    for run in _CHINESE.findall(wording):
        reached = 0
        for start in range(len(run) - 1):
            end = max(reached, start + 1)
            while end < len(run) and run[start : end + 1] in sentence:
                end += 1
            if end > reached and end - start > 1:
                yield run[start:end]
            reached = max(reached, end)
