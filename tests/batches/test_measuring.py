"""How much memory a process holds and how long it has worked, by each of the ways in which systems say it."""

import os
import subprocess
import sys

import pytest

from govreport.batches import measuring

NOBODY = 2**22 + 1
GROWN = 200 << 20
WAYS = ("files", "psutil", "ps")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Leave one way only."""
    if request.param == "files" and not measuring._HAS_PROC:
        pytest.skip("no such files on this system")
    monkeypatch.setattr(measuring, "_HAS_PROC", request.param == "files")
    if request.param == "ps":
        if os.name == "nt":
            pytest.skip("no ps on Windows")
        monkeypatch.setitem(sys.modules, "psutil", None)
    return str(request.param)


def test_it_says_how_much_a_process_holds(way: str) -> None:
    code = f"import sys; kept = b'x' * {GROWN}; print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        found = measuring.resident(process.pid)
        process.communicate(b"")
    assert found is not None
    assert GROWN < found < GROWN * 1.5


def test_of_one_that_is_gone_it_says_nothing(way: str) -> None:
    assert measuring.resident(NOBODY) is None


def test_it_says_how_long_a_process_has_worked(way: str) -> None:
    code = "import sys, time\nwhile time.process_time() < 0.5: pass\nprint(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        found = measuring.worked(process.pid)
        process.communicate(b"")
    assert found is None if way == "ps" else found is not None and 0.4 < found < 1
