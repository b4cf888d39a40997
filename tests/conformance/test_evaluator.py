"""A second evaluator, in JavaScript and from the normative texts alone, passes the suite; broken rules make it fail."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govreport import resources

from .suite import NODE_OPTIONS, ROOT, cases, document, files


def has_known_layout(value: Any) -> bool:
    """Return whether a document is a report of a layout that is known."""
    return isinstance(value, dict) and value.get("layout") in resources.layouts()


SCRIPT = Path(__file__).with_name("evaluator.mjs")
GROUPS = ("rules", "blanks", "truth-table", "repairs", "statements", "organs", "years", "levels")
# Of what a document without a known layout holds, no rule is asked.
WITH_DEFECTS = [case for case in cases("structure", "unsound") if has_known_layout(document(case.data["input"]))]
WORDS = [
    text
    for entries in json.loads((ROOT / "schema" / "slips.json").read_bytes())["slips"].values()
    for entry in entries
    for text in (*entry["wrong"], *entry["right"])
]
CASES = {group: len(cases(group)) for group in GROUPS} | {"slips": len(WORDS)}
OF_FILES = {name.removesuffix(".json"): len(file["cases"]) for name, file in files().items()}


def _evaluate(*arguments: Path | str) -> tuple[int, ...]:
    """Run the evaluator; return its exit code and how many cases passed, failed and were not asked."""
    node = shutil.which("node")
    if node is None:
        reason = "Node.js is needed for the second evaluator of the rules and is not on the PATH"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        [node, *NODE_OPTIONS, SCRIPT, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    counts = re.fullmatch(r"([0-9]+) passed, ([0-9]+) failed(?:, ([0-9]+) unasked)?\n", done.stdout)
    assert counts, done.stderr
    return done.returncode, *(int(count or 0) for count in counts.groups())


def test_the_second_evaluator_passes_every_case() -> None:
    count = sum(CASES.values()) + len(WITH_DEFECTS)
    assert count > 1000
    assert _evaluate(ROOT / "schema") == (0, count, 0, 0)


def _assert_fails(name: str, broken: Callable[[Any], None], folder: Path, *asked: str) -> None:
    """Break a file of a copy of schema/; some case about it must fail then, and none may be missing."""
    schema = folder / "schema"
    shutil.copytree(ROOT / "schema", schema)
    data = json.loads((schema / name).read_bytes())
    broken(data)
    (schema / name).write_text(json.dumps(data), encoding="utf-8")
    code, passed, failed, unasked = _evaluate("--first", schema, *asked)
    assert (code, passed + failed + unasked) == (1, sum((OF_FILES | CASES)[name] for name in asked))
    assert failed == 1


def _rule(data: Any, name: str) -> Any:
    return next(rule for rule in data["rules"] if rule["id"] == name)


def _swap_side(data: Any) -> None:
    rule = _rule(data, "requests-identity")
    rule["right"].append(rule["left"].pop())


def _drop_member(data: Any) -> None:
    data["sets"]["outcome"].remove("denied/administrative_query")


def _turn_relation(data: Any) -> None:
    _rule(data, "documents-stock")["relation"] = "<="


def _drop_condition(data: Any) -> None:
    del _rule(data, "rules-power-department")["when"][1]


def _move_place(data: Any) -> None:
    _rule(data, "disputes-totals")["at"] = "/disputes/{dispute}/upheld"


def _soften(data: Any) -> None:
    _rule(data, "requests-columns")["severity"] = "warning"


def _forget_order(data: Any) -> None:
    del _rule(data, "fees-unmentioned")["after"]


def _shift_date(data: Any) -> None:
    _rule(data, "published-late-government")["value"] = "{year+1}-04-01"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["digit-lost", "exchanged-in-row", "with-total", "row-shifted"])
def test_another_cost_of_a_repair_does_not_pass(kind: str, tmp_path: Path) -> None:
    def cheaper(data: Any) -> None:
        for entry in data["figures"] + data["groups"]:
            entry["cost"] -= entry["id"] == kind

    _assert_fails("repairs.json", cheaper, tmp_path, "repairs")


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [_swap_side, _drop_member, _turn_relation, _drop_condition, _move_place, _soften, _forget_order, _shift_date],
)
def test_a_broken_rule_does_not_pass(broken: Callable[[Any], None], tmp_path: Path) -> None:
    # The cases of 2019 ask for rules of 2019, and cannot fail.
    _assert_fails("2021/rules.json", broken, tmp_path, "equations-2021", "rules-2021")


def _forget_table(data: Any) -> None:
    data["tables"]["decisions"]["verbs"][""] = {"measure": [["items"]]}


def _forget_relation(data: Any) -> None:
    for label in data["labels"]:
        label.pop("relation", None)


def _forget_inheritance(data: Any) -> None:
    del data["tables"]["requests"]["inherits"]


def _forget_shares(data: Any) -> None:
    data["tables"]["requests"]["shares"].pop(0)


def _forget_partitions(data: Any) -> None:
    del data["tables"]["requests"]["partitions"]


def _forget_variants(data: Any) -> None:
    data["variants"].clear()


def _forget_petitions(data: Any) -> None:
    data["sinks"]["petition"] = ["舆情"]


def _forget_zero(data: Any) -> None:
    data["classes"]["zero"].remove("未发生")


def _forget_what_stands_before(data: Any) -> None:
    for entry in data["slips"]["holes"]:
        entry.pop("not_behind", None)


def _forget_the_calendar(data: Any) -> None:
    for entry in data["slips"]["dates"]:
        entry.pop("check", None)


def _take_for_filler(data: Any) -> None:
    data["classes"]["filler"].append("结果")


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("2021/statements.json", _forget_relation),
        ("statements/words.json", _forget_petitions),
        ("slips.json", _forget_what_stands_before),
        *(
            pytest.param(name, broken, marks=pytest.mark.slow)
            for name, broken in (
                ("2021/statements.json", _forget_table),
                ("2021/statements.json", _forget_inheritance),
                ("2021/statements.json", _forget_shares),
                ("2021/statements.json", _forget_partitions),
                ("statements/words.json", _forget_variants),
                ("statements/words.json", _forget_zero),
                ("slips.json", _forget_the_calendar),
                ("statements/words.json", _take_for_filler),
            )
        ),
    ],
)
def test_broken_words_for_texts_do_not_pass(name: str, broken: Callable[[Any], None], tmp_path: Path) -> None:
    _assert_fails(name, broken, tmp_path, "slips" if name == "slips.json" else "statements")


def _loosen_years(data: Any) -> None:
    _rule(data, "years-fee-unit")["times"] = 2001


def _shift_years(data: Any) -> None:
    _rule(data, "years-items")["before"].pop()


def _forget_places(data: Any) -> None:
    data["places"]["endings"].clear()


def _ask_for_equal_sentences(data: Any) -> None:
    data["sentences"]["alike"] = 100


def _tell_less(data: Any) -> None:
    _rule(data, "years-text-repeated")["told"] = 49


def _count_from_any_year(data: Any) -> None:
    data["changes"]["first"] = data["changes"]["first"].replace("([12１２][0-9０-９]{3})年度?", "()[12][0-9]{3}年度?")


def _forget_less(data: Any) -> None:
    data["changes"]["change"] = data["changes"]["change"].replace("减少|下降|", "")


def _tell_one_change(data: Any) -> None:
    data["changes"]["next"] = "^无"


def _forget_recalled(data: Any) -> None:
    _rule(data, "years-told-figure")["each"] = ["applicant"]
    _rule(data, "years-told-figure")["at"] = "/requests/{applicant}/carried_over"


def _forget_points(data: Any) -> None:
    data["changes"]["measure"] = data["changes"]["measure"].replace("(?!百分点)", "")


def _add_rules_of_government(data: Any) -> None:
    data["apart"].clear()


def _forget_nothing(data: Any) -> None:
    data["nothing"].clear()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("years.json", _loosen_years),
        ("years.json", _shift_years),
        ("years.json", _forget_places),
        ("years.json", _ask_for_equal_sentences),
        ("years.json", _tell_less),
        ("years.json", _count_from_any_year),
        ("years.json", _forget_less),
        ("years.json", _tell_one_change),
        ("years.json", _forget_points),
        ("years.json", _forget_recalled),
        ("levels.json", _add_rules_of_government),
        ("levels.json", _forget_nothing),
    ],
)
def test_broken_rules_between_reports_do_not_pass(name: str, broken: Callable[[Any], None], tmp_path: Path) -> None:
    _assert_fails(name, broken, tmp_path, name.removesuffix(".json"))
