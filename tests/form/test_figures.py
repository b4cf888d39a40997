"""What code repeats of the schema, for speed or as a type, is what every schema says."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from govreport import resources
from govreport.documents.wording.cells import MARKS
from govreport.form.figures import AMOUNT, MOST_DIGITS
from govreport.form.layout import load_layout


@pytest.mark.parametrize("layout", resources.layouts())
def test_every_cell_holds_as_many_digits(layout: str) -> None:
    form = load_layout(layout)
    for pointer, cell in form.cells.items():
        schema = form.schema_at(pointer.split("/")[1:])
        assert schema["maximum"] == 10**MOST_DIGITS - 1, pointer
        assert schema["minimum"] in ((-(10**MOST_DIGITS) + 1,) if cell.kind == "change" else (0,)), pointer


def test_an_amount_that_is_written_plainly_is_one_of_the_standard() -> None:
    longest = b"9" * (MOST_DIGITS - 1) + b".999999"
    assert re.fullmatch(AMOUNT, longest)
    assert not re.fullmatch(AMOUNT, longest + b"9")
    assert not re.fullmatch(AMOUNT, b"9" + longest)


@pytest.mark.parametrize("kind", resources.documents())
def test_the_marks_are_those_of_every_schema(kind: str) -> None:
    found = [frozenset(member["enum"]) for member in _members(load_layout(kind).schema, "mark") if "enum" in member]
    assert found
    assert set(found) == {MARKS}


def _members(value: Any, name: str) -> Iterator[Any]:
    if isinstance(value, dict):
        if isinstance(value.get(name), dict):
            yield value[name]
        for member in value.values():
            yield from _members(member, name)
