"""The words of running text for one layout, from `statements/words.json` and `<layout>/statements.json`."""

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, product
from typing import Any, Literal

import attrs

from govreport import resources
from govreport.form.layout import load_layout
from govreport.form.numerals import SIGNS
from govreport.form.patterns import expand
from govreport.statements.records import Reading
from govreport.statements.variants import fold

# Words that lose their sense behind a word for not.
REFUSED_AFTER_NOT = frozenset({"label", "object", "handle", "take", "publish", "receive"})
_CHANGING = REFUSED_AFTER_NOT | {""}
# The facets of a table with their alternatives: parts of pointers that are added up, those with "-" taken off.
Facets = Mapping[str, tuple[tuple[str, ...], ...]]
NO_FACETS: Facets = {}
# Cells that are added up, and those that are taken off.
Summed = tuple[tuple[str, ...], tuple[str, ...]]
_YEAR = re.compile(r"\{year(?:[+-][0-9])?\}")
_DIGITS = re.compile("[0-9]{4}")
# Stands for four digits in a word that names a year.
_ANY_YEAR = "\ue000"
_ENUMERATION = re.compile(rf"^(?:[（(][^）)]*[）)]|[0-9]+[.．]|[{SIGNS}]+、)")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")


@attrs.frozen(kw_only=True)
class Partition:
    """How the figures of a facet make up the figure of the whole."""

    facet: str
    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Table:
    """A table that texts speak of: its cells by facets, what stands for facets left unsaid, and what verbs say."""

    name: str
    cell: str
    facets: frozenset[str]
    rest: Facets
    inherits: tuple[str, ...]
    echoes: tuple[str, ...]
    verbs: Mapping[str, Facets]
    open_verbs: frozenset[str]
    anew: frozenset[str]
    objects: tuple[str, ...]
    unknown: str
    shares: tuple[tuple[str, Facets, str | None], ...]
    partitions: tuple[Partition, ...]


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """What a word does: its class, or for a label its table and facets."""

    kind: str
    word: str
    table: str | None = None
    facets: Facets = attrs.field(factory=dict)
    relation: Literal["=", "<="] = "="
    group: str | None = None
    follows: str | None = None
    needs: str | None = None
    is_listed: bool = False
    is_aside: bool = False
    is_total: bool = False
    is_proactive: bool = False
    is_attributive: bool = False
    is_within: bool = False
    is_of_kinds: bool = False
    is_alike: bool = False
    is_span: bool = False
    is_copula: bool = False
    holds_digits: bool = False
    area: str | None = None
    # Whether labels to come in the sentence may have its facets without saying so.
    is_echoed: bool = False
    reason: str | None = None
    # Whether it is the same token wherever it stands: no year, no number, and nothing that a word for not changes.
    is_plain: bool = attrs.field(
        init=False, default=attrs.Factory(lambda entry: entry.kind not in _CHANGING and not entry.holds_digits, True)
    )


# A word that names a year: what it does depends on the year of the report.
NAMES_YEAR = Entry(kind="", word="")
# For each character that may come next: the entry of the word that ends with it, and what may follow.
Tree = Mapping[str, "tuple[Entry | None, Tree]"]


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """All words of a layout and a year, ready to be looked for; the longest wins."""

    entries: Mapping[str, Entry]
    tables: Mapping[str, Table]
    sets: Mapping[str, list[str]]
    tree: Tree
    figure: re.Pattern[str]
    # What keeps a sentence from being passed over, and what makes a number an ordinal.
    weighty: re.Pattern[str]
    ordinals: tuple[str, ...]
    # Finds whatever may be a word of the tables.
    noun: re.Pattern[str]
    numerals: Mapping[str, int]
    measures: Mapping[str, str]
    # What was made of numbers and of facets before.
    figures: dict[str, Any] = attrs.field(factory=dict)
    facets: dict[tuple[Any, ...], Facets] = attrs.field(factory=dict)
    meanings: dict[tuple[Any, ...], Any] = attrs.field(factory=dict)
    outlines: dict[Any, Any] = attrs.field(factory=dict)
    readings: dict[tuple[Any, ...], tuple[Reading, ...]] = attrs.field(factory=dict)
    _cells: dict[tuple[Any, ...], tuple[Summed, ...]] = attrs.field(factory=dict)
    _narrower: dict[tuple[Any, ...], bool] = attrs.field(factory=dict)

    def entry(self, word: str, year: int) -> Entry | None:
        """Return the entry of a word that was found; None where it names another year than the one meant.

        A word with {year-1} is written with the year before the report's.
        """
        found = self.entries.get(word)
        if found is None and (named := _DIGITS.search(word)):
            distance = int(named[0]) - year
            template = "{year}" if not distance else f"{{year{distance:+d}}}"
            found = self.entries.get(word[: named.start()] + template + word[named.end() :])
        return found

    def narrows(self, one: Facets, other: Facets) -> bool:
        """Tell whether facets mean only a part of what others mean, as far as both say something."""
        shared = [name for name in one if name in other]
        parts = [(self._parts(one[name]), self._parts(other[name])) for name in shared]
        return all(a <= b for a, b in parts) and any(a != b for a, b in parts)

    def is_part(self, one: tuple[tuple[str, ...], ...], whole: tuple[tuple[str, ...], ...]) -> bool:
        """Tell whether alternatives of a facet mean only a part of what others mean."""
        if one == whole:
            return False
        known = self._narrower.get((one, whole))
        if known is None:
            known = self._narrower[one, whole] = self._parts(one) < self._parts(whole)
        return known

    def _parts(self, alternatives: tuple[tuple[str, ...], ...]) -> frozenset[str]:
        sets = dict(self.sets)
        return frozenset(m for parts in alternatives for part in parts for m in expand(part, sets))

    def cells(self, table: Table, facets: Facets) -> tuple[Summed, ...]:
        """Return for each alternative of the facets the cells that are added up, and those that are taken off."""
        key = (table.name, *facets.items())
        if key not in self._cells:
            self._cells[key] = tuple(_cells(table, facets, self.sets))
        return self._cells[key]


