"""What each word does, from `statements/words.json` and `<layout>/statements.json`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs

from govreport.form.layout import load_layout
from govreport.form.numerals import SIGNS
from govreport.statements.tables import NO_FACETS, Facets

# Words that lose their sense behind a word for not.
REFUSED_AFTER_NOT = frozenset({"label", "object", "handle", "take", "publish", "receive"})
# What stands in a word for the year of the report, or one beside it.
YEAR = re.compile(r"\{year(?:[+-][0-9])?\}")
_ENUMERATION = re.compile(rf"^(?:[（(][^）)]*[）)]|[0-9]+[.．]|[{SIGNS}]+、)")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """What a word does: its class, or for a label its table and facets."""

    kind: str
    word: str
    table: str | None = None
    facets: Facets = NO_FACETS
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
    is_all: bool = False
    is_turn: bool = False
    is_chosen: bool = False
    area: str | None = None
    # Whether labels to come in the sentence may have its facets without saying so.
    is_echoed: bool = False
    # Whether it may say of all labels in the sentence what is told of them.
    is_leading: bool = False
    reason: str | None = None


def common(words: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the words of every layout."""
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
                is_all=word in words["all"],
                is_turn=word in words["turns"],
                is_chosen=word in words["chosen"],
                area=areas.get(word),
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


def of_layout(layout: str, own: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the labels of a layout, and what its tables are called."""
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
                is_leading=facets.keys() <= set(own["tables"][label["table"]].get("leads", ())),
            )


def _title(title: str) -> str:
    """Return a printed title without its number and without what stands in brackets."""
    return _BRACKETS.sub("", _ENUMERATION.sub("", title))
