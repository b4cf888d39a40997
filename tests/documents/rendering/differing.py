"""What differs between two reports, place by place, so that a failing law says where."""

from collections.abc import Iterator
from typing import Any

from govreport.model.codec import unstructure
from govreport.model.registry import Report

Difference = tuple[str, Any, Any]


def differences(read: Report, printed: Report) -> Iterator[Difference]:
    """Yield each place in which two reports differ, what was read there, and what should have been."""
    yield from _between("", unstructure(read), unstructure(printed))


def _between(pointer: str, read: Any, printed: Any) -> Iterator[Difference]:
    if isinstance(read, dict) and isinstance(printed, dict):
        for name in {**read, **printed}:
            yield from _between(f"{pointer}/{name}", read.get(name), printed.get(name))
    elif isinstance(read, list) and isinstance(printed, list):
        only_read, only_printed = [e for e in read if e not in printed], [e for e in printed if e not in read]
        if only_read or only_printed or read != printed:
            yield pointer, only_read or read, only_printed or printed
    elif read != printed:
        yield pointer, read, printed
