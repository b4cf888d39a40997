"""Published documents are read in processes of their own, within so much time and memory; JSON is not."""

import os
import subprocess
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from govreport.batches import worker
from tests.reports import EXAMPLES, ROOT

from .publishing import RENDERED, published
from .running import CONTRADICTION, NONE, govreport, listed, start, validate

PLAN = EXAMPLES / "plans" / "jiading-hr-2022.json"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the number of each process that is started."""
    numbers: list[int] = []
    start_worker = worker._start

    def count() -> Any:
        process, lifeline = start_worker()
        numbers.append(process.pid)
        return process, lifeline

    monkeypatch.setattr(worker, "_start", count)
    return numbers


@cache
def long_pdf() -> bytes:
    """Return a PDF that takes several seconds to read, and is within every other limit."""
    import io

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in range(120):
        canvas.setFont("STSong-Light", 9)
        for line in range(35):
            canvas.drawString(40, 800 - 20 * line, f"{page}.{line} " + "公开政府信息" * 8)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def refusals(output: dict[str, Any]) -> dict[str, str]:
    return {
        Path(document["path"]).name: finding["parameters"]["limit"]
        for document in output["files"]
        for finding in document["findings"]
        if finding["code"] == "limit-exceeded"
    }


def test_json_starts_no_process(started: list[int], tmp_path: Path) -> None:
    validate(EXAMPLES / "reports", EXAMPLES / "defects", EXAMPLES / "contradictions")
    validate("-", stdin=Path(CONTRADICTION).read_bytes())
    validate("-", stdin=b"")
    govreport("convert", NONE, "--to", "2019", "-o", tmp_path / "a.json")
    govreport("table", NONE)
    govreport("render", NONE, "--format", "html", "-o", tmp_path / "a.html")
    govreport("tasks", PLAN, EXAMPLES / "plans" / "jiading-hr-2022-report.json")
    assert started == []


def test_json_loads_nothing_of_what_starts_processes() -> None:
    code = f"""
import sys
from govreport.cli.main import main
try:
    main(["validate", {NONE!r}, {NONE!r}])
except SystemExit as done:
    print(done.code, sorted({{"subprocess", "pickle", "concurrent.futures", "faulthandler"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize("form", RENDERED)
def test_one_published_document_is_read_in_one_process(form: str, started: list[int], tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(published(form))
    assert validate(path).exit_code == 0
    assert validate("-", stdin=path.read_bytes()).exit_code == 0
    assert govreport("extract", path, "-o", tmp_path / "a.json").exit_code == 0
    assert govreport("extract", "-", "-o", tmp_path / "b.json", stdin=path.read_bytes()).exit_code == 0
    assert len(started) == 4


def test_the_process_is_kept_for_all_good_documents(started: list[int], tmp_path: Path) -> None:
    for number in range(12):
        form = RENDERED[number % len(RENDERED)]
        (tmp_path / f"{number}.{form}").write_bytes(published(form))
    assert validate(tmp_path, "--jobs", "1").exit_code == 0
    assert len(started) == 1


def test_no_process_is_left(started: list[int], tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(published("html"))
    validate(tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_that_takes_too_long_is_a_finding_and_the_run_goes_on(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(published("html"))
    (tmp_path / "b.pdf").write_bytes(long_pdf())
    (tmp_path / "c.docx").write_bytes(published("docx"))
    (tmp_path / "d.json").write_bytes(Path(NONE).read_bytes())
    arguments = (tmp_path, "--max-seconds", "1", "--jobs", jobs)
    assert refusals(listed(*arguments)) == {"b.pdf": "seconds"}
    assert validate(*arguments).exit_code == 3
    done = govreport("extract", *arguments, "-o", tmp_path / "out")
    assert done.exit_code == 3
    assert done.stderr.count("[limit-exceeded]") == 1
    assert "--max-seconds" in done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"a.json", "c.json", "d.json"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_that_takes_too_much_memory_is_a_finding(jobs: str, tmp_path: Path) -> None:
    for form in RENDERED:
        (tmp_path / f"a.{form}").write_bytes(published(form))
    (tmp_path / "a.json").write_bytes(Path(NONE).read_bytes())
    # What reads any format takes more than that by itself.
    arguments = (tmp_path, "--max-memory", "8MiB", "--jobs", jobs)
    assert refusals(listed(*arguments)) == {f"a.{form}": "memory" for form in RENDERED}
    assert validate(*arguments).exit_code == 3


def test_a_task_list_is_compared_within_the_same_limits(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(long_pdf())
    done = govreport("tasks", PLAN, tmp_path / "b.pdf", "--max-seconds", "1")
    assert done.exit_code == 3
    assert "[limit-exceeded]" in done.stderr


def test_three_documents_without_end_do_not_keep_eighty_good_ones_waiting(tmp_path: Path) -> None:
    for number in range(80):
        form = RENDERED[number % len(RENDERED)]
        (tmp_path / f"{number:02}.{form}").write_bytes(published(form))
    for name in ("00-", "40-", "99-"):
        (tmp_path / f"{name}.pdf").write_bytes(long_pdf())
    begun = time.process_time(), time.monotonic()
    output = listed(tmp_path, "--max-seconds", "2")
    print(f"{time.monotonic() - begun[1]:.1f} s")
    assert Counter(refusals(output).values()) == {"seconds": 3}
    assert output["summary"]["files"] == 83
    assert sum(not document["findings"] for document in output["files"]) == 80


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without end")
@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "-"],
        ["extract", "-"],
        ["convert", "-", "--to", "2019", "-o", "a.json"],
        ["restore", "-", "--losses", "l.json", "-o", "a.json"],
        ["table", "-"],
        ["render", "-", "--format", "html"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_standard_input_without_end_is_read_to_a_bound(arguments: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/zero", "rb") as endless, start(*arguments, stdin=endless, cwd=tmp_path, env=environment) as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode in (1, 3)
    assert b"[too-large]" in told or b"[limit-exceeded]" in told or arguments[0] in ("validate", "table")
    assert list(tmp_path.iterdir()) == []
