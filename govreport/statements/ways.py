"""Requests told by the way in which they came, whose figures do not add up to the whole told before them."""

from collections.abc import Sequence
from decimal import Decimal

from govreport.statements.attached import Attached
from govreport.statements.reading import Judged
from govreport.statements.tables import NO_FACETS, Table
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

# What is said to be all of the ways, one by one.
_SORTING = frozenset({"view", "each"})
# Who tells of these, or of what nobody knows, tells no longer by which way requests came.
_DOING = frozenset({"handle", "take", "make", "publish", "stock", "repeal", "act", "other"})


def ways(whole: Judged, behind: Sequence[Judged], words: Vocabulary) -> tuple[tuple[Judged, ...], Decimal] | None:
    """Return the ways told behind a whole in its sentence, and their sum, if that cannot be right; else None.

    More than the whole never is. Less is not where all ways are said to be told: in brackets, or sorted by them.
    """
    attached = whole.told.attached
    if attached.table is None or not words.tables[attached.table].objects or attached.group is not None:
        return None
    if not whole.told.is_certain or attached.kind != "count" or not _came(attached, words.tables[attached.table]):
        return None
    found: list[Judged] = []
    is_all = True
    for one in behind:
        part = one.told.attached
        if part.kind == "percentage":
            continue
        tokens = _before(part.clause.tokens, part.at)
        kinds = {token.kind for token in tokens}
        is_nested = bool(found) and (
            "part" in kinds or part.clause.is_bracketed != found[0].told.attached.clause.is_bracketed
        )
        if part.reason != "channel" or part.kind != "count" or is_nested or not kinds.isdisjoint(_DOING):
            break
        if not found:
            is_all = part.clause.is_bracketed > attached.clause.is_bracketed or not kinds.isdisjoint(_SORTING)
        is_all = is_all and "part" not in kinds and not any(t.entry and t.entry.is_chosen for t in tokens)
        found.append(one)
    total = sum((one.told.attached.value for one in found), Decimal(0))
    if len(found) < 2 or not (total > attached.value or (is_all and total < attached.value)):
        return None
    return tuple(found), total


def _came(whole: Attached, table: Table) -> bool:
    """Tell whether a figure counts what comes or goes, of which ways are told: not what last year left over alone."""
    return all(
        any(set(part) >= set(every) for part in whole.facets[facet] for every in alternatives)
        for facet, alternatives in table.verbs.get("", NO_FACETS).items()
    )


def _before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the tokens between the figure at this index of a clause and the one before it."""
    begin = next((number for number in range(at - 1, -1, -1) if tokens[number].kind == "figure"), -1)
    return tokens[begin + 1 : at]
