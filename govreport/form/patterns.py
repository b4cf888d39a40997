"""Patterns of pointers: `{set}` in a pointer stands for the members of a named set."""

import re
from collections.abc import Iterator, Mapping, Sequence

_SET = re.compile(r"\{([a-z_]+)\}")


def expand(pattern: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the pointers that a pattern stands for, given the members of each set it names."""
    match = _SET.search(pattern)
    if match is None:
        yield pattern
        return
    for member in sets[match[1]]:
        yield from expand(pattern[: match.start()] + member + pattern[match.end() :], sets)
