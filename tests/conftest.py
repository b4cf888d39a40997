"""How all tests run: their lanes, Hypothesis' profiles and seeds, and no network.

`ci` draws the same examples every time, so that a failure there is a failure everywhere; `dev` draws new
ones, fewer, and Hypothesis prints how to repeat a failure; `fast` draws very few. `ci` is taken where the environment
variable CI is set; HYPOTHESIS_PROFILE names one outright.
"""

import gc
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, enable_socket

# Tests start some hundred processes, each of which would compile the library anew where no bytecode may be kept.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

from tests.parsing import Pages  # noqa: E402
from tools.forking import processes  # noqa: E402

# How long an example takes says nothing on a machine that others use too.
_COMMON = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _COMMON, derandomize=True, database=None, max_examples=120)
settings.register_profile("dev", _COMMON, max_examples=40)
settings.register_profile("fast", _COMMON, max_examples=8)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
settings.load_profile(PROFILE)


_TESTS = Path(__file__).parent
# The lane of the tests of a folder or a file, see noxfile.py; all others are fast.
_LANES = {
    "documents": "reading",
    "layouts": "reading",
    "batches": "reading",
    "between/test_years.py": "reading",
    "cli/test_apart.py": "reading",
    "cli/test_beside.py": "reading",
    "cli/test_folders.py": "reading",
    "cli/test_limits.py": "reading",
    "cli/test_resuming.py": "reading",
    "cli/test_stdin.py": "reading",
    "cli/test_tasks.py": "reading",
    "test_corpus.py": "reading",
    "between/test_texts.py": "slow",
    "cli/test_formats.py": "slow",
    "cli/test_processes.py": "slow",
    "cli/test_writing.py": "slow",
    "conformance/test_evaluator.py": "slow",
    "conformance/test_whole_evaluator.py": "slow",
    "conversion/test_new_layout.py": "slow",
    "engines": "slow",
    "kinds": "slow",
    "onefile": "slow",
    "test_new_layout.py": "slow",
    "site": "site",
}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark each test with its lane."""
    for mark in _marks(item.path):
        item.add_marker(mark)


@cache
def _marks(file: Path) -> list[pytest.MarkDecorator]:
    path = file.relative_to(_TESTS)
    return [getattr(pytest.mark, lane) for place, lane in _LANES.items() if path.is_relative_to(place)]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, where several processes share the tests."""
    if hasattr(config, "workerinput"):
        from tests.scheduling import early_first

        early_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep together what shares what is dear to start; unasked where one process runs all, or xdist is missing."""
    from tests.scheduling import schedule

    return schedule(config, log)


def pytest_collection_finish() -> None:
    """Spare the collector the thousands of tests themselves, which stay until the end."""
    gc.collect()
    gc.freeze()


def pytest_report_header() -> str:
    """Say at the head of every run which examples are drawn."""
    chosen = settings.get_profile(PROFILE)
    seeds = "the same examples every time" if chosen.derandomize else "new examples every time (--hypothesis-seed=N)"
    return f"hypothesis: profile {PROFILE}, {chosen.max_examples} examples for each law, {seeds}; sockets are blocked"


@pytest.fixture(scope="session")
def _pages() -> Pages:
    pages = Pages()
    pages.watch()
    return pages


@pytest.fixture(autouse=True)
def _one_tree(request: pytest.FixtureRequest, _pages: Pages) -> Iterator[None]:
    """Whatever page a test reads, both parsers give one tree of it; tests of time are left alone."""
    if any(request.node.get_closest_marker(lane) for lane in ("stress", "growth", "fuzz")):
        yield
        return
    with _pages.watched():
        yield
    assert _pages.differing == [], "of this page lxml and Python alone give different trees"


@pytest.fixture(scope="session", autouse=True)
def _workers() -> Iterator[None]:
    """The processes in which documents are read are forked, but where a test is about them (`begun_workers`)."""
    processes.fork_workers()
    yield
    processes.begin_workers()


@pytest.fixture
def begun_workers() -> Iterator[None]:
    """The processes in which documents are read begin as they do for a user, with nothing imported."""
    processes.begin_workers()
    yield
    processes.fork_workers()


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()
