"""The columns of a table of tasks: which they are is told by their labels, which the schema gives."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from govreport.documents.wording.labels import fold
from govreport.form.layout import load_layout

Column = Literal["number", "name", "text", "units", "time"]
# Where in the schema the title and the aliases of each column stand, in the order of print.
_TASK: tuple[str | int, ...] = ("groups", 0, "tasks", 0)
_PLACES: Mapping[Column, tuple[str | int, ...]] = {
    "number": (*_TASK, "number"),
    "name": ("groups", 0, "name"),
    "text": (*_TASK, "text"),
    "units": (*_TASK, "units"),
    "time": (*_TASK, "time"),
}
_FEWEST = 3
# A label is printed in so many lines at most, and so are all labels of a table together.
_MOST_LINES = 24
# The labels of a header have no more letters in all, the widest known one has some thirty.
_LONGEST_HEADER = 120


class Header(NamedTuple):
    """The columns in the order of print, None for one that the standard does not know, and the labels as printed."""

    columns: tuple[Column | None, ...]
    labels: tuple[str, ...]

    def has(self, column: Column) -> bool:
        """Tell whether the table has a column of this kind."""
        return column in self.columns


@cache
def title(plan: str, column: Column) -> str:
    """Return the title of a column, as the schema prints it."""
    return str(load_layout(plan).schema_at(_PLACES[column])["title"])


@cache
def titles(plan: str) -> tuple[str, ...]:
    """Return the titles of all columns in the order of print."""
    return tuple(title(plan, column) for column in _PLACES)


@cache
def _labels(plan: str) -> Mapping[str, Column]:
    """Return the columns by every label that is known for them, folded."""
    found: dict[str, Column] = {}
    for column, place in _PLACES.items():
        schema = load_layout(plan).schema_at(place)
        for label in (schema["title"], *schema.get("aliases", ())):
            found.setdefault(fold(label), column)
    return found


@cache
def _beginnings(plan: str) -> frozenset[str]:
    """Return the characters with which known labels begin."""
    return frozenset(label[0] for label in _labels(plan))


def header_of(plan: str, labels: Sequence[str]) -> Header | None:
    """Return the columns that a row of labels heads, None where the row is no header of a table of tasks."""
    known = [_labels(plan).get(fold(label)) for label in labels]
    if len(set(known) - {None}) < _FEWEST:
        return None
    return Header(_with_text(known), tuple(labels))


def header_in_lines(plan: str, lines: Sequence[str]) -> tuple[Header, int] | None:
    """Return the header that begins with the first of these lines, and how many lines it takes.

    Lines break inside labels, and several labels may share a line.
    """
    text, best = "", None
    first = fold(lines[0][:_LONGEST_HEADER]) if lines else ""
    if not first or first[0] not in _beginnings(plan):
        return None
    if not any(label.startswith(first) or first.startswith(label) for label in _labels(plan)):
        return None
    for number, line in enumerate(lines[:_MOST_LINES], 1):
        text = fold(text + line[: _LONGEST_HEADER + 1])
        if len(text) > _LONGEST_HEADER:
            break
        parted = _parted(plan, text)
        if parted is None:
            if not any(_begins(plan, text)):
                break
            continue
        header = header_of(plan, parted)
        if header is not None:
            best = (header, number)
    return best


@lru_cache(maxsize=1 << 12)
def _parted(plan: str, text: str) -> tuple[str, ...] | None:
    """Return a text as known labels that follow each other, None where it is anything else."""
    labels = _labels(plan)
    best: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(text)):
        if start in best:
            for label in labels:
                end = start + len(label)
                # Fewer labels win: 任务 begins 任务内容.
                if text.startswith(label, start) and (end not in best or len(best[end]) > len(best[start]) + 1):
                    best[end] = (*best[start], label)
    return best.get(len(text))


def _begins(plan: str, text: str) -> Iterator[bool]:
    """Tell for every beginning of a text that is made of labels whether a label may go on with the rest."""
    for end in range(len(text) + 1):
        if _parted(plan, text[:end]) is not None:
            yield any(label.startswith(text[end:]) for label in _labels(plan))


def _with_text(known: Sequence[Column | None]) -> tuple[Column | None, ...]:
    """Return the columns; where none is for what is to be done, the names of the tasks say it."""
    if "text" in known or "name" not in known:
        return tuple(known)
    return tuple("text" if column == "name" else column for column in known)
