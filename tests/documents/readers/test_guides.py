"""The names of ranges that guide filling in: read in each way in which they are written, and nothing else."""

import pytest

from govreport.documents.readers.guides import guides, is_within


@pytest.mark.parametrize(
    "address",
    [
        "'三、收到'!$K$1:$M$31",
        "Sheet1!$K$1:$M$31",
        "Sheet1!K1:M31",
        "$Sheet1.$K$1:.$M$31",
        "$'三、收到'.$K$1:.$M$31",
        "$'三、收到'.$K$1:$'三、收到'.$M$31",
        "$'a.B7:C9'.$K$1:.$M$31",
    ],
)
def test_a_range_is_read_as_spreadsheets_write_it(address: str) -> None:
    assert guides([("govreport_guide_1", address)]) == ((1, 11, 31, 13),)


@pytest.mark.parametrize(
    "address", ["#REF!", "Sheet1!#REF!", "", "Sheet1!$K:$M", "Sheet1!$K$1", "1+1", "Sheet1!$K$0:$M$1"]
)
def test_a_range_that_is_lost_is_none(address: str) -> None:
    assert guides([("govreport_guide_1", address)]) == ()


@pytest.mark.parametrize("name", ["_xlnm.Print_Area", "govreport", "guide_1", "x_govreport_guide_1"])
def test_other_names_say_nothing(name: str) -> None:
    assert guides([(name, "Sheet1!$K$1:$M$31")]) == ()


def test_a_cell_is_within_its_corners() -> None:
    areas = guides([("govreport_guide_1", "S!$B$2:$C$3"), ("govreport_guide_2", "S!$AA$1:$AB$1")])
    inside = {(row, column) for row in range(1, 5) for column in range(1, 30) if is_within(areas, row, column)}
    assert inside == {(2, 2), (2, 3), (3, 2), (3, 3), (1, 27), (1, 28)}


def test_no_more_areas_are_taken_than_a_sheet_can_need() -> None:
    assert len(guides((f"govreport_guide_{n}", "S!$B$2:$C$3") for n in range(1000))) == 10
