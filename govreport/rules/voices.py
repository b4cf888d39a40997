"""Which year a report is about, where its parts do not agree: the one that most of them tell.

`/year` is one voice; the others are those of the rules with `voice`, each of which reads a year somewhere. So a
year that stands alone against the others is the one that is told, not each of the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from govreport.normalizing import nfkc
from govreport.rules.comparing import compiled, quoted
from govreport.rules.data import Instance, load_instances
from govreport.rules.listed import listed
from govreport.rules.sheet import Sheet

YEAR = "/year"
_DIGITS = re.compile("[0-9]{4}")
_AHEAD = re.compile(r"\{year([+-][0-9]+)?\}")


def asked_year(sheet: Sheet) -> int | None:
    """Return the year that rules ask for: that of the report, unless more of its voices tell another; None for none."""
    own = sheet.members.get("year")
    if not isinstance(own, int):
        return None
    heard = Counter([own, *voices(sheet).values()])
    # Of as many the year of the report counts, then the one that is heard first.
    return max(heard, key=lambda year: (heard[year], year == own))


def voices(sheet: Sheet) -> Mapping[str, int]:
    """Return the year that each voice of a report tells: what the first of its rules that reads anything reads."""
    heard: dict[str, int] = {}
    for instance in load_instances(sheet.layout.id):
        if instance.rule.voice is not None and instance.rule.voice not in heard:
            heard.update((instance.rule.voice, year) for year in _read(instance, sheet))
    return heard


def year_told(parameters: Mapping[str, Any]) -> str | None:
    """Return the first four digits of what a comparison found, None where there are none."""
    match = _DIGITS.search(nfkc(str(parameters.get("found", ""))))
    return None if match is None else match[0]


def _read(instance: Instance, sheet: Sheet) -> Iterator[int]:
    """Yield the year that a rule reads of the report: what is derived from the year tells it, too."""
    rule = instance.rule
    pattern = None if rule.pattern is None else compiled(rule.pattern)
    ahead = _AHEAD.search(rule.value or "")
    for place in listed(instance.at, sheet):
        reading = None if place.value is None else quoted(str(place.value), pattern)
        match = None if reading is None else _DIGITS.match(reading[1])
        if match is not None:
            yield int(match[0]) - int((ahead and ahead[1]) or 0)
