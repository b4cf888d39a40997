"""The statements of a report: every figure of its texts, what it means, and whether the tables agree."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.statements.attachment import Attached, Attacher
from govreport.statements.clauses import clauses
from govreport.statements.comparing import Sums, weigh
from govreport.statements.records import Statement
from govreport.statements.sentences import sentences
from govreport.statements.tokens import tokenize
from govreport.statements.variants import fold
from govreport.statements.vocabulary import load_vocabulary


@attrs.frozen(kw_only=True)
class Text:
    """A text of a report with its place."""

    pointer: str
    text: str


def statements_in(text: str, pointer: str, layout: str, year: int, is_government: bool = False) -> Iterator[Statement]:
    """Yield every figure of a text, in its order, with its readings; nothing is weighed."""
    places: Any = None
    for attached, places in attached_in(text, layout, year, is_government):
        yield statement(text, pointer, places, attached)


def attached_in(text: str, layout: str, year: int, is_government: bool) -> Iterator[tuple[Attached, Sequence[int]]]:
    """Yield every figure of a text with what it means, and the places of the folded text in which its tokens stand."""
    folded, places = fold(text)
    attacher: Attacher | None = None
    before = 0
    for start, end in sentences(folded):
        if attacher is None:
            words = load_vocabulary(layout, year)
            attacher = Attacher(words, year, is_government)
        elif start > before + 1 or folded[before] in "\n\r":
            attacher.paragraph()
        before = end
        for attached in attacher.sentence(clauses(tokenize(folded, start, end, words))):
            yield attached, places


def statement(text: str, pointer: str, places: Sequence[int], attached: Attached) -> Statement:
    """Return an attached figure as a statement, with what is printed."""
    token, tokens = attached.token, attached.clause.tokens
    start, end = places[tokens[0].start], places[tokens[-1].end - 1] + 1
    first, last = places[token.start], places[token.end - 1] + 1
    return Statement(
        pointer=pointer,
        start=start,
        end=end,
        quote=text[start:end],
        figure_start=first,
        figure_end=last,
        figure=text[first:last],
        kind=attached.kind,
        value=attached.value,
        readings=attached.readings,
        is_certain=attached.is_certain,
        scope=attached.scope,
        reason=attached.reason,
    )


def read_members(members: Mapping[str, Any], sums: Sums) -> tuple[Statement, ...]:
    """Return the statements of a decoded report."""
    found = [
        s
        for text in texts(members)
        for s in statements_in(text.text, text.pointer, members["layout"], members["year"], members["organ"].get("kind") == "government")
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
