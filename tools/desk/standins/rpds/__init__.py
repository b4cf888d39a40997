"""A stand-in for rpds-py where there is no build of it: its persistent maps, sets and lists, by copying.

jsonschema and referencing keep small maps in them, of a few schemas each. Only what those two call is here; whatever
else they come to call fails with AttributeError.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class HashTrieMap(Mapping[_K, _V]):
    """A map that never changes: `insert`, `remove` and `update` give another one."""

    def __init__(self, value: Any = (), **members: Any) -> None:
        self._members: dict[_K, _V] = dict(value, **members)

    @classmethod
    def convert(cls, value: Any) -> "HashTrieMap[_K, _V]":
        """Return the value itself where it is such a map, else a map of its members."""
        return value if isinstance(value, cls) else cls(value)

    def __getitem__(self, key: _K) -> _V:
        return self._members[key]

    def __iter__(self) -> Iterator[_K]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __hash__(self) -> int:
        return hash(frozenset(self._members.items()))

    def insert(self, key: _K, value: _V) -> "HashTrieMap[_K, _V]":
        """Return a map that holds this as well."""
        return HashTrieMap({**self._members, key: value})

    def remove(self, key: _K) -> "HashTrieMap[_K, _V]":
        """Return a map without this key; raises KeyError where it is not there."""
        members = dict(self._members)
        del members[key]
        return HashTrieMap(members)

    def discard(self, key: _K) -> "HashTrieMap[_K, _V]":
        """Return a map without this key."""
        return self.remove(key) if key in self._members else self

    def update(self, *others: Any, **members: Any) -> "HashTrieMap[_K, _V]":
        """Return a map that holds what the others hold as well."""
        merged = dict(self._members)
        for other in others:
            merged.update(other)
        merged.update(cast(Any, members))
        return HashTrieMap(merged)


class HashTrieSet(frozenset[Any]):
    """A set that never changes."""

    def insert(self, value: Hashable) -> "HashTrieSet":
        """Return a set that holds this as well."""
        return HashTrieSet(self | {value})

    def remove(self, value: Hashable) -> "HashTrieSet":
        """Return a set without this value; raises KeyError where it is not there."""
        if value not in self:
            raise KeyError(value)
        return HashTrieSet(self - {value})

    def update(self, *others: Iterable[Any]) -> "HashTrieSet":
        """Return a set that holds what the others hold as well."""
        return HashTrieSet(self.union(*others))


class List(tuple[Any, ...]):
    """A list that never changes; things are put in front."""

    __slots__ = ()

    def __new__(cls, *values: Any) -> "List":
        """Return a list of one iterable, or of several values."""
        return super().__new__(cls, values[0] if len(values) == 1 and not isinstance(values[0], str) else values)

    def push_front(self, value: Any) -> "List":
        """Return a list that begins with this."""
        return List((value, *self))

    @property
    def rest(self) -> "List":
        """All but the first."""
        return List(self[1:])

    @property
    def first(self) -> Any:
        """The first; raises IndexError where it is empty."""
        return self[0]
