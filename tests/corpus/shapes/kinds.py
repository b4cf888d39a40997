"""What a shape is: a name, what writes a report in it, and which changes it can show."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from ..changes.kinds import Touches
from ..report import Report

ALL = frozenset(Touches)
# The older writers know the six sections and nothing around them.
SIX = ALL - {Touches.SECTIONS}


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A form of print: its name, its writer, the suffix of its files.

    `shows` are the kinds of changes that it can show; of `every` so many rounds it takes part in one (what is slow to
    read is made seldom); `ours` is true where this project's own `render` wrote it.
    """

    name: str
    write: Callable[[Report, random.Random], bytes]
    suffix: str
    shows: frozenset[Touches] = ALL
    every: int = 1
    ours: bool = False
