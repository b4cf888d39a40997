"""The columns of reports as tables: their names, types, titles and meanings, all of them from `schema/`.

A cell is named by its pointer, the names joined by dots; `schema/table.json` has the columns that are no cells.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args

import attrs

from govreport import resources
from govreport.between.data import counterparts
from govreport.conversion.tables import load_route, neighbours
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.naming import name_of
from govreport.pointers import tokens

Shape = Literal["wide", "long", "findings", "indicators"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Type = Literal["text", "date", "integer", "decimal", "boolean"]
Part = Literal["about", "figure", "amount", "unit", "converted", "behind"]
PATH, UNDIVIDED = "path", "undivided"
LANGUAGES = ("zh", "en")
TEN_THOUSAND, YUAN = "ten_thousand_yuan", "yuan"
_FILE = "table.json"


@attrs.frozen(kw_only=True)
class Column:
    """A column: its name, what kind of values it holds, and what it means in both languages.

    `part` says where its values come from: "about" the report, a "figure" of a cell or group, an "amount", the "unit"
    printed beside one, an amount "converted" to 万元, or "behind" all those. `pointer` is the place in the report, if
    it is one. `comparable` names the layouts of reports that have a figure of the same measure for it.
    """

    name: str
    type: Type
    part: Part
    title: Mapping[str, str] = attrs.field(repr=False)
    definition: Mapping[str, str] = attrs.field(repr=False)
    pointer: str | None = None
    unit: str | None = None
    comparable: tuple[str, ...] = ()


@cache
def columns(layout: str, shape: Shape = "wide") -> tuple[Column, ...]:
    """Return the columns of a table of a shape for reports brought to a layout, in their order."""
    about = _listed("about", "about", layout)
    if shape == "wide":
        return (*about, *_figures(load_layout(layout)), *_listed("wide", "behind", layout))
    return (*about, *_listed(shape, "behind", layout))


def name(pointer: str) -> str:
    """Return the name of the column for a place."""
    return ".".join(tokens(pointer))


def _listed(key: str, part: Part, layout: str) -> tuple[Column, ...]:
    """Return the columns that the file lists under a key; what is a member of the report is described by its schema."""
    nodes = load_layout(layout).nodes
    return tuple(
        Column(
            name=called,
            type=entry["type"],
            part=part,
            title=entry["title"] if "title" in entry else _title(nodes[entry["pointer"]]),
            definition=entry["definition"] if "definition" in entry else _definition(nodes[entry["pointer"]]),
            pointer=entry.get("pointer"),
        )
        for called, entry in resources.read(_FILE)[key].items()
    )


def _title(node: Node) -> Mapping[str, str]:
    return {language: name_of(node, language) for language in LANGUAGES}


def _definition(node: Node) -> Mapping[str, str]:
    return node.definition or _title(node)


def _figures(form: Layout) -> Iterator[Column]:
    """Yield the columns of the cells and groups in the order of print, then what is derived from amounts."""
    grouped = _grouped(form)
    amounts = [node for table in form.tables for node in table.walk() if node.kind == "amount" and node.is_cell]
    for table in form.tables:
        for node in table.walk():
            if not node.children and node.is_cell:
                yield _figure(form, node)
            elif node.children and node.pointer in grouped:
                yield _derived("undivided", node, "figure", "integer", _comparable(form, node.pointer))
            elif not node.children:
                yield _derived("unit", node.parent or node, "unit", "text", (), pointer=node.pointer)
    for node in amounts:
        comparable = _comparable(form, node.pointer)
        yield _derived(TEN_THOUSAND, node, "converted", "decimal", comparable, unit=TEN_THOUSAND)


def _figure(form: Layout, node: Node) -> Column:
    return Column(
        name=name(node.pointer),
        type="decimal" if node.kind == "amount" else "integer",
        part="amount" if node.kind == "amount" else "figure",
        title=_title(node),
        definition=_definition(node),
        pointer=node.pointer,
        unit=node.unit,
        comparable=_comparable(form, node.pointer),
    )


def _derived(
    key: str,
    node: Node,
    part: Part,
    type_: Type,
    comparable: tuple[str, ...],
    *,
    pointer: str | None = None,
    unit: str | None = None,
) -> Column:
    words: Any = resources.read(_FILE)["derived"][key]
    titles = _title(node)
    return Column(
        name=name(pointer or node.pointer) + words["suffix"],
        type=type_,
        part=part,
        title={language: words["title"][language].format(title=titles[language]) for language in LANGUAGES},
        definition=words["definition"],
        pointer=pointer or node.pointer,
        unit=unit or node.unit,
        comparable=comparable,
    )


def _comparable(form: Layout, pointer: str) -> tuple[str, ...]:
    """Return the layouts whose reports have a figure of the same measure for a cell or group of a layout."""
    return tuple(other for other in resources.layouts() if is_comparable(other, form.id, pointer))


def is_comparable(source: str, target: str, pointer: str) -> bool:
    """Return whether a report of one layout has a figure of the same measure for a cell or group of another."""
    if source == target:
        return True
    return pointer in counterparts(source, target) or pointer in groups_from(source, target)


@cache
def groups_from(source: str, target: str) -> frozenset[str]:
    """Return the groups of a layout that a neighbouring layout has as one cell."""
    return frozenset(load_route(source, target).split.values()) if source in neighbours(target) else frozenset()


def _grouped(form: Layout) -> frozenset[str]:
    """Return the groups that mapping tables give a figure of their own: one cell in another layout."""
    return frozenset(group for other in neighbours(form.id) for group in groups_from(other, form.id))
