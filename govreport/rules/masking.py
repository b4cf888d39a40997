"""Numbers of persons are not repeated: what a rule with `mask` found is hidden in whatever is told of a report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.findings import Finding
from govreport.pointers import value_at
from govreport.rules.data import Instance, load_instances, load_rules
from govreport.rules.slips import slips

# Where a quotation is cut, so few characters of a number give nobody away.
_TELLING = 4
_CUT = "…"
# So many digits at the end of words that are cut may belong to a number, of which so many are shown.
_DIGIT = re.compile(r"[0-9０-９]")
_DIGITS, _SHOWN = re.compile(r"[0-9０-９]{7,}$"), 3


def masked(findings: Sequence[Finding], layout: str, members: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return findings about a report in which no number is quoted that a rule of its layout masks."""
    # What arithmetic finds names cells and figures, and quotes nothing.
    quoting = (f for f in findings if f.rule not in _arithmetic(layout))
    hidden = dict(hidden_in(layout, members)) if any(_may_tell(f.parameters) for f in quoting) else {}
    if not hidden:
        return tuple(findings)
    return tuple(attrs.evolve(f, parameters=_without(f.parameters, hidden)) for f in findings)


def hidden_in(layout: str, members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each number in the texts of a report that a rule masks, with what is shown in its place."""
    for instance, mask in _masking(layout):
        text = value_at(members, instance.at)
        if isinstance(text, str):
            for slip in slips(instance.rule.slips or "", text, members.get("year")):
                yield slip.found, cover(slip.found, mask["first"], mask["last"])


@cache
def _arithmetic(layout: str) -> frozenset[str | None]:
    return frozenset(name for name, rule in load_rules(layout).items() if rule.kind in ("equation", "inequality"))


@cache
def _masking(layout: str) -> tuple[tuple[Instance, Mapping[str, int]], ...]:
    """Return the rules that mask what they find, each at its place, with what they leave of it."""
    return tuple((i, i.rule.mask) for i in load_instances(layout) if i.rule.mask is not None)


def without_numbers(words: str) -> str:
    """Return words of any report without the numbers that a rule of any layout masks, also one cut off at their end."""
    for layout in resources.layouts():
        words = hide(words, dict(hidden_in(layout, {"overview": words})))
    end = _DIGITS.search(words)
    return words if end is None else words[: end.start()] + cover(end[0], _SHOWN, 0)


def cover(number: str, first: int, last: int) -> str:
    """Return a number of which the first and the last characters are left, and stars for all others."""
    return number[:first] + "*" * (len(number) - first - last) + number[len(number) - last :]


def hide(text: str, hidden: Mapping[str, str]) -> str:
    """Return a text without the numbers that are hidden, whole or cut off at its end."""
    for number, shown in hidden.items():
        text = text.replace(number, shown)
        if text.endswith(_CUT):
            for length in range(len(number) - 1, _TELLING - 1, -1):
                if text.endswith(number[:length] + _CUT):
                    text = text[: -length - 1] + shown[:length] + _CUT
                    break
    return text


def _may_tell(value: Any) -> bool:
    """Tell whether some words in a value may hold a number, or enough of one to be hidden."""
    if isinstance(value, str):
        return len(value) >= _TELLING and _DIGIT.search(value) is not None
    if isinstance(value, Mapping):
        return any(map(_may_tell, value.values()))
    return isinstance(value, tuple) and any(map(_may_tell, value))


def _without(value: Any, hidden: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return hide(value, hidden)
    if isinstance(value, Mapping):
        return {key: _without(inner, hidden) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(_without(inner, hidden) for inner in value)
    return value
