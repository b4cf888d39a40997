"""From a label with what stands around it to the cells that a figure may mean."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from govreport.statements.context import Context
from govreport.statements.entries import Entry
from govreport.statements.heads import Head
from govreport.statements.records import Reading, Relation
from govreport.statements.tables import NO_FACETS, Facets, Table
from govreport.statements.vocabulary import Vocabulary


class Meaning(NamedTuple):
    """What a figure may mean, whether its words leave no doubt of it, and the facets of its table.

    `is_amount`: its cells hold amounts.
    """

    readings: tuple[Reading, ...]
    is_clear: bool
    facets: Facets
    is_amount: bool


def read(head: Head, context: Context, words: Vocabulary, is_part: bool) -> Meaning | str:
    """Return the meaning of a head, or the reason why it has none; `is_part` if the figure is a part of one before."""
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
    before = NO_FACETS
    if context.table == head.table and any(facet not in head.facets for facet in table.inherits):
        # Something of what was told before may be meant here, too.
        before = context.facets
    if not is_part and entry is not None and entry.group and context.group not in (None, entry.group):
        # What was told of outcomes says nothing of applicants, unless these are a part of them.
        before = NO_FACETS
    elif before:
        said = NO_FACETS if context.in_sentence else table.verbs.get("", NO_FACETS)
        if said or context.wider or context.lead:
            before = _widened(before, table, said, context.wider, context.lead, words)
    # Labels may go on about the applicants named before, those of disputes are told of what leads them.
    echo = context.lead if table.leads and entry is not None and not entry.group else context.echo
    is_simple = not (head.sums or head.others or head.attributes or head.included)
    if not is_simple or head.facets is not (NO_FACETS if entry is None else entry.facets):
        if head.known is None:
            head.known = {}
        # All facets in the key are kept, so that no other gets their id.
        case = (verb, is_open, id(before), id(echo))
        meant: Meaning | str | None = head.known.get(case)
        if meant is None:
            meant = head.known[case] = _meaning(head, verb, is_open, before, echo, words)
        return meant
    # Most figures mean what many others mean, too: those with any word for the same.
    unsaid = head.verb is None
    key = (head.table, id(head.facets), head.relation, verb, unsaid, head.has_object, is_open, id(before), id(echo))
    known: Meaning | str | None = words.meanings.get(key)
    if known is None:
        known = words.meanings[key] = _meaning(head, verb, is_open, before, echo, words)
    return known


def _widened(before: Facets, table: Table, said: Facets, wider: Facets, lead: Facets, words: Vocabulary) -> Facets:
    """Return facets told before; what is inherited has also what is said of it, was wider, or leads."""
    wide = {
        facet: tuple(dict.fromkeys((*parts, *said.get(facet, ()), *wider.get(facet, ()), *lead.get(facet, ()))))
        if facet in table.inherits
        else parts
        for facet, parts in before.items()
    }
    return words.facets.setdefault(tuple(wide.items()), wide)


def _meaning(
    head: Head, verb: str | None, is_open: bool, before: Facets, echo: Facets, words: Vocabulary
) -> Meaning | str:
    """Return the meaning of a head that is not refused, with its verb and the facets of its table told before.

    `echo` are facets that may be meant in place of what stands for those left unsaid.
    """
    table = words.tables[head.table]
    facets, relation, others = _narrowed(head, words)
    is_clear = not is_open and relation == "=" and all(other.relation == "=" for other in others)
    if head.has_object or not table.objects or verb is not None:
        for facet, said in table.verbs.get(verb or "", NO_FACETS).items():
            if facet not in facets and not (facet in table.inherits and _inherits(head, before, facet)):
                facets[facet] = said
                is_clear = is_clear and (verb or "") not in table.open_verbs
    for facet in table.inherits:
        if facet not in facets and facet in before:
            facets[facet] = before[facet]
    echoed = {facet: echo[facet] for facet in table.may_be_meant if facet in echo and facet not in facets}
    for facet, said in table.rest.items():
        facets.setdefault(facet, said)
    if facets.keys() != table.facets:
        return "unclear"
    own = words.facets.setdefault(tuple(facets.items()), facets)
    readings = _readings(head, others, table, own, relation, words)
    if echoed:
        readings += _readings(head, others, table, {**own, **echoed}, relation, words)
    is_amount = readings[0].cells[0].endswith("/amount")
    return Meaning(_different(readings), is_clear, _summed(head, own, words), is_amount)


def _different(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings of which none before has the same cells, in whatever order."""
    if len(readings) < 2:
        return readings
    different: dict[Any, Reading] = {}
    for one in readings:
        different.setdefault((frozenset(one.cells), frozenset(one.minus), one.relation), one)
    return tuple(different.values())


