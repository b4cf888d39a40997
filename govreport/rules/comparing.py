"""The few questions about words that the rule engine and the gates ask alike, on plain values."""

import re
import unicodedata

WHITE_SPACE = " \t\r\n\u3000"
_YEAR = re.compile(r"\{year([+-][0-9]+)?\}")


def says(text: str) -> bool:
    """Tell whether a text says anything: whether a character other than white space stands in it."""
    return text.strip(WHITE_SPACE) != ""


def quoted(text: str, pattern: re.Pattern[str] | None) -> tuple[str, str] | None:
    """Return what a comparison reads from a text, as (quoted words, value), or None where it is silent.

    Without a pattern both are the text itself. With one they are the words that match and its group,
    full-width digits read as half-width.
    """
    if pattern is None:
        return text, text
    match = pattern.search(text)
    return None if match is None else (match[0].strip(WHITE_SPACE), read_from(match))


def read_from(match: re.Match[str]) -> str:
    """Return the value that a match tells: its group, full-width digits read as half-width."""
    return unicodedata.normalize("NFKC", match[1])


def related(actual: str, relation: str, expected: str) -> bool:
    """Tell whether two values stand in a relation; years of four digits and ISO dates compare as text."""
    if relation == "=":
        return actual == expected
    if relation == "!=":
        return actual != expected
    return actual >= expected if relation == ">=" else actual <= expected


def derive(template: str, year: int) -> str:
    """Return a template with `{year}`, `{year+1}` and the like filled in, such as "{year+1}-01-31"."""
    return _YEAR.sub(lambda match: str(year + int(match[1] or 0)), template)
