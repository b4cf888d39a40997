"""A further layout is reached through its neighbour by a table of its own; nothing of the library changes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reports import ROOT

# Table 四 moves and one result of it is split in two, table 二 loses a block, a text and a member come new.
PROGRAM = """
import json
from govreport import convert, dumps, loads, restore
from govreport.conversion.convert import find_way
from govreport.conversion.record import read_losses, write_losses
from govreport.errors import EditedReport

told = {"way": find_way("2019", "2030"), "back": find_way("2030", "2019")}
for name in ("jiading-2019", "huaian-2024", "hongze-2024"):
    original = loads(open(f"{name}.json", "rb").read())
    conversion = convert(original, "2030")
    read = read_losses(write_losses(conversion), loads(dumps(conversion.report)))
    assert read == conversion
    assert dumps(restore(read)) == dumps(original)
    again = convert(conversion.report, original.layout)
    assert dumps(restore(again)) == dumps(conversion.report)
    told[name] = {
        "report": json.loads(dumps(conversion.report)),
        "steps": [[step.source, step.target, len(step.losses) > 0] for step in conversion.steps],
        "layouts": sorted({loss.layout for loss in conversion.losses}),
        "places": [loss.place() for loss in conversion.losses if loss.layout == "2021"],
        "schema": conversion.report.schema,
    }
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what the program tells in a copy of the project with a layout and a table more."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("govreport", "schema", "tools"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("jiading-2019", "huaian-2024", "hongze-2024"):
        shutil.copy(ROOT / "examples" / "reports" / f"{name}.json", copy)
    # A report without the optional member that the table takes apart.
    report = json.loads((copy / "hongze-2024.json").read_bytes())
    del report["period"]
    (copy / "hongze-2024.json").write_text(json.dumps(report), encoding="utf-8")
    _add_layout(copy / "schema")
    subprocess.run([sys.executable, "tools/generate.py"], cwd=copy, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _add_layout(schema: Path) -> None:
    def read(name: str) -> Any:
        return json.loads((schema / name).read_bytes())

    def write(name: str, value: Any) -> None:
        (schema / name).parent.mkdir(exist_ok=True)
        (schema / name).write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")

    report = read("2021/report.schema.json")
    report["$id"] = "urn:govreport:layout:2030"
    report["properties"]["layout"]["const"] = "2030"
    report["properties"] = {"cases" if k == "disputes" else k: v for k, v in report["properties"].items()}
    report["required"] = ["cases" if name == "disputes" else name for name in report["required"]]
    counts = report["$defs"]["dispute_counts"]
    cell = counts["properties"]["other"]
    report["$defs"]["other_results"] = {
        "type": "object",
        "title": "其他结果",
        "description": "Other result",
        "axis": "columns",
        "properties": {name: cell | {"title": title} for name, title in (("withdrawn", "撤回"), ("ended", "终止"))},
        "required": ["withdrawn", "ended"],
        "additionalProperties": False,
    }
    counts["properties"]["other"] = {
        "$ref": "#/$defs/other_results",
        "title": "其他结果",
        "description": "Other result",
    }
    proactive = report["$defs"]["proactive_disclosure"]
    proactive["required"].remove("charges")
    del proactive["properties"]["charges"]
    for name in ("charges", "charge_amount", "amount"):
        del report["$defs"][name]
    report["$defs"]["period"]["properties"]["last"] = report["$defs"]["period"]["properties"].pop("end")
    report["$defs"]["period"]["required"] = ["start", "last"]
    write("2030/report.schema.json", report)

    rules = read("2021/rules.json")
    text = json.dumps(rules, ensure_ascii=False).replace("/disputes/", "/cases/").replace("/period/end", "/period/last")
    rules = json.loads(text) | {"layout": "2030"}
    # Without a file that says how texts speak of its cells, a layout has no rules on them, nor on charges it lacks.
    rules["rules"] = [r for r in rules["rules"] if r["kind"] != "stated" and "/charges/" not in r["at"]]
    rules["sets"]["table"] = ["proactive_disclosure", "requests", "cases"]
    rules["sets"]["dispute_outcome"] = ["upheld", "corrected", "other/withdrawn", "other/ended", "pending"]
    write("2030/rules.json", rules)
    versions = read("versions.json")
    versions["layouts"]["2030"] = versions["layouts"]["2021"]
    write("versions.json", versions)

    table = read("mappings/2019-2021.json")
    dispute = ["reconsideration", "litigation/direct", "litigation/after_reconsideration"]
    results = ["upheld", "corrected", "pending", "total"]
    members = [name for name in read("2021/report.schema.json")["properties"] if name not in ("disputes", "period")]
    same = [name for name in members if name not in ("$schema", "layout", "proactive_disclosure")]
    lists = ("marks", "undivided", "notes", "explanations")
    change = {"kind": "renamed", "reason": "other-schema"}
    table |= {
        "left": "2021",
        "right": "2030",
        "sets": {"dispute": dispute, "result": results, "kept": ["documents", "licensing", "enforcement"]},
        "rows": [
            change
            | {
                "left": "/$schema",
                "right": "/$schema",
                "values": [[f"urn:govreport:layout:{n}" for n in (2021, 2030)]],
            },
            change | {"left": "/layout", "right": "/layout", "values": [["2021", "2030"]]},
            *({"kind": "same", "at": f"/{name}"} | ({"holds": name} if name in lists else {}) for name in same),
            {"kind": "same", "at": "/period/start"},
            {"kind": "renamed", "left": "/period/end", "right": "/period/last"},
            {"kind": "same", "at": "/proactive_disclosure/{kept}"},
            {"kind": "only-left", "at": "/proactive_disclosure/charges", "reason": "not-asked"},
            {"kind": "renamed", "left": "/disputes/{dispute}/{result}", "right": "/cases/{dispute}/{result}"},
            {"kind": "split", "left": "/disputes/{dispute}/other", "right": "/cases/{dispute}/other"},
        ],
        "rules": [],
    }
    write("mappings/2021-2030.json", table)


def test_the_way_leads_over_the_neighbour_and_back(told: Any) -> None:
    assert told["way"] == [["2019", "2021"], ["2021", "2030"]]
    assert told["back"] == [["2030", "2021"], ["2021", "2019"]]
    assert [step[:2] for step in told["jiading-2019"]["steps"]] == told["way"]
    assert [step[:2] for step in told["huaian-2024"]["steps"]] == told["way"][1:]


def test_figures_move_with_their_table_and_split_cells_go_undivided(told: Any) -> None:
    original = json.loads((ROOT / "examples" / "reports" / "huaian-2024.json").read_bytes())
    result = told["huaian-2024"]["report"]
    counts, before = result["cases"]["reconsideration"], original["disputes"]["reconsideration"]
    assert list(counts) == list(before)
    assert counts["other"] == {"withdrawn": None, "ended": None}
    assert counts["total"] == before["total"]
    undivided = {"pointer": "/cases/reconsideration/other", "value": before["other"], "label": "其他结果"}
    assert undivided in result["undivided"]
    assert result["period"] == {"start": original["period"]["start"], "last": original["period"]["end"]}
    assert "period" not in told["hongze-2024"]["report"]


def test_losses_of_both_tables_are_told_in_words_of_their_layouts(told: Any) -> None:
    assert told["jiading-2019"]["layouts"] == ["2019"]
    assert told["huaian-2024"]["layouts"] == ["2021"]
    assert told["huaian-2024"]["places"] == ["第二十条第（八）项 › 行政事业性收费 · 本年收费金额（单位：万元）"]
