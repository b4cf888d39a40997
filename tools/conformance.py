"""Write the mechanical cases of `schema/conformance/`: every equation of the layouts, and the truth table of blanks.

    python tools/conformance.py            write them
    python tools/conformance.py --check    fail if a committed file differs

What a case must yield follows from how it is built, never from the engine that it is to test; this
script imports nothing of the library. A base document balances, has no blank and no 0, so a case
that changes some of its cells moves the sums of each equation by what was added on either side, and
a single blank leaves open just those equations that take it in. The verdicts of the truth table are
found by trying figures in place of the blanks.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import attrs

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.between.choosing import choosing_cases
from tools.between.levels import levels_cases
from tools.between.years import years_cases
from tools.repair_cases import repair_cases

SCHEMA = Path(__file__).resolve().parent.parent / "schema"
LAYOUTS = tuple(json.loads((SCHEMA / "versions.json").read_bytes())["layouts"])
# The base document of each layout, which has figures other than 0 in all its cells.
BASES = {layout: f"city-{layout}" for layout in LAYOUTS}
LONGEST_LINE = 200
# How many figures are tried for each blank; the sums of the truth table differ by 1 at most.
REACH = 3

Json = Any


@attrs.frozen(kw_only=True)
class Equation:
    """One equation bound to its place: which cells make its sides."""

    rule: str
    severity: str
    at: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    def added(self, steps: Mapping[str, int]) -> tuple[int, int]:
        """Return by how much the given steps of cells raise the left and the right sum."""
        return sum(steps.get(c, 0) for c in self.left), sum(steps.get(c, 0) for c in self.right)


@attrs.frozen(kw_only=True)
class Layout:
    """What the cases of a layout are made from: its unconditional equations, and the figures of its base document."""

    id: str
    equations: tuple[Equation, ...]
    blanks: tuple[str, str]
    figures: Mapping[str, int]

    def sums(self, equation: Equation) -> tuple[int, int]:
        """Return both sums of an equation in the base document, which must be equal."""
        left, right = (sum(self.figures[c] for c in side) for side in (equation.left, equation.right))
        assert left == right, equation
        return left, right


def outputs() -> dict[Path, str]:
    """Return the text of every generated file by path."""
    folder = SCHEMA / "conformance"
    texts = {folder / f"equations-{layout}.json": _file("rules", equation_cases(layout)) for layout in BASES}
    texts[folder / "years.json"] = _file("years", chain(years_cases(), choosing_cases()))
    texts[folder / "levels.json"] = _file("levels", levels_cases())
    texts[folder / "repairs.json"] = _file("repairs", repair_cases(SCHEMA))
    return texts | {folder / "truth-table.json": _file("truth-table", truth_table())}


def equation_cases(layout: str) -> Iterator[Json]:
    """Yield a holding, a failing and an open case of each equation of a layout."""
    form = load(layout)
    for n, equation in enumerate(form.equations):
        left, right = equation.left[n % len(equation.left)], equation.right[n % len(equation.right)]
        # Taking turns, so that either side is too great and too small in some equation of every rule.
        cell, side = ((left, "left"), (right, "right"))[n % 2]
        step = (1, -1)[n // 2 % 2]
        word = "greater" if step > 0 else "less"
        blank, blank_side = ((right, "right"), (left, "left"))[n % 2]
        yield _case(
            form,
            equation,
            "holds",
            "A cell of either side is greater by 1, so the sums stay equal, whatever it does to other equations.",
            {left: 1, right: 1},
        )
        yield _case(form, equation, "fails", f"One cell of the {side} is {word} by 1.", {cell: step})
        yield _case(
            form,
            equation,
            "open",
            f"One cell of the {blank_side} is blank; 0 in its place would break the equation, another would not.",
            {blank: -form.figures[blank]},
        )


def _case(form: Layout, equation: Equation, verdict: str, purpose: str, steps: Mapping[str, int]) -> Json:
    is_open = verdict == "open"
    return {
        "description": f"{form.id}, {equation.rule} at {equation.at}: {verdict}",
        "purpose": purpose,
        "rule": equation.rule,
        "at": equation.at,
        "verdict": verdict,
        "input": {
            "base": BASES[form.id],
            "changes": [
                {"pointer": cell, "value": None if is_open else form.figures[cell] + step}
                for cell, step in steps.items()
            ],
        },
        "expected": list(_expected(form, steps, is_open)),
    }


def _expected(form: Layout, steps: Mapping[str, int], are_blank: bool) -> Iterator[Json]:
    """Yield what follows from changing these cells of a document that balances and has no blank."""
    if are_blank:
        (blank,) = steps
        rule, severity = form.blanks
        yield {"code": rule, "severity": severity, "pointer": "/" + blank.split("/")[1]}
    for equation in form.equations:
        added = equation.added(steps)
        if added[0] == added[1]:
            continue
        left, right = (base + more for base, more in zip(form.sums(equation), added, strict=True))
        finding = {"code": equation.rule, "severity": equation.severity, "pointer": equation.at}
        parameters: Json = {"left": left, "right": right, "difference": abs(left - right)}
        if are_blank:
            finding |= {"code": "undetermined", "severity": "info", "rule": equation.rule}
            parameters["blanks"] = list(steps)
        yield {**finding, "parameters": parameters}


def truth_table() -> Iterator[Json]:
    """Yield every combination of relation, sign of the difference, and blanks on either side, with its verdict."""
    kinds = (None, "blank", "doubtful", "signed", "signed-doubtful")
    for relation, difference, left, right in product(("=", ">=", "<="), (0, -1, 1), kinds, kinds):
        sides: list[list[Json]] = [[3 + difference], [3]]
        for side, kind in zip(sides, (left, right), strict=True):
            side += [kind] if kind else []
        is_doubtful = any("doubtful" in (kind or "") for kind in (left, right))
        sign = ("0", "above 0", "below 0")[difference]
        yield {
            "description": " ".join([*_joined(sides[0]), relation, *_joined(sides[1])]),
            "purpose": f"{relation}, D {sign}, {'a' if is_doubtful else 'no'} doubtful blank",
            "relation": relation,
            "left": sides[0],
            "right": sides[1],
            "verdict": _verdict(relation, difference, left, right, is_doubtful),
        }


def _joined(side: list[Json]) -> list[str]:
    return " + ".join(map(str, side)).split(" ")


def _verdict(relation: str, difference: int, left: str | None, right: str | None, is_doubtful: bool) -> str:
    def satisfied(value: int) -> bool:
        return {"=": value == 0, ">=": value >= 0, "<=": value <= 0}[relation]

    if satisfied(difference) and not is_doubtful:
        return "holds"
    tried = product(_possible(left), _possible(right))
    return "open" if any(satisfied(difference + x - y) for x, y in tried) else "fails"


def _possible(blank: str | None) -> range:
    """Return the figures to try in place of a blank, only 0 where there is none."""
    if blank is None:
        return range(1)
    return range(-REACH if "signed" in blank else 0, REACH + 1)


@cache
def load(layout: str) -> Layout:
    """Return the equations and figures of a layout."""
    data = json.loads((SCHEMA / layout / "rules.json").read_bytes())
    document = json.loads((SCHEMA / "conformance" / "bases" / f"{BASES[layout]}.json").read_bytes())
    rules = [rule for rule in data["rules"] if rule["kind"] == "equation" and "when" not in rule]
    equations = tuple(equation for rule in rules for equation in _bound(rule, data["sets"]))
    cells = {cell for equation in equations for cell in equation.left + equation.right}
    blanks = next(rule for rule in data["rules"] if rule.get("of") == "every-cell")
    return Layout(
        id=layout,
        equations=equations,
        blanks=(blanks["id"], blanks["severity"]),
        figures={cell: _at(document, cell) for cell in cells},
    )


def _bound(rule: Json, sets: Mapping[str, list[str]]) -> Iterator[Equation]:
    for members in product(*(sets[name] for name in rule["each"])):
        scope = {**sets, **{name: [member] for name, member in zip(rule["each"], members, strict=True)}}
        left, right = (tuple(c for p in rule[side] for c in _pointers(p, scope)) for side in ("left", "right"))
        (at,) = _pointers(rule["at"], scope)
        yield Equation(rule=rule["id"], severity=rule["severity"], at=at, left=left, right=right)


def _pointers(pattern: str, scope: Mapping[str, list[str]]) -> list[str]:
    """Return the pointers that a pattern stands for."""
    before, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    name, _, after = rest.partition("}")
    return [before + member + tail for member in scope[name] for tail in _pointers(after, scope)]


def _at(document: Json, pointer: str) -> int:
    for name in pointer.split("/")[1:]:
        document = document[name]
    figure: int = document
    return figure


def _file(group: str, cases: Iterator[Json]) -> str:
    return written({"$schema": "../meta/conformance.schema.json", "group": group, "cases": list(cases)}) + "\n"


def written(value: Json, indent: int = 0) -> str:
    """Return JSON in which whatever fits on a line stands on one, except the outermost object and list."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (indent > 2 and indent + len(line) <= LONGEST_LINE):
        return line
    space = "\n" + " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(k, ensure_ascii=False)}: {written(v, indent + 2)}" for k, v in value.items()]
        return "{" + space + ("," + space).join(parts) + "\n" + " " * indent + "}"
    return "[" + space + ("," + space).join(written(v, indent + 2) for v in value) + "\n" + " " * indent + "]"


def main() -> int:
    """Write or compare the files; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    check = parser.parse_args().check
    missing = [base for base in BASES.values() if not (SCHEMA / "conformance" / "bases" / f"{base}.json").is_file()]
    if missing:
        print("\n".join(f"schema/conformance/bases/{base}.json: missing, write it by hand" for base in missing))
        return 1
    stale = [path for path, text in outputs().items() if not path.exists() or path.read_bytes() != text.encode("utf-8")]
    for path in stale:
        if not check:
            path.write_bytes(outputs()[path].encode("utf-8"))
        name = path.relative_to(SCHEMA.parent).as_posix()
        print(f"{name}: {'differs, run: python tools/conformance.py' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
