"""JSON Pointers (RFC 6901): their tokens, and the values that they lead to."""

from collections.abc import Mapping, Sequence
from typing import Any

Tokens = tuple[str, ...]
# Of thousands of digits Python makes no number at all.
_MOST_DIGITS = 12


def escape(name: str) -> str:
    """Return a member's name as a token of a pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Return the name of the member that a token of a pointer stands for."""
    return token.replace("~1", "/").replace("~0", "~")


def tokens(pointer: str) -> Tokens:
    """Return the names that a pointer is made of, unescaped; items of a list by their number."""
    found = tuple(pointer.split("/")[1:])
    return tuple(map(unescape, found)) if "~" in pointer else found


def join(names: Sequence[str | int]) -> str:
    """Return the pointer made of names and numbers of items."""
    return "".join(f"/{escape(str(name))}" for name in names)


def parent(pointer: str) -> str:
    """Return the pointer to what holds a place; that of the document is the empty one."""
    return pointer.rpartition("/")[0]


def top_of(pointer: str) -> str:
    """Return the name of the member of the document that a pointer leads into, "" for the document itself."""
    return unescape(pointer.split("/", 2)[1]) if pointer else ""


def value_at(value: Any, place: str | Tokens, default: Any = None) -> Any:
    """Return what is at a place, given as a pointer or as its tokens, `default` where the value has no such place."""
    for token in tokens(place) if isinstance(place, str) else place:
        # To ask a dictionary for its type is far quicker than whether it is a mapping.
        if type(value) is dict or isinstance(value, Mapping):
            if token not in value:
                return default
            value = value[token]
        elif isinstance(value, list) and _is_index(token) and int(token) < len(value):
            value = value[int(token)]
        else:
            return default
    return value


def put(value: Any, place: str | Tokens, new: Any) -> None:
    """Set what is at a place, in the objects and lists that hold it; an object that is missing on the way is made.

    Raises LookupError where a list on the way has no such item, TypeError where something else is in the way.
    """
    *above, name = tokens(place) if isinstance(place, str) else place
    for token in above:
        value = value[int(token)] if isinstance(value, list) else value.setdefault(token, {})
    value[int(name) if isinstance(value, list) else name] = new


def _is_index(token: str) -> bool:
    """Return whether a token is the number of an item: few digits, without a nought in front."""
    is_number = token.isascii() and token.isdigit() and len(token) <= _MOST_DIGITS
    return is_number and (token == "0" or token[0] != "0")
