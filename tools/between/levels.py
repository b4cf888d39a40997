"""The cases of a consolidated report and its bodies."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tools.between.making import BASE, FEES, Json, changed, failed, info
from tools.between.making import figures as figures_of

_COERCION = "/proactive_disclosure/enforcement/coercion/decisions"


def levels_cases() -> Iterator[Json]:
    """Yield the cases of a consolidated report and its bodies, both of which have the figures of the base document."""
    names = ("某市司法局", "某市财政局")
    figures = figures_of(BASE)
    doubled = {cell: figure * 2 for cell, figure in figures.items()}
    scope = {"kind": "consolidated", "bodies": [{"name": name} for name in names]}
    rules = {cell: figure for cell, figure in figures.items() if "/government_rules/" in cell}
    total = {**doubled, **rules, "/scope": scope}

    def body(name: str, changes: Mapping[str, Any] | None = None) -> Json:
        return changed(BASE, {"/organ": {"name": name}, **(changes or {})})

    def case(
        description: str,
        purpose: str,
        expected: Sequence[Json],
        changes: Mapping[str, Any] | None = None,
        bodies: Sequence[Json] | None = None,
    ) -> Json:
        return {
            "description": f"levels: {description}",
            "purpose": purpose,
            "input": changed(BASE, {**total, **(changes or {})}),
            "bodies": list([body(name) for name in names] if bodies is None else bodies),
            "expected": list(expected),
        }

    two = [body(name) for name in names]
    yield case("the sum of two bodies", "Each cell is the sum over the bodies; rules of governments do not add.", [])
    cell = "/proactive_disclosure/licensing/licences/decisions"
    yield case(
        "a body left out of a cell",
        "The bodies whose figure is the difference are named.",
        [failed("levels-sum", cell, left=40000, right=70042, difference=30042, bodies=["某市财政局"])],
        {cell: 40000, "/proactive_disclosure/enforcement/coercion/decisions": 87 + 50},
        [body(names[0], {cell: 40000}), body(names[1], {cell: 30042, _COERCION: 50})],
    )
    yield case(
        "a body without a report",
        "Without a report the sum is a lower bound.",
        [info("levels-bodies-missing", "/scope/bodies", count=1, names=["某市财政局"])],
        bodies=two[:1],
    )
    yield case(
        "less than the bodies that are there",
        "What is less than the lower bound is wrong, whatever is missing.",
        [
            info("levels-bodies-missing", "/scope/bodies", count=1),
            failed("levels-sum", cell, left=35020, right=35021, difference=1),
        ],
        {cell: 35020},
        two[:1],
    )
    yield case(
        "a blank of a body",
        "A blank of a body is an unknown figure.",
        [info("levels-undetermined", "/proactive_disclosure", cells=[cell])],
        bodies=[two[0], body(names[1], {cell: None})],
    )
    yield case(
        "a blank of a body that says that there is nothing",
        "A mark such as a slash says that there is nothing to count.",
        [failed("levels-sum", cell, left=70042, right=35021)],
        bodies=[two[0], body(names[1], {cell: None, "/marks": [{"pointer": cell, "mark": "slash"}]})],
    )
    yield case(
        "another body, a second report, a report of another year, and a sum",
        "Nothing counts that is not named, or counts already.",
        [
            *(
                info("levels-left-out", "/scope/bodies", reason=reason, count=1)
                for reason in ("levels-unnamed", "levels-twice", "levels-other-year", "levels-consolidated")
            )
        ],
        bodies=[
            *two,
            body("某市教育局"),
            body(names[0], {"/title": "另一份"}),
            body(names[0], {"/year": 2022}),
            body(names[1], {"/scope": {"kind": "consolidated"}}),
        ],
    )
    yield case(
        "no bodies named",
        "Only where the scope names its bodies is anything held against them.",
        [info("levels-not-compared", "/scope")],
        {"/scope": {"kind": "consolidated"}},
    )
    unavailable = "/requests/natural_person/outcomes/unavailable"
    blanks: dict[str, Any] = {cell: None for cell in figures if cell.startswith(f"{unavailable}/")}
    whole = sum(int(figures[cell]) for cell in blanks)
    for figure, expected in (
        (whole, []),
        (whole + 1, [failed("levels-sum", unavailable, left=2 * whole, right=2 * whole + 1, difference=1)]),
    ):
        yield case(
            f"a body prints one figure, {figure}, for a group of cells",
            "A group that a body prints as one figure adds as a whole, and its cells do not.",
            expected,
            bodies=[
                two[0],
                body(
                    names[1], {**blanks, "/undivided": [{"pointer": unavailable, "value": figure, "label": "无法提供"}]}
                ),
            ],
        )
    amount = f"{FEES}/amount"
    yield case(
        "a body counts its fees in yuan",
        "Amounts are added up in one unit.",
        [],
        bodies=[two[0], body(names[1], {amount: 592372449, f"{FEES}/unit": "yuan"})],
    )
