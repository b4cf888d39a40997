"""Rules about what is there and what the words say: presence, text and compare."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport.findings import cut
from govreport.rules.comparing import WHITE_SPACE, quoted, related, says
from govreport.rules.data import Instance
from govreport.rules.sheet import Sheet

_YEAR = re.compile(r"\{year(?:\+([0-9]+))?\}")

Parameters = Mapping[str, Any]


def ask_presence(instance: Instance, sheet: Sheet) -> Parameters | None:
    """Return the parameters of a finding where something is missing that the rule wants, else None."""
    if instance.rule.of == "text":
        text = sheet.member(instance.at)
        return {} if isinstance(text, str) and not says(text) else None
    blanks = sheet.blanks(instance.at)
    if not blanks or instance.rule.of == "every-cell":
        return {"blanks": blanks} if blanks else None
    below = instance.at + "/"
    cells = [p for p in sheet.layout.cells if p.startswith(below)]
    return {"blanks": blanks} if len(blanks) == len(cells) else None


def ask_text(instance: Instance, sheet: Sheet) -> Parameters | None:
    """Return the parameters of a finding where a text lacks what it should say, or says what it should not."""
    text = sheet.member(instance.at)
    if not isinstance(text, str):
        return None
    if instance.rule.absent is not None:
        match = compiled(instance.rule.absent).search(text)
        return {"found": cut(match[0].strip(WHITE_SPACE))} if match else None
    assert instance.rule.present is not None  # the meta-schema: one of the two
    if compiled(instance.rule.present).search(text):
        return None
    figure = next((sheet.figure(p) for c in instance.when if c.above is not None for p in c.at), None)
    return {} if figure is None else {"left": figure}


def ask_comparison(instance: Instance, sheet: Sheet) -> Parameters | None:
    """Return the parameters of a finding where a member differs from what the report year asks for.

    Both sides are compared as text: years have four digits and dates are written YYYY-MM-DD.
    """
    value = sheet.member(instance.at)
    if value is None:
        return None
    reading = quoted(str(value), None if instance.rule.pattern is None else compiled(instance.rule.pattern))
    if reading is None:
        return None
    found, actual = reading
    expected = derive(instance.rule.value or "", sheet.members["year"])
    return None if related(actual, instance.rule.relation, expected) else {"found": cut(found), "expected": expected}


def derive(template: str, year: int) -> str:
    """Return a template with `{year}` and `{year+1}` filled in, such as "{year+1}-01-31"."""
    return _YEAR.sub(lambda match: str(year + int(match[1] or 0)), template)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the rules, compiled once."""
    return re.compile(pattern)
