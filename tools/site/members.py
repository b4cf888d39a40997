"""The members of a layout, of whatever kind of document, and an entry for each of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from itertools import compress
from typing import Any

import attrs

from govreport.cli.reference import address
from govreport.form.citing import cite
from govreport.form.layout import Node, load_layout
from govreport.form.naming import ANY
from govreport.kinds import kind_of
from govreport.messages import word
from govreport.rules.data import load_instances
from tools.site.markup import code, english, facts, grid, link, plain
from tools.site.tables import anchor
from tools.site.translating import say_as
from tools.site.words import say

# A member without a Chinese label is translated like other descriptions, the same in every kind of document.
SOURCE = "document#"
_DEEPEST = 6


@attrs.frozen(kw_only=True)
class Member:
    """A member of a document, or of the items of one of its lists; `pointer` has `*` for each item."""

    pointer: str
    title: str
    english: str
    definition: Mapping[str, str]
    basis: tuple[Mapping[str, Any], ...]
    aliases: tuple[str, ...]
    values: tuple[str, ...]
    is_table: bool
    required: bool
    children: "tuple[Member, ...]"

    @property
    def has_entry(self) -> bool:
        """There is more to say of it than a row holds: members of its own, other labels in print, or an act."""
        return bool(self.children or self.aliases or self.basis)


@cache
def members(layout: str) -> tuple[Member, ...]:
    """Return the members of a layout in the order of print."""
    return tuple(_members(layout, ""))


def walk(layout: str) -> Iterator[Member]:
    """Yield every member of a layout, at whatever depth."""
    waiting = [*members(layout)][::-1]
    while waiting:
        member = waiting.pop()
        yield member
        waiting += member.children[::-1]


def tokens(pointer: str) -> list[str | int]:
    """Return the steps to a place, as `Layout.schema_at` takes them."""
    return [0 if step == ANY else step for step in pointer.split("/")[1:]]


def attribute(layout: str, pointer: str) -> str:
    """Return the path of a place in Python; an item is counted by the first letter of its list."""
    path, last = kind_of(layout).name, ""
    for step in pointer.replace("$", "").split("/")[1:]:
        path += f"[{last[0]}]" if step == ANY else f".{step}"
        last = step
    return path


def untitled(layout: str) -> Iterator[tuple[str, str]]:
    """Yield source and description of the members that have no Chinese label."""
    return ((SOURCE + n.pointer, n.english) for n in load_layout(layout).root.children if not n.title)


def called(member: Member | Node, language: str) -> str:
    """Return what a member is called."""
    if language == "zh" and member.title:
        return member.title
    return say_as(SOURCE + member.pointer, member.english, language)


def entries(layout: str, found: Sequence[Member], label: str, language: str, level: int, root: str) -> Iterator[str]:
    """Yield a table of the members that have no entry of their own, then the entries of the others.

    `root` leads from the page to the root of the site.
    """
    rows = [_row(layout, member, language, root) for member in found if not member.has_entry]
    if rows:
        headings = [say(key, language) for key in ("label", "places", "required", "meaning", "rules")]
        yield grid(*filled(headings, rows), label=escape(label), kind="members")
    for member in found:
        if member.has_entry:
            name = called(member, language)
            yield f"{'#' * min(level, _DEEPEST)} {plain(name)} {{ #{anchor(member.pointer)} }}"
            yield facts(_facts(layout, member, language, root))
            yield from entries(layout, member.children, name, language, level + 1, root)


def filled(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the headings and rows of a table without the columns in which nothing stands."""
    used = [any(column) for column in zip(*rows, strict=True)]
    return [*compress(headings, used)], [[*compress(row, used)] for row in rows]


def rules_about(layout: str, pointer: str) -> tuple[str, ...]:
    """Return the rules that look at a place, or ask about it first."""
    return _rules(layout).get(pointer, ())


@cache
def _rules(layout: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for instance in load_instances(layout):
        asked = (place for condition in instance.when for place in condition.at)
        stated = instance.places if instance.rule.kind == "stated" else ()
        for pointer in (instance.at, *stated, *asked, *instance.left, *instance.right):
            found.setdefault(pointer, {})[instance.rule.id] = None
    return {pointer: tuple(rules) for pointer, rules in found.items()}


def _members(layout: str, pointer: str) -> Iterator[Member]:
    form = load_layout(layout)
    schema = form.schema_at(tokens(pointer))
    for name in schema.get("properties", {}):
        place = f"{pointer}/{name}"
        member: Mapping[str, Any] = form.schema_at(tokens(place))
        below = f"{place}/{ANY}" if "items" in member else place
        yield Member(
            pointer=place,
            title=member.get("title", ""),
            english=member["description"],
            definition=member.get("definition", {}),
            basis=tuple(member.get("basis", ())),
            aliases=tuple(member.get("aliases", ())),
            values=tuple(value for value in member.get("enum", ()) if value is not None),
            is_table="axis" in member,
            required=name in schema.get("required", ()),
            children=tuple(_members(layout, below)),
        )


def _facts(layout: str, member: Member, language: str, root: str) -> Iterator[tuple[str, str]]:
    if member.title:
        name = english(member.english) if language == "zh" else escape(member.title)
        yield say("name-en" if language == "zh" else "name-zh", language), name
    if member.aliases:
        yield say("aliases-head", language), escape("；".join(member.aliases))
    if member.definition:
        yield say("meaning", language), escape(member.definition[language])
    yield say("place", language), _place(layout, member, " ")
    if member.basis:
        yield word("basis", language), "<br>".join(escape(cite(basis, language)) for basis in member.basis)
    if member.values:
        yield say("values", language), " ".join(map(code, member.values))
    yield say("required", language), _required(member, language)
    rules = _links(layout, member.pointer, root)
    if rules:
        yield say("rules", language), rules


def _row(layout: str, member: Member, language: str, root: str) -> tuple[str, ...]:
    name, given = escape(called(member, language)), english(member.english)
    names = [name, given] if language == "zh" else [given, escape(member.title)]
    values = " ".join(code(value) for value in member.values)
    return (
        f'<span id="{anchor(member.pointer)}">{"<br>".join(filter(None, names))}</span>',
        _place(layout, member, "<br>"),
        _required(member, language),
        "<br>".join(filter(None, (escape(member.definition.get(language, "")), values))),
        _links(layout, member.pointer, root),
    )


def _place(layout: str, member: Member, between: str) -> str:
    return f"{code(member.pointer)}{between}{code(attribute(layout, member.pointer))}"


def _required(member: Member, language: str) -> str:
    return say("yes" if member.required else "no", language)


def _links(layout: str, pointer: str, root: str) -> str:
    return "<br>".join(link(f"{root}{address(rule)}", code(rule)) for rule in rules_about(layout, pointer))
