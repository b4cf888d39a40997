"""The documents: each a shape, a change and a round, drawn from a seed; the same bytes for the same seed."""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import Any, NamedTuple

from .changes import CHANGES
from .changes.kinds import Change
from .report import draw
from .shapes import SHAPES
from .shapes.kinds import Shape

SEED = 1
BASIC = ("text-barred", "html-word-export")


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document: its bytes, and what is true of it (`truth`, JSON values)."""

    name: str
    shape: Shape
    change: Change
    data: bytes
    truth: dict[str, Any]

    @property
    def file(self) -> str:
        """The name of the file that it is written to."""
        return f"{self.name}.{self.shape.suffix}"

    @property
    def digest(self) -> str:
        """A short digest of what the document says, alike for all ways of packing it."""
        said = json.dumps(self.truth, default=str, sort_keys=True, ensure_ascii=False)
        packed = self.shape.suffix in ("docx", "xlsx", "pdf")
        return hashlib.sha256(said.encode() + (b"" if packed else self.data)).hexdigest()[:12]


class Entry(NamedTuple):
    """What a document is made of: names of its shape and change, its round, and the seed."""

    shape: str
    change: str
    number: int
    seed: int

    def make(self) -> Document:
        """Return the document."""
        return make(SHAPES[self.shape], CHANGES[self.change], self.number, self.seed)


def entries(seed: int = SEED, rounds: int | None = None) -> Iterator[Entry]:
    """Yield what to make: one of each shape in every round, clean in the first, with another change in each further.

    Behind the first round comes each change in two shapes that lose nothing.
    """
    for number in count() if rounds is None else range(rounds):
        for shape in SHAPES.values():
            if number % shape.every == 0:
                changes = _order(shape)
                change = changes[number // shape.every % len(changes)]
                yield Entry(shape.name, change.name, number, seed)
        if number == 0:
            yield from _each_change(seed)


def _each_change(seed: int) -> Iterator[Entry]:
    """Yield each change in shapes that lose nothing, so that none is left to chance."""
    for change in CHANGES.values():
        yield from (Entry(shape, change.name, 0, seed) for shape in BASIC if change.name != "clean")


def documents(seed: int = SEED, rounds: int | None = None) -> Iterator[Document]:
    """Yield documents, endlessly unless rounds are given."""
    return (entry.make() for entry in entries(seed, rounds))


def make(shape: Shape, change: Change, number: int = 0, seed: int = SEED) -> Document:
    """Return one document. What it holds depends on these arguments alone, not on what else the corpus has."""
    name = f"{shape.name}.{change.name}.{number}"
    choose = random.Random(f"{seed} {name}")
    report = draw(choose, None if len(change.layouts) > 1 else change.layouts[0])
    change.apply(report, choose)
    data = shape.write(report, choose)
    return Document(name=name, shape=shape, change=change, data=data, truth=report.truth())


def _order(shape: Shape) -> list[Change]:
    """Return the changes that a shape can show, clean first, the others in an order of its own.

    Each has its place by a digest of both names, so a new change moves few of the others to another round.
    """
    able = [change for change in CHANGES.values() if change.touches in shape.shows and change.name != "clean"]
    able.sort(key=lambda change: hashlib.sha256(f"{shape.name} {change.name}".encode()).digest())
    return [CHANGES["clean"], *able]


def as_json(truth: dict[str, Any]) -> str:
    """Return a truth as indented JSON; amounts as the numbers that they are."""

    def plain(value: object) -> float:
        assert isinstance(value, Decimal)
        return float(value)

    return json.dumps(truth, ensure_ascii=False, indent=2, default=plain) + "\n"
