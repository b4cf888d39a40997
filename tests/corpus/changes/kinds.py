"""What a change is: a name, what it does to a report, and what a form of print must be able to show for it."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ..report import Report


class Touches(Enum):
    """What of a document a change touches; a form that cannot show it is not combined with it."""

    FIGURES = "figures"  # what cells hold
    TEXTS = "texts"  # paragraphs of sections
    PRINT = "print"  # how a figure is printed
    LABELS = "labels"  # labels, rows, columns
    HEAD = "head"  # title, date, opening
    SECTIONS = "sections"  # titles of sections, missing ones, what surrounds the report


@dataclass(frozen=True)
class Change:
    """A change by its name; `apply` mutates a report and notes what must be found because of it."""

    name: str
    apply: Callable[[Report, random.Random], None]
    touches: Touches
    layouts: tuple[str, ...] = ("2019", "2021")