@cache
def load_vocabulary(layout: str) -> Vocabulary:
    """Return the words for reports in a layout."""
    words, own = resources.read("statements/words.json"), resources.read(f"{layout}/statements.json")
    entries: dict[str, Entry] = {}
    for entry in (*_common(words), *_of_layout(layout, own)):
        entries[fold(entry.word)[0]] = entry
    measures: dict[str, str] = {}
    for kind in ("count", "amount", "percentage", "foreign", "time", "period"):
        measures |= dict.fromkeys(words["measures"][kind], kind)
    return Vocabulary(
        entries=entries,
        tables={name: _table(name, table) for name, table in own["tables"].items()},
        sets=own["sets"],
        tree=_tree(entries, words["numerals"]),
        figure=re.compile(_figures(measures, words["numerals"])),
        weighty=_any_of(
            entries, frozenset({"zero", "nothing", "object", "open", "close", "title_open", "title_close"})
        ),
        noun=_any_of(entries, frozenset({"label", "object", "weak"})),
        ordinals=tuple(word for word, entry in entries.items() if entry.kind == "ordinal"),
        numerals=words["numerals"]["digits"] | words["numerals"]["units"],
        measures=measures,
    )


def _common(words: Mapping[str, Any]) -> Iterator[Entry]:
    areas = {word: area for area, members in words["areas"].items() for word in members}
    for kind, members in words["classes"].items():
        for word in members:
            yield Entry(
                kind=kind,
                word=word,
                is_total=word in words["totals"],
                is_proactive=word in words["proactive"],
                is_attributive=word in words["attributives"],
                is_within=word in words["within"],
                is_of_kinds=word in words["kinds"],
                is_alike=word in words["alike"],
                is_span=word in words["spans"],
                is_copula=word in words["copulas"],
                area=areas.get(word),
                holds_digits=any(c in string.digits for c in word),
            )
    for kind, members in words["sinks"].items():
        for word in members:
            yield Entry(kind="sink:" + kind, word=word)
    for reason, members in words["themes"].items():
        for word in members:
            yield Entry(kind="theme", word=word, reason=reason)
    for kind, marks in words["marks"].items():
        if kind != "quotes":
            for mark in marks:
                yield Entry(kind=kind, word=mark)
    for kind in ("before", "behind"):
        for word in words["approximate"][kind]:
            yield Entry(kind="about_" + kind, word=word)


def _of_layout(layout: str, own: Mapping[str, Any]) -> Iterator[Entry]:
    for name, table in own["tables"].items():
        for word in table.get("objects", ()):
            yield Entry(kind="object", word=word, table=name)
        for word in table.get("weak", ()):
            yield Entry(kind="weak", word=word, table=name)
    nodes = load_layout(layout).nodes
    for label in own["labels"]:
        facets = {
            k: tuple(map(tuple, v)) for k, v in label.items() if isinstance(v, list) and k not in ("words", "titles")
        }
        titles = [t for p in label.get("titles", ()) for t in (nodes[p].title, *nodes[p].aliases)]
        for word in (*filter(None, (_title(t) for t in titles)), *label["words"]):
            yield Entry(
                kind="label",
                word=word,
                table=label["table"],
                facets=facets,
                relation=label.get("relation", "="),
                group=label.get("group"),
                follows=label.get("follows"),
                needs=label.get("needs"),
                is_listed=label.get("listed", False),
                is_aside=label.get("aside", False),
                is_echoed=not facets.keys().isdisjoint(own["tables"][label["table"]].get("echoes", ())),
            )


