"""Which tasks of a work plan the report mentions, as `govreport tasks` tells it."""

from pathlib import Path
from typing import Any

from govreport.cli.language import say
from govreport.documents.extraction import extract
from govreport.documents.limits import UnreadableDocument
from govreport.errors import InvalidReport, UnrelatedReport
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.formats import is_json
from govreport.kinds import REPORT, WORK_PLAN
from govreport.mentions import Passage, TaskMention, mentions
from govreport.model.codec import loads_of


def tasks_told(path: Path, name: str, document: Any, language: str) -> dict[str, Any]:
    """Return the tasks of a plan and where the report speaks of each, or why there is nothing to tell.

    `name` is what the user calls the file of the plan.
    """
    plan, refusal = _plan(path, name, language)
    if plan is None:
        return {"refused": refusal}
    if document is None or document.layout not in REPORT.layouts:
        return {"refused": None}
    try:
        found = mentions(plan, document)
    except UnrelatedReport as error:
        return {"refused": error.message(language)}
    return {
        "refused": None,
        "head": say(
            "mentions",
            language,
            organ=found.organ,
            year=found.year,
            n=len(found.tasks),
            mentioned=len(found.mentioned),
            unmentioned=len(found.unmentioned),
        ),
        "about": say("mentions-about", language),
        "unmentioned": [_task(task, document.layout, language) for task in found.unmentioned],
        "mentioned": [_task(task, document.layout, language) for task in found.mentioned],
    }


def _plan(path: Path, name: str, language: str) -> tuple[Any, str | None]:
    """Return the plan in a file, or the sentence that says why there is none."""
    data = path.read_bytes()
    try:
        plan = loads_of(data, WORK_PLAN) if is_json(str(path), data) else extract(path).plan
    except InvalidReport as error:
        return None, error.result.findings[0].message(language)
    except UnreadableDocument as error:
        return None, error.finding.message(language)
    return plan, None if plan is not None else say("no-plan-read", language, path=name)


def _task(task: TaskMention, layout: str, language: str) -> dict[str, Any]:
    passages = [_passage("mentioned-in", passage, layout, language) for passage in task.passages]
    if task.closest is not None:
        passages.append(_passage("closest", task.closest, layout, language))
    return {"number": task.number, "group": task.group, "text": task.text, "passages": passages}


def _passage(key: str, passage: Passage, layout: str, language: str) -> str:
    return say(key, language, section=place(load_layout(layout), passage.pointer, language), text=passage.text)
