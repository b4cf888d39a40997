"""Reading one document in a process of its own, from a program that has threads, a loop of events, or neither."""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from govreport import UnreadableDocument, check, extract
from govreport.batches.apart import check_apart, extract_apart
from govreport.documents.limits import Limits
from tests.cli.publishing import CONTRADICTION, RENDERED, published
from tests.cli.test_apart import long_pdf
from tests.reports import EXAMPLES, ROOT

pytestmark = pytest.mark.usefixtures("begun_workers")
REPORT = EXAMPLES / "contradictions" / "outcomes-2020.json"


@pytest.mark.parametrize("form", RENDERED)
def test_it_gives_what_is_given_in_this_process(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(published(form, CONTRADICTION))
    assert extract_apart(path) == extract(path)
    assert check_apart(path.read_bytes()) == check(path.read_bytes())


def test_a_path_and_bytes_are_taken_by_both(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(published("html", CONTRADICTION))
    assert extract_apart(path.read_bytes()) == extract(path.read_bytes())
    assert check_apart(path) == check(path)


def test_json_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert check_apart(REPORT) == check(REPORT)
    assert check_apart(REPORT.read_bytes()) == check(REPORT)


def test_what_cannot_be_read_is_refused_as_in_this_process(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.pdf", tmp_path):
        with pytest.raises(UnreadableDocument) as here:
            extract(path)
        with pytest.raises(UnreadableDocument) as apart:
            extract_apart(path)
        assert apart.value.finding == here.value.finding
    assert check_apart(b"PK\x03\x04") == check(b"PK\x03\x04")


def test_what_takes_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        extract_apart(long_pdf(), limits=Limits(seconds=1))
    assert refused.value.finding.code == "limit-exceeded"
    assert refused.value.finding.parameters == {"limit": "seconds", "allowed": 1}
    (finding,) = check_apart(published("docx"), limits=Limits(memory=1 << 20)).findings
    assert finding.parameters == {"limit": "memory", "allowed": 1 << 20}


def test_threads_and_loops_may_read_at_the_same_time() -> None:
    pages = [published("html"), published("docx")] * 2
    expected = [check(page) for page in pages]
    with ThreadPoolExecutor(4) as executor:
        assert list(executor.map(check_apart, pages)) == expected

    async def gather() -> list[object]:
        return list(await asyncio.gather(*(asyncio.to_thread(check_apart, page) for page in pages)))

    # In a thread of its own: what drives a browser leaves a loop running in that of the tests.
    with ThreadPoolExecutor(1) as executor:
        assert executor.submit(asyncio.run, gather()).result() == expected


def test_a_program_needs_no_guard_around_its_main_module(tmp_path: Path) -> None:
    page, program = tmp_path / "a.html", tmp_path / "program.py"
    page.write_bytes(published("html"))
    program.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from govreport.batches.apart import extract_apart\n"
        f"print(extract_apart({str(page)!r}).completeness)\n"
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.stdout, done.stderr) == ("whole\n", "")
