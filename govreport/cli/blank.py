"""A report with nothing filled in, made from the schema and the rules of its layout."""

from collections.abc import Mapping
from typing import Any

from govreport.form.layout import Layout, Node, load_layout
from govreport.rules.comparing import derive
from govreport.rules.data import load_instances


def blank_report(layout: str, year: int, organ: Mapping[str, str]) -> dict[str, Any]:
    """Return the members of a blank report in the order of the schema.

    Every member that is required is there: cells are null, sections empty. Dates that the rules want
    to equal a day of the report year, which is the statistical period, are filled in.
    """
    form = load_layout(layout)
    given = {"/layout": layout, "/year": year, **{f"/organ/{name}": value for name, value in organ.items()}}
    given |= _expected_dates(form, year)
    members: dict[str, Any] = _members(form.root, given)
    return members


def _expected_dates(form: Layout, year: int) -> dict[str, str]:
    return {
        instance.at: derive(instance.rule.value, year)
        for instance in load_instances(form.id)
        if instance.rule.value is not None and instance.rule.relation == "=" and form.nodes[instance.at].kind == "date"
    }


def _members(node: Node, given: Mapping[str, Any]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for child in node.children:
        if child.children:
            if child.required or any(pointer.startswith(f"{child.pointer}/") for pointer in given):
                members[child.name] = _members(child, given)
        elif child.pointer in given:
            members[child.name] = given[child.pointer]
        elif child.required:
            members[child.name] = "" if child.is_section else None
    return members
