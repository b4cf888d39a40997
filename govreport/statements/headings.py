"""Headings: a line that only names what a table counts says what the sentence behind it is about."""

from govreport.statements.sentences import lines
from govreport.statements.strangers import Organ
from govreport.statements.tokenizing import tokenize
from govreport.statements.variants import fold, says_something
from govreport.statements.vocabulary import Vocabulary

# A heading is short.
_LONGEST = 30
_PASSED = frozenset(
    {"object", "weak", "filler", "aside", "view", "own", "year", "year_this", "connector", "receive", "handle", "take"}
    | {"both", "open", "close", "colons", "disclosure"}
)


def table_of_heading(text: str, start: int, end: int, words: Vocabulary, organ: Organ, year: int) -> str | None:
    """Return the table that the last line between two places of a text names, None where it is no heading."""
    before = lines(text, start, end)
    while before:
        line = before.pop()
        if len(line) > _LONGEST:
            if says_something(line):
                return None
            continue
        folded, places = fold(line)
        if organ.naming is not None:
            folded, _ = organ.naming.put(folded, places)
        if folded:
            return _named(folded, words, organ, year)
    return None


def _named(folded: str, words: Vocabulary, organ: Organ, year: int) -> str | None:
    if words.noun.search(folded) is None:
        # Most lines name no table at all.
        return None
    tables = set()
    for token in tokenize(folded, words, year).tokens:
        kind, entry = token.kind, token.entry
        if kind == "other":
            if not organ.is_mark(token.text):
                return None
        elif kind not in _PASSED:
            return None
        elif kind == "object" and entry is not None:
            tables.add(entry.table)
    return tables.pop() if len(tables) == 1 else None
