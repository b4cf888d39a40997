"""The label to which a figure belongs: the nearest words of the form beside it, with what goes with them."""

from collections.abc import Sequence
from typing import Any

import attrs

from govreport.statements.entries import Entry
from govreport.statements.records import Relation
from govreport.statements.roles import VERBS
from govreport.statements.tables import NO_FACETS, Facets
from govreport.statements.tokens import Token

# What may stand between a label and its figure.
GAP = frozenset({"filler", "colons", "year_this", "aside", "about_before", "close", "part"})
# What may stand before a label without leaving open whose figure it is.
SOFT = GAP | {
    "own",
    "suffix",
    "whole",
    "office",
    "public",
    "disclosure",
    "connector",
    "share",
    "base",
    "year",
    "year_last",
    "time",
    "period",
    "each",
    "view",
}
NOUNS = frozenset({"label", "object", "weak"})
_SUBJECTS = frozenset({"own", "suffix", "whole", "office", "year", "year_this", "year_last"})
# What says something of a figure behind it, besides nouns, verbs and words for something else.
_MARKING = _SUBJECTS | {"disclosure", "part", "plan", "rate"}
_COMING = frozenset({"receive", "new"})
_FILLER = frozenset({"filler"})
_GOING = frozenset({"handle", "take"})


class Head:
    """What stands around a figure: its table and facets, the verb, and what casts doubt upon it.

    `sums` are labels joined to it, whose cells are added; `others` labels that say the same in other words;
    `attributes` labels of which the head is one (未经复议直接起诉的行政诉讼); `included` those counted with it,
    as is said in brackets. `relation` is "<=" if any label that gave it facets or that is joined to it counts a part.

    A plain class, of which only what differs is kept: there is one for every figure of every text.
    """

    sums: tuple[Facets, ...] = ()
    others: tuple[Entry, ...] = ()
    attributes: tuple[Entry, ...] = ()
    included: tuple[Facets, ...] = ()
    relation: Relation = "="
    has_topic = False
    # Words that are not known stand before the label, and no verb is nearer to it.
    is_doubtful = False
    has_unknown = False
    # What names the organ or the year stands before the label; words before that name it further.
    has_subject = False
    is_office = False
    is_whole = False
    is_part = False
    is_foreign_body = False
    is_of_kinds = False
    # It is the total of the figures before it.
    is_total = False
    # A label before the verb says more than the head (予以公开收到16件), or one that needs to be told of what.
    is_narrowed = False
    # Verbs before that of the head.
    verbs: tuple[str, ...] = ()
    # Where the last label stands that says the same or is an attribute.
    last: int | None = None
    is_last_attribute = False
    # What a label behind the figure says, that may be all that it counts.
    rival: Facets = NO_FACETS
    sink: str | None = None
    # What it was found to mean before.
    known: dict[tuple[Any, ...], Any] | None = None

    def __init__(
        self,
        table: str,
        facets: Facets = NO_FACETS,
        entry: Entry | None = None,
        has_object: bool = False,
        verb: str | None = None,
    ) -> None:
        self.table, self.facets, self.entry, self.has_object, self.verb = table, facets, entry, has_object, verb


def skip(tokens: Sequence[Token], at: int, step: int, kinds: frozenset[str]) -> int:
    """Return the index of the next token that is of none of these kinds, -1 or the length at the end."""
    count = len(tokens)
    while 0 <= at < count and tokens[at].kind in kinds:
        at += step
    return at


def start(token: Token) -> Head:
    """Return the head that a noun alone makes."""
    entry = token.entry
    assert entry is not None
    head = Head(entry.table or "", entry.facets, entry, token.kind != "label")
    if entry.relation != "=":
        head.relation = entry.relation
    return head


def add_facets(head: Head, entry: Entry) -> None:
    """Let a label give a head more facets, or others in their place."""
    head.facets = {**head.facets, **entry.facets}
    if entry.relation != "=":
        head.relation = entry.relation


def before(tokens: Sequence[Token], at: int) -> Head:
    """Return the head whose last noun is the token at this index, with all that stands before it."""
    head = start(tokens[at])
    if at > 1 and tokens[at - 1].kind == "connector" and not _is_of(tokens, at - 2, head.table):
        # It is joined to something that is no label: the figure counts both.
        head.has_unknown = True
    if at:
        modify(tokens, at - 1, head)
    return head


