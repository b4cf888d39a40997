"""Which year a report is about, where its parts do not agree: the one that most of them tell.

`/year` is one voice; the others are those of the rules with `voice`, each of which reads a year somewhere. So a
year that stands alone against the others is the one that is told, not each of the others.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport.normalizing import nfkc
from govreport.pointers import value_at
from govreport.rules.comparing import compiled, quoted
from govreport.rules.data import Instance, load_instances
from govreport.rules.unknown import Unknown

YEAR = "/year"
_DIGITS = re.compile("[0-9]{4}")
_AHEAD = re.compile(r"\{year([+-][0-9]+)?\}")


def agreed_year(layout: str, members: Mapping[str, Any], unknown: Unknown) -> int | None:
    """Return the year that rules ask for: that of the report, unless more of its voices tell another; None for none."""
    own = members.get("year")
    if not isinstance(own, int):
        return None
    heard = Counter([own, *_voices(layout, members, unknown).values()])
    # Of as many the year of the report counts, then the one that is heard first.
    return max(heard, key=lambda year: (heard[year], year == own))


def year_told(parameters: Mapping[str, Any]) -> str | None:
    """Return the first four digits of what a comparison found, None where there are none."""
    match = _DIGITS.search(nfkc(str(parameters.get("found", ""))))
    return None if match is None else match[0]


def _voices(layout: str, members: Mapping[str, Any], unknown: Unknown) -> Mapping[str, int]:
    """Return the year that each voice of a report tells: what the first of its rules that reads anything reads."""
    heard: dict[str, int] = {}
    for instance in _speaking(layout):
        voice = instance.rule.voice
        year = None if voice in heard or unknown.touches(instance.at) else _read(instance, members)
        if voice is not None and year is not None:
            heard[voice] = year
    return heard


@cache
def _speaking(layout: str) -> tuple[Instance, ...]:
    return tuple(instance for instance in load_instances(layout) if instance.rule.voice is not None)


def _read(instance: Instance, members: Mapping[str, Any]) -> int | None:
    """Return the year that a rule reads of a report, less what its value adds to the year."""
    value = value_at(members, instance.at)
    if value is None:
        return None
    rule = instance.rule
    reading = quoted(str(value), None if rule.pattern is None else compiled(rule.pattern))
    match = None if reading is None else _DIGITS.match(reading[1])
    if match is None:
        return None
    ahead = _AHEAD.search(rule.value or "")
    return int(match[0]) - int((ahead and ahead[1]) or 0)
