"""The cases of `schema/conformance/repairs.json`: figures of a base document put wrong, and what puts them right.

The truth of a case is the base document, never what a program found. Costs are added up from `schema/repairs.json`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Json = Any
# A slip: its kind, the kinds of its figures where they count, and the figures that it puts right.
Slip = tuple[str, tuple[str, ...], Mapping[str, int]]

BASE = "city-2021"
_NATURAL, _TOTAL = "/requests/natural_person", "/requests/total"
_ENTERPRISE, _RESEARCH = "/requests/organizations/commercial_enterprise", "/requests/organizations/research_institution"
_LEGAL, _OTHER = "/requests/organizations/legal_service_institution", "/requests/organizations/other"
_PUBLIC = "/requests/organizations/public_interest_organization"
_OVERDUE, _GRANTED = "outcomes/other/correction_overdue", "outcomes/granted"


def repair_cases(schema: Path) -> Iterator[Json]:
    """Yield a case of each kind of mistake, and cases of changes that are no repair."""
    document = json.loads((schema / "conformance" / "bases" / f"{BASE}.json").read_bytes())
    costs = _costs(json.loads((schema / "repairs.json").read_bytes()))

    def right(pointer: str) -> int:
        value = document
        for name in pointer.split("/")[1:]:
            value = value[name]
        return int(value)

    def case(description: str, purpose: str, wrong: Mapping[str, int], slips: Sequence[Slip], verdict: str) -> Json:
        return {
            "description": f"{BASE}: {description}",
            "purpose": purpose,
            "input": {"base": BASE, "changes": [{"pointer": p, "value": v} for p, v in wrong.items() if v != right(p)]},
            "slips": [
                {
                    "kind": kind,
                    "changes": [{"pointer": p, "before": wrong.get(p, right(p)), "after": v} for p, v in after.items()],
                }
                for kind, _, after in slips
            ],
            "cost": sum(costs[name] for kind, inner, _ in slips for name in (kind, *inner)),
            "verdict": verdict,
        }

    def planted(kind: str, wrong: Mapping[str, int], figures: tuple[str, ...] = ()) -> Json:
        truth = {p: right(p) for p, value in wrong.items() if value != right(p)}
        purpose = "The figures of the base document make every sum hold again."
        return case(kind, purpose, wrong, [(kind, figures, truth)], "mends")

    yield planted("digit-changed", {f"{_NATURAL}/received": 235})
    yield planted("digit-lost", {f"{_NATURAL}/received": 25})
    yield planted("digit-added", {f"{_NATURAL}/outcomes/other/correction_overdue": 112})
    yield planted("digits-exchanged", {f"{_TOTAL}/received": 795})
    yield planted("omitted", {f"{_NATURAL}/outcomes/denied/internal_affairs": 0})
    yield planted("total-omitted", {f"{_TOTAL}/outcomes/total": 0})
    yield planted("replaced", {f"{_ENTERPRISE}/received": 41})
    yield planted("exchanged-in-row", {f"{_NATURAL}/{_OVERDUE}": 6, f"{_ENTERPRISE}/{_OVERDUE}": 12})
    column = {"outcomes/denied/prohibited_by_law": 6, "outcomes/denied/security_and_stability": 22}
    yield planted("exchanged-in-column", {f"{_NATURAL}/{row}": value for row, value in column.items()})
    totals = {"outcomes/declined/repeated": 38, "outcomes/declined/published_material": 31}
    yield planted("exchanged-in-total", {f"{_TOTAL}/{row}": value for row, value in totals.items()})
    wrong = {f"{_NATURAL}/{_GRANTED}": 11, f"{_TOTAL}/{_GRANTED}": 35}
    yield planted("with-total", wrong, ("digit-added", "digit-changed"))
    rows = {"received": 742, _OVERDUE: 19, "outcomes/total": 736}
    yield planted("totals-stale", {f"{_TOTAL}/{row}": value for row, value in rows.items()})
    columns = (_NATURAL, _ENTERPRISE, _RESEARCH, _PUBLIC, _LEGAL, _OTHER, _TOTAL)
    for shifted in ((0, 12, 6, 4, 2, 7, 5), (6, 4, 2, 7, 5, 36, 0), (5, 12, 6, 4, 2, 7, 36)):
        made = planted("row-shifted", {f"{c}/{_OVERDUE}": v for c, v in zip(columns, shifted, strict=True)})
        yield {**made, "description": f"{made['description']}, {', '.join(map(str, shifted))}"}
    # The base document has no 0: in the true report of this case the charities carried nothing over, and received
    # as many more; the 4 of the enterprises stands with them.
    yield case(
        "misplaced",
        "A figure and a 0 of the same row that are no neighbours have changed places.",
        {
            f"{_PUBLIC}/received": 48,
            f"{_TOTAL}/received": 765,
            f"{_TOTAL}/carried_over": 27,
            f"{_PUBLIC}/carried_over": 4,
            f"{_ENTERPRISE}/carried_over": 0,
        },
        [("misplaced", (), {f"{_ENTERPRISE}/carried_over": 4, f"{_PUBLIC}/carried_over": 0})],
        "mends",
    )
    yield case(
        "two mistakes",
        "The cost of a repair is that of its slips.",
        {f"{_NATURAL}/received": 25, f"{_TOTAL}/outcomes/total": 0},
        [
            ("digit-lost", (), {f"{_NATURAL}/received": 255}),
            ("total-omitted", (), {f"{_TOTAL}/outcomes/total": 753}),
        ],
        "mends",
    )
    yield case(
        "one of two mistakes",
        "A repair makes every sum hold that failed.",
        {f"{_NATURAL}/received": 25, f"{_TOTAL}/outcomes/total": 0},
        [("digit-lost", (), {f"{_NATURAL}/received": 255})],
        "leaves",
    )
    yield case(
        "a figure that mends one sum of two",
        "A repair makes every sum hold that failed.",
        {f"{_NATURAL}/received": 256},
        [("replaced", (), {f"{_TOTAL}/received": 760})],
        "breaks",
    )
    yield case(
        "a cell in place of the total",
        "In table four any cell of a block may be the wrong one.",
        {"/disputes/reconsideration/total": 29},
        [("digit-changed", (), {"/disputes/reconsideration/pending": 9})],
        "mends",
    )


def _costs(data: Json) -> dict[str, int]:
    return {entry["id"]: entry["cost"] for name in ("figures", "groups") for entry in data[name]}
