"""The words of running text for one layout, from `statements/words.json` and `<layout>/statements.json`."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.form.patterns import expand
from govreport.statements.entries import YEAR, Entry, common, of_layout
from govreport.statements.records import Reading
from govreport.statements.roles import role_of
from govreport.statements.tables import Facets, Summed, Table, cells_of, table_of
from govreport.statements.tokens import Figure, Token
from govreport.statements.trees import Tree, begin_numbers, tree_of
from govreport.statements.variants import fold

_DIGITS = re.compile("[0-9]{4}")
# The numbers of which it matters which they are, and the one that stands for all others.
_COMMON = "019"


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """All words of a layout and a year, ready to be looked for; the longest wins."""

    entries: Mapping[str, Entry]
    tables: Mapping[str, Table]
    sets: Mapping[str, list[str]]
    tree: Tree
    figure: re.Pattern[str]
    begin_numbers: frozenset[str]
    # What keeps a sentence from being passed over, and what makes a number an ordinal.
    weighty: re.Pattern[str]
    ordinals: tuple[str, ...]
    # Finds whatever may be a word of the tables.
    noun: re.Pattern[str]
    numerals: Mapping[str, int]
    measures: Mapping[str, str]
    # Measures that leave the text at what it speaks of.
    lasting: frozenset[str]
    # What was made of numbers, of words that nobody knows, and of facets before.
    figures: dict[str, Token] = attrs.field(factory=dict)
    others: dict[str, Token] = attrs.field(factory=dict)
    facets: dict[tuple[Any, ...], Facets] = attrs.field(factory=dict)
    meanings: dict[tuple[Any, ...], Any] = attrs.field(factory=dict)
    outlines: OrderedDict[Any, Any] = attrs.field(factory=OrderedDict)
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
            self._cells[key] = tuple(cells_of(table, facets, self.sets))
        return self._cells[key]


@cache
def load_vocabulary(layout: str) -> Vocabulary:
    """Return the words for reports in a layout."""
    words, own = resources.read("statements/words.json"), resources.read(f"{layout}/statements.json")
    entries: dict[str, Entry] = {}
    for entry in (*common(words), *of_layout(layout, own)):
        entries[fold(entry.word)[0]] = entry
    begin = begin_numbers(words["numerals"])
    measures: dict[str, str] = {}
    for kind in ("count", "amount", "percentage", "foreign", "time", "period"):
        measures |= dict.fromkeys(words["measures"][kind], kind)
    tokens = {word: Token(e.kind, word, e, role=role_of(e.kind, e)) for word, e in entries.items()}
    return Vocabulary(
        entries=entries,
        tables={name: table_of(name, table) for name, table in own["tables"].items()},
        sets=own["sets"],
        tree=tree_of({**_counts(measures), **tokens}, begin),
        figure=re.compile(_figures(measures, words["numerals"])),
        begin_numbers=begin,
        weighty=_any_of(
            entries, frozenset({"zero", "nothing", "object", "open", "close", "title_open", "title_close"})
        ),
        noun=_any_of(entries, frozenset({"label", "object", "weak"})),
        ordinals=tuple(word for word, entry in entries.items() if entry.kind == "ordinal"),
        numerals=words["numerals"]["digits"] | words["numerals"]["units"],
        measures=measures,
        lasting=frozenset(words["lasting"]),
    )


def _counts(measures: Mapping[str, str]) -> dict[str, Token]:
    """Return the tokens of the numbers that outlines have most, with each measure: they are found as words are."""
    tokens = {}
    for digit in _COMMON:
        for unit, measure in measures.items():
            kind, figure = measure, None
            if measure not in ("time", "period"):
                kind, figure = "figure", Figure(Decimal(digit), 0, measure, unit, False, False)
            tokens[digit + unit] = Token(kind, digit + unit, None, figure, role=role_of(kind))
    return tokens


def _figures(measures: Iterable[str], numerals: Mapping[str, Any]) -> str:
    """Return the pattern of a number, in figures or spelled out, with its measure.

    It also matches numerals, all that stand together, behind which no measure stands: these have no figure, and none
    of them begins one, since no measure begins with a numeral.
    """
    units = "|".join(map(re.escape, sorted(measures, key=len, reverse=True)))
    count = "".join(numerals["digits"]) + "".join(numerals["units"])
    return (
        rf"(?P<figure>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|[{count}]++(?=(?:{units})))"
        rf"(?P<times>[万亿]*)(?P<about>[余多]?)(?P<unit>{units})?|[{count}]++"
    )


def _any_of(entries: Mapping[str, Entry], kinds: frozenset[str]) -> re.Pattern[str]:
    """Return what finds whether any word of these kinds stands in a text, be it inside a longer word."""
    # Of a word with a year the longest part does: a pattern of nothing but characters is looked for fast.
    words = {max(YEAR.split(word), key=len) for word, entry in entries.items() if entry.kind in kinds}
    # Where one of all stands, one of those stands that hold no other.
    shortest = sorted(w for w in words if not any(v in w for v in words if v != w))
    return re.compile("|".join(map(re.escape, shortest)))
