"""How running text speaks of a cell: the words of the vocabulary, and which sums are accepted as equal."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape

import attrs

from govreport import resources
from govreport.cli.stating import names
from govreport.form.layout import Layout, Node
from govreport.form.naming import CROSS
from govreport.statements.entries import Entry
from govreport.statements.records import Reading, Relation
from govreport.statements.tables import NO_FACETS, Facets, Table
from govreport.statements.vocabulary import Vocabulary, load_vocabulary
from tools.site.markup import grid
from tools.site.words import say

# So many words are shown of those that mean the same; the first are the printed ones.
_SHOWN = 8
# Of those beside which others are shown, fewer do.
_BESIDE = 3
_TOTAL = "/requests/total/"


@attrs.frozen(kw_only=True)
class Way:
    """Words that a figure stands beside, in the order in which they are said, and what it may mean then."""

    table: str
    words: tuple[tuple[str, ...], ...]
    readings: tuple[Reading, ...]
    is_certain: bool
    # What it needs before it: "table" words of its table, "topic" words on disclosure.
    needs: str | None = None


def wordings(form: Layout, cells: Sequence[Node], language: str) -> Iterator[str]:
    """Yield how texts speak of cells of one row, of that of the total where there is one, and what is not compared."""
    total = [cell for cell in cells if cell.pointer.startswith(_TOTAL)]
    meant = {cell.pointer for cell in total or cells}
    ways = [way for way in _ways(form.id) if not meant.isdisjoint(way.readings[0].cells)]
    if not ways:
        return
    # What means a cell alone is said first, sums of which it is a part last.
    ways.sort(key=lambda way: len(way.readings[0].cells))
    unit = say("sum-told" if cells[0].kind == "amount" else "cases-told", language)
    # On the page of a row its own cell needs no name.
    own = next(iter(meant)) if len(meant) == 1 else None
    rows = [(_said(way, unit), _meant(form, way, own, language)) for way in ways]
    headings = [say(key, language) for key in ("in-texts", "accepted")]
    yield say("wordings-total" if total else "wordings", language)
    yield grid(headings, rows, label=say("in-texts", language), kind="wordings")
    yield say(f"silent-{ways[0].table}", language)


def _is_told(layout: str) -> bool:
    """Return whether the standard says how texts speak of the cells of a layout."""
    return resources.holds(f"{layout}/statements.json")


def columns(form: Layout, table: str, language: str) -> str:
    """Return which words mean a column of a table, nothing where it has none that texts name."""
    if not _is_told(form.id):
        return ""
    words = load_vocabulary(form.id)
    told: dict[str, Sequence[str]] = {}
    for entry, said in _labels(words):
        spoken = words.tables[entry.table or ""]
        if spoken.cell.startswith(f"/{table}/") and {*entry.facets} == {"column"}:
            (readings,) = (words.cells(spoken, {**entry.facets, "row": (("received",),)}),)
            told["、".join(names(form, readings[0][0], language))] = said
    return "<br>".join(map(_listed, told.values()))


@cache
def _ways(layout: str) -> tuple[Way, ...]:
    return tuple(_of_vocabulary(load_vocabulary(layout))) if _is_told(layout) else ()


def _of_vocabulary(words: Vocabulary) -> Iterator[Way]:
    said_by: dict[str, list[str]] = {}
    for word, entry in words.entries.items():
        if entry.table is None:
            said_by.setdefault(entry.kind, []).append(word)
    labels = list(_labels(words))
    for table in words.tables.values():
        own = [(entry, said) for entry, said in labels if entry.table == table.name]
        if table.objects:
            yield from _of_verbs(table, words, said_by, None, table.objects)
        for entry, said in own:
            if not table.objects:
                yield from _of_verbs(table, words, said_by, entry, said)
            yield from _way(words, table, (said,), entry.facets, entry.relation, needs=entry.needs)
            for other, before in own:
                # Labels are said in the order in which the pointer has what they say.
                is_in_order = _place(table, other) < _place(table, entry) and other.needs is None
                if is_in_order and not other.facets.keys() & entry.facets.keys():
                    yield from _way(
                        words,
                        table,
                        (before, said),
                        {**other.facets, **entry.facets},
                        entry.relation,
                        needs=entry.needs,
                    )


def _of_verbs(
    table: Table, words: Vocabulary, said_by: Mapping[str, Sequence[str]], entry: Entry | None, said: tuple[str, ...]
) -> Iterator[Way]:
    """Yield what verbs say of the objects of a table, or of a label that leaves open what they say."""
    facets = entry.facets if entry is not None else NO_FACETS
    for verb, more in table.verbs.items():
        if more and not facets.keys() & more.keys():
            spoken = tuple(said_by.get(verb, ()))
            said_so = (spoken, said) if spoken else (said,)
            yield from _way(words, table, said_so, {**facets, **more}, is_open=verb in table.open_verbs)


def _place(table: Table, entry: Entry) -> int:
    return min((table.cell.index("{" + name + "}") for name in entry.facets), default=0)


def _way(
    words: Vocabulary,
    table: Table,
    said: tuple[tuple[str, ...], ...],
    facets: Facets,
    relation: Relation = "=",
    is_open: bool = False,
    needs: str | None = None,
) -> Iterator[Way]:
    whole = {**table.rest, **facets}
    if whole.keys() == table.facets:
        readings = (Reading(cells=plus, minus=minus, relation=relation) for plus, minus in words.cells(table, whole))
        is_certain = relation == "=" and not is_open
        yield Way(table=table.name, words=said, readings=tuple(readings), is_certain=is_certain, needs=needs)


def _labels(words: Vocabulary) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield one entry of each label that may stand alone, with all its words but those with a year in them."""
    found: dict[int, tuple[Entry, list[str]]] = {}
    for word, entry in words.entries.items():
        if entry.kind == "label" and entry.follows is None:
            found.setdefault(id(entry.facets), (entry, []))[1].extend([word] if "{" not in word else [])
    return ((entry, tuple(said)) for entry, said in found.values() if said)


