"""The records of kinds lead somewhere, and nothing else asks which kind it has."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport import resources
from govreport.kinds import KINDS, Kind, kind_of, resolve, schema_file
from govreport.model.registry import CLASSES
from tests.reports import ROOT

# What only the record of a kind and the kind's own rooms may name.
_NAMES = frozenset({"WorkPlan", "WORK_PLAN", "REPORT", "MatchedPlan", "match_plan", "compose_plan", "printable_plan"})
_TEXTS = frozenset({"workplan", "work_plans", "plan.schema.json"})
_ROOMS = ("govreport.model.workplan", "govreport.documents.plan", "govreport.documents.rendering.plan")
# The kind's own rooms, and what is generated.
_OWN = (
    "govreport/kinds.py",
    "govreport/model/registry.py",
    "govreport/model/workplan.py",
    "govreport/documents/plan/",
    "govreport/documents/rendering/plan/",
    "govreport/strategies/work_plans.py",
    "tools/site/plans.py",
    "tools/site/planprint.py",
)
_ALLOWED = {
    "govreport/__init__.py": "WorkPlan is a public name",
    "govreport/strategies/__init__.py": "work_plans is a public name",
    "govreport/documents/extraction.py": "Extraction.report and Extraction.plan are public names",
    "govreport/mentions/comparing.py": "tasks of a plan are held against a report: it is about both kinds",
    "govreport/cli/tasks.py": "tasks of a plan are held against a report: it is about both kinds",
    "tools/desk/inside/tasks.py": "tasks of a plan are held against a report: it is about both kinds",
    "govreport/cli/fix.py": "REPORT is what the help calls the argument",
    "govreport/cli/statements.py": "REPORT is what the help calls the argument",
    "govreport/documents/wording/naming.py": "REPORT is a pattern there: what titles call any such document",
}


def _modules() -> Iterator[Path]:
    for folder in ("govreport", "tools", "bench"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def _named(tree: ast.AST) -> Iterator[str]:
    """Yield what a module says that is about one kind of document alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in _NAMES:
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr in _NAMES:
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _TEXTS | _NAMES:
            yield node.value
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if alias.name in _NAMES)
            if (node.module or "").startswith(_ROOMS):
                yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith(_ROOMS))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            yield from (
                name.id
                for name in ast.walk(node.args[1])
                if isinstance(name, ast.Name) and name.id in {"Report", *(made.__name__ for made in CLASSES.values())}
            )
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "KINDS":
            yield "KINDS[...]"


def test_no_other_module_asks_which_kind_of_document_it_has() -> None:
    asking = {
        path.relative_to(ROOT).as_posix(): sorted(set(found))
        for path in _modules()
        if (found := list(_named(ast.parse(path.read_text(encoding="utf-8")))))
    }
    asking = {name: found for name, found in asking.items() if not name.startswith(_OWN)}
    assert {name: found for name, found in asking.items() if name not in _ALLOWED} == {}
    assert set(_ALLOWED) <= set(asking), "an exception that nothing needs any more"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_all_that_a_record_names_is_there(kind: Kind) -> None:
    homes = list(kind.homes())
    assert homes
    for home in homes:
        if not (home.startswith("tools.site") and not _has_mkdocs()):
            assert resolve(home) is not None
    assert set(kind.formulas) <= set(kind.writers)
    for writer in kind.writers.values():
        assert callable(resolve(writer).write)


def _has_mkdocs() -> bool:
    from importlib.util import find_spec

    return find_spec("mkdocs") is not None


def test_every_layout_is_of_one_kind_and_has_a_class_of_its_own() -> None:
    assert [kind_of(layout) for layout in resources.documents()] == [k for k in KINDS for _ in k.layouts]
    assert len({made.__name__ for made in CLASSES.values()}) == len(CLASSES) == len(resources.documents())
    for layout, made in CLASSES.items():
        assert made.__name__ == kind_of(layout).class_of(layout)
        assert made.__module__ == f"govreport.model.{kind_of(layout).module_of(layout)}"
        assert (resources.schema_root() / schema_file(layout)).is_file()
    with pytest.raises(KeyError):
        kind_of("1999")


def test_no_two_layouts_of_a_kind_share_a_class_or_a_module() -> None:
    (plan,) = (kind for kind in KINDS if kind.stem)
    layouts = ("workplan", "workplan-2", "workplan-of-2030", "gongzuo")
    assert [plan.class_of(layout) for layout in layouts] == [
        "WorkPlan",
        "WorkPlan2",
        "WorkPlanOf2030",
        "WorkPlanGongzuo",
    ]
    assert [plan.module_of(layout) for layout in layouts] == ["workplan", "workplan_2", "workplan_of_2030", "gongzuo"]
