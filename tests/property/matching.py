"""Texts that match a pattern, picked at random: Hypothesis' `from_regex` takes a hundred times as long for one."""

import re
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

_OTHERS = "我局，。年月县公开12（）"
_MOST_TRIES = 1000


def matching(pattern: str, choose: Random) -> str:
    """Return a text in which a pattern matches, mostly with something around it."""
    parts, compiled = _parsed(pattern), re.compile(pattern)
    for _ in range(_MOST_TRIES):
        # Something behind hides what matches at the end of the text alone.
        before, behind = (_around(choose) if choose.random() < 0.5 else "" for _ in range(2))
        text = before + _text(parts, choose) + behind
        if compiled.search(text):
            return text
    raise ValueError(pattern)


def _around(choose: Random) -> str:
    return "".join(choose.choices(_OTHERS, k=choose.randrange(1, 12)))


@cache
def _parsed(pattern: str) -> Any:
    return import_module("re._parser").parse(pattern)


def _text(parts: Any, choose: Random) -> str:
    return "".join(_part(str(kind), argument, choose) for kind, argument in parts)


def _part(kind: str, argument: Any, choose: Random) -> str:
    match kind:
        case "LITERAL":
            return chr(argument)
        case "IN":
            return _character(argument, choose)
        case "BRANCH":
            return _text(choose.choice(argument[1]), choose)
        case "SUBPATTERN":
            return _text(argument[-1], choose)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = argument
            return "".join(_text(repeated, choose) for _ in range(choose.randint(least, most)))
        case "ASSERT":
            # What stands ahead may be what comes next anyhow.
            return _text(argument[1], choose) if choose.random() < 0.5 else ""
        case "ASSERT_NOT" | "AT":
            return ""
    raise ValueError(kind)


def _character(members: Any, choose: Random) -> str:
    kinds = [str(kind) for kind, _ in members]
    if kinds[0] == "NEGATE":
        return choose.choice([c for c in _OTHERS if not any(_is_in(c, *member) for member in members[1:])])
    kind, argument = choose.choice(members)
    return chr(argument) if str(kind) == "LITERAL" else chr(choose.randint(*argument))


def _is_in(character: str, kind: Any, argument: Any) -> bool:
    low, high = (argument, argument) if str(kind) == "LITERAL" else argument
    return bool(low <= ord(character) <= high)
