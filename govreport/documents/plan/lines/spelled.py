"""The tasks of a table whose columns are lost: its lines follow each other, and only their widths and words tell.

The columns of names, units and times are narrow, that of the texts is wide, and texts end with a full stop.
What does not agree with that in every respect is left open.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.plan.lines.numbered import Block, Line
from govreport.documents.plan.lines.units import split_narrow, time_text, units_from_lines
from govreport.documents.plan.lines.wrapping import EXACTLY, column_width, compact, ends_sentence, joined, width, wraps
from govreport.documents.plan.tables.columns import Column, Header
from govreport.documents.plan.tables.rows import ABSENT, Row, Value, unread, with_values
from govreport.form.stops import CLOSING, STOPS
from govreport.rules.terms import ends_a_unit

_TWO_COLUMNS = re.compile(r"(?<=[\u3400-\u9fff，；]) (?=[\u3400-\u9fff])")
_SENTENCE = re.compile(r"[，。；：！？!?;:]")
# A column is narrower than another one by at least so much, in halves of a character.
_CLEARLY = 4
# One block of so many may hold a gap that says nothing.
_FEW = 4
_TABLES: frozenset[tuple[Column | None, ...]] = frozenset(
    (*before, "text", *behind)
    for before in (("number",), ("number", "name"))
    for behind in ((), ("units",), ("time",), ("units", "time"), ("time", "units"))
)


@attrs.frozen(kw_only=True)
class _Parts:
    """A block parted at the end of its text: the lines of name, text, and of what stands behind it."""

    name: tuple[Line, ...]
    text: tuple[Line, ...]
    tail: tuple[Line, ...]


def rows_from_blocks(plan: str, header: Header, blocks: Sequence[Block]) -> Iterator[Row]:
    """Yield the tasks of blocks; a column whose borders cannot be told is left open."""
    parted = sum(any(line.words for line in block.lines) and not _is_row(header, block) for block in blocks)
    # Where columns stand side by side, their lines do not follow each other, and a line without a gap tells nothing.
    if header.columns not in _TABLES or _FEW * parted > len(blocks):
        yield from (_open(header, block, block.lines) for block in blocks)
        return
    reader = _Reader(plan, header, blocks)
    yield from map(reader.row, blocks)


class _Reader:
    """Knows how wide the columns are, which only all tasks together tell."""

    def __init__(self, plan: str, header: Header, blocks: Sequence[Block]) -> None:
        self._plan = plan
        self._header = header
        self._behind = header.columns[header.columns.index("text") + 1 :]
        cut = [(block.lines[: end + 1], block.lines[end + 1 :]) for block in blocks if (end := _end(block)) is not None]
        self._text_width = column_width(line.text for lines, _ in cut for line in lines)
        tails = [split_narrow(plan, _texts(tail), self._behind)[0] for _, tail in cut]
        self._units_width = column_width(line for lines in tails for line in lines)
        names = [line for lines, _ in cut for line in self._without_text(lines)] if header.has("name") else []
        narrow = [line.text for line in names if width(line.text) <= self._text_width - _CLEARLY]
        # Where most lines before the texts are as wide as these, nothing tells names from texts.
        self._name_width = column_width(narrow) if 2 * len(narrow) > len(names) else 0

    def row(self, block: Block) -> Row:
        """Return the task of a block."""
        if _is_row(self._header, block):
            return self._row_of_words(block)
        if any(line.words for line in block.lines):
            return _open(self._header, block, block.lines)
        end = _end(block)
        if end is None:
            return self._without_end(block)
        start = len(self._without_text(block.lines[: end + 1])) if self._header.has("name") else 0
        parts = _Parts(name=block.lines[:start], text=block.lines[start : end + 1], tail=block.lines[end + 1 :])
        units, time = self._narrow(parts.tail)
        if not self._is_certain(parts) or not self._is_end(parts, is_read=not (units.printed or time.printed)):
            if self._may_be_several(parts):
                return _open(self._header, block, block.lines)
            return attrs.evolve(_open(self._header, block, block.lines[: end + 1]), units=units, time=time)
        return Row(
            number=_number(block),
            name=self._name(parts.name, block),
            text=Value(text=joined(_texts(parts.text), self._text_width), evidence=parts.text[0].evidence),
            units=units,
            time=time,
            evidence=block.evidence,
        )

    def _without_text(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Return the lines before a text, given all up to its end: upwards, its lines fill their column."""
        start = len(lines) - 1
        while start > 0 and (
            wraps(lines[start - 1].text, lines[start].text, self._text_width) or ends_sentence(lines[start - 1].text)
        ):
            start -= 1
        return lines[:start]

    def _is_certain(self, parts: _Parts) -> bool:
        """Tell whether name and text are parted where they must be: nothing of one can belong to the other."""
        if any(width(line.text) > self._text_width + _CLEARLY or _TWO_COLUMNS.search(line.text) for line in parts.text):
            return False
        # A number on a line of its own may be that of a page.
        if any(line.text.isdecimal() for line in (*parts.name, *parts.text)):
            return False
        if not self._header.has("name"):
            return True
        if self._name_width == 0:
            return False
        names = _texts(parts.name)
        if any(_SENTENCE.search(name) or _TWO_COLUMNS.search(name) or width(name) > self._name_width for name in names):
            return False
        return all(wraps(a, b, self._name_width + EXACTLY) for a, b in pairwise(names))

    def _may_be_several(self, parts: _Parts) -> bool:
        """Tell whether what stands before a text may be a task of its own, whose number is lost."""
        return any(
            _SENTENCE.search(line.text)
            or time_text(self._plan, [line.text]) is not None
            or width(line.text) > self._text_width - _CLEARLY
            for line in parts.name
        )

    def _is_end(self, parts: _Parts, *, is_read: bool) -> bool:
        """Tell whether the text ends where it seems to: what stands behind it was read, or can be no part of it."""
        if is_read or not parts.tail:
            return True
        last, tail = parts.text[-1].text, _texts(parts.tail)
        has_room = not wraps(last, tail[0], self._text_width)
        return (
            has_room
            and last.rstrip(CLOSING).endswith(tuple(STOPS))
            and max(map(width, tail)) < self._text_width - _CLEARLY
        )

    def _name(self, lines: Sequence[Line], block: Block) -> Value | None:
        """Return the name that begins a group; without one of its own a task goes on with the group before it."""
        if not self._header.has("name"):
            return None
        if lines:
            return Value(text=compact("".join(_texts(lines))), evidence=lines[0].evidence)
        return None

    def _narrow(self, tail: Sequence[Line]) -> tuple[Value, Value]:
        """Return units and time, which stand behind the text."""
        lines, evidence = _texts(tail), tail[0].evidence if tail else None
        whole = " ".join(lines)
        if "units" not in self._behind:
            time = time_text(self._plan, lines) if "time" in self._behind else None
            if "time" not in self._behind:
                return ABSENT, ABSENT
            return ABSENT, Value(text=time, evidence=evidence) if time else unread(whole, evidence)
        pieces, time = split_narrow(self._plan, lines, self._behind)
        units = units_from_lines(self._plan, pieces, self._units_width) if pieces else None
        if "time" not in self._behind:
            return Value(text=units, evidence=evidence) if units else unread(whole, evidence), ABSENT
        if units is None and pieces:
            # A time behind what ends as units do is one, whichever the units are.
            if time and self._behind == ("units", "time") and ends_a_unit(self._plan, pieces[-1]):
                return unread(" ".join(pieces), evidence), Value(text=time, evidence=self._place_of_time(tail))
            return unread(whole, evidence), unread(whole, evidence)
        return (
            Value(text=units, evidence=evidence) if units else unread("", evidence),
            Value(text=time, evidence=self._place_of_time(tail)) if time else unread("", evidence),
        )

    def _place_of_time(self, tail: Sequence[Line]) -> Evidence:
        return tail[-1 if self._behind[-1] == "time" else 0].evidence

    def _without_end(self, block: Block) -> Row:
        """Return a task whose text has no end that could be told; a time behind units is one all the same."""
        row = _open(self._header, block, block.lines)
        if self._behind != ("units", "time"):
            return row
        lines, time = split_narrow(self._plan, _texts(block.lines), self._behind)
        if time is None or not lines or not ends_a_unit(self._plan, lines[-1]):
            return row
        return attrs.evolve(row, time=Value(text=time, evidence=block.lines[-1].evidence))

    def _row_of_words(self, block: Block) -> Row:
        """Return a task whose columns stand apart on one line."""
        (line,) = block.lines
        words = dict(zip(self._header.columns, line.words, strict=True))
        row = _open(self._header, block, block.lines)
        units = units_from_lines(self._plan, [words["units"]], 0) if "units" in words else None
        time = time_text(self._plan, [words["time"]]) if "time" in words else None
        if (units is None) is ("units" in words) or (time is None) is ("time" in words):
            return row
        found = {"name": words.get("name"), "text": words["text"], "units": units, "time": time}
        return with_values(
            row, {name: Value(text=text, evidence=line.evidence) for name, text in found.items() if text is not None}
        )


def _is_row(header: Header, block: Block) -> bool:
    """Tell whether a task is printed on a single line, with a gap between any two columns."""
    return len(block.lines) == 1 and len(block.lines[0].words) == len(header.columns)


def _end(block: Block) -> int | None:
    """Return the line with which the text of a block ends: the last that ends a sentence."""
    return max((number for number, line in enumerate(block.lines) if ends_sentence(line.text)), default=None)


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def _number(block: Block) -> Value:
    return Value(text=block.number, evidence=block.evidence)


def _open(header: Header, block: Block, lines: Sequence[Line]) -> Row:
    """Return a task of which only the number is read; all else is somewhere in the lines."""
    printed = "\n".join(_texts(lines))
    value = unread(printed, block.evidence)
    return Row(
        number=_number(block),
        name=value if header.has("name") else None,
        text=value,
        units=value if header.has("units") else ABSENT,
        time=value if header.has("time") else ABSENT,
        evidence=block.evidence,
    )
