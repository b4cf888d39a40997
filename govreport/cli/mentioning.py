"""The mentions of tasks in words: first what a report does not mention, then what it does, and where."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govreport.cli.display import shown, wrap
from govreport.cli.language import say
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.mentions.records import Mentions, Passage, TaskMention

_COLUMNS = 80
# Wide enough for the number of a task and a gap.
_INDENT = 6


def lines(found: "Mentions", layout: str, language: str) -> Iterator[str]:
    """Yield the lines that tell a person which tasks a report in this layout mentions."""
    counts = {"n": len(found.tasks), "mentioned": len(found.mentioned), "unmentioned": len(found.unmentioned)}
    yield from _wrapped(say("mentions", language, organ=found.organ, year=found.year, **counts), 0)
    yield from _wrapped(say("mentions-about", language), 0)
    for key, tasks in (("unmentioned", found.unmentioned), ("mentioned", found.mentioned)):
        if tasks:
            yield ""
            yield say(key, language, n=len(tasks))
            for task in tasks:
                yield from _task(task, layout, language)


def _task(task: "TaskMention", layout: str, language: str) -> Iterator[str]:
    number = "" if task.number is None else str(task.number)
    yield ""
    first, *rest = _wrapped(task.group or word("unnamed", language), _INDENT)
    yield f"{number:>{_INDENT - 2}}  {first.strip()}"
    yield from rest
    yield from _wrapped(task.text or word("nothing", language), _INDENT)
    for passage in task.passages:
        yield from _quoted(passage, "mentioned-in", layout, language)
    if task.closest is not None:
        yield from _quoted(task.closest, "closest", layout, language)


def _quoted(passage: "Passage", key: str, layout: str, language: str) -> Iterator[str]:
    section = place(load_layout(layout), passage.pointer, language)
    words = word("list-pause", language).join(passage.phrases)
    first, *rest = _wrapped(say(key, language, section=section, text=passage.text), _INDENT + 2)
    yield first[2:]
    yield from rest
    yield from _wrapped(say("shared-words", language, words=words), _INDENT + 2)


def _wrapped(text: str, indent: int) -> list[str]:
    # Line feeds in a cell of the plan were made by its column, which is not that of the terminal.
    lines = wrap(shown(text.replace("\n", "")), _COLUMNS - indent)
    return [f"{'':{indent}}{line}" for line in lines]