def _said(way: Way, unit: str) -> str:
    shown = _BESIDE if len(way.words) > 1 else _SHOWN
    return "<br>＋ ".join((*(_listed(words, shown) for words in way.words), f"<q>{escape(unit)}</q>"))


def _listed(words: Sequence[str], most: int = _SHOWN) -> str:
    """Return words as a quotation: they are those of texts, in whatever language the page is."""
    text = "、".join(words[:most]) + ("……" if len(words) > most else "")
    return f"<q>{escape(text)}</q>"


def _meant(form: Layout, way: Way, own: str | None, language: str) -> str:
    sums = []
    for reading in dict.fromkeys(way.readings):
        plus = " + ".join(_called(form, reading.cells, own, language))
        less = "".join(f" − {name}" for name in _called(form, reading.minus, own, language))
        sums.append(escape(("≤ " if reading.relation == "<=" else "") + plus + less))
    said = [f"<br>{say('or', language)} ".join(sums)]
    if way.needs is not None:
        said.append(say(f"needs-{way.needs}", language))
    if not way.is_certain:
        said.append(say("agrees-only", language))
    return "<br>".join(said)


def _called(form: Layout, cells: Sequence[str], own: str | None, language: str) -> Iterator[str]:
    """Yield what cells are called on the page of a cell; the column is not said again where all are of the total."""
    grouped = list(names(form, cells, language))
    if own in cells and len(grouped) == len(cells):
        yield say("this-row" if own and own.startswith(_TOTAL) else "this-cell", language)
        cells = [cell for cell in cells if cell != own]
        grouped = list(names(form, cells, language)) if cells else []
    if all(cell.startswith(_TOTAL) for cell in cells):
        column = form.nodes[_TOTAL.rstrip("/")]
        said = (f"{CROSS}{column.english}", f"{CROSS}{column.title}")
        grouped = [name.replace(said[0], "").replace(said[1], "") for name in grouped]
    yield from grouped
