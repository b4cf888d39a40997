"""The page of one layout about everything that stands beside its tables."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import compress
from typing import Any

from govreport.cli.reference import address
from govreport.form.citing import cite
from govreport.form.layout import Layout, Node, load_layout
from govreport.messages import word
from govreport.rules.data import load_instances
from tools.site.entries import attribute, weight
from tools.site.markup import code, english, facts, grid, link, plain
from tools.site.tables import anchor
from tools.site.translating import say_as
from tools.site.words import say

# A member without a Chinese label is translated like other descriptions, the same in every kind of document.
SOURCE = "document#"


def page(layout: str, language: str) -> str:
    """Return the page of a layout: an entry for each member, with a table of what it holds in turn."""
    form = load_layout(layout)
    title = say("title-members", language, layout=layout)
    headings = [say(key, language) for key in ("member", "label", "meaning", "values")]
    blocks = [f"{weight(layout)}# {title}", say("members-lead", language)]
    for node in form.root.children:
        if node.axis:
            continue
        name = called(node, language)
        blocks.append(f"## {plain(name)} {{ #{anchor(node.pointer)} }}")
        blocks.append(facts(_facts(layout, node, language)))
        below = _below(form, node)
        if below:
            is_list = node.kind == "array"
            path = f"{node.pointer}/0" if is_list else node.pointer
            rows = [_row(f"{path}/{key}", member, language) for key, member in below.items()]
            caption = say("each-entry", language) if is_list else ""
            blocks.append(grid(*filled(headings, rows), caption, label=escape(name), kind="named"))
    return "\n\n".join(blocks)


def called(node: Node, language: str) -> str:
    """Return what a member is called."""
    return node.title if language == "zh" and node.title else say_as(SOURCE + node.pointer, node.english, language)


def untitled(layout: str) -> Iterator[tuple[str, str]]:
    """Yield source and description of the members that have no Chinese label."""
    return ((SOURCE + n.pointer, n.english) for n in load_layout(layout).root.children if not n.title)


def filled(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Return the headings and rows of a table without the columns in which nothing stands."""
    used = [any(column) for column in zip(*rows, strict=True)]
    return [*compress(headings, used)], [[*compress(row, used)] for row in rows]


def _rules(layout: str, pointer: str) -> Iterator[str]:
    """Yield the rules that look at a member or below it, or ask about it first."""
    found: dict[str, None] = {}
    for instance in load_instances(layout):
        asked = (place for condition in instance.when for place in condition.at)
        if any(f"{place}/".startswith(f"{pointer}/") for place in (instance.at, *asked)):
            found[instance.rule.id] = None
    yield from found


def _facts(layout: str, node: Node, language: str) -> Iterator[tuple[str, str]]:
    yield say("place", language), f"{code(node.pointer)} {code(attribute(node.pointer))}"
    if node.title:
        key = "name-en" if language == "zh" else "name-zh"
        yield say(key, language), english(node.english) if language == "zh" else escape(node.title)
    if node.definition:
        yield say("meaning", language), escape(node.definition[language])
    if node.aliases:
        yield say("aliases-head", language), escape("；".join(node.aliases))
    if node.basis:
        yield word("basis", language), "<br>".join(escape(cite(basis, language)) for basis in node.basis)
    yield say("required", language), say("yes" if node.required else "no", language)
    rules = [link(f"../../{address(rule)}", code(rule)) for rule in _rules(layout, node.pointer)]
    if rules:
        yield say("rules", language), "<br>".join(rules)


def _below(form: Layout, node: Node) -> Mapping[str, Any]:
    """Return what the schema says of the members of an object, or of those of the entries of a list."""
    member = form.schema["properties"][node.name]
    member = member.get("items", member)
    definition = form.schema["$defs"].get(member.get("$ref", "").rpartition("/")[2], member)
    members: Mapping[str, Any] = definition.get("properties", {})
    return members


def _row(pointer: str, member: Mapping[str, Any], language: str) -> tuple[str, str, str, str]:
    names = [escape(member["title"]), english(member["description"])]
    return (
        code(pointer),
        "<br>".join(names if language == "zh" else reversed(names)),
        escape(member.get("definition", {}).get(language, "")),
        " ".join(code(str(value)) for value in member.get("enum", ())),
    )
