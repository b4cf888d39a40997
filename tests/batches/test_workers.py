"""Work in processes of their own: in what order it comes back, what it may cost, and what is left of it afterwards."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govreport.batches.workers import Allowance, pool, retrieve
from govreport.documents.limits import UnreadableDocument
from tests.batches import jobs
from tests.reports import ROOT

pytestmark = pytest.mark.usefixtures("begun_workers")
LONG = 30
MEGABYTE = 1 << 20


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    # What a process is to do it imports by its name.
    monkeypatch.syspath_prepend(str(ROOT))


def is_running(process: int) -> bool:
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    # Of one that is a zombie only the entry is left, since nobody has asked for its exit code.
    return done.stdout.strip() != "" and not done.stdout.startswith("Z")


def is_gone(process: int, patience: float = 10) -> bool:
    deadline = time.monotonic() + patience
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(process)


def refusal(work: jobs.Does, allowance: Allowance) -> tuple[str, object]:
    with pool(1, jobs.do, jobs.prepare) as workers, pytest.raises(UnreadableDocument) as refused:
        retrieve(workers.submit(work, allowance))
    finding = refused.value.finding
    return finding.code, finding.parameters.get("limit", finding.parameters.get("reason"))


def test_each_item_gives_its_result() -> None:
    with pool(2, jobs.do, jobs.prepare) as workers:
        futures = [workers.submit(("double", number), Allowance()) for number in (3, 2, 1)]
        assert [retrieve(future) for future in futures] == [6, 4, 2]


def test_nothing_is_started_that_has_nothing_to_do() -> None:
    with pool(4, jobs.do, jobs.prepare) as workers:
        processes = {retrieve(workers.submit(("process", None), Allowance())) for _ in range(5)}
    assert len(processes) == 1


@pytest.mark.parametrize("does", ["sleep", "spin", "backtrack"])
def test_what_takes_too_long_is_ended_even_in_the_midst_of_a_pattern(does: str) -> None:
    begun = time.monotonic()
    assert refusal((does, LONG), Allowance(seconds=1)) == ("limit-exceeded", "seconds")
    assert time.monotonic() < begun + LONG


def test_time_in_which_others_have_the_processor_counts_for_a_quarter() -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        assert retrieve(workers.submit(("sleep", 2), Allowance(seconds=1))) == 2


def test_the_time_to_get_ready_is_not_counted() -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        assert retrieve(workers.submit(("slowly prepared", 2), Allowance(seconds=1))) == 2


@pytest.mark.parametrize("does", ["grow", "grow at once"])
def test_what_takes_too_much_memory_is_ended(does: str) -> None:
    assert refusal((does, 1000 * MEGABYTE), Allowance(memory=200 * MEGABYTE)) == ("limit-exceeded", "memory")


def test_memory_that_cannot_even_be_asked_for_is_too_much() -> None:
    assert refusal(("grow at once", sys.maxsize // 2), Allowance(memory=200 * MEGABYTE)) == ("limit-exceeded", "memory")


def test_the_others_go_on_where_one_is_ended() -> None:
    work: list[jobs.Does] = [("double", n) if n % 3 else ("sleep", LONG) for n in range(9)]
    with pool(2, jobs.do, jobs.prepare) as workers:
        futures = [workers.submit(one, Allowance(seconds=1)) for one in work]
        found = [future.exception() or future.result() for future in futures]
    assert [one for one in found if isinstance(one, int)] == [2 * n for n in range(9) if n % 3]
    assert sum(isinstance(one, UnreadableDocument) for one in found) == 3


def test_a_process_that_ends_by_itself_costs_its_item_after_a_second_try(tmp_path: Path) -> None:
    with pool(2, jobs.do, jobs.prepare) as workers:
        futures = [
            workers.submit(one, Allowance())
            for one in (("double", 1), ("crash", tmp_path / "tries"), ("double", 2), ("double", 3))
        ]
        assert [retrieve(futures[n]) for n in (0, 2, 3)] == [2, 4, 6]
        with pytest.raises(UnreadableDocument) as refused:
            retrieve(futures[1])
    assert refused.value.finding.code == "reader-crashed"
    assert (tmp_path / "tries").read_text() == "xx"


def test_a_process_that_was_ended_by_others_costs_nothing(tmp_path: Path) -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        assert retrieve(workers.submit(("crash once", tmp_path / "tries"), Allowance())) == "done"


def test_an_exception_is_raised_and_the_process_kept() -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        before = retrieve(workers.submit(("process", None), Allowance()))
        with pytest.raises(Exception, match="ZeroDivisionError"):
            retrieve(workers.submit(("fail", None), Allowance()))
        assert retrieve(workers.submit(("process", None), Allowance())) == before


def test_what_is_printed_gets_not_between_the_answers() -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        assert retrieve(workers.submit(("print", "noise"), Allowance())) == "noise"


def test_a_process_is_replaced_that_holds_much_of_what_the_next_may_take() -> None:
    with pool(1, jobs.do, jobs.prepare) as workers:
        allowance = Allowance(memory=400 * MEGABYTE)
        before = retrieve(workers.submit(("keep", 250 * MEGABYTE), allowance))
        assert retrieve(workers.submit(("process", None), allowance)) != before
        assert is_gone(before)


@pytest.mark.parametrize("does", ["sleep", "backtrack"])
def test_work_that_is_broken_off_ends_at_once_with_its_processes(does: str, tmp_path: Path) -> None:
    begun = time.monotonic()

    def break_off() -> None:
        with pool(2, jobs.do, jobs.prepare) as workers:
            for number in range(4):
                workers.submit(("tell and " + does, tmp_path / str(number)), Allowance())
            while len(jobs.told(tmp_path)) < 2:
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert time.monotonic() < begun + LONG
    assert len(jobs.told(tmp_path)) == 2
    assert all(map(is_gone, jobs.told(tmp_path)))


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("does", ["sleep", "backtrack"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL", "SIGHUP", "SIGABRT", "SIGINT"])
def test_no_process_outlives_its_parent_however_that_ends(name: str, does: str, tmp_path: Path) -> None:
    if does == "backtrack" and sys.platform != "linux":
        pytest.skip("only Linux ends a process at once that keeps the lock of the interpreter")
    code = f"""
from pathlib import Path
from govreport.batches.workers import Allowance, pool, retrieve
from tests.batches import jobs
with pool(2, jobs.do, jobs.prepare) as workers:
    one, two = [
        workers.submit(("tell and {does}", Path({str(tmp_path)!r}, str(n))), Allowance(seconds=60)) for n in (1, 2)
    ]
    retrieve(one)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.DEVNULL) as parent:
        deadline = time.monotonic() + 60
        while len(jobs.told(tmp_path)) < 2 and time.monotonic() < deadline:
            time.sleep(0.01)
        processes = jobs.told(tmp_path)
        assert len(processes) == 2
        parent.send_signal(getattr(signal, name))
        parent.wait(30)
    assert all(map(is_gone, processes))
