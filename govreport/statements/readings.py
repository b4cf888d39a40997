"""From a label with what stands around it to the cells that a figure may mean."""

from typing import NamedTuple

from govreport.statements.context import Context
from govreport.statements.heads import Head
from govreport.statements.records import Reading
from govreport.statements.vocabulary import NO_FACETS, Facets, Table, Vocabulary


class Meaning(NamedTuple):
    """What a figure may mean, whether it can mean nothing else, and the facets of its table."""

    readings: tuple[Reading, ...]
    is_certain: bool
    facets: Facets


def read(head: Head, context: Context, words: Vocabulary) -> Meaning | str:
    """Return the meaning of a head, or the reason why it has none."""
    if head.sink is not None:
        return head.sink
    table = words.tables[head.table]
    reason = _refused(head, context, table)
    if reason is not None:
        return reason
    entry, verb = head.entry, head.verb
    if verb is None and (entry is None or head.is_part) and context.verb in table.verbs:
        verb = context.verb
    if verb is not None and verb not in table.verbs:
        if not (table.unknown == "topic" and head.has_topic):
            return "verb"
        verb = None
    is_open = head.has_unknown and table.unknown == "open"
    before = context.facets if context.table == head.table else NO_FACETS
    if head.sums or head.others or head.included or head.facets is not (NO_FACETS if entry is None else entry.facets):
        return _meaning(head, verb, is_open, before, words)
    # Most figures mean what many others mean, too. All facets in the key are kept, so that no other gets their id.
    key = (head.table, entry, verb, head.verb is None, head.has_object, is_open, id(before))
    known: Meaning | str | None = words.meanings.get(key)
    if known is None:
        known = words.meanings[key] = _meaning(head, verb, is_open, before, words)
    return known


def _meaning(head: Head, verb: str | None, is_open: bool, before: Facets, words: Vocabulary) -> Meaning | str:
    """Return the meaning of a head that is not refused, with its verb and the facets of its table told before."""
    table = words.tables[head.table]
    is_certain = not is_open and (head.entry is None or head.entry.relation == "=")
    facets = dict(head.facets)
    if head.has_object or not table.objects or verb is not None:
        for facet, said in table.verbs.get(verb or "", NO_FACETS).items():
            if facet not in facets and not (facet in table.inherits and _inherits(head, before, facet)):
                facets[facet] = said
                is_certain = is_certain and (verb or "") not in table.open_verbs
    for facet in table.inherits:
        if facet not in facets and facet in before:
            facets[facet] = before[facet]
    for facet, said in table.rest.items():
        facets.setdefault(facet, said)
    if facets.keys() != table.facets:
        return "unclear"
    own = words.facets.setdefault(tuple(facets.items()), facets)
    return Meaning(_readings(head, table, own, words), is_certain, own)


def _inherits(head: Head, before: Facets, facet: str) -> bool:
    """A label of another facet takes this one from the figure before, unless a verb or an object says more."""
    return bool(head.facets) and not head.has_object and head.verb is None and facet in before


def _refused(head: Head, context: Context, table: Table) -> str | None:
    """Return the reason why a head means no cell, None where it may."""
    entry = head.entry
    is_of_table = context.table == head.table
    if entry is not None:
        if entry.kind == "weak" and not (head.has_topic or is_of_table):
            return "unclear"
        if entry.needs == "table" and not is_of_table:
            return "unclear"
        if entry.follows is not None and not (is_of_table and context.in_sentence and context.group == entry.follows):
            return "unclear"
        if entry.is_listed and not (head.has_object or head.has_topic or head.verb):
            if context.sink is not None:
                return context.sink
            if context.verb == "publish" and not is_of_table:
                return "web"
    elif not (is_of_table and (head.verb in table.anew or context.in_sentence)):
        return context.sink or "unclear"
    elif head.has_unknown:
        return "unclear"
    if head.is_doubtful and (table.unknown == "silent" or (table.unknown == "topic" and not head.has_topic)):
        return "unclear"
    return None


def _readings(head: Head, table: Table, facets: Facets, words: Vocabulary) -> tuple[Reading, ...]:
    relation = head.entry.relation if head.entry is not None else "="
    if not head.sums and not head.others and not head.included:
        # Most figures mean what many others mean, too.
        key = (table.name, relation, *facets.items())
        known = words.readings.get(key)
        if known is None:
            made = (Reading(cells=plus, minus=minus, relation=relation) for plus, minus in words.cells(table, facets))
            known = words.readings[key] = tuple(made)
        return known
    own = words.cells(table, facets)
    for added in head.sums:
        more = words.cells(table, {**facets, **added})
        own = tuple((more[n % len(more)][0] + plus, minus) for n, (plus, minus) in enumerate(own))
    for added in head.included:
        if added.keys() == head.facets.keys() and added != head.facets:
            more = words.cells(table, {**facets, **added})
            own += tuple((plus + more[0][0], minus) for plus, minus in own[:1])
    for other in head.others:
        own += words.cells(table, {**facets, **other})
    return tuple(dict.fromkeys(Reading(cells=plus, minus=minus, relation=relation) for plus, minus in own))
