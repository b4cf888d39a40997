"""Which repair is best, which are told beside it, and when one may call itself the only one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from govreport import resources, validate
from govreport.findings import Witness
from govreport.repairs.costs import read_costs

from .planted import CELLS, NATURAL, TOTAL, after, broken, figure, solved, sound

BLOCK = "/disputes/reconsideration"
OTHER = "/requests/organizations/other"


def test_one_mistake_in_table_three_has_one_repair() -> None:
    (only,) = validate(broken({f"{NATURAL}/outcomes/granted": 128})).repairs
    assert (only.unique, only.of) == (True, 1)
    assert len(only.mends) == 2


def test_the_sums_of_table_four_cannot_single_out_a_cell() -> None:
    repairs = solved(broken({f"{BLOCK}/corrected": 46}))
    assert not any(repair.unique for repair in repairs)
    assert {BLOCK + "/corrected", BLOCK + "/total", BLOCK + "/other"} <= {p for r in repairs for p in after(r)}
    assert {repair.of for repair in repairs} == {len(repairs)}


def test_a_single_candidate_that_one_sum_alone_supports_is_not_called_the_only_one() -> None:
    report = broken({f"{BLOCK}/total": 4})
    (candidate,) = solved(report)
    assert (candidate.of, candidate.unique) == (1, False)
    assert after(candidate) == {f"{BLOCK}/total": 351}
    (confirmed,) = validate(report).repairs
    assert (confirmed.changes, confirmed.unique) == (candidate.changes, True)
    assert [(w.cells, w.value) for w in confirmed.witnesses] == [((f"{BLOCK}/total",), 351)]


@pytest.mark.parametrize("name", ["upheld", "corrected", "other", "pending", "total"])
def test_a_statement_of_the_figure_decides(name: str) -> None:
    cell = f"{BLOCK}/{name}"
    report = broken({cell: figure(sound(), cell) + 9})
    witness = Witness(cells=(cell,), value=figure(sound(), cell), source="/overview")
    (only,) = solved(report, witness)
    assert (after(only), only.unique, only.witnesses) == ({cell: witness.value}, True, (witness,))
    assert len(solved(report)) > 1


def test_a_statement_of_a_sum_of_cells_decides_between_them_and_the_others() -> None:
    report = broken({f"{BLOCK}/upheld": 75})
    cells = (f"{BLOCK}/upheld", f"{BLOCK}/corrected")
    found = solved(report, Witness(cells=cells, value=72 + 64))
    assert {p for repair in found for p in after(repair)} == set(cells)
    assert not any(repair.unique for repair in found)
    minus = Witness(cells=(f"{BLOCK}/total",), minus=cells, value=351 - 72 - 64)
    # A total that is greater by 3 agrees with it as well; what was left out of the sum does not.
    assert {p for repair in solved(report, minus) for p in after(repair)} == {*cells, f"{BLOCK}/total"}


@pytest.mark.parametrize(
    "witness",
    [
        Witness(cells=(f"{BLOCK}/upheld",), value=1234),
        Witness(cells=("/disputes/litigation/direct/total",), value=26),
        Witness(cells=("/proactive_disclosure/licensing/licences/decisions",), value=3),
        Witness(cells=("/no/such/cell",), value=3),
    ],
)
def test_a_statement_that_agrees_with_all_candidates_or_none_changes_nothing(witness: Witness) -> None:
    report = broken({f"{BLOCK}/corrected": 46})
    assert solved(report, witness) == solved(report)


def test_a_statement_may_speak_for_a_repair_that_comes_second() -> None:
    report = broken(
        {f"{TOTAL}/outcomes/declined/published_material": 25, f"{TOTAL}/outcomes/declined/repeated": 0},
    )
    first, second = solved(report)
    assert [f.kind for f in (first, second)] == ["exchanged-in-column", "exchanged-in-total"]
    witness = Witness(cells=(f"{TOTAL}/outcomes/declined/repeated",), value=25)
    (only,) = solved(report, witness)
    assert (only.changes, only.unique) == (second.changes, True)


def test_an_exchange_in_a_column_comes_before_its_twin_in_the_totals_and_is_not_called_the_only_one() -> None:
    repeated, published = "outcomes/declined/repeated", "outcomes/declined/published_material"
    first, second = validate(broken({f"{NATURAL}/{repeated}": 0, f"{NATURAL}/{published}": 25})).repairs
    assert after(first) == {f"{NATURAL}/{repeated}": 25, f"{NATURAL}/{published}": 0}
    assert after(second) == {f"{TOTAL}/{repeated}": 0, f"{TOTAL}/{published}": 25}
    assert (first.of, first.unique, second.unique) == (2, False, False)


def test_exchanges_that_look_alike_are_all_told() -> None:
    first, second = "outcomes/granted", "outcomes/unavailable/not_held"
    truth = sound("minhang-2025")
    put_row(truth, first, 7, 4)
    put_row(truth, second, 2, 5)
    balance(truth)
    assert not validate(truth).findings or not validate(truth).repairs
    # Printed so, the row above may have been exchanged, or the one below: the sums are off by 3 either way.
    put_row(truth, first, 4, 7)
    repairs = validate(truth).repairs
    assert [after(repair) for repair in repairs] == [row(first, 7, 4), row(second, 5, 2)]
    assert {(repair.of, repair.unique, repair.kind) for repair in repairs} == {(2, False, "exchanged-in-row")}


def test_what_is_explained_is_no_failure() -> None:
    report = broken({f"{BLOCK}/total": 4})
    entry = {"rule": "disputes-totals", "pointer": f"{BLOCK}/total", "text": "合并审理，件数按案号计。"}
    report["explanations"] = [entry]
    assert validate(report).repairs == ()
    report["requests"]["natural_person"]["received"] = 3010
    (only,) = validate(report).repairs
    assert after(only) == {f"{NATURAL}/received": 3001}
    assert all(rule != "disputes-totals" for rule, _ in only.mends)


def test_tables_that_share_no_figure_are_mended_together() -> None:
    repairs = solved(broken({f"{BLOCK}/total": 4, f"{NATURAL}/received": 3010}))
    assert [after(r) for r in repairs] == [{f"{BLOCK}/total": 351, f"{NATURAL}/received": 3001}]
    assert not repairs[0].unique


def test_more_mistakes_than_the_search_allows_have_no_repair() -> None:
    wrong = {f"{NATURAL}/{row}": 5000 + n for n, row in enumerate(ROWS)}
    result = validate(broken(wrong))
    assert result.repairs == ()
    assert not any(finding.hints for finding in result.findings)


def test_a_blank_counts_as_0_and_stays_blank() -> None:
    block = "/disputes/litigation/direct"
    report = sound()
    report["disputes"]["litigation"]["direct"] |= {"upheld": 4, "corrected": 0, "other": None, "pending": 0, "total": 1}
    assert [after(r) for r in validate(report).repairs] == [{f"{block}/upheld": 1}, {f"{block}/total": 4}]


def test_an_illegible_cell_may_hold_any_figure() -> None:
    """The row of an illegible cell proves nothing, so the columns alone have to tell which cell is wrong."""
    cell = f"{OTHER}/outcomes/granted"
    report = broken({cell: None, f"{NATURAL}/outcomes/granted": 1988})
    report["marks"] = [{"pointer": cell, "mark": "illegible"}]
    best, *others = validate(report).repairs
    assert after(best) == {f"{NATURAL}/outcomes/granted": 1288}
    assert not best.unique
    assert best.of == 1 + len(others)


def test_other_costs_choose_another_repair() -> None:
    data = json.loads(json.dumps(resources.read("repairs.json")))
    report = broken({f"{NATURAL}/outcomes/declined/repeated": 0, f"{NATURAL}/outcomes/declined/published_material": 25})
    column, total = (repair.kind for repair in solved(report))
    assert (column, total) == ("exchanged-in-column", "exchanged-in-total")
    for entry in data["groups"]:
        if entry["id"] == "exchanged-in-total":
            entry["cost"] = 25
    assert [repair.kind for repair in solved(report, costs=read_costs(data))] == [total, column]
    for entry in data["groups"]:
        if entry["id"] == "exchanged-in-total":
            entry["cost"] = 38
    (only,) = solved(report, costs=read_costs(data))
    assert (only.kind, only.unique) == (column, True)


ROWS = (
    "received",
    "outcomes/granted",
    "outcomes/denied/state_secret",
    "outcomes/declined/repeated",
    "outcomes/other/other",
)
COLUMNS = ("natural_person", "organizations/commercial_enterprise")


def row(name: str, *figures: int) -> dict[str, int]:
    return {f"/requests/{column}/{name}": value for column, value in zip(COLUMNS, figures, strict=True)}


def put_row(report: dict[str, Any], name: str, *figures: int) -> None:
    for pointer, value in row(name, *figures).items():
        *path, last = pointer.split("/")[1:]
        holder = report
        for step in path:
            holder = holder[step]
        holder[last] = value


def balance(report: dict[str, Any]) -> None:
    """Make every total of table three the sum that it stands for."""
    requests = report["requests"]
    applicants = [requests["natural_person"], *requests["organizations"].values()]
    for column in applicants:
        column["outcomes"]["total"] = 0
        column["outcomes"]["total"] = sum(leaves(column["outcomes"]))
        column["received"] = column["outcomes"]["total"] + column["carried_forward"] - column["carried_over"]
    add_up(requests["total"], applicants)


def test_rows_of_different_lengths_are_not_compared() -> None:
    # Undivided figures leave as many rows with a 总计 as rows without.
    groups = (f"{TOTAL}/outcomes/other", f"{NATURAL}/outcomes/unavailable", f"{NATURAL}/outcomes/denied")
    blanks = {cell: None for cell in CELLS if cell.startswith(tuple(f"{group}/" for group in groups))}
    report = broken({f"{NATURAL}/received": 99, **blanks})
    report["undivided"] = [{"pointer": group, "value": 0, "label": "合并"} for group in groups]
    assert all(len(after(repair)) <= 4 for repair in validate(report).repairs)


def leaves(group: dict[str, Any]) -> Iterator[int]:
    for value in group.values():
        yield from leaves(value) if isinstance(value, dict) else (value,)


def add_up(total: dict[str, Any], parts: list[dict[str, Any]]) -> None:
    for name, value in total.items():
        if isinstance(value, dict):
            add_up(value, [part[name] for part in parts])
        else:
            total[name] = sum(part[name] for part in parts)
