"""A word for zero and the labels behind it, to all of which it applies."""

from collections.abc import Sequence

from govreport.statements.heads import NOUNS, SOFT, Head, add_facets, skip, start
from govreport.statements.roles import VERBS
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

_PASSED = SOFT | VERBS | {"zero", "nothing"}
_FILLER = frozenset({"filler"})
_TOPICS = frozenset({"disclosure", "object"})
_ELSEWHERE = frozenset({"figure", "sink:sub-body"})


def zeros(tokens: Sequence[Token], at: int, words: Vocabulary, vain: set[int]) -> tuple[list[Head], int]:
    """Return the heads to which the word for zero at this index applies, and the index of the last token taken in.

    Words that are not known end it, and take the label before them out, unless they are joined to it. `vain` has the
    indexes of such words of the clause that apply to nothing, as far as that is known from one before.
    """
    heads: list[Head] = []
    if at in vain:
        return heads, at
    # Such words met before any head, to which all behind them is what it is to this one.
    met: list[int] = []
    topic = not _TOPICS.isdisjoint([token.kind for token in tokens])
    verb: str | None = None
    # A connector stands behind the last head, wherever that is.
    is_listed = False
    number = at + 1
    while number < len(tokens):
        token = tokens[number]
        kind = token.kind
        if kind in NOUNS:
            if kind == "object" and heads and _is_named(heads[-1], token, tokens[number - 1]):
                # 没有企业提出申请: what the label before it has none of, and not none at all.
                pass
            elif kind != "weak" or (topic and not heads and not _is_label(tokens, number + 1)):
                is_joined = tokens[number - 1].kind == "connector"
                _add(heads, _head(token, topic, verb), is_joined, is_listed, words)
                is_listed = False
            elif heads and tokens[number - 1].kind == "filler" and token.entry and heads[-1].table != token.entry.table:
                # Requests for what the label names: none of that is denied.
                heads.pop()
        elif kind in VERBS:
            verb = kind
        elif kind == "connector":
            is_listed = True
        elif kind == "figure":
            figure = token.figure
            is_none = skip(tokens, number - 1, -1, _FILLER) == at
            if figure is None or figure.value.scaleb(figure.times) > 1 or not is_none:
                # 没有一件 is none, 未办结的1件 is one.
                vain.update(met)
                vain.discard(skip(tokens, number - 1, -1, _FILLER))
                return [], at
        elif kind not in _PASSED:
            if heads and tokens[number - 1].kind != "connector":
                heads.pop()
            if kind != "sink:petition":
                break
        elif kind == "zero" and not heads:
            met.append(number)
        number += 1
    if not heads:
        vain.update(met)
        return heads, at
    others, is_foreign = _others(tokens[:at])
    for head in heads:
        head.sink, head.is_foreign_body = others, is_foreign
        if head.has_object and others is None and any(_is_of(token, head.table) for token in tokens[:at]):
            # Who filed none is said before: those, and not all.
            head.sink = "unclear"
        if head.has_object and head.verb not in ("handle", "new"):
            head.verb = "receive"
    return heads, number - 1


def _others(left: Sequence[Token]) -> tuple[str | None, bool]:
    """Return a reason if other bodies stand before the word for zero, and whether the name of one ends there."""
    is_foreign = False
    before = ""
    for token in left:
        kind = token.kind
        if kind in _ELSEWHERE:
            return "sub-body", False
        is_foreign = is_foreign or (kind == "suffix" and before == "other")
        before = kind
    return None, is_foreign


def _is_named(last: Head, token: Token, before: Token) -> bool:
    """Tell whether an object is what the label before it counts: of the same table, and not joined to it."""
    is_same = last.entry is not None and token.entry is not None and last.table == token.entry.table
    return is_same and not last.has_object and before.kind != "connector"


def _is_of(token: Token, table: str) -> bool:
    return token.kind == "label" and token.entry is not None and token.entry.table == table


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    at = skip(tokens, at, 1, _FILLER)
    return at < len(tokens) and tokens[at].kind == "label"


def _head(token: Token, topic: bool, verb: str | None) -> Head:
    head = start(token)
    head.has_topic, head.verb = topic, verb
    return head


def _add(heads: list[Head], head: Head, is_joined: bool, is_listed: bool, words: Vocabulary) -> None:
    """Add a head to those that are denied, or what it says to those before it."""
    if heads and not is_joined:
        last = heads[-1]
        if last.table == head.table and head.facets and head.entry is not None:
            if not last.facets.keys() & head.facets.keys():
                # What happened to a case is said of all cases named before.
                for earlier in heads:
                    if earlier.table == head.table and not earlier.facets.keys() & head.facets.keys():
                        add_facets(earlier, head.entry)
                return
            if words.narrows(last.facets, head.facets):
                # 重复申请不予处理: what is denied is only the narrower of both.
                return
            if words.narrows(head.facets, last.facets):
                add_facets(last, head.entry)
                return
        if last.has_object and not last.facets:
            heads.pop()
        elif last.table != head.table and not is_listed:
            # 没有因行政处罚引发的行政诉讼: none of those, and maybe others; but 不得制定规章、行使行政许可 lists both.
            heads.pop()
            head.is_narrowed = True
    heads.append(head)
