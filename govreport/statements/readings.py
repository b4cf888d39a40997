"""From a label with what stands around it to the cells that a figure may mean."""

from collections.abc import Mapping

from govreport.statements.context import Context
from govreport.statements.heads import Head
from govreport.statements.records import Reading
from govreport.statements.vocabulary import Facets, Vocabulary, cells

Meaning = tuple[tuple[Reading, ...], bool, Facets]


def read(head: Head, context: Context, words: Vocabulary) -> tuple[Meaning | None, str]:
    """Return the readings of a head, whether it may only mean these, and all its facets; or None and the reason why."""
    table = words.tables.get(head.table)
    if table is None:
        return None, "unclear"
    if head.sink is not None:
        return None, head.sink
    facets: dict[str, tuple[tuple[str, ...], ...]] = dict(head.facets)
    certain = True
    verb = head.verb
    if head.table == "requests":
        reason = _of_requests(head, context, facets, table.verbs)
    elif head.table == "disputes":
        reason = _of_disputes(head, context, facets)
    elif head.table == "documents":
        if "measure" not in facets:
            inherited = context.verb if verb is None and (head.is_part or not head.facets) else verb
            said = table.verbs.get(inherited or "")
            certain = (inherited or "") not in table.open_verbs
            facets.update(said or {})
        reason = "unclear" if head.is_doubtful or "measure" not in facets else None
        if "document" not in facets:
            facets = {**_inherited(context, "documents", "document"), **facets}
    else:
        reason = None if (verb or "") in table.verbs else "web"
        if context.sink is not None and verb is None and not head.facets.get("measure"):
            reason = context.sink
        certain = not head.has_unknown
        if head.table == "decisions" and "act" not in facets:
            facets = {**_inherited(context, "decisions", "act"), **facets}
    if reason is not None:
        return None, reason
    for facet, said in table.rest.items():
        facets.setdefault(facet, said)
    wanted = {part.partition("}")[0] for part in table.cell.split("{")[1:]}
    if wanted != facets.keys():
        return None, "unclear"
    ordered = {name: facets[name] for name in facets}
    readings = [Reading(cells=plus, minus=minus, relation=head.relation) for plus, minus in cells(table, ordered, words.sets)]  # type: ignore[arg-type]
    for added in head.sums:
        more = list(cells(table, {**ordered, **added}, words.sets))
        readings = [
            Reading(cells=(*more[n % len(more)][0], *r.cells), relation=head.relation)  # type: ignore[arg-type]
            for n, r in enumerate(readings)
        ]
    for other in head.others:
        readings += [
            Reading(cells=plus, minus=minus, relation=head.relation)  # type: ignore[arg-type]
            for plus, minus in cells(table, {**ordered, **other}, words.sets)
        ]
    return (tuple(dict.fromkeys(readings)), certain, ordered), ""


def _inherited(context: Context, table: str, facet: str) -> Facets:
    return {facet: context.facets[facet]} if context.table == table and facet in context.facets else {}


def _of_requests(head: Head, context: Context, facets: dict[str, tuple[tuple[str, ...], ...]], verbs: Mapping[str, Facets]) -> str | None:
    """Fill in the row and return None, or return the reason why the figure means no cell."""
    if head.is_weak and not head.has_topic and context.table != "requests":
        return "unclear"
    if head.context and context.table != "requests":
        return "unclear"
    if head.follows and not (context.table == "requests" and context.in_sentence and _row(context).startswith(head.follows)):
        return "unclear"
    if "row" in facets:
        is_outcome = facets["row"][0][0].startswith("outcomes")
        if context.sink is not None and is_outcome and not (head.has_object or head.has_topic):
            return context.sink
        return "unclear" if head.has_unknown and head.verb is None else None
    if head.is_doubtful:
        return "unclear"
    if head.has_object or head.verb in verbs and head.verb:
        if head.has_unknown and head.verb is None:
            return "unclear"
        if (head.verb or "") not in verbs:
            return "unclear"
        facets.update(verbs[head.verb or ""])
        return None
    if "column" in facets and context.table == "requests" and context.in_sentence and "row" in context.facets:
        facets["row"] = context.facets["row"]
        return None
    return "unclear"


def _row(context: Context) -> str:
    rows = context.facets.get("row", ())
    return rows[0][0] if rows else ""


def _of_disputes(head: Head, context: Context, facets: dict[str, tuple[tuple[str, ...], ...]]) -> str | None:
    if "block" not in facets:
        if context.table != "disputes" or "block" not in context.facets:
            return "unclear"
        facets["block"] = context.facets["block"]
    if head.has_topic or head.has_object:
        return None
    if head.has_unknown or head.verb not in (None, "receive", "new"):
        return "other"
    return None
