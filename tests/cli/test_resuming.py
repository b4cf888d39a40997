"""Runs that are ended in the midst of their work, by whatever signal, and taken up again; and two runs at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport import convert, dumps, load
from tests.reports import EXAMPLES, ROOT
from tools.forking import processes

from .publishing import published
from .running import NONE, govreport, start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
ENDINGS = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")
# Without the row of the fees, so that it is read in part.
PART = published("html").replace("行政事业性收费".encode(), "其他".encode())
WHOLE = published("html")


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.html").write_bytes(PART if number == 1 else WHOLE)
    return folder


def end_in_the_midst(name: str, out: Path, *arguments: str | Path) -> None:
    """Run a command, end it by a signal once it has written a few files, and see that it was ended early."""
    with start(*arguments, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while len(list(out.glob("*.json"))) < 4 and time.monotonic() < deadline:
            time.sleep(0.001)
        process.send_signal(getattr(signal, name))
        assert process.wait(30) in (-getattr(signal, name), 130)
    assert 4 <= len(list(out.glob("*.json"))) < 40


def test_a_document_that_is_read_in_part_is_read_in_part(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PART)
    assert govreport("extract", tmp_path / "a.html", "-o", tmp_path / "a.json").exit_code == 1


@pytest.mark.parametrize("name", ENDINGS)
def test_a_run_that_was_ended_is_taken_up_and_ends_as_one_that_was_not(name: str, pages: Path, tmp_path: Path) -> None:
    out, evidence, unbroken = tmp_path / "out", tmp_path / "evidence", tmp_path / "unbroken"
    command = ("extract", pages, "-o", out, "--evidence", evidence)
    end_in_the_midst(name, out, *command)
    # What a process leaves behind that is ended while it writes.
    (out / f".99.json.{'0' * 16}.part").write_bytes(b"half")
    again = govreport(*command)
    once = govreport("extract", pages, "-o", unbroken)
    assert "skipped" in again.stderr
    assert again.exit_code == once.exit_code == 1
    assert files(out) == files(evidence) == files(unbroken)
    assert all((out / name).read_bytes() == (unbroken / name).read_bytes() for name in files(out))
    assert govreport(*command).exit_code == 1


def test_a_conversion_that_was_ended_is_taken_up_without_force(tmp_path: Path) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    for number in range(3):
        (reports / f"{number}.json").write_bytes(Path(NONE).read_bytes())
    command = ("convert", reports, "--to", "2019", "-o", out, "-q")
    assert govreport(*command).exit_code == 0
    everything = {name: (out / name).read_bytes() for name in files(out)}
    # Ended between the losses of the second and its report, and before the third.
    (out / "1.json").unlink()
    (out / "2.json").unlink()
    (out / "2.json.losses.json").unlink()
    assert govreport(*command).exit_code == 0
    assert {name: (out / name).read_bytes() for name in files(out)} == everything
    restored = tmp_path / "restored"
    for _ in range(2):
        assert govreport("restore", out, "-o", restored).exit_code == 0


def test_a_conversion_of_one_file_is_taken_up_between_its_losses_and_its_report(tmp_path: Path) -> None:
    command = ("convert", NONE, "--to", "2019", "-o", tmp_path / "a.json", "-q")
    assert govreport(*command).exit_code == 0
    (tmp_path / "a.json").unlink()
    assert govreport(*command).exit_code == 0
    assert govreport(*command).exit_code == 2


def test_what_is_of_another_report_is_never_replaced(tmp_path: Path) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    out.mkdir()
    (reports / "a.json").write_bytes(Path(NONE).read_bytes())
    other = dumps(convert(load(EXAMPLES / "reports" / "huaian-2024.json"), "2019").report)
    (out / "a.json").write_bytes(other)
    assert govreport("convert", reports, "--to", "2019", "-o", out, "-q").exit_code == 2
    assert files(out) == {"a.json"}
    assert (out / "a.json").read_bytes() == other


@pytest.mark.parametrize("command", [("extract",), ("convert", "--to", "2019", "-q")])
def test_two_runs_into_one_folder_both_end_well(command: tuple[str, ...], tmp_path: Path) -> None:
    reports, out = tmp_path / "reports", tmp_path / "out"
    reports.mkdir()
    for number in range(30):
        name, data = ("html", WHOLE) if command[0] == "extract" else ("json", Path(NONE).read_bytes())
        (reports / f"{number}.{name}").write_bytes(data)
    runs = [start(*command, reports, "-o", out, stdin=None, stdout=None) for _ in range(3)]
    told = [run.communicate(timeout=120)[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], told
    assert len(list(out.glob("*.json"))) == (30 if command[0] == "extract" else 60)
    assert not list(out.glob(".*"))


def test_a_part_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from govreport.files import writing_atomically
with writing_atomically(Path(sys.argv[1])) as file:
    print("writing", flush=True)
    sys.stdin.read()
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with processes.Popen(
        [sys.executable, "-c", code, tmp_path / "a.json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        with start("validate", NONE, "-o", tmp_path / "b.json") as other:
            assert other.wait(60) == 0
        writer.communicate(b"", timeout=60)
        assert writer.returncode == 0
    assert files(tmp_path) == {"a.json", "b.json"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("arguments", [["--help"], ["validate", "--help"], ["--version"], ["validate", NONE]])
def test_a_full_disk_is_no_defect_of_the_program(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full, start(*arguments, stdout=full) as process:
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait(60) == 2
    assert "internal" not in told
    assert len(told.splitlines()) == 1
    with open("/dev/full", "wb") as full, start("no-such-command", stdout=full, stderr=full) as process:
        assert process.wait(60) == 2
