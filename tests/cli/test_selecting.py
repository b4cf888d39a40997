"""--select and --ignore: what is listed and what counts."""

import pytest

from tests.reports import EXAMPLES

from .running import BYTES, CONTRADICTION, OPEN, WARNING, codes, listed, validate

BOTH = (CONTRADICTION, WARNING)


def test_only_what_is_selected_is_listed_and_counts() -> None:
    assert codes(*BOTH, "--select", "title-year") == ["title-year"]
    assert validate(*BOTH, "--select", "title-year").exit_code == 0
    assert listed(*BOTH, "--select", "title-year")["summary"]["clean"] == 1


def test_what_is_ignored_is_not_listed_and_does_not_count() -> None:
    assert codes(*BOTH, "--ignore", "requests-outcomes") == ["title-year"]
    assert validate(*BOTH, "--ignore", "requests-outcomes").exit_code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--ignore", "requests-outcomes", "--ignore", "title-year"),
        ("--ignore", "requests-outcomes, title-year"),
        ("--select", "period-end", "--select", "title-year", "--ignore", "title-year"),
    ],
)
def test_codes_are_repeated_or_separated_by_commas(options: tuple[str, ...]) -> None:
    assert codes(*BOTH, *options) == []


def test_a_rule_covers_what_blanks_leave_undetermined_of_it() -> None:
    assert codes(OPEN) == ["table-blanks", "undetermined"]
    assert codes(OPEN, "--select", "disputes-totals") == ["undetermined"]
    assert codes(OPEN, "--ignore", "disputes-totals") == ["table-blanks"]
    assert codes(OPEN, "--ignore", "undetermined") == ["table-blanks"]


def test_a_defect_of_the_bytes_can_be_ignored() -> None:
    assert validate(BYTES, "--ignore", "duplicate-member").exit_code == 0


def test_a_file_that_could_not_be_checked_is_always_told() -> None:
    result = validate("no-such-file.json", "--ignore", "file-missing")
    assert result.exit_code == 3
    assert codes("no-such-file.json", "--select", "title-year") == ["file-missing"]


def test_an_unknown_code_is_wrong_usage_and_the_right_one_is_proposed() -> None:
    for option in ("--select", "--ignore"):
        result = validate(WARNING, option, "title-yaer", "--lang", "zh")
        assert result.exit_code == 2
        assert "title-year" in result.stderr
        assert result.stdout == ""


@pytest.mark.slow
def test_every_code_of_the_examples_can_be_selected_by_itself() -> None:
    everything = set(codes(EXAMPLES))
    assert len(everything) > 50
    for code in sorted(everything)[::7]:
        assert set(codes(EXAMPLES, "--select", code)) <= {code, "undetermined"}
