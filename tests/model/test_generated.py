"""The generated modules are what the generator makes of the schema, and document every member."""

import ast
from pathlib import Path

import attrs
import pytest

from govreport import resources
from govreport.form.layout import Node, load_layout
from govreport.model.registry import CLASSES
from tools.generate import ROOT, generators


@pytest.mark.parametrize("path", generators(), ids=lambda p: p.name)
def test_a_generated_module_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == generators()[path](), "run: python tools/generate.py"


@pytest.mark.parametrize("layout", resources.layouts())
def test_classes_are_frozen_slotted_and_keyword_only(layout: str) -> None:
    tree = ast.parse((ROOT / f"govreport/model/layout_{layout}.py").read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    assert len(classes) > 20
    for node in classes:
        assert [ast.unparse(d) for d in node.decorator_list] == ["attrs.frozen(kw_only=True)"]
        assert ast.get_docstring(node)


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_attributes_of_a_report_are_the_members_of_the_form(layout: str) -> None:
    def members(node: Node, kind: type) -> None:
        names = [f.name for f in attrs.fields(kind)]
        assert names == [child.name.removeprefix("$") for child in node.children]
        hints = attrs.resolve_types(kind)
        for child in node.children:
            if child.children:
                target = attrs.fields_dict(hints)[child.name].type
                # An optional object is annotated with None beside it.
                candidates = [t for t in (target, *getattr(target, "__args__", ())) if isinstance(t, type)]
                members(child, next(t for t in candidates if attrs.has(t)))

    members(load_layout(layout).root, CLASSES[layout])
