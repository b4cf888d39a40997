"""A change told with both figures: whether it follows from them, as exactly as they are printed."""

import re

import pytest

from govreport.rules.changes import comes_out

READS = ("now", "before", "less", "change", "percent")
TOLD = re.compile(r"([0-9.,，万]+)件，上年([0-9.,，万]+)件，(?:增加|(减少))([0-9.]+)(?:件|(%))")


def follows(told: str) -> bool:
    match = TOLD.fullmatch(told)
    assert match is not None
    return comes_out(match, READS)


@pytest.mark.parametrize(
    ("told", "is_right"),
    [
        ("103件，上年154件，减少51件", True),
        ("103件，上年154件，减少58件", False),
        ("103件，上年154件，增加51件", False),
        ("1,154件，上年103件，增加1051件", True),
        # Whole numbers are exact; what is rounded may be one off in its last place, and no more.
        ("103件，上年154件，减少50件", False),
        ("1.5万件，上年1.2万件，增加4000件", True),
        ("1.5万件，上年1.2万件，增加4001件", False),
        ("150件，上年120件，增加25%", True),
        ("10件，上年3件，增加233.3%", True),
        ("10件，上年3件，增加233.4%", True),
        ("10件，上年3件，增加233.5%", False),
        ("150件，上年120件，增加24%", False),
        ("150件，上年120件，减少25%", False),
        # Of rounded figures nobody knows the share, of nothing there is none.
        ("1.5万件，上年1.2万件，增加40%", True),
        ("15件，上年0件，增加100%", True),
    ],
)
def test_a_change_follows_from_its_figures(told: str, is_right: bool) -> None:
    assert follows(told) is is_right
