"""Classes made ready for msgspec under a lock: the first use of a class by several threads crashes the interpreter.

The cause, in msgspec up to 0.22 (`src/msgspec/_core.c`), for structs, attrs classes, dataclasses, typed dictionaries
and named tuples alike: `StructInfo_Convert` and `DataclassInfo_Convert` keep what they know of a class on the class
(`struct_info`, `__msgspec_cache__`) *before* they look at its fields, so that a class may hold itself. Looking at the
fields runs Python code (`_utils.get_class_annotations`, `_utils.get_dataclass_info`, the comparisons of `typing`),
during which another thread may run. That thread finds what is kept, takes it for complete, and decodes: the types of
the remaining fields are null pointers. Only builds without a GIL wait for the other thread, and only for structs.

It takes nothing of this library to see it:

    import sys, threading, msgspec
    sys.setswitchinterval(1e-5)
    Leaf = msgspec.defstruct("Leaf", [(f"a{n}", int | None) for n in range(10)])
    Root = msgspec.defstruct("Root", [(f"l{n}", msgspec.defstruct(f"L{n}", [("leaf", Leaf)])) for n in range(120)])
    data = msgspec.json.encode({f"l{n}": {"leaf": {f"a{m}": m for m in range(10)}} for n in range(120)})
    start = threading.Barrier(16)
    threads = [
        threading.Thread(target=lambda: (start.wait(), msgspec.json.Decoder(Root).decode(data))) for _ in range(16)
    ]
    for thread in threads:
        thread.start()

The remedy there would be to keep what is incomplete where only the thread that builds it finds it, and to publish it
on the class when it is complete. Until then every class of ours that msgspec decodes into goes through `prepared`, or
is made ready while its module is imported, which the lock of the import system allows to one thread only.
"""

import os
from threading import RLock
from typing import TypeVar

import msgspec

Kind = TypeVar("Kind")

_LOCK = RLock()
_READY: set[object] = set()
# A process forked while a class is being made ready would have it half-made for ever, and the lock held by nobody.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_LOCK.acquire, after_in_parent=_LOCK.release, after_in_child=_LOCK.release)


def prepared(kind: type[Kind]) -> type[Kind]:
    """Return the same class once msgspec knows all its fields: from then on any number of threads may use it."""
    if kind not in _READY:
        with _LOCK:
            msgspec.json.Decoder(kind)
            _READY.add(kind)
    return kind
