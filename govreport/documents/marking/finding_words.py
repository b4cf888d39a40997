"""Where on a paper words stand."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from govreport.documents.paper import Evidence, Grid, Paper, Paragraph

_BLANK = re.compile(r"\s+")
_CUT = "…"


def folded(text: str) -> str:
    """Return a text as it is compared: without blanks, each character in its plain shape."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def find_words(paper: Paper, words: str, start: Evidence | None) -> Evidence | None:
    """Return where words stand: first behind the place where their section begins, then anywhere; None if nowhere.

    Words may be cut, which an ellipsis at their end says.
    """
    wanted = folded(words).removesuffix(folded(_CUT))
    if not wanted:
        return None
    texts = list(_texts(paper))
    first = next((number for number, (_, place) in enumerate(texts) if _is_same(place, start)), 0)
    for text, place in (*texts[first:], *texts[:first]):
        if wanted in text:
            return place
    return None


def _texts(paper: Paper) -> Iterator[tuple[str, Evidence]]:
    """Yield what is printed at each place; the lines of one paragraph are one text."""
    for place, parts in groupby(paper.parts, key=lambda part: part.evidence):
        for is_running, alike in groupby(parts, key=lambda part: isinstance(part, Paragraph)):
            if is_running:
                yield folded("".join(part.text for part in alike if isinstance(part, Paragraph))), place
            else:
                for grid in alike:
                    if isinstance(grid, Grid):
                        yield from ((folded(box.text), grid.evidence_of(box)) for box in grid.boxes)


def _is_same(place: Evidence, other: Evidence | None) -> bool:
    """Tell whether two places are one, by whatever their values are known."""
    return other is not None and all(
        getattr(place, name) == getattr(other, name) for name in ("table", "row", "column", "paragraph")
    )
