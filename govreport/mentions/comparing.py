"""A work plan held against a report: for each task the sentences that mention it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from govreport import resources
from govreport.errors import UnrelatedReport
from govreport.form.layout import load_layout
from govreport.mentions.likeness import Task, evidence, pairs, weigh
from govreport.mentions.records import Mentions, Passage, TaskMention
from govreport.mentions.sentences import fold, sentences
from govreport.model.registry import Report
from govreport.model.workplan import WorkPlan
from govreport.rules.terms import without_blanks

ENOUGH = 16
"""Points from which a sentence mentions a task; with half of them it comes near.

A phrase of three characters that no other task has is enough, so is a longer one that few others have, and so are four
separate words of two characters.
"""

_NEAR = ENOUGH // 2
_MOST_PASSAGES = 3
# How the name of a place ends, which some write before the name of an organ and some do not.
_PLACES = ("省", "市", "区", "州", "盟", "县", "旗")


@attrs.frozen(kw_only=True)
class _Sentence:
    """A sentence of a report, as printed and folded."""

    pointer: str
    text: str
    folded: str


def mentions(plan: WorkPlan, report: Report) -> Mentions:
    """Return which tasks of a work plan the same organ's report of that year mentions, and where.

    A sentence mentions a task if the phrases that it shares with the task's text and name are worth `ENOUGH` points;
    what they are worth, `govreport.mentions.likeness` says. A task that the report quotes in full is mentioned, too.
    The order of paragraphs plays no part, and a sentence more takes no mention away.

    This sees wording, not meaning. A task told in quite other words is not seen, nor one whose words are spread over
    several sentences; a term of the plan that the report uses of something else is taken for a mention; that a task is
    mentioned does not say that it was done. A person reads the sentences and decides: no finding comes of it.

    Raises UnrelatedReport where the report is of another organ or for another year than the plan. Names of organs
    may differ in white space and in the name of a place before them.
    """
    if not _is_same_organ(plan.organ.name, report.organ.name):
        raise UnrelatedReport("other-organ", plan=plan.organ.name, report=report.organ.name)
    if plan.year != report.year:
        raise UnrelatedReport("other-year", plan=plan.year, report=report.year)
    return hold_against(plan, report)


def hold_against(plan: WorkPlan, report: Report) -> Mentions:
    """Return what `mentions` does, without asking whose the report is."""
    blank = [
        TaskMention(pointer=f"/groups/{g}/tasks/{t}", number=task.number, group=group.name, text=task.text)
        for g, group in enumerate(plan.groups)
        for t, task in enumerate(group.tasks)
    ]
    # The break keeps phrases from running out of the name into the text.
    wordings = [fold(f"{task.group or ''}。{task.text or ''}") for task in blank]
    tasks = weigh(wordings, _of_the_form(report.layout) | _of_the_plan(plan))
    narrative = list(_narrative(report))
    near = _near(tasks, narrative)
    found = tuple(
        _mention(one, task, near.get(number, []), narrative)
        for number, (one, task) in enumerate(zip(blank, tasks, strict=True))
    )
    return Mentions(organ=plan.organ.name, year=plan.year, tasks=found)


def _is_same_organ(one: str, other: str) -> bool:
    shorter, longer = sorted(map(without_blanks, (one, other)), key=len)
    place = longer.removesuffix(shorter)
    return longer.endswith(shorter) and (not place or place.endswith(_PLACES))


def _of_the_plan(plan: WorkPlan) -> set[str]:
    """Return the pairs of characters that belong to the whole plan."""
    return {pair for text in (plan.title, plan.table_title or "", plan.organ.name) for pair in pairs(fold(text))}


@cache
def _of_the_form(layout: str) -> frozenset[str]:
    """Return the pairs of characters that belong to any report in a layout."""
    texts = [act["title"]["zh"] for act in resources.read("acts.json")["acts"].values()]
    for node in load_layout(layout).nodes.values():
        texts += (node.title, node.definition.get("zh", ""), *node.aliases)
    return frozenset(pair for text in texts for pair in pairs(fold(text)))


def _narrative(report: Report) -> Iterator[_Sentence]:
    """Yield the sentences of the sections that are running text, in the order of print."""
    for node in load_layout(report.layout).nodes.values():
        if node.kind == "section":
            for text in sentences(getattr(report, node.name) or ""):
                yield _Sentence(pointer=node.pointer, text=text, folded=fold(text))


def _near(tasks: tuple[Task, ...], narrative: list[_Sentence]) -> Mapping[int, list[_Sentence]]:
    """Return for each task, by number, the sentences whose pairs could be worth enough to come near it."""
    holders = defaultdict(list)
    for number, task in enumerate(tasks):
        for pair, worth in task.worth.items():
            holders[pair].append((number, worth))
    near = defaultdict(list)
    for sentence in narrative:
        most: Counter[int] = Counter()
        for pair in pairs(sentence.folded) & holders.keys():
            for number, worth in holders[pair]:
                most[number] += worth
        for number, points in most.items():
            if points >= _NEAR:
                near[number].append(sentence)
    return near


def _mention(blank: TaskMention, task: Task, near: list[_Sentence], narrative: list[_Sentence]) -> TaskMention:
    """Return a task with its passages; those that are worth the same stay in the order of print."""
    weighed = [(sentence, evidence(task, sentence.folded)) for sentence in near]
    passages = [
        Passage(pointer=sentence.pointer, text=sentence.text, phrases=found.phrases, points=found.points)
        for sentence, found in sorted(weighed, key=lambda pair: -pair[1].points)
        if found.points >= _NEAR
    ]
    enough = [passage for passage in passages if passage.points >= ENOUGH] or list(_quoting(blank.text, narrative))
    if enough:
        return attrs.evolve(blank, passages=tuple(enough[:_MOST_PASSAGES]))
    return attrs.evolve(blank, closest=passages[0] if passages else None)


def _quoting(text: str | None, narrative: list[_Sentence]) -> Iterator[Passage]:
    """Yield the sentences that hold a task's text, if they hold it in full: each sentence of it, wherever it stands.

    Words that belong to any report are worth no points; but a task that consists of them can be quoted.
    """
    parts = {fold(part): part for part in sentences(text or "")}
    holding = {part: [s for s in narrative if part in s.folded] for part in parts}
    if all(holding.values()):
        for sentence in narrative:
            quoted = tuple(printed for part, printed in parts.items() if part in sentence.folded)
            if quoted:
                yield Passage(pointer=sentence.pointer, text=sentence.text, phrases=quoted, points=0)
