"""`python -m bench.narratives`: false alarms in narratives that agree with their tables, and planted faults found.

Each set is told in 300 reports. A false alarm is a report with any finding of words against figures at warning. Then
figures of the tables in these texts are raised by 1 and by 10, one at a time, where no other accepted sum gives what
is then printed and no other sentence tells the same figure: found, where a warning is about that very figure.
"""

import argparse
import importlib
import random
from collections import Counter
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import attrs

from bench.narratives.facts import FACTS, value
from bench.narratives.making import Made, made
from bench.narratives.telling import Mention, numeral
from govreport import Finding, Severity, validate

SETS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "ninth", "sixteenth", "seventeenth")
_STEPS = (1, 10)
_PLANTED = 4


@attrs.define
class Tally:
    """What was counted in one set."""

    reports: int = 0
    alarmed: int = 0
    alarms: int = 0
    infos: int = 0
    mentions: int = 0
    planted: Counter[int] = attrs.field(factory=Counter)
    found: Counter[int] = attrs.field(factory=Counter)
    missed: Counter[str] = attrs.field(factory=Counter)
    lost: list[str] = attrs.field(factory=list)


def words(name: str) -> ModuleType:
    """Return the set of sentences of this name."""
    return importlib.import_module(f"bench.narratives.{name}")


def measure(sentences: ModuleType, number: int, verbose: bool = False) -> Tally:
    """Return what is found in a set's reports."""
    tally = Tally()
    for position, report in enumerate(made(sentences, number)):
        findings = validate(report.members).findings
        told = [f for f in findings if f.code.startswith("text-")]
        warnings = [f for f in told if f.severity is Severity.WARNING]
        tally.reports += 1
        tally.alarmed += bool(warnings)
        tally.alarms += len(warnings)
        tally.infos += len(told) - len(warnings)
        tally.mentions += sum(map(len, report.mentions.values()))
        if verbose:
            for finding in told:
                quote, expected = finding.parameters["quote"], finding.parameters.get("expected")
                print(f"  {position} {finding.severity.value} {finding.code}: {quote} {expected}")
        _plant(report, tally, random.Random(position))
    return tally


def _plant(report: Made, tally: Tally, choose: random.Random) -> None:
    times = Counter(cell for mentions in report.mentions.values() for m in mentions for cell in _cells(m.fact))
    alone = [
        (pointer, m)
        for pointer, mentions in report.mentions.items()
        for m in mentions
        if m.style in ("", "cn", "comma") and all(times[cell] == 1 for cell in _cells(m.fact))
    ]
    for pointer, mention in choose.sample(alone, min(_PLANTED, len(alone))):
        for step in _STEPS:
            right = value(report.members, FACTS[mention.fact][0])
            if right + step in [value(report.members, sums) for sums in FACTS[mention.fact]]:
                continue
            wrong = _printed(right + step, mention.style)
            text = report.members[pointer[1:]]
            changed = text[: mention.start] + wrong + text[mention.end :]
            findings = validate(report.members | {pointer[1:]: changed}).findings
            tally.planted[step] += 1
            if any(_is_of(finding, pointer, mention) for finding in findings):
                tally.found[step] += 1
            else:
                tally.missed[mention.fact] += 1
                around = text[max(mention.start - 25, 0) : mention.start], text[mention.end : mention.end + 12]
                tally.lost.append(f"  {mention.fact} +{step}: {around[0]}[{wrong}]{around[1]}")


def _cells(fact: str) -> set[str]:
    return {cell for name in fact.split("%") for cell in FACTS[name][0]}


def _printed(figure: Any, style: str) -> str:
    return numeral(figure) if style == "cn" else f"{figure:,}" if style == "comma" else str(figure)


def _is_of(finding: Finding, pointer: str, mention: Mention) -> bool:
    """Return whether a warning is about the figure of a mention, or about a whole or parts among which it is."""
    parameters: Mapping[str, Any] = finding.parameters
    is_warning = finding.code.startswith("text-") and finding.severity is Severity.WARNING
    if not is_warning or parameters["text"] != pointer:
        return False
    is_within = parameters["start"] <= mention.start < parameters["end"]
    return bool(parameters.get("figure_start") == mention.start or ("parts" in parameters and is_within))


def _print(name: str, tally: Tally, verbose: bool) -> bool:
    print(f"{name}: {tally.reports} reports, {tally.mentions} figures of the tables told")
    print(f"  false alarms: {tally.alarms} in {tally.alarmed} reports; infos {tally.infos}")
    for step in _STEPS:
        share = tally.found[step] / tally.planted[step]
        print(f"  planted +{step}: {tally.found[step]} of {tally.planted[step]} found ({share:.3f})")
    if verbose:
        print(*tally.lost, sep="\n")
    print("  missed: " + ", ".join(f"{name} {number}" for name, number in tally.missed.most_common(12)))
    return tally.alarmed * 100 <= tally.reports


def main() -> int:
    """Print the figures of each set; return 1 where more than one report of a hundred is alarmed falsely."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help="the sets to tell (all)")
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--verbose", action="store_true", help="print what is found")
    options = parser.parse_args()
    good = [
        _print(name, measure(words(name), options.reports, options.verbose), options.verbose) for name in options.sets
    ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    raise SystemExit(main())
