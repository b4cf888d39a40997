"""The workbook to fill in of an added layout: its live column says in LibreOffice what the rules of that layout say."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.office import converted, needs_office
from tests.documents.rendering.fillable.books import shown_on
from tests.layouts.added import ADDED, own_report
from tests.layouts.running import run
from tests.reports import ROOT, document
from tests.sharing import by_one_process

pytestmark = needs_office
# Six reports, others for each layout, each with a tenth of its figures blank, and a few changed by one.
_WRITE = """
import json, random, sys
from pathlib import Path

sys.path.append(sys.argv[1])
from govreport.form.layout import load_layout
from govreport.model.codec import loads
from tests.conformance.suite import Case, written
from tests.documents.rendering.fillable.books import write

given = Path(sys.argv[2]).read_bytes()
layout = load_layout(json.loads(given)["layout"])
cases = []
for number in range(6):
    chosen = random.Random(f"{Path(sys.argv[2]).stem} {number}")
    report = json.loads(given)
    changes = []
    for pointer, cell in layout.cells.items():
        steps = pointer.split("/")[1:]
        *path, last = steps
        place = report
        for step in path:
            place = place[step]
        if cell.kind != "amount" and chosen.random() < 0.12:
            place[last] = None if chosen.random() < 0.7 else place[last] + 1
            changes.append({"pointer": pointer})
    case = Case(name=str(number), group="rules", data={"input": {"changes": changes}})
    cases.append(([case], loads(written(report))))
data, tables = write(cases)
Path(sys.argv[3]).write_bytes(data)
told = [[t.sheet, t.cells[place], text] for t in tables for place, text in t.expected.items()]
json.dump(told, sys.stdout)
"""


@pytest.fixture(scope="module")
def said(
    checkouts: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[str, str, str]]]:
    """Return for each layout what the rules say, by cell of its workbook, and what LibreOffice shows."""
    folder = by_one_process(tmp_path_factory, "fillable")
    expected: dict[str, list[list[str]]] = {}
    for name in ADDED:
        source, target = folder / f"{name}.json", folder / f"{name}.xlsx"
        source.write_bytes(document(own_report(name)))
        expected[name] = json.loads(run(checkouts(name), ["-c", _WRITE, str(ROOT), str(source), str(target)]))
    worked_out = converted({f"{n}.xlsx": (folder / f"{n}.xlsx").read_bytes() for n in ADDED}, "xlsx", folder)
    found = {}
    for name, data in worked_out.items():
        shown = shown_on(data, {sheet for sheet, _, _ in expected[name]})
        found[name] = [(f"{s} {c}", text, str(shown[s].get(c) or "")) for s, c, text in expected[name]]
    return found


@pytest.mark.parametrize("name", ADDED)
def test_its_live_column_says_what_its_rules_say(name: str, said: dict[str, list[tuple[str, str, str]]]) -> None:
    assert [(place, shown) for place, _, shown in said[name]] == [(place, text) for place, text, _ in said[name]]
    kinds = Counter("fails" if text.startswith("相差") else text for _, text, _ in said[name])
    assert min(kinds[kind] for kind in ("", "fails", "待填")) > 5
