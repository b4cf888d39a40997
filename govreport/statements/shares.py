"""Percentages: shares of a label or of the figure before them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from govreport.statements.attached import Attached
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, before, skip
from govreport.statements.readings import read
from govreport.statements.records import Reading
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

_NAMING = frozenset({"base", "new", "receive", "handle", "object", "weak"})
_BASES = _NAMING | {"about_before", "year_this", "share"}
_TO_NOUN = GAP | {"base"}


def share(
    left: Sequence[Token],
    is_bracketed: bool,
    last: Attached | None,
    context: Context,
    words: Vocabulary,
    around: Callable[[tuple[str, ...], int], Iterable[tuple[str, ...]]],
) -> Attached | str:
    """Return what a percentage is a share of, with its readings; or the reason why it is none.

    It belongs to the label before the word for a share, or where nothing stands there, to the figure just before.
    `left` are the tokens before it in its clause, behind the figure before. `around` gives the wider sums of some cells
    that the sentence has told, of which it may be a share, too: 不予公开301件，其中属于国家秘密39件，占13%.
    """
    kinds = [token.kind for token in left]
    for kind in ("rate", "sink:change"):
        if kind in kinds:
            return kind.removeprefix("sink:")
    is_named = "share" in kinds
    at = kinds.index("share") if is_named else len(left)
    near = skip(left, at - 1, -1, _TO_NOUN)
    stated = None
    if near < 0:
        # 自然人5件，企业3件，两类合计占80%: the share of several is none of the last.
        is_of_several = any(token.entry is not None and token.entry.is_total for token in left[:at])
        stated = last if (is_named or is_bracketed) and not is_of_several else None
    elif is_named and kinds[near] in NOUNS:
        head = before(left, near)
        meaning = read(head, context, words, head.is_part or is_bracketed)
        if not isinstance(meaning, str) and head.entry is not None:
            group = head.entry.group
            wider = context.wider_than(meaning.facets, words.tables[head.table], words)
            context.turn_to(head.table, meaning.facets, group, head.entry.is_aside, wider)
            stated = Attached(readings=meaning.readings, is_clear=meaning.is_clear, table=head.table, group=group)
    if stated is None or stated.table is None or not all(_leaves_base(token) for token in left[at + 1 :]):
        # Where anything else stands behind the word for a share, it is a share of that: 占该类的30%.
        return "rate"
    named = (t.entry.word for t in left[near + 1 :] if t.kind in _NAMING and t.entry is not None)
    base = "".join(named)
    readings = tuple(_readings(stated, base, words))
    if readings and not base:
        of_wider = (evolve(r, base=cells) for r in stated.readings for cells in around(r.cells, stated.number))
        readings += tuple(of_wider)
    return stated._replace(readings=readings) if readings else "rate"


def _leaves_base(token: Token) -> bool:
    """Tell whether a word behind that for a share leaves it open of what, or names a base that the form has."""
    return token.kind in _BASES or (token.entry is not None and (token.entry.is_copula or token.entry.is_all))


def _readings(stated: Attached, base_words: str, words: Vocabulary) -> Iterator[Reading]:
    table = words.tables[stated.table or ""]
    for group, base, unless in table.shares:
        if group == stated.group and not any(word in base_words for word in unless):
            for plus, _ in words.cells(table, {**table.rest, **base}):
                for reading in stated.readings:
                    yield evolve(reading, base=plus)
