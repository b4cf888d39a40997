"""Shapes of print: what is clean is read whole."""

import pytest

import govreport
from tests.corpus.changes import CHANGES
from tests.corpus.documents import make
from tests.corpus.measuring import as_file, measure
from tests.corpus.shapes import SHAPES

WHOLE = (
    "text-cell-a-line",
    "text-cell-a-line-bar",
    "text-bars-alone",
    "text-barred",
    "text-raw",
    "html-rowspans-dropped",
)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("shape", WHOLE)
def test_every_cell_of_a_clean_report_is_read(shape: str, number: int) -> None:
    made = make(SHAPES[shape], CHANGES["clean"], number, 4)
    reading = measure(made)
    assert (reading.wrong, reading.cells - reading.read) == ((), 0)
    assert as_file(made, govreport.extract).completeness == "whole"