def _title(title: str) -> str:
    """Return a printed title without its number and without what stands in brackets."""
    return _BRACKETS.sub("", _ENUMERATION.sub("", title))


def _table(name: str, data: Mapping[str, Any]) -> Table:
    verbs = data["verbs"]
    return Table(
        name=name,
        cell=data["cell"],
        facets=frozenset(part.partition("}")[0] for part in data["cell"].split("{")[1:]),
        rest=_facets(data.get("rest", {})),
        verbs={verb: _facets({k: v for k, v in said.items() if k != "open"}) for verb, said in verbs.items()},
        open_verbs=frozenset(verb for verb, said in verbs.items() if said.get("open")),
        inherits=tuple(data.get("inherits", ())),
        echoes=tuple(data.get("echoes", ())),
        anew=frozenset(data.get("anew", ())),
        objects=tuple(data.get("objects", ())),
        unknown=data["unknown"],
        shares=tuple((s["group"], _facets(s["base"]), s.get("word")) for s in data.get("shares", ())),
        partitions=tuple(
            Partition(facet=p["facet"], whole=tuple(p["whole"]), parts=tuple(map(tuple, p["parts"])))
            for p in data.get("partitions", ())
        ),
    )


def _facets(data: Mapping[str, Any]) -> Facets:
    return {name: tuple(map(tuple, alternatives)) for name, alternatives in data.items()}


def _figures(measures: Iterable[str], numerals: Mapping[str, Any]) -> str:
    """Return the pattern of a number, in figures or spelled out, with its measure."""
    units = "|".join(map(re.escape, sorted(measures, key=len, reverse=True)))
    count = "".join(numerals["digits"]) + "".join(numerals["units"])
    return (
        rf"(?P<figure>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{count}]+(?=(?:{units})))"
        rf"(?P<times>[万亿]*)(?P<about>[余多]?)(?P<unit>{units})?"
    )


def _any_of(entries: Mapping[str, Entry], kinds: frozenset[str]) -> re.Pattern[str]:
    """Return what finds whether any word of these kinds stands in a text, be it inside a longer word."""
    # Of a word with a year the longest part does: a pattern of nothing but characters is looked for fast.
    words = {max(_YEAR.split(word), key=len) for word, entry in entries.items() if entry.kind in kinds}
    # Where one of all stands, one of those stands that hold no other.
    shortest = sorted(w for w in words if not any(v in w for v in words if v != w))
    return re.compile("|".join(map(re.escape, shortest)))


def _tree(entries: Mapping[str, Entry], numerals: Mapping[str, Any]) -> Tree:
    """Return the words character by character, and what begins a number; any digits do for the year in a word."""
    tree: dict[str, Any] = {c: {} for c in chain(string.digits, numerals["digits"], numerals["units"])}
    for word, entry in entries.items():
        written = _YEAR.sub(_ANY_YEAR, word)
        node = tree
        for character in written:
            node = node.setdefault(character, {})
        node[""] = entry if written == word else NAMES_YEAR
    return _nodes(tree)


def _nodes(tree: Mapping[str, Any]) -> Tree:
    nodes = {c: (below.get(""), _nodes(below)) for c, below in tree.items() if c not in ("", _ANY_YEAR)}
    if _ANY_YEAR in tree:
        below = tree[_ANY_YEAR]
        step: tuple[Entry | None, Tree] = (below.get(""), _nodes(below))
        for _ in range(3):
            step = (None, dict.fromkeys(string.digits, step))
        nodes |= {digit: _merged(nodes[digit], step) if digit in nodes else step for digit in string.digits}
    return nodes


def _merged(one: tuple[Entry | None, Tree], other: tuple[Entry | None, Tree]) -> tuple[Entry | None, Tree]:
    """Return what follows a character in one tree or in another."""
    (entry, tree), (more, others) = one, other
    shared = {c: _merged(tree[c], others[c]) for c in tree if c in others}
    return entry or more, {**tree, **others, **shared}


def _cells(table: Table, facets: Facets, sets: Mapping[str, list[str]]) -> Iterator[Summed]:
    names = list(facets)
    for chosen in product(*facets.values()):
        plus: list[str] = []
        minus: list[str] = []
        for parts in product(*chosen):
            pointer, negative = table.cell, False
            for name, part in zip(names, parts, strict=True):
                negative = negative or part.startswith("-")
                pointer = pointer.replace("{" + name + "}", part.removeprefix("-"))
            (minus if negative else plus).extend(expand(pointer, dict(sets)))
        yield tuple(plus), tuple(minus)
