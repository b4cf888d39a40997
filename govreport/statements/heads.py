"""The label to which a figure belongs: the nearest words of the form beside it, with what goes with them."""

from collections.abc import Sequence

import attrs

from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Facets

# What may stand between a label and its figure.
GAP = frozenset({"filler", "colons", "year_this", "aside", "about_before", "close", "part"})
# What may stand among the words before a label without leaving open whose figure it is.
SOFT = GAP | {"own", "whole", "office", "public", "disclosure", "connector", "share", "base"}
NOUNS = frozenset({"label", "object", "weak"})
VERBS = frozenset({"receive", "new", "handle", "take", "both", "make", "publish", "stock", "repeal", "act"})


@attrs.define(kw_only=True)
class Head:
    """What stands around a figure: its table and facets, the verb, and what casts doubt upon it.

    `sums` are labels joined by "and"; their cells add up. `others` are labels that say the same in other words.
    """

    table: str
    facets: Facets = attrs.field(factory=dict)
    sums: list[Facets] = attrs.field(factory=list)
    others: list[Facets] = attrs.field(factory=list)
    has_object: bool = False
    is_weak: bool = False
    verb: str | None = None
    relation: str = "="
    follows: str | None = None
    context: bool = False
    has_topic: bool = False
    # Words that are not known stand before the label, and no verb is nearer.
    is_doubtful: bool = False
    has_unknown: bool = False
    is_office: bool = False
    is_whole: bool = False
    is_part: bool = False
    # What names the organ or the year stands before the label; words before that name it further.
    has_subject: bool = False
    sink: str | None = None


def skip(tokens: Sequence[Token], at: int, step: int, kinds: frozenset[str]) -> int:
    """Return the index of the next token that is of none of these kinds, -1 or the length at the end."""
    while 0 <= at < len(tokens) and tokens[at].kind in kinds:
        at += step
    return at


def start(token: Token) -> Head:
    """Return the head that begins with this noun."""
    entry = token.entry
    assert entry is not None and entry.table is not None
    return Head(
        table=entry.table,
        facets=dict(entry.facets),
        has_object=token.kind in ("object", "weak"),
        is_weak=token.kind == "weak",
        relation=entry.relation,
        follows=entry.follows,
        context=entry.context,
    )


def before(tokens: Sequence[Token], at: int) -> Head:
    """Return the head whose last noun is the token at this index, with all that stands before it."""
    head = start(tokens[at])
    at -= 1
    while at >= 0:
        token = tokens[at]
        kind = token.kind
        if kind in NOUNS:
            at = _noun(tokens, at, head)
            continue
        if kind in VERBS:
            if head.verb is None:
                head.verb = kind
                head.is_doubtful = head.has_unknown
        else:
            _modifier(token, head)
        at -= 1
    if head.verb is None:
        head.is_doubtful = head.has_unknown
    return head


def _noun(tokens: Sequence[Token], at: int, head: Head) -> int:
    token = tokens[at]
    entry = token.entry
    assert entry is not None
    if entry.table != head.table:
        if token.kind == "label":
            head.has_unknown = True
        else:
            head.has_topic = True
        return at - 1
    if token.kind != "label":
        head.has_object = True
        return at - 1
    if head.has_unknown or head.verb in ("make", "publish"):
        return at - 1
    shared = entry.facets.keys() & head.facets.keys()
    if not shared:
        if entry.facets:
            head.facets = {**head.facets, **entry.facets}
        head.relation = "<=" if entry.relation == "<=" else head.relation
        return at - 1
    behind = skip(tokens, at + 1, 1, frozenset({"filler"}))
    if behind < len(tokens) and tokens[behind].kind == "connector":
        head.sums.append(entry.facets)
    else:
        head.others.append(entry.facets)
    return at - 1


def _modifier(token: Token, head: Head) -> None:
    kind = token.kind
    if kind == "disclosure":
        head.has_topic = True
    elif kind == "office":
        head.is_office = True
    elif kind == "whole":
        head.is_whole = True
    elif kind == "part":
        head.is_part = True
    elif kind.startswith("sink:"):
        head.sink = head.sink or kind[5:]
    elif kind in ("plan", "rate"):
        head.sink = head.sink or kind
    elif kind not in SOFT and kind not in ("year", "each") and not head.has_subject:
        head.has_unknown = True
    if kind in ("own", "whole", "office", "year", "year_this"):
        head.has_subject = True


def behind(tokens: Sequence[Token], at: int) -> tuple[Head | None, str | None]:
    """Return the head that stands behind a figure, or None and the reason why there is none.

    Nothing that is not known may stand before it, and nothing but what adds to it behind.
    """
    at = skip(tokens, at, 1, frozenset(SOFT - {"connector", "share", "base"}))
    if at >= len(tokens):
        return None, None
    token = tokens[at]
    if token.kind == "handle":
        head = Head(table="", verb="handle")
    elif token.kind in NOUNS:
        head = start(token)
    else:
        return None, token.kind[5:] if token.kind.startswith("sink:") else "unclear"
    head.has_topic = any(t.kind == "disclosure" for t in tokens[:at])
    for later in tokens[at + 1 :]:
        if later.kind in GAP:
            continue
        entry = later.entry
        if later.kind == "label" and entry and entry.table == (head.table or entry.table):
            if head.table and not entry.facets.keys() & head.facets.keys():
                head.facets = {**head.facets, **entry.facets}
                continue
            if head.table and not head.facets and head.has_object:
                head.facets = dict(entry.facets)
                continue
        elif later.kind in ("label", "weak") and head.has_object and entry and entry.table != head.table:
            head = start(later)
            head.has_topic = True
            continue
        elif later.kind == "object" and head.table == "requests" and not head.has_object:
            head.has_object = True
            continue
        elif later.kind in ("receive", "take", "handle") and head.has_object:
            continue
        return None, later.kind[5:] if later.kind.startswith("sink:") else "unclear"
    return head, None
