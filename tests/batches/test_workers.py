"""Work that is shared among processes and broken off: it ends at once and leaves nothing half-written."""

import time
from pathlib import Path

import pytest

from govreport.batches.workers import guarded, pool
from govreport.files import writing_atomically

LONG = 30


def _write_slowly(path: Path) -> None:
    with writing_atomically(path) as file:
        file.write(b"half")
        path.with_name(f"{path.name} begun").touch()
        time.sleep(LONG)


def _break_off(folder: Path) -> None:
    with pool(1) as executor:
        # The second waits at the worker's door: nothing can call it back from there.
        for name in ("one", "two"):
            executor.submit(guarded(_write_slowly), folder / name)
        while not (folder / "one begun").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt


def test_work_that_is_broken_off_ends_at_once_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        _break_off(tmp_path)
    assert time.monotonic() < begun + LONG
    assert [path.name for path in tmp_path.iterdir()] == ["one begun"]


def test_work_that_is_done_gives_its_results_in_order() -> None:
    with pool(2) as executor:
        assert list(executor.map(guarded(abs), [-3, 2, -1])) == [3, 2, 1]
