"""The head of one figure: the label nearest to it, before it if there is one, else behind it."""

from collections.abc import Sequence

from govreport.statements.behind import behind
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, Head, add_facets, before, is_attribute, modify, skip
from govreport.statements.roles import VERBS
from govreport.statements.tokens import Token

_TO_NOUN = GAP | VERBS
_COMING = frozenset({"receive", "new"})
_GOING = frozenset({"handle", "take"})


def head_of(
    left: Sequence[Token], right: Sequence[Token], is_last: bool, context: Context
) -> tuple[Head | str, int, bool]:
    """Return the head of a figure, or the reason why it has none, and how many tokens behind it belong to it.

    The last is whether any of this depends on the context. `left` and `right` are the tokens up to the figures before
    and behind it in its clause; `is_last` if none is behind it.
    """
    near = len(left) - 1
    while near >= 0 and left[near].kind in GAP:
        near -= 1
    kind = left[near].kind if near >= 0 else ""
    if kind == "disclosure" and near > 1 and is_attribute(left, near - 2) and left[near - 2].kind == "label":
        # 直接起诉的政府信息公开案件5件: what they are about is said once more.
        near -= 2
        kind = "label"
    is_noun = kind in NOUNS
    if is_noun or kind in VERBS:
        if near + 1 < len(left) and _is_parted(left[near + 1 :], right):
            return _within(left, near, right)
        return (_of_noun(left, near, right, is_last), 0, False) if is_noun else _of_verb(left, near, right, context)
    for token in reversed(left):
        if token.kind[:5] == "sink:":
            return token.kind[5:], 0, False
    if near >= 0 and kind not in SOFT:
        return "unclear", 0, False
    # 2023年作出的5件, not 其中5件.
    is_told = len(left) > 1 and is_attribute(left, len(left) - 2) and all(token.kind != "part" for token in left)
    found, reason = behind(right, is_told)
    if found is None:
        is_total = reason is None and _is_total(left)
        if is_total and context.is_by_channel and context.table is not None:
            total = Head(context.table)
            total.is_total = True
            return total, 0, True
        return reason or "unclear", 0, is_total
    if not found.table:
        if context.table is None:
            return "unclear", 0, True
        found.table = context.table
        return found, len(right), True
    if found.has_object and not found.facets:
        # 8 requests, without a word on what was done to them.
        return "unclear", 0, False
    return found, len(right), False


def _is_parted(between: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a figure is one of those told before it (其中的申请中有3件…), or stands behind a heading."""
    for token in between:
        if token.kind == "filler":
            if token.entry is not None and token.entry.is_within:
                return True
        elif token.kind == "colons" and skip(right, 0, 1, GAP) < len(right):
            return True
    return False


def _within(left: Sequence[Token], near: int, right: Sequence[Token]) -> tuple[Head | str, int, bool]:
    """Return the head behind a figure that is one of those told before it."""
    found, reason = behind(right)
    if found is None or not found.table or (found.has_object and not found.facets):
        return reason or "unclear", 0, False
    entry = left[near].entry
    if entry is not None and entry.table == found.table:
        found.has_topic = True
        if entry.kind == "label" and not entry.facets.keys() & found.facets.keys():
            add_facets(found, entry)
    return found, len(right), False


def _of_noun(left: Sequence[Token], near: int, right: Sequence[Token], is_last: bool) -> Head | str:
    """Return the head of a figure behind a noun."""
    if right and right[0].kind[:5] == "sink:" and right[0].kind != "sink:change":
        return right[0].kind[5:]
    head = before(left, near)
    for number in range(near + 1, len(left)):
        token = left[number]
        if token.inner:
            _take_aside(token, head)
        elif token.kind == "disclosure":
            head.has_topic = True
    if is_last and right:
        _take_behind(right, head)
    return head


def _take_behind(right: Sequence[Token], head: Head) -> None:
    """Take in the label behind a figure that is the last of its clause: it may be all that the figure counts."""
    at = skip(right, 0, 1, GAP)
    entry = right[at].entry if at < len(right) and right[at].kind == "label" else None
    if entry is None or entry.table != head.table or skip(right, at + 1, 1, GAP) < len(right):
        return
    if not entry.facets.keys() & head.facets.keys():
        head.others += (entry,)
        head.rival = entry.facets


def _is_total(left: Sequence[Token]) -> bool:
    """Tell whether what stands before a figure says that it is the total of others, and nothing else."""
    return any(t.entry is not None and t.entry.is_total for t in left) and all(t.kind in GAP for t in left)


def _of_verb(
    left: Sequence[Token], near: int, right: Sequence[Token], context: Context
) -> tuple[Head | str, int, bool]:
    """Return the head of a figure behind a verb: its noun is before the verb, or behind the figure, or unsaid."""
    verb = left[near].kind
    noun = skip(left, near - 1, -1, _TO_NOUN)
    if noun >= 0 and left[noun].kind in NOUNS:
        head = before(left, noun)
        head.verb = "both" if head.verb in _COMING and verb in _GOING else verb
        return head, 0, False
    found, reason = behind(right, is_told=True)
    used, is_bare = len(right), found is None
    if found is None:
        if reason is not None:
            return reason, 0, False
        if context.table is None:
            return context.sink or "unclear", 0, True
        found, used = Head(context.table), 0
    elif not found.table:
        return "unclear", 0, False
    found.verb = None
    modify(left, near, found)
    return found, used, is_bare


def _take_aside(aside: Token, head: Head) -> None:
    """Take in labels in brackets before a figure: they say the same more exactly, or what is included."""
    labels = [t.entry for t in aside.inner if t.kind == "label" and t.entry is not None and t.entry.table == head.table]
    if any(token.kind == "part" for token in aside.inner):
        head.included += tuple(entry.facets for entry in labels if entry.relation == "=")
    else:
        head.others += tuple(entry for entry in labels if entry.facets.keys() == head.facets.keys())
