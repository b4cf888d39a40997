"""Reading makes very many objects that all stay until it ends: to look for garbage among them took a third of it."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects more than before are a look worth; they take a few megabytes.
_SELDOM = 50_000
_lock = threading.Lock()
_readers = 0
_before = gc.get_threshold()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python look for garbage seldom, as long as anybody reads; whoever is last puts back what was set before."""
    global _readers, _before
    with _lock:
        if _readers == 0:
            _before = gc.get_threshold()
            # Where it is off, or seldom already, somebody wanted that.
            if 0 < _before[0] < _SELDOM:
                gc.set_threshold(_SELDOM, *_before[1:])
        _readers += 1
    try:
        yield
    finally:
        with _lock:
            _readers -= 1
            if _readers == 0:
                gc.set_threshold(*_before)
