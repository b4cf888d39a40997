"""The sentences of a text that could state a figure; all others are passed over at once."""

import re
from collections.abc import Iterator
from functools import cache

from govreport import resources
from govreport.statements.variants import fold


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a sentence, and what finds in it a figure or a word that says zero."""
    words = resources.read("statements/words.json")
    marks, measures = words["marks"], words["measures"]
    ends = re.escape(marks["ends"])
    units = "|".join(re.escape(u) for kind in ("count", "amount", "percentage", "foreign") for u in measures[kind])
    counts = "|".join(map(re.escape, measures["count"]))
    closing = re.escape("".join(marks[kind] for kind in ("ends", "parts", "commas", "close")) + "、")
    spelled = "".join(words["numerals"]["digits"]) + "十百千"
    zero = {fold(w)[0] for kind in ("zero", "nothing") for w in words["classes"][kind]}
    # The shortest beginnings are enough: 未 finds 未收到, too.
    short = sorted(w for w in zero if not any(w != v and w.startswith(v) for v in zero))
    figure = f"[0-9][万亿]*[余多]?(?:{units}|(?=[{closing}])|$)|[{spelled}](?:{counts})"
    return re.compile(f"[^{ends}]+"), re.compile(f"{figure}|{'|'.join(map(re.escape, short))}")


def holds_figures(text: str) -> bool:
    """Tell whether a text holds a figure or a word for zero that a statement could be."""
    return _patterns()[1].search(fold(text)[0]) is not None


def sentences(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a folded text that holds a figure or a word for zero."""
    sentence, anchor = _patterns()
    search = anchor.search
    if search(folded) is None:
        return
    for match in sentence.finditer(folded):
        if search(match[0]):
            yield match.span()
