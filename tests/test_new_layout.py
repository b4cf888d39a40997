"""A further layout of the form is a folder of data: nothing of the library changes but what is generated."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reports import ROOT, clean

# What the toy layout has that no real one has: a fourth table with a rule of its own, and a row more in table 二.
TABLE = {
    "type": "object",
    "title": "七、公共数据开放情况",
    "description": "Open data",
    "definition": {"zh": "开放的数据集。", "en": "Data sets opened."},
    "axis": "rows",
    "corner": "数据集",
    "properties": {
        "new": {"$ref": "#/$defs/dataset_counts", "title": "本年新开放", "description": "Newly opened"},
        "all": {"$ref": "#/$defs/dataset_counts", "title": "累计开放", "description": "Opened in all"},
    },
    "required": ["new", "all"],
    "additionalProperties": False,
}
COUNTS = {
    "type": "object",
    "description": "Data sets by kind",
    "axis": "columns",
    "properties": {
        name: {
            "$ref": "#/$defs/count",
            "title": title,
            "description": title,
            "definition": {"zh": title, "en": title},
            "unit": "item",
        }
        for name, title in (("free", "无条件开放"), ("restricted", "有条件开放"), ("total", "合计"))
    },
    "required": ["free", "restricted", "total"],
    "additionalProperties": False,
}
RULE = {
    "id": "datasets-totals",
    "kind": "equation",
    "severity": "error",
    "standing": "derived",
    "basis": [{"act": "form-2021"}],
    "each": ["dataset"],
    "left": ["/open_data/{dataset}/{kind}"],
    "right": ["/open_data/{dataset}/total"],
    "at": "/open_data/{dataset}/total",
}
PROGRAM = """
import json, sys
from govreport import loads, dumps, validate
from govreport.form.drawing import draw
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.validation.gate import judge

good, bad = (open(name, "rb").read() for name in ("good.json", "bad.json"))
layout = load_layout("2030")
print(json.dumps({
    "judged": judge(good).name,
    "good": [f.code for f in validate(good).findings],
    "bad": [[f.code, f.pointer, f.message("zh"), place(layout, f.pointer)] for f in validate(bad).findings],
    "hint": [[c.pointer, c.after] for c in validate(bad).findings[0].hints[0].changes],
    "inverse": dumps(loads(good)) == good,
    "attribute": loads(good).open_data.new.free,
    "drawn": [[box.role, box.text] for block in draw(layout.tables[-1]) for box in block.boxes],
}))
"""


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*.py"))
        if "2030" not in p.name and p.name != "registry.py"
    }


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the project with the toy layout added below schema/, and its code generated."""
    for folder in ("govreport", "schema", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    write_layout(tmp_path / "schema")
    subprocess.run([sys.executable, "tools/generate.py"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def write_layout(schema: Path) -> None:
    def read(name: str) -> Any:
        return json.loads((schema / name).read_bytes())

    def write(name: str, value: Any) -> None:
        path = schema / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")

    report = read("2021/report.schema.json")
    report["$id"] = "urn:govreport:layout:2030"
    report["properties"]["layout"]["const"] = "2030"
    report["$defs"] |= {"open_data": TABLE, "dataset_counts": COUNTS}
    members = list(report["properties"].items())
    place = [name for name, _ in members].index("marks")
    members.insert(place, ("open_data", {"$ref": "#/$defs/open_data"}))
    report["properties"] = dict(members)
    report["required"].append("open_data")
    write("2030/report.schema.json", report)
    rules = read("2021/rules.json")
    rules["sets"] |= {"dataset": ["new", "all"], "kind": ["free", "restricted"]}
    rules["sets"]["table"].append("open_data")
    rules["rules"].insert(0, RULE)
    write("2030/rules.json", rules | {"layout": "2030"})
    versions = read("versions.json")
    versions["layouts"]["2030"] = versions["layouts"]["2021"]
    write("versions.json", versions)
    for language in ("zh", "en"):
        messages = read(f"messages/{language}.json")
        messages["codes"]["datasets-totals"] = messages["codes"]["disputes-totals"]
        write(f"messages/{language}.json", messages)


def toy(free: int) -> dict[str, Any]:
    counts = {"free": free, "restricted": 2, "total": 5}
    report = clean()
    members = list((report | {"layout": "2030"}).items())
    place = [name for name, _ in members].index("other_matters") + 1
    members.insert(place, ("open_data", {"new": counts, "all": counts}))
    return dict(members)


def test_a_layout_added_as_data_is_validated_ruled_and_drawn(checkout: Path) -> None:
    before = fingerprint(ROOT / "govreport")
    for name, free in (("good.json", 3), ("bad.json", 4)):
        text = json.dumps(toy(free), ensure_ascii=False, indent=2) + "\n"
        (checkout / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=checkout, env={"PYTHONPATH": str(checkout)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["judged"] == "CLEAN"
    assert told["good"] == []
    place = "/open_data/new/total"
    assert told["bad"][0][:2] == ["datasets-totals", place]
    assert told["bad"][0][2:] == ["四种结果之和为 6，而总计为 5，相差 1", "本年新开放 · 合计"]
    assert told["hint"] == [["/open_data/new/free", 3]]
    assert told["inverse"]
    assert told["attribute"] == 3
    assert [text for role, text in told["drawn"] if role != "cell"] == [
        "数据集",
        "无条件开放",
        "有条件开放",
        "合计",
        "本年新开放",
        "累计开放",
    ]
    assert fingerprint(checkout / "govreport") == before
