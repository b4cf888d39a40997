"""The tables that texts speak of: facets, and what they make of them in pointers."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import attrs

from govreport.form.patterns import expand

# The facets of a table with their alternatives: parts of pointers that are added up, those with "-" taken off.
Facets = Mapping[str, tuple[tuple[str, ...], ...]]
NO_FACETS: Facets = {}
# Cells that are added up, and those that are taken off.
Summed = tuple[tuple[str, ...], tuple[str, ...]]


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
    leads: tuple[str, ...]
    verbs: Mapping[str, Facets]
    open_verbs: frozenset[str]
    anew: frozenset[str]
    objects: tuple[str, ...]
    unknown: str
    shares: tuple[tuple[str, Facets, tuple[str, ...]], ...]
    partitions: tuple[Partition, ...]

    @property
    def may_be_meant(self) -> tuple[str, ...]:
        """The facets that may be meant in place of what stands for them, where something before says so."""
        return self.echoes + self.leads


def table_of(name: str, data: Mapping[str, Any]) -> Table:
    """Return the table of this name that the data of a layout describe."""
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
        leads=tuple(data.get("leads", ())),
        anew=frozenset(data.get("anew", ())),
        objects=tuple(data.get("objects", ())),
        unknown=data["unknown"],
        shares=tuple((s["group"], _facets(s["base"]), tuple(s.get("unless", ()))) for s in data.get("shares", ())),
        partitions=tuple(
            Partition(facet=p["facet"], whole=tuple(p["whole"]), parts=tuple(map(tuple, p["parts"])))
            for p in data.get("partitions", ())
        ),
    )


def _facets(data: Mapping[str, Any]) -> Facets:
    return {name: tuple(map(tuple, alternatives)) for name, alternatives in data.items()}


def cells_of(table: Table, facets: Facets, sets: Mapping[str, list[str]]) -> Iterator[Summed]:
    """Yield for each alternative of the facets the cells that are added up, and those that are taken off."""
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
