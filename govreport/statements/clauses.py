"""The tokens of a sentence as clauses, between commas; what stands in brackets is an aside or clauses of its own."""

from collections.abc import Sequence

import attrs

from govreport.statements.tokens import Token

_BREAKS = frozenset({"commas", "parts"})


@attrs.frozen(kw_only=True, eq=False)
class Clause:
    """The tokens of one clause. `is_aside`: it stood in brackets behind a figure; `opens_part`: a semicolon or nothing before it."""

    tokens: tuple[Token, ...]
    is_bracketed: bool = False
    opens_part: bool = False


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a sentence in their order; bracketed ones follow the clause in which they stand.

    A bracket without a figure and without a word for zero stays in its clause, as one token of the kind "aside"
    that holds what is in it.
    """
    result: list[Clause] = []
    own: list[Token] = []
    behind: list[Clause] = []
    opens = True

    def close(next_opens: bool) -> None:
        nonlocal own, behind, opens
        if own:
            result.append(Clause(tokens=tuple(own), opens_part=opens))
        result.extend(behind)
        own, behind, opens = [], [], next_opens

    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "open":
            last = _closing(tokens, at)
            inner = tokens[at + 1 : last]
            if any(t.kind in ("figure", "zero") for t in inner):
                behind.extend(attrs.evolve(c, is_bracketed=True) for c in clauses(inner))
                own.append(Token("aside", token.start, tokens[min(last, len(tokens) - 1)].end))
            else:
                own.append(Token("aside", token.start, tokens[min(last, len(tokens) - 1)].end, None, None, tuple(inner)))
            at = last + 1
            continue
        if token.kind == "title_open":
            last = next((n for n in range(at, len(tokens)) if tokens[n].kind == "title_close"), None)
            # What is cited says nothing of figures.
            own.append(Token("other" if last is None else "aside", token.start, tokens[at if last is None else last].end))
            at = (at if last is None else last) + 1
            continue
        if token.kind in _BREAKS:
            close(token.kind == "parts")
        elif token.kind != "close":
            own.append(token)
        at += 1
    close(next_opens=False)
    return result


def _closing(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    for number in range(at, len(tokens)):
        depth += (tokens[number].kind == "open") - (tokens[number].kind == "close")
        if depth == 0:
            return number
    return len(tokens)
