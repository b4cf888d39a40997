"""Joined labels: a column named in one text by its own label and those of the group around it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from govreport.documents.report.tables.form import Block
from govreport.documents.wording.label_pieces import label_pieces
from govreport.documents.wording.labels import is_misprint

# It says that a part of the group follows, and nothing else.
_OF_WHICH = "其中"
_SHORTEST_PART = 2
_LONGEST = 60


def joined_column(block: Block, text: str) -> int | None:
    """Return the column of a block that a text names by several labels, None if it does not, or names several."""
    return _joined(block, text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1 << 12)
def _joined(block: Block, text: str) -> int | None:
    pieces = label_pieces(text)
    found = [x for x, line in enumerate(block.columns) if len(line.labels) > 1 and _names(pieces, line.labels)]
    return found[0] if len(found) == 1 else None


def _names(pieces: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether pieces of a text are labels of a column: its own, and that of the group, perhaps cut short."""
    *outer, own = labels
    if not pieces:
        return False
    if "".join(pieces) in {"".join((*around, own)) for around in _some_of(outer)}:
        return True
    if pieces[-1] == own:
        around = "".join(pieces[:-1])
    elif pieces[0] == own:
        around = "".join(pieces[1:])
    else:
        return False
    around = around.removesuffix(_OF_WHICH).removeprefix(_OF_WHICH)
    return len(pieces) > 1 and (not around or any(_is_short_for(around, "".join(some)) for some in _some_of(outer)))


def _some_of(labels: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for number in range(1, len(labels) + 1):
        yield from combinations(labels, number)


def _is_short_for(text: str, whole: str) -> bool:
    return (len(text) >= _SHORTEST_PART and whole.startswith(text)) or is_misprint(text, whole)
