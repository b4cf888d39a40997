"""CSV written by pointers: what is no value of its place is said in words, and nothing else happens."""

import pytest

import govreport


@pytest.mark.parametrize("year", ["", "二〇二四", "9" * 5000, "20.24", "²"])
def test_a_year_that_is_no_number_is_said_to_be_missing(year: str) -> None:
    text = f"pointer,value\n/layout,2021\n/year,{year}\n/organ/name,甲县财政局\n"
    found = govreport.extract(text.encode(), format="csv").problems
    (missing,) = (finding for finding in found if finding.code == "identity-not-found")
    assert missing.pointer == "/year"
    assert "报告年度" in missing.message("zh")
    assert "year" in missing.message("en")
