"""The label that stands behind a figure."""

from collections.abc import Sequence

from govreport.statements.heads import GAP, NOUNS, SOFT, Head, add_facets, skip, start
from govreport.statements.tokens import Token

# What may stand between a figure and the label behind it.
_BEFORE_BEHIND = SOFT - frozenset({"connector", "share", "base", "each"})
# 5件已办结, 3件为当年新收: the figures of what was spoken of before.
_VERBS_BEHIND = frozenset({"handle", "new"})
_SAID_BEHIND = frozenset({"take", "handle", "receive"})


def behind(tokens: Sequence[Token], is_told: bool = False) -> tuple[Head | None, str | None]:
    """Return the head that stands behind a figure; or None and the reason, which is None where nothing stands there.

    Nothing that is not known may stand before it, and nothing but what adds to it behind. If `is_told` before the
    figure what was done to all that it counts, something may be said of these.
    """
    at = skip(tokens, 0, 1, _BEFORE_BEHIND)
    if at >= len(tokens) or tokens[at].kind == "connector":
        # What follows is joined to the figure, and belongs to the next: 收到5件、办结3件.
        return None, None
    first = tokens[at]
    if first.kind in _VERBS_BEHIND:
        head = Head("", verb=first.kind)
    elif first.kind in NOUNS:
        head = start(first)
    else:
        return None, _reason(first)
    head.has_topic = any(t.kind == "disclosure" for t in tokens[:at])
    # Behind a word for all of them something is said of these, whatever it is: 5件行政许可决定均已公示.
    is_said_of_all = False
    for token in tokens[at + 1 :]:
        entry = token.entry
        if token.kind in GAP:
            is_said_of_all = is_said_of_all or (entry is not None and entry.is_all)
            continue
        if token.kind in _SAID_BEHIND or (token.kind == "disclosure" and not head.facets):
            continue
        if token.kind not in NOUNS or not head.table:
            return (head, None) if is_told and is_said_of_all else (None, _reason(token))
        is_said_of_all = False
        assert entry is not None
        if entry.table != head.table:
            if not head.has_object or head.facets or token.kind != "label":
                return None, "unclear"
            # The requests are what the case is about.
            head = start(token)
            head.has_topic = True
        elif token.kind == "label" and not entry.facets.keys() & head.facets.keys():
            add_facets(head, entry)
            if head.entry is not None and head.entry.kind != "label":
                head.entry = entry
        elif token.kind != "label":
            head.has_object = True
        else:
            return None, "unclear"
    return head, None


def _reason(token: Token) -> str:
    return token.kind[5:] if token.kind.startswith("sink:") else "unclear"