def modify(tokens: Sequence[Token], at: int, head: Head) -> None:
    """Let a head take in what stands before it, from the token at this index backwards."""
    while at >= 0:
        kind = tokens[at].kind
        if kind == "filler":
            entry = tokens[at].entry
            if entry is not None and entry.is_of_kinds:
                head.is_of_kinds = True
        elif kind in VERBS:
            if head.verb is None:
                head.verb = kind
                head.is_doubtful = head.has_unknown
            elif kind in _COMING and head.verb in _GOING:
                head.verb = "both"
            else:
                head.verbs += (kind,)
        elif kind in NOUNS:
            _noun(tokens, at, head)
        else:
            _word(tokens, at, head, kind)
        at -= 1
    if head.verb is None:
        head.is_doubtful = head.has_unknown


def _is_of(tokens: Sequence[Token], at: int, table: str) -> bool:
    at = skip(tokens, at, -1, _FILLER)
    entry = tokens[at].entry if at >= 0 else None
    return entry is not None and (entry.table == table or tokens[at].kind in ("disclosure", "sink:petition"))


def _noun(tokens: Sequence[Token], at: int, head: Head) -> None:
    """Take in a noun before the head: a facet more, another label for the same or for a sum, or what it is about."""
    token = tokens[at]
    entry = token.entry
    assert entry is not None
    if entry.table != head.table:
        if token.kind == "label":
            head.has_unknown = True
        else:
            head.has_topic = True
        return
    if token.kind != "label":
        head.has_object = True
        return
    if head.has_unknown:
        return
    if not entry.facets.keys() & head.facets.keys():
        if head.verb is None or entry.is_echoed:
            add_facets(head, entry)
        head.is_narrowed = (
            head.is_narrowed or entry.needs is not None or (head.verb is not None and not entry.is_echoed)
        )
        return
    behind = skip(tokens, at + 1, 1, _FILLER)
    if behind < len(tokens) and tokens[behind].kind == "connector":
        _join(tokens, behind, entry, head)
    elif is_attribute(tokens, at):
        head.attributes += (entry,)
        head.last, head.is_last_attribute = at, True
    else:
        head.others += (entry,)
        head.last, head.is_last_attribute = at, False


def _join(tokens: Sequence[Token], connector: int, entry: Entry, head: Head) -> None:
    """Add a label to the one behind the connector: to the head, or to what says the same or is its attribute."""
    following = skip(tokens, connector + 1, 1, _FILLER)
    if head.last is None or following != head.last:
        head.sums += (entry.facets,)
        if entry.relation != "=":
            head.relation = entry.relation
        return
    if head.is_last_attribute:
        head.attributes = (*head.attributes[:-1], _together(entry, head.attributes[-1]))
    else:
        head.others = (*head.others[:-1], _together(entry, head.others[-1]))
    head.last = skip(tokens, connector - 1, -1, _FILLER)


def _together(entry: Entry, last: Entry) -> Entry:
    facets = {
        name: tuple(parts + entry.facets[name][n % len(entry.facets[name])] for n, parts in enumerate(alternatives))
        if name in entry.facets
        else alternatives
        for name, alternatives in last.facets.items()
    }
    return attrs.evolve(last, facets=facets, relation="<=" if "<=" in (entry.relation, last.relation) else "=")


def is_attribute(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is followed by one that makes it an attribute of the next."""
    entry = tokens[at + 1].entry if at + 1 < len(tokens) else None
    return entry is not None and entry.is_attributive


def _word(tokens: Sequence[Token], at: int, head: Head, kind: str) -> None:
    """Take in a word before the head that is neither noun nor verb."""
    if kind not in _MARKING:
        if kind.startswith("sink:"):
            head.sink = head.sink or kind[5:]
        elif not head.has_subject and kind not in SOFT:
            head.has_unknown = True
        return
    if kind == "disclosure":
        head.has_topic = True
    elif kind == "office":
        head.is_office = True
    elif kind == "whole":
        head.is_whole = True
    elif kind == "part":
        head.is_part = True
    elif kind == "suffix":
        head.is_foreign_body = head.is_foreign_body or (at > 0 and tokens[at - 1].kind == "other")
    elif kind in ("plan", "rate"):
        head.sink = head.sink or kind
    if kind in _SUBJECTS:
        head.has_subject = True
