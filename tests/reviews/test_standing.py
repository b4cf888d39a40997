"""Which of a body's documents stands for a year, and what is said of the body."""

from typing import Any

import pytest

from govreport.reviews.listing import Body
from govreport.reviews.standing import Entry, stand

YEAR = 2024
BODY = Body(name="甲县财政局")
REPORT = {"layout": "2021", "year": YEAR, "organ": {"name": BODY.name}, "overview": "甲"}
OTHER = {**REPORT, "overview": "乙", "source": {"sha256": "b" * 64}}
CORRECTED = {**REPORT, "overview": "丙", "supersedes": {"sha256": "b" * 64}}


def roles(*reports: dict[str, Any], due: str | None = None, **entries: Any) -> tuple[str, tuple[str, ...], list[str]]:
    kept = [
        Entry(number=n, year=r["year"], scope=r.get("scope"), published=r.get("published"), is_report=True, **entries)
        for n, r in enumerate(reports)
    ]
    found = stand(BODY, YEAR, kept, lambda number: reports[number], due=due)
    return found.state, found.roles, [finding.code for finding in found.findings]


def test_a_body_without_any_document_is_missing() -> None:
    assert roles() == ("missing", (), ["body-missing"])


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([REPORT], ("reported", ("standing",), [])),
        ([REPORT, REPORT], ("reported", ("standing", "copy"), ["body-copy"])),
        ([REPORT, OTHER], ("several", ("several", "several"), ["body-several"])),
        ([OTHER, CORRECTED], ("reported", ("replaced", "standing"), [])),
        ([REPORT, OTHER, REPORT], ("several", ("several", "several", "copy"), ["body-several", "body-copy"])),
        ([{**REPORT, "year": YEAR - 1}], ("other-year", ("other-year",), ["body-other-year"])),
        ([{**REPORT, "year": YEAR - 1}, REPORT], ("reported", ("other-year", "standing"), [])),
        ([REPORT, {**REPORT, "scope": "consolidated"}], ("reported", ("standing", "consolidated"), [])),
        ([{**REPORT, "scope": "consolidated"}], ("reported", ("consolidated",), [])),
    ],
)
def test_the_role_of_each_document(
    reports: list[dict[str, Any]], expected: tuple[str, tuple[str, ...], list[str]]
) -> None:
    assert roles(*reports) == expected


def test_what_could_not_be_read_is_no_report_but_not_nothing_either() -> None:
    assert stand(BODY, YEAR, [Entry(number=0, is_refused=True)], lambda number: {}).state == "unread"


def test_what_is_not_whole_is_not_known_to_say_the_same() -> None:
    entries = [Entry(number=0, year=YEAR, is_report=True), Entry(number=1, year=YEAR)]
    assert stand(BODY, YEAR, entries, lambda number: REPORT).roles == ("several", "several")


def test_a_report_without_its_year_counts_for_the_year_asked_for() -> None:
    assert stand(BODY, YEAR, [Entry(number=0)], lambda number: {}).state == "reported"


@pytest.mark.parametrize(("day", "codes"), [("2025-02-01", []), ("2025-02-02", ["body-late"]), ("soon", [])])
def test_late_is_what_was_published_after_the_day_given(day: str, codes: list[str]) -> None:
    assert roles({**REPORT, "published": day}, due="2025-02-01")[2] == codes
