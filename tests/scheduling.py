"""Which process runs which test, where there are several.

A test goes to whichever process is free; only tests for which something is started that takes longer than they do are
run by one process together. These are told by their files. pytest-xdist has a mark for it, which it writes into the
names of tests: 3.8 does so in vain with pytest 9.2, and nothing says so.
"""

from functools import cache
from typing import Any

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

TOGETHER = (
    "tests/documents/rendering/fillable/test_in_office.py",
    "tests/documents/rendering/fillable/test_verdicts.py",
    "tests/documents/rendering/test_browser.py",
    "tests/documents/rendering/test_office.py",
    "tests/documents/test_old_office.py",
    "tests/layouts/test_fillable.py",
    "tests/site/test_browser.py",
    "tests/site/test_languages.py",
    "tests/site/test_pages.py",
    "tests/site/test_review.py",
)
# Each has a test that takes many seconds: begun at last, one process would wait for the other's.
EARLY = (
    "tests/layouts/test_reading.py",
    "tests/test_corpus.py",
    "tests/test_new_layout.py",
    "tests/validation/test_salvaging.py",
)
# These look at one built site.
_GROUPS = {file: file.rpartition("/")[0] if file.startswith("tests/site/") else file for file in TOGETHER}


@cache
def group(nodeid: str) -> str:
    """Return what a test is run together with: a name for all of them, its own for one that goes anywhere."""
    return _GROUPS.get(nodeid.partition("::")[0], nodeid)


def early_first(items: list[pytest.Item]) -> None:
    """Put the tests of some files before all others, in place."""
    items.sort(key=lambda item: not item.nodeid.startswith(EARLY))


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist tells nothing of its types
    """Gives tests to processes by their groups, those with the most tests first.

    What it does for a test takes no longer the more tests there are: a group that is done is forgotten, and the place
    of a test among all is looked up.
    """

    def __init__(self, config: pytest.Config, log: Producer) -> None:
        super().__init__(config, log)
        self._places: dict[str, int] = {}

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        nodeid = self.registered_collections[node][item_index]
        name, assigned = group(nodeid), self.assigned_work[node]
        assigned[name][nodeid] = True
        if all(assigned[name].values()):
            del assigned[name]
        self._reschedule(node)

    def _assign_work_unit(self, node: Any) -> None:
        # All processes have the same tests in the same order, as is seen before the first is given.
        if not self._places:
            self._places = {nodeid: place for place, nodeid in enumerate(self.collection)}
        name, unit = self.workqueue.popitem(last=False)
        self.assigned_work[node][name] = unit
        node.send_runtest_some([self._places[nodeid] for nodeid, is_done in unit.items() if not is_done])


def schedule(config: pytest.Config, log: Producer) -> Scheduling:
    """Return what shares the tests of a run among its processes."""
    return Scheduling(config, log)
