"""The schema of a layout is a whole and self-contained description of the form."""

from collections.abc import Iterator
from typing import Any

import pytest

from govreport.form.layout import load_layout

from .documents import Builder
from .files import LAYOUTS, read


def _members(value: Any, key: str) -> Iterator[Any]:
    """Yield what stands under a key anywhere in a JSON value."""
    if isinstance(value, dict):
        for name, child in value.items():
            if name == key:
                yield child
            yield from _members(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from _members(child, key)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_schema_names_itself_and_its_layout(layout: str) -> None:
    schema = read(f"{layout}/report.schema.json")
    assert schema["$id"] == read("versions.json")["layouts"][layout]["schema"] == f"urn:govreport:layout:{layout}"
    assert schema["properties"]["layout"]["const"] == read(f"{layout}/rules.json")["layout"] == layout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_definition_is_referred_to_and_every_reference_leads_to_one(layout: str) -> None:
    schema = read(f"{layout}/report.schema.json")
    assert set(_members(schema, "$ref")) == {f"#/$defs/{name}" for name in schema["$defs"]}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_has_its_labels_its_meaning_and_its_unit(layout: str) -> None:
    for cell in load_layout(layout).cells.values():
        assert all((cell.title, cell.english, cell.unit, cell.definition.get("zh"), cell.definition.get("en"))), (
            cell.pointer
        )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_printed_label_has_an_english_name(layout: str) -> None:
    for node in load_layout(layout).nodes.values():
        assert node.english, node.pointer
        if node.parent is not None and node.parent.axis and node.kind not in ("text", "any"):
            assert node.title, node.pointer


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_place_is_called_fits_what_its_definition_is_called(layout: str) -> None:
    # A definition used at one place only says the same there; what differs would be a slip of the pen.
    builder = Builder(layout)
    uses = list(_members(builder.schema, "$ref"))
    for holder in _members(builder.schema, "properties"):
        for name, member in holder.items():
            target = member.get("$ref", "").rpartition("/")[2]
            definition = builder.schema["$defs"].get(target, {})
            if "axis" in definition and "title" in definition and uses.count(member["$ref"]) == 1:
                assert member["title"] == definition["title"], name


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_object_lists_what_it_requires_in_print_order(layout: str) -> None:
    schema = read(f"{layout}/report.schema.json")
    for definition in [schema, *schema["$defs"].values()]:
        required = definition.get("required", [])
        assert required == [name for name in definition.get("properties", {}) if name in required]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_of_a_table_is_required(layout: str) -> None:
    for table in load_layout(layout).tables:
        optional = [node.pointer for node in table.walk() if not node.required]
        assert all(pointer.endswith("/unit") for pointer in optional)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_figure_may_be_null_and_has_at_most_twelve_digits(layout: str) -> None:
    builder = Builder(layout)
    members = [member for holder in _members(builder.schema, "properties") for member in holder.values()]
    figures = [builder.resolve(member) for member in members if "unit" in member]
    assert figures
    for figure in figures:
        least = -999_999_999_999 if figure["title"] == "本年增/减" else 0
        assert (figure["minimum"], figure["maximum"]) == (least, 999_999_999_999)
        assert figure["type"] in (["integer", "null"], ["number", "null"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_act_that_is_cited_is_known(layout: str) -> None:
    acts = read("acts.json")["acts"]
    cited = {*_members(read(f"{layout}/report.schema.json"), "act"), *_members(read(f"{layout}/rules.json"), "act")}
    assert cited <= set(acts)
    assert f"form-{layout}" in cited
