"""What is told of each task of a work plan: whether the report mentions it, and where."""

from typing import Any

import attrs
import msgspec

VERSION = 1


@attrs.frozen(kw_only=True)
class Passage:
    """A sentence of a report that may speak of a task.

    `pointer` is that of the section, `text` the sentence as printed. `phrases` are the shared words, most telling
    first, without the marks and spaces printed inside them; `points` is what they are worth together.
    """

    pointer: str
    text: str
    phrases: tuple[str, ...]
    points: int


@attrs.frozen(kw_only=True)
class TaskMention:
    """A task of the plan and the passages of the report that mention it, best first.

    `pointer` is that of the task, `group` the name that it stands under. Where there are no passages, `closest` is
    the sentence that comes nearest to mentioning it, if any comes near.
    """

    pointer: str
    number: int | None
    group: str | None
    text: str | None
    passages: tuple[Passage, ...] = ()
    closest: Passage | None = None

    @property
    def is_mentioned(self) -> bool:
        """The report mentions the task, as far as the wording can tell."""
        return bool(self.passages)


@attrs.frozen(kw_only=True)
class Mentions:
    """The tasks of a work plan in their order, each with what the report says of it."""

    organ: str
    year: int
    tasks: tuple[TaskMention, ...]

    @property
    def mentioned(self) -> tuple[TaskMention, ...]:
        """The tasks that the report mentions."""
        return tuple(task for task in self.tasks if task.is_mentioned)

    @property
    def unmentioned(self) -> tuple[TaskMention, ...]:
        """The tasks of which nothing was found in the report."""
        return tuple(task for task in self.tasks if not task.is_mentioned)


def write_mentions(found: Mentions) -> bytes:
    """Return the JSON that `schema/meta/mentions.schema.json` describes."""
    record: dict[str, Any] = {"version": VERSION, "organ": found.organ, "year": found.year}
    record["tasks"] = [{"mentioned": task.is_mentioned, **attrs.asdict(task)} for task in found.tasks]
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
