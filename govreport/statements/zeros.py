"""A word for zero and the labels behind it, to all of which it applies."""

from collections.abc import Sequence

from govreport.statements.context import Context
from govreport.statements.heads import NOUNS, SOFT, VERBS, Head, skip, start
from govreport.statements.readings import Meaning, read
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

_PASSED = SOFT | VERBS | {"zero", "nothing"}


def zeros(tokens: Sequence[Token], at: int, context: Context, words: Vocabulary) -> tuple[list[tuple[Head, Meaning | None, str]], int]:
    """Return the heads to which the word for zero at this index applies, and how many tokens they take up."""
    heads: list[Head] = []
    topic = any(t.kind in ("disclosure", "object") for t in tokens)
    verb = None
    number = at + 1
    clean = True
    while number < len(tokens):
        token = tokens[number]
        kind = token.kind
        if kind in NOUNS and token.entry is not None:
            head = start(token)
            head.verb, head.has_topic = verb, topic
            if kind == "weak":
                follows = skip(tokens, number + 1, 1, frozenset({"filler"}))
                if not topic or heads or (follows < len(tokens) and tokens[follows].kind in ("label",)):
                    number += 1
                    continue
            previous = heads[-1] if heads else None
            if previous is not None and clean:
                joined = not any(t.kind == "connector" for t in tokens[number - 1 : number])
                if joined and previous.table == head.table and not previous.facets.keys() & head.facets.keys():
                    previous.facets = {**previous.facets, **head.facets}
                    previous.has_object |= head.has_object
                    number += 1
                    continue
                if joined and previous.has_object and not previous.facets:
                    heads.pop()
            heads.append(head)
        elif kind in VERBS:
            verb = kind
        elif kind == "figure":
            figure = token.figure
            assert figure is not None
            if figure.value != 1 and figure.value != 0:
                heads = []
                break
        elif kind.startswith("sink:"):
            if heads and tokens[number - 1].kind != "connector":
                heads.pop()
            if kind != "sink:petition":
                break
        elif kind not in _PASSED and kind != "year":
            if heads and tokens[number - 1].kind != "connector":
                heads.pop()
            if kind == "other":
                break
        number += 1
    result = []
    for head in heads:
        if head.table == "requests" and not head.facets:
            head.verb = "receive" if head.verb not in ("handle", "new", "both") else head.verb
        elif head.table == "requests":
            head.verb = "receive"
        result.append((head, *read(head, context, words)))
    return result, max(0, number - at - 1) if heads else 0
