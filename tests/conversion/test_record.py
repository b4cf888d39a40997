"""The file of losses: it answers to its schema, and with it the original comes back."""

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govreport import convert, dumps, resources, restore
from govreport.conversion.record import read_losses, write_losses, write_losses_line
from govreport.errors import InvalidLosses
from govreport.model import codec
from govreport.pointers import value_at

from .samples import LAYOUTS, OTHER, random_report

SCHEMA = Draft202012Validator(resources.read("meta/losses.schema.json"))


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_what_is_written_answers_to_the_schema_and_reads_back_the_same(layout: str, seed: int) -> None:
    report = random_report(layout, seed)
    conversion = convert(report, OTHER[layout])
    data = write_losses(conversion)
    assert list(SCHEMA.iter_errors(json.loads(data))) == []
    read = read_losses(data, conversion.report)
    assert read == conversion == read_losses(write_losses_line(conversion), conversion.report)
    assert dumps(restore(read)) == dumps(report)


def test_the_line_is_one_line() -> None:
    line = write_losses_line(convert(random_report("2019", 1), "2021"))
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")


def _set(*path: Any, to: Any) -> Callable[[Any], None]:
    def change(record: Any) -> None:
        for token in path[:-1]:
            record = record[token]
        record[path[-1]] = to

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("version", to=2),
        _set("from", to=2019),
        _set("sha256", to="A" * 64),
        _set("steps", to=None),
        _set("more", to=1),
        _set("steps", 0, "more", to=1),
        _set("steps", 0, "originals", to=[]),
        _set("steps", 0, "losses", 0, "kind", to="gone"),
        _set("steps", 0, "losses", 0, "pointer", to="no-pointer"),
        _set("steps", 0, "losses", 0, "more", to=1),
        _set("steps", 0, "losses", 0, "reason", to=1),
        lambda record: record.pop("sha256"),
        lambda record: record["steps"][0]["losses"][0].pop("value"),
    ],
)
def test_what_the_schema_refuses_is_refused(change: Callable[[Any], Any]) -> None:
    conversion = convert(random_report("2019", 1), "2021")
    record = json.loads(write_losses(conversion))
    assert SCHEMA.is_valid(record)
    change(record)
    assert not SCHEMA.is_valid(record)
    with pytest.raises(InvalidLosses):
        read_losses(json.dumps(record).encode(), conversion.report)


@pytest.mark.parametrize(
    "change",
    [
        _set("from", to="2021"),
        _set("to", to="2019"),
        _set("steps", to=[]),
        _set("steps", 0, "from", to="2021"),
        _set("steps", 0, "to", to="1999"),
        _set("steps", 0, "losses", 0, "reason", to="no-such-reason"),
    ],
)
def test_steps_that_lead_nowhere_are_refused(change: Callable[[Any], None]) -> None:
    conversion = convert(random_report("2019", 1), "2021")
    record = json.loads(write_losses(conversion))
    change(record)
    with pytest.raises(InvalidLosses):
        read_losses(json.dumps(record).encode(), conversion.report)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"version": 1, "version": 1}'])
def test_what_is_no_file_of_losses_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidLosses):
        read_losses(data, convert(random_report("2019", 1), "2021").report)


@pytest.mark.parametrize("pointer", ["/requests", "/no_such_member", "/requests/total"])
def test_what_is_laid_over_a_place_must_be_one_of_a_value(pointer: str) -> None:
    original = random_report("2019", 1)
    made = convert(original, "2021")
    step = made.steps[0]
    assert restore(made) == original
    # Even if it is what stood there.
    value = value_at(codec.unstructure(original), pointer)
    for broken in (
        attrs.evolve(step, losses=(*step.losses, attrs.evolve(step.losses[0], pointer=pointer, value=value))),
        attrs.evolve(step, originals={**step.originals, pointer: []}),
    ):
        with pytest.raises(InvalidLosses):
            restore(attrs.evolve(made, steps=(broken,)))


@pytest.mark.parametrize("entry", [1, None, "text", [], {}, {"pointer": 5}, {"pointer": "/requests"}])
@pytest.mark.parametrize("member", ["/marks", "/undivided", "/notes", "/explanations"])
def test_a_list_of_anything_else_is_no_list_of_the_original(member: str, entry: Any) -> None:
    made = convert(random_report("2019", 1), "2021")
    broken = attrs.evolve(made.steps[0], originals={member: [entry]})
    with pytest.raises(InvalidLosses):
        restore(attrs.evolve(made, steps=(broken,)))


def test_losses_are_those_of_a_report_in_their_layout_and_say_nothing_twice() -> None:
    made = convert(random_report("2019", 1), "2021")
    data = write_losses(made)
    with pytest.raises(InvalidLosses):
        read_losses(data, random_report("2019", 1))
    with pytest.raises(InvalidLosses):
        read_losses(data.replace(b"{", b'{"version": 1,', 1), made.report)