def _summed(head: Head, own: Facets, words: Vocabulary) -> Facets:
    """Return the facets of a head with those of the labels that are added to it, or that may be meant instead."""
    if not head.sums and not head.rival:
        return own
    facets = dict(own)
    for name, rival in head.rival.items():
        facets[name] = tuple(dict.fromkeys(facets[name] + rival))
    for added in head.sums:
        for name, more in added.items():
            facets[name] = tuple(
                tuple(dict.fromkeys(more[n % len(more)] + parts)) for n, parts in enumerate(facets[name])
            )
    return words.facets.setdefault(tuple(facets.items()), facets)


def _narrowed(head: Head, words: Vocabulary) -> tuple[dict[str, tuple[tuple[str, ...], ...]], Relation, list[Entry]]:
    """Return the facets of a head and its relation, and which labels say the same in other words.

    An attribute that means only a part of the head (未经复议直接起诉的行政诉讼) takes its place.
    """
    facets = dict(head.facets)
    relation, others = head.relation, [*head.others]
    for attribute in head.attributes:
        if not words.narrows(attribute.facets, facets):
            others.append(attribute)
            continue
        facets.update(attribute.facets)
        if attribute.relation != "=":
            relation = attribute.relation
    return facets, relation, others


def _inherits(head: Head, before: Facets, facet: str) -> bool:
    """A label of another facet takes this one from the figure before, unless a verb or an object says more."""
    return bool(head.facets) and not head.has_object and head.verb is None and facet in before


def _refused(head: Head, context: Context, table: Table) -> str | None:
    """Return the reason why a head means no cell, None where it may."""
    entry = head.entry
    is_of_table = context.table == head.table
    if entry is not None:
        if entry.kind == "weak" and not (head.has_topic or is_of_table or _tells_table(head)):
            return "unclear"
        if entry.needs == "table" and not is_of_table:
            return "unclear"
        if entry.needs == "topic" and not head.has_topic:
            return "unclear"
        if entry.follows is not None and not (is_of_table and context.in_sentence and context.group == entry.follows):
            return "unclear"
        if entry.is_listed and not (head.has_object or head.has_topic or head.verb):
            if context.sink is not None:
                return context.sink
            if entry.group is not None and context.in_sentence and context.table not in (None, head.table):
                # 行政复议5件，维持2件，作其他处理3件
                return "unclear"
            if context.verb == "publish" and not is_of_table:
                return "web"
    elif not is_of_table or not (
        head.verb in table.anew or context.in_sentence or (head.is_total and not context.facets)
    ):
        return context.sink or "unclear"
    elif head.has_unknown:
        return "unclear"
    if head.is_doubtful and (table.unknown == "silent" or (table.unknown == "topic" and not head.has_topic)):
        return "unclear"
    return None


def _tells_table(head: Head) -> bool:
    """Tell whether a word without weight has a label beside it, or a verb of requests alone: 新收申请5件."""
    return bool(head.facets) or (head.verb == "new" and not head.has_unknown)


def _readings(
    head: Head, others: Sequence[Entry], table: Table, facets: Facets, relation: Relation, words: Vocabulary
) -> tuple[Reading, ...]:
    if not head.sums and not others and not head.included:
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
        own = tuple((_joined(more[n % len(more)][0], plus), minus) for n, (plus, minus) in enumerate(own))
    for added in head.included:
        if added.keys() == head.facets.keys() and added != head.facets:
            more = words.cells(table, {**facets, **added})
            own += tuple((_joined(plus, more[0][0]), minus) for plus, minus in own[:1])
    readings = [Reading(cells=plus, minus=minus, relation=relation) for plus, minus in own]
    for other in others:
        told = words.cells(table, {**facets, **other.facets})
        readings += (Reading(cells=plus, minus=minus, relation=other.relation) for plus, minus in told)
    return tuple(dict.fromkeys(readings))


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of both, each once: two labels may mean the same cell."""
    return tuple(dict.fromkeys(one + other))
