"""What a figure means is found once for all that mean the same: what is kept is what would be found anew."""

from collections.abc import Iterator, Mapping
from itertools import pairwise, product
from typing import Any

import pytest

from govreport import resources
from govreport.statements.context import Context
from govreport.statements.entries import Entry
from govreport.statements.heads import Head, start
from govreport.statements.readings import read
from govreport.statements.records import Relation
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary, load_vocabulary

LAYOUTS = resources.layouts()


def different(words: Vocabulary) -> list[Entry]:
    """Return the entries of a vocabulary that have a table, of those that are alike but for their word the first."""
    found: dict[Any, Entry] = {}
    for entry in words.entries.values():
        if entry.table in words.tables:
            found.setdefault((entry.kind, entry.table, id(entry.facets), entry.relation, entry.group), entry)
    return list(found.values())


def contexts(words: Vocabulary) -> list[Mapping[str, Any]]:
    """Return what texts may have spoken of: of nothing, and of one facet of each table, or of a person or a company."""
    named = {entry.table: entry for entry in different(words) if entry.facets}
    told = [{"table": e.table, "facets": e.facets, "group": e.group, "in_sentence": True} for e in named.values()]
    echoes = [e.facets for e in different(words) if e.is_echoed][:2]
    return [{}, *told, *({**about, "echo": echo} for about in told for echo in echoes)]


def heads(words: Vocabulary) -> Iterator[Head]:
    """Yield heads that differ in one thing alone from others, of some entries."""
    relations: tuple[Relation, ...] = ("=", "<=")
    said = product((False, True), (False, True), (False, True), relations)
    for (has_object, has_unknown, is_part, relation), entry in product(said, different(words)[::9]):
        for verb in (None, "receive", "handle"):
            head = start(Token(entry.kind, entry.word, entry))
            head.verb, head.has_object, head.has_unknown, head.is_part = verb, has_object, has_unknown, is_part
            head.relation, head.has_topic = relation, True
            yield head


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_meaning_that_is_kept_is_the_one_found_anew(layout: str) -> None:
    words = load_vocabulary(layout)
    for about in contexts(words)[::4]:
        words.meanings.clear()
        kept = [read(head, Context(verb="handle", **about), words, head.is_part) for head in heads(words)]
        for head, meaning in zip(heads(words), kept, strict=True):
            words.meanings.clear()
            assert read(head, Context(verb="handle", **about), words, head.is_part) == meaning


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_head_of_several_labels_means_in_each_context_what_it_means_there_alone(layout: str) -> None:
    words = load_vocabulary(layout)

    def joined() -> Iterator[Head]:
        entries = different(words)
        for one, other in pairwise(entries):
            if one.table == other.table:
                head = start(Token(one.kind, one.word, one))
                head.sums, head.has_topic = (other.facets,), True
                yield head

    places = [(about, verb) for about in contexts(words)[::3] for verb in (None, "handle")]
    for head in joined():
        for about, verb in places:
            meaning = read(head, Context(verb=verb, **about), words, is_part=False)
            head.known = None
            assert read(head, Context(verb=verb, **about), words, is_part=False) == meaning
