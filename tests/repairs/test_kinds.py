"""Every kind of mistake, planted in a published report, is found and named."""

from collections.abc import Mapping

import pytest

from govreport import resources, validate
from govreport.repairs.costs import EXCHANGES, Costs, kind_of, load_costs, read_costs

from .planted import ENTERPRISE, NATURAL, TOTAL, after, broken, figure, solved, sound

ROW = "outcomes/unavailable/not_held"
COLUMNS = (
    "natural_person",
    "organizations/commercial_enterprise",
    "organizations/research_institution",
    "organizations/public_interest_organization",
    "organizations/legal_service_institution",
    "organizations/other",
    "total",
)


def row(*figures: int) -> dict[str, int]:
    return {f"/requests/{column}/{ROW}": value for column, value in zip(COLUMNS, figures, strict=True)}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("digit-changed", {f"{NATURAL}/outcomes/granted": 1238}),
        ("digit-lost", {f"{NATURAL}/outcomes/granted": 128}),
        ("digit-added", {f"{NATURAL}/outcomes/granted": 12888}),
        ("digits-exchanged", {f"{TOTAL}/received": 3191}),
        ("omitted", {f"{NATURAL}/outcomes/partially_granted": 0}),
        ("total-omitted", {f"{TOTAL}/outcomes/total": 0}),
        ("replaced", {f"{NATURAL}/outcomes/granted": 31}),
        ("digit-changed", {f"{NATURAL}/received": 3006, f"{TOTAL}/outcomes/granted": 1562}),
        ("exchanged-in-row", {f"{NATURAL}/{ROW}": 12, f"{ENTERPRISE}/{ROW}": 746}),
        ("exchanged-in-column", {f"{NATURAL}/outcomes/granted": 447, f"{NATURAL}/outcomes/partially_granted": 1288}),
        (
            "misplaced",
            {
                "/requests/organizations/legal_service_institution/outcomes/granted": 0,
                "/requests/organizations/research_institution/outcomes/granted": 50,
            },
        ),
        (
            "misplaced",
            {
                "/requests/natural_person/outcomes/declined/repeated": 0,
                "/requests/organizations/other/outcomes/declined/repeated": 25,
            },
        ),
        ("with-total", {f"{NATURAL}/outcomes/granted": 128, f"{TOTAL}/outcomes/granted": 202}),
        (
            "totals-stale",
            {f"{TOTAL}/{r}": v - 7 for r, v in (("received", 3119), (ROW, 769), ("outcomes/total", 3050))},
        ),
        ("row-shifted", row(0, 746, 12, 0, 0, 10, 1)),
        ("row-shifted", row(769, 746, 12, 0, 0, 10, 1)),
        ("row-shifted", row(12, 0, 0, 10, 1, 769, 0)),
        ("row-shifted", row(12, 0, 0, 10, 1, 0, 769)),
    ],
)
def test_a_mistake_is_found_and_named(kind: str, wrong: Mapping[str, int]) -> None:
    report = broken(wrong)
    truth = {p: figure(sound(), p) for p, v in wrong.items() if v != figure(sound(), p)}
    best, *_ = validate(report).repairs
    assert after(best) == truth
    if len(truth) > 1 or kind != "misplaced":
        assert best.kind == kind


def test_two_mistakes_of_two_kinds_are_one_repair_of_several() -> None:
    wrong = {f"{NATURAL}/outcomes/granted": 128, f"{TOTAL}/received": 3191, f"{TOTAL}/outcomes/total": 0}
    best, *_ = validate(broken(wrong)).repairs
    assert after(best) == {pointer: figure(sound(), pointer) for pointer in wrong}
    assert best.kind == "several"
    costs = load_costs().figures
    assert best.cost == costs["digit-lost"] + costs["digits-exchanged"] + costs["total-omitted"]


def test_a_sign_is_a_kind_where_figures_may_be_negative() -> None:
    report = sound()
    report["requests"]["natural_person"]["received"] = -3001
    best, *_ = solved(report)
    assert (best.kind, after(best)) == ("sign", {f"{NATURAL}/received": 3001})


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (12, 21, "digits-exchanged"),
        (121, 211, "digits-exchanged"),
        (12, 13, "digit-changed"),
        (1, 9, "digit-changed"),
        (9, 0, "digit-changed"),
        (11, 1, "digit-added"),
        (12, 2, "digit-added"),
        (105, 15, "digit-added"),
        (15, 105, "digit-lost"),
        (1, 11, "digit-lost"),
        (123, 321, "replaced"),
        (12, 34, "replaced"),
        (1, 123, "replaced"),
        (-5, 5, "sign"),
        (-5, 6, "replaced"),
        (-12, -13, "replaced"),
        (-1, -12, "replaced"),
        (1, -1, "sign"),
        (0, 0, "omitted"),
        (0, 5, "omitted"),
        (None, 5, "omitted"),
    ],
)
def test_the_kind_of_one_figure(before: int | None, after: int, kind: str) -> None:
    assert kind_of(before, after) == kind
    assert kind_of(before, after, is_total=True) == ("total-omitted" if kind == "omitted" else kind)


def test_every_kind_of_the_data_is_known_to_the_search_and_costs_what_the_principle_asks() -> None:
    costs = load_costs()
    figures, groups = costs.figures, costs.groups
    kinds = {
        kind_of(b, a, is_total=t)
        for b in (0, 1, 12, 121, -1)
        for a in (0, 1, 2, 12, 21, 211, 99999)
        for t in (False, True)
    }
    assert kinds == set(figures)
    # Fewer figures are likelier to be wrong than more, whatever they are; a slip is likelier than two mistakes.
    for changes in range(1, costs.cells):
        assert changes * max(figures.values()) + costs.near < (changes + 1) * min(figures.values())
    exchanges = {groups[name] for name in groups if name not in ("with-total",)}
    assert max(figures.values()) < min(exchanges) <= max(exchanges) < 2 * min(figures.values())
    # The twin of an exchange in a column, which stands in the totals, is told beside it, and second.
    assert 0 < groups["exchanged-in-total"] - groups["exchanged-in-column"] <= costs.near
    assert {entry["id"] for entry in resources.read("repairs.json")["groups"]} == set(groups)


def test_nothing_besides_a_figure_or_an_exchange_costs_less_than_the_bound() -> None:
    data = resources.read("repairs.json")

    def with_costs(**costs: int) -> Costs:
        groups = [{**entry, "cost": costs.get(entry["id"], 1_000)} for entry in data["groups"]]
        figures = [{**entry, "cost": costs.get(entry["id"], 100)} for entry in data["figures"]]
        return read_costs({**data, "groups": groups, "figures": figures})

    assert with_costs().least_besides == 200
    assert with_costs(**{"with-total": -30}).least_besides == 170
    for kind in ("totals-stale", "row-shifted"):
        assert with_costs(**{kind: 7}).least_besides == 7
    for kind in EXCHANGES:
        costs = with_costs(**{kind: 7, "sign": 90})
        assert (costs.least, costs.least_exchange, costs.least_besides) == (90, 7, 97)
