"""The few questions about words that the rule engine and the gates ask alike, on plain values."""

import re
import unicodedata
from functools import cache

WHITE_SPACE = " \t\r\n\u3000"
_YEAR = re.compile(r"\{year([+-][0-9]+)?\}")


def says(text: str) -> bool:
    """Tell whether a text says anything: whether a character other than white space stands in it."""
    return text.strip(WHITE_SPACE) != ""


def counting(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the first match of a pattern that counts: one in which its group takes part, if it has one."""
    if not pattern.groups:
        return pattern.search(text)
    return next((match for match in pattern.finditer(text) if match[1] is not None), None)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the rules, compiled once."""
    return re.compile(pattern)


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
