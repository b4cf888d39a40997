"""The statements of a report: every figure of its texts, what it means, and whether the tables agree."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from govreport.statements.attachment import Attached, Attacher
from govreport.statements.clauses import Clause, clauses
from govreport.statements.comparing import Sums, weigh
from govreport.statements.records import Statement
from govreport.statements.sentences import sentences
from govreport.statements.tokens import tokenize
from govreport.statements.variants import fold
from govreport.statements.vocabulary import Vocabulary, load_vocabulary


@attrs.frozen(kw_only=True)
class Text:
    """A text of a report with its place."""

    pointer: str
    text: str


def statements_in(text: str, pointer: str, layout: str, year: int) -> Iterator[Statement]:
    """Yield every figure of a text, in its order, with its readings; nothing is weighed."""
    folded, places = fold(text)
    words: Vocabulary | None = None
    attacher: Attacher | None = None
    before = 0
    for start, end in sentences(folded):
        if words is None or attacher is None:
            words = load_vocabulary(layout, year)
            attacher = Attacher(words, year)
        if "\n" in folded[before:start]:
            attacher.context.turn_away("paragraph")
        before = end
        found = clauses(tokenize(folded, start, end, words))
        for attached, clause in _in(attacher, found):
            yield _statement(text, pointer, places, attached, clause)


def _in(attacher: Attacher, found: list[Clause]) -> Iterator[tuple[Attached, Clause]]:
    attached = list(attacher.sentence(found))
    for one in attached:
        clause = next(c for c in found if any(t is one.token for t in c.tokens))
        yield one, clause


def _statement(text: str, pointer: str, places: Any, attached: Attached, clause: Clause) -> Statement:
    token = attached.token
    start, end = places[clause.tokens[0].start], places[clause.tokens[-1].end - 1] + 1
    first, last = places[token.start], places[token.end - 1] + 1
    return Statement(
        pointer=pointer,
        start=start,
        end=end,
        quote=text[start:end],
        figure_start=first,
        figure_end=last,
        figure=text[first:last],
        kind=attached.kind,  # type: ignore[arg-type]
        value=attached.value,
        readings=attached.readings,
        is_certain=attached.is_certain,
        scope="own-office" if attached.is_office and not attached.is_whole else "table",
        reason=attached.reason,
    )


def read_members(members: Mapping[str, Any], sums: Sums) -> tuple[Statement, ...]:
    """Return the statements of a decoded report."""
    found = [
        s for text in texts(members) for s in statements_in(text.text, text.pointer, members["layout"], members["year"])
    ]
    return excuse([weigh(s, sums) for s in found])


def texts(members: Mapping[str, Any]) -> Iterator[Text]:
    for name in ("preamble", "overview", "problems_and_improvements", "other_matters"):
        if members.get(name):
            yield Text(pointer="/" + name, text=members[name])
    for n, note in enumerate(members.get("notes", ())):
        if note["pointer"].count("/") == 1:
            yield Text(pointer=f"/notes/{n}/text", text=note["text"])


def excuse(found: list[Statement]) -> tuple[Statement, ...]:
    """A cell that the text states rightly once is not contradicted elsewhere."""
    right = {w.reading.cells for s in found if s.kind != "percentage" for w in s.weighed if w.fits and w.reading.relation == "="}
    return tuple(
        attrs.evolve(s, verdict="excused")
        if s.verdict == "contradicts" and s.kind != "percentage" and any(r.cells in right for r in s.readings)
        else s
        for s in found
    )
