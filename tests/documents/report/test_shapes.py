"""Shapes of print: what is clean is read whole."""

import dataclasses

import pytest

import govreport
from tests.corpus.changes import CHANGES
from tests.corpus.documents import Document, make
from tests.corpus.measuring import as_file, measure
from tests.corpus.shapes import SHAPES
from tests.documents.variations import accuracy

WHOLE = (
    "text-cell-a-line",
    "text-cell-a-line-bar",
    "text-bars-alone",
    "text-barred",
    "text-raw",
    "text-labels-over-lines",
    "text-four-below",
    "html-rowspans-dropped",
    "html-four-below",
    "html-preformatted",
)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("shape", WHOLE)
def test_every_cell_of_a_clean_report_is_read(shape: str, number: int) -> None:
    made = make(SHAPES[shape], CHANGES["clean"], number, 4)
    reading = measure(made)
    assert (reading.wrong, reading.cells - reading.read) == ((), 0)
    assert as_file(made, govreport.extract).completeness == "whole"


@pytest.mark.parametrize("shape", ["text-cell-a-line", "text-bars-alone"])
def test_blank_lines_keep_the_columns_of_empty_cells(shape: str) -> None:
    made = make(SHAPES[shape], CHANGES["zeros-blank"], 0, 4)
    value = as_file(made, govreport.extract).value
    reading = measure(made)
    assert reading.wrong == ()
    # Nothing is behind the last row of table three, and nothing but blank lines in table four.
    marks = {mark["pointer"] for mark in value["marks"]}
    assert not [p for p in reading_of(made) if p.startswith("/requests/") and not p.endswith("/carried_forward")]
    assert any(pointer.startswith("/requests/") for pointer in marks)


def test_lost_blank_lines_leave_the_columns_unknown() -> None:
    made = make(SHAPES["text-cell-a-line"], CHANGES["zeros-blank"], 0, 4)
    lines = made.data.decode().split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("二、上年结转"))
    gone = next(n for n in range(at, len(lines)) if not lines[n])
    shorter = dataclasses.replace(made, data="\n".join(lines[:gone] + lines[gone + 1 :]).encode())
    assert measure(shorter).wrong == ()


def reading_of(made: Document) -> tuple[str, ...]:
    """Return the cells that were not read."""
    return accuracy.measure(as_file(made, govreport.extract).value, made.truth).unread
