"""What the page about the API shows of the code: docstrings in the reader's language, and every parameter.

Griffe, which reads the code for mkdocstrings, calls this once it has read the whole package. Classes of reports
say of themselves what `schema/` says of the form; everything else says its docstring or the translation of it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import attrs
import griffe

from govreport.form.citing import cite
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.naming import place
from govreport.messages import word
from govreport.model.registry import CLASSES
from tools.generating.definitions import attribute_name
from tools.site import api, members
from tools.site.translating import say_as

PACKAGE = "govreport"


class Docstrings(griffe.Extension):
    """Sets what is shown of the package in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Change what was read of the package."""
        if pkg.path != PACKAGE:
            return
        for item in shown(pkg):
            if isinstance(item, griffe.Class):
                _show_fields(item)
            if isinstance(item, griffe.Function):
                _show_strategy(item)
            if item.docstring:
                item.docstring.value = say_as(item.path, item.docstring.value, self._language)
        for path, form in _generated().items():
            item = pkg[path.removeprefix(f"{PACKAGE}.")]
            for node in (form.root, *form.root.children):
                _describe(item[attribute_name(node.name)] if node.name else item, form, node, self._language)


def shown(package: griffe.Module) -> Iterator[griffe.Object]:
    """Yield what the page shows and `schema/` does not describe: each name, then its members with a docstring."""
    for path in api.paths():
        if path not in _generated():
            item = package[path.removeprefix(f"{PACKAGE}.")]
            yield item
            yield from (member for member in item.members.values() if member.is_public and member.has_docstring)


@cache
def _generated() -> Mapping[str, Layout]:
    """Return the schema of each class that is generated from one, by the path of the class."""
    return {f"{made.__module__}.{made.__qualname__}": load_layout(layout) for layout, made in CLASSES.items()}


def _describe(item: griffe.Object, form: Layout, node: Node, language: str) -> None:
    """Let a generated class, or a member of one, say what the schema says of its place."""
    assert item.docstring is not None
    lines = [members.called(node, language) if language == "zh" else place(form, node.pointer, language)]
    if node.definition:
        lines.append(node.definition[language])
    if node.basis:
        sources = word("list-pause", language).join(cite(entry, language) for entry in node.basis)
        lines.append(f"{word('basis', language)}{word('label-colon', language)}{sources}")
    item.docstring.value = "\n\n".join(lines)


def _show_fields(item: griffe.Class) -> None:
    """Give an attrs class the method that attrs writes, so that all its fields are shown with their types."""
    made = getattr(import_module(item.module.path), item.name)
    if not attrs.has(made):
        return
    parameters = [
        griffe.Parameter(
            field.name,
            annotation=item[field.name].annotation,
            kind=griffe.ParameterKind.keyword_only,
            default=_default(field.default),
        )
        for field in attrs.fields(made)
    ]
    method = griffe.Function("__init__", parent=item, parameters=griffe.Parameters(*parameters), returns="None")
    item.set_member(method.name, method)


def _default(value: Any) -> str | None:
    if value is attrs.NOTHING:
        return None
    return repr(value.factory()) if hasattr(value, "factory") else repr(value)


def _show_strategy(item: griffe.Function) -> None:
    """Show a composite strategy as it is called: Hypothesis passes `draw`, and the call gives a strategy."""
    if any(decorator.callable_path.endswith(".composite") for decorator in item.decorators):
        item.parameters = griffe.Parameters(*list(item.parameters)[1:])
        item.returns = f"st.SearchStrategy[{item.returns}]"
