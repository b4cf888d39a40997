"""`python -m bench`: measure everything the project promises of speed, memory and soundness, and say what holds."""

import argparse
import platform
import sys
from collections.abc import Iterable

from bench import conversion, engines, files, mixture, reading, repairs, review, soundness, tables, verdict
from bench.measuring import Figure

_WIDTH = 76


def main() -> int:
    """Print the table; exit with 1 where a goal is missed, so that a script can tell."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the files and mutants: minutes become seconds")
    quick = parser.parse_args().quick
    number = 1_000 if quick else 10_000
    print(f"Python {platform.python_version()}, {platform.machine()}. {number:,} generated reports", end="")
    print("; a quick run, in which start-up weighs more." if quick else ".")
    missed = _print(f"One report, relative to orjson.loads (layout {verdict.LAYOUT})", verdict.measure(number))
    missed += _print("A mix with 5 % of defective reports, relative to valid ones", mixture.measure(number // 5))
    missed += _print("Whole processes", files.measure(number, most=10 * number))
    missed += _print("Conversion between the layouts, objects at hand, on one core", conversion.measure(number))
    missed += _print("Published documents", reading.measure(number // 10))
    missed += _print("Tables: processor time relative to validate over the same file", tables.measure(number))
    missed += _print("Engines, by the clock", engines.measure(10 * number))
    missed += _print("The review of a district", review.measure(number // 2))
    missed += _print("Repairs of planted faults", repairs.measure(number // 30))
    missed += _print("Mutants", soundness.measure(number * 12))
    print(f"\n{missed} figures fall short of their goals." if missed else "\nEvery goal holds.")
    return 1 if missed else 0


def _print(title: str, figures: Iterable[Figure]) -> int:
    """Print figures as they come; return how many miss their goal."""
    print(f"\n{title}\n")
    missed = 0
    for figure in figures:
        value = f"{figure.value:,.0f}" if figure.value >= 1000 or figure.unit == "" else f"{figure.value:.3g}"
        said = "" if not figure.goal else f"{figure.goal:<20} {'holds' if figure.holds else 'falls short'}"
        print(f"  {figure.what:<{_WIDTH}} {value + ' ' + figure.unit:>10}   {said}".rstrip(), flush=True)
        missed += not figure.holds
    return missed


if __name__ == "__main__":
    sys.exit(main())
