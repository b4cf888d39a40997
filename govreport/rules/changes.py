"""Changes and sums told with both figures, 103件，较上年的154件减少51件: whether the one follows from the others."""

import re
from collections.abc import Sequence
from fractions import Fraction

from govreport.normalizing import nfkc

_FIGURE = re.compile(r"([0-9]+)(?:\.([0-9]+))?([万亿]?)")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}


def comes_out(match: re.Match[str], reads: Sequence[str]) -> bool:
    """Tell whether a change is the difference of what is now and was before, or its share in what was before.

    `reads` names the groups of the match in their order. What was rounded may be one off in its last printed place.
    """
    groups = dict(zip(reads, match.groups(), strict=True))
    (now, now_step), (before, before_step) = _read(groups["now"]), _read(groups["before"])
    change, step = _read(groups["change"])
    difference = before - now if groups.get("less") else now - before
    if groups.get("percent") is None:
        return abs(difference - change) <= max(now_step, before_step, step)
    if before == 0 or now_step or before_step:
        return True
    return abs(100 * difference / before - change) < (step or 1)


def _read(figure: str) -> tuple[Fraction, Fraction]:
    """Return a figure and one of its last printed place; 0 for a whole number, which nobody rounded."""
    match = _FIGURE.fullmatch(nfkc(figure).replace(",", ""))
    assert match is not None  # the pattern reads nothing else
    whole, places, times = match[1], match[2] or "", _TIMES[match[3]]
    step = Fraction(times, 10 ** len(places))
    return int(whole + places) * step, step if places or match[3] else Fraction(0)
