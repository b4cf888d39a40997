"""A further layout of the form is a folder of data: nothing of the library changes but what is generated.

`tests/layouts/` shows that every other part knows it.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.layouts.added import checkout as add_layout
from tests.layouts.added import own_report
from tests.reports import ROOT

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
        if "2030" not in p.name and p.name not in ("registry.py", "__init__.py")
    }


def toy(free: int) -> dict[str, Any]:
    report = own_report("table-more")
    for counts in report["open_data"].values():
        counts["free"] = free
    return report


def test_a_layout_added_as_data_is_validated_ruled_and_drawn(tmp_path: Path) -> None:
    checkout = add_layout("table-more", tmp_path)
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
