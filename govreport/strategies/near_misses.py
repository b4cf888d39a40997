"""Documents that are reports, or almost: for holding two readers of JSON against each other.

A valid report is changed at a few places of its structure, then in its tokens, then in its bytes; each
of these may be left out, and then the document is a good one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from govreport import resources
from govreport.form.layout import load_layout
from govreport.pointers import parent, tokens
from govreport.strategies.reports import members
from govreport.strategies.texts import texts
from govreport.strategies.writing import Members, Style, Token, written

_CHANGES_MADE = (0, 1, 1, 2, 2, 3)
_DEPTH = 64
_NUMBERS = (
    *("-0", "-0.0", "0.0", "1.0", "-1", "-0.5", "52.290000", "0.1234567", "1e0", "1E2", "2e-1", "1E400"),
    *("01", "1.", ".5", "+1", "0x1F", "1_000", "１", "NaN", "Infinity", "-Infinity"),
    *("9007199254740993", "18446744073709551616", "1" + "0" * 39, "1" + "0" * 40, "-" + "9" * 40, "9" * 400),
    *("0." + "3" * 38, "0." + "3" * 39),
)
_LITERALS = ("null", "true", "false", "True", "nul", "{}", "[]", "[null]", '{"a":1}', '""', '"0"', '"1.5"', "")
_STRINGS = (
    *(r'"\u003a"', r'"a\u003Ab:"', r'"\u0000"', r'"\ud83d\ude00"', r'"\ud800"', r'"\udc00\ud800"', r'"\x"', r'"\u12"'),
    *('"\t"', '"\x00"', '"无\n"', "'a'", '"a', r'"\/"', '"２０２３年"', '"2023-02-29"', '"0000-01-01"', '"/overview"'),
    *('"/requests/total"', '"/requests/total/received/"', '"/overview\\n"', '"cn.gov"', '"2019"', '"2021"', '"layout"'),
)
STRANGE_TOKENS = (*_NUMBERS, *_LITERALS, *_STRINGS)
_DAMAGE = (
    *(b"\xff", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe4\xb8", b"\xd5\xfe"),
    *(b"\xef\xbb\xbf", b"\xef\xbf\xbe", b"\x00", b"\x0b", b"\xc2\xa0", b"\xe3\x80\x80", b"\r\n"),
    *(b":", b'"', b"\\", b",", b"{", b"}", b"]", b"//", b'"layout":"2021",', b'{"layout":"2019"}'),
)
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.\w]+|\s+|.', re.DOTALL)


@st.composite
def near_miss_documents(draw: st.DrawFn, layout: str | None = None) -> bytes:
    """Draw a document that is a report or nearly one.

    Wrong types, figures at and beyond limits, members missing, unknown, renamed or given twice, numbers and
    escapes that are strange or no JSON, tokens lost and swapped, bytes that are no UTF-8; written compactly,
    indented or in ASCII. Shrinks to a good document.
    """
    known = draw(st.sampled_from(resources.layouts())) if layout is None else layout
    value: Any = draw(members(known))
    for _ in range(draw(st.sampled_from(_CHANGES_MADE))):
        aim = draw(st.sampled_from(_aims(known))) if draw(st.booleans()) else None
        value = _changed(draw, value, _values(known), aim)
    text = written(value, draw(st.sampled_from(Style)))
    if draw(st.integers(0, 3)) == 3:
        text = _with_tokens_changed(draw, text)
    data = text.encode("utf-8", "surrogatepass")
    return _damaged(draw, data) if draw(st.integers(0, 7)) == 7 else data


@cache
def _values(layout: str) -> st.SearchStrategy[Any]:
    """Return a strategy for what may come to stand at a wrong place: odd tokens, limits of the schema, texts."""
    limits = sorted(set(_limits(load_layout(layout).schema)))
    around = [limit + step for limit in limits for step in (-1, 0, 1)]
    nested = st.integers(_DEPTH - 5, _DEPTH + 1).map(lambda depth: Token("[" * depth + "]" * depth))
    strange = [st.sampled_from([Token(text) for text in group]) for group in (_NUMBERS, _LITERALS, _STRINGS)]
    return st.one_of(*strange, st.sampled_from(around), texts(), st.sampled_from([[], "文" * 1001]), nested)


def _limits(schema: Any) -> Iterator[int]:
    if isinstance(schema, Mapping):
        yield from (schema[keyword] for keyword in ("minimum", "maximum") if isinstance(schema.get(keyword), int))
        for member in schema.values():
            yield from _limits(member)


@cache
def _aims(layout: str) -> tuple[tuple[str, ...], ...]:
    """Return the places of the members that are no counts, and of what holds them: few among so many cells."""
    nodes = load_layout(layout).nodes.values()
    rare = [node for node in nodes if not node.children and node.kind != "count"]
    pointers = dict.fromkeys(pointer for node in rare for pointer in (node.pointer, parent(node.pointer)))
    return tuple(map(tokens, pointers))


def _changed(draw: st.DrawFn, value: Any, values: st.SearchStrategy[Any], aim: tuple[str, ...] | None) -> Any:
    """Return a value with one change, as near to the place aimed at as there is one, or at any without an aim."""
    children: Pairs = ()
    if isinstance(value, Mapping):
        children = tuple(value.items())
    elif isinstance(value, Members):
        children = value.pairs
    elif isinstance(value, list):
        children = tuple(enumerate(value))
    at: int | None = None
    if aim is None and children:
        # One in three stops at an object, so that changes of its members are not rare among those of its many cells.
        drawn = draw(st.integers(0, len(children) * 3 // 2))
        at = drawn - 1 if 0 < drawn <= len(children) else None
    elif aim:
        at = next((number for number, (name, _) in enumerate(children) if name == aim[0]), None)
    if at is None:
        change = draw(st.sampled_from(_CHANGES)) if children and not isinstance(value, list) else _replaced
        return change(draw, value, children, values)
    name, child = children[at]
    pairs = (*children[:at], (name, _changed(draw, child, values, aim and aim[1:])), *children[at + 1 :])
    return [child for _, child in pairs] if isinstance(value, list) else Members(pairs)


Pairs = tuple[tuple[Any, Any], ...]
Change = Callable[[st.DrawFn, Any, Pairs, st.SearchStrategy[Any]], Any]


def _replaced(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    if isinstance(value, str) and draw(st.booleans()):
        return draw(st.sampled_from([value + "\n", value[:-1], value + "０", Token(_escaped(value))]))
    return draw(values)


def _without_member(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    gone = draw(st.integers(0, len(children) - 1))
    return Members((*children[:gone], *children[gone + 1 :]))


def _with_unknown_member(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    unknown = draw(st.lists(st.tuples(texts(), values), min_size=1, max_size=2, unique_by=lambda pair: pair[0]))
    return Members((*children, *unknown))


def _with_name_twice(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    name, child = draw(st.sampled_from(children))
    again = draw(st.sampled_from([name, Token(_escaped(name))])) if isinstance(name, str) else name
    second = draw(st.one_of(st.just(child), values))
    return Members((*children, (again, second)) if draw(st.booleans()) else ((again, second), *children))


def _with_name_written_otherwise(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    at = draw(st.integers(0, len(children) - 1))
    name, child = children[at]
    name = name if isinstance(name, str) else ""
    other = draw(st.sampled_from([Token(_escaped(name)), name + ":", name.upper(), Token(name), name + "\u200b"]))
    return Members((*children[:at], (other, child), *children[at + 1 :]))


def _in_another_order(draw: st.DrawFn, value: Any, children: Pairs, values: st.SearchStrategy[Any]) -> Any:
    return Members(tuple(draw(st.permutations(children))))


_CHANGES: tuple[Change, ...] = (
    _in_another_order,
    _without_member,
    _with_unknown_member,
    _with_name_twice,
    _with_name_written_otherwise,
    _replaced,
)


def _escaped(text: str) -> str:
    r"""Return a JSON string in which every character is written as an escape, such as "\u003a"."""
    units = text.encode("utf-16-be", "surrogatepass")
    return '"' + "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)) + '"'


def _with_tokens_changed(draw: st.DrawFn, text: str) -> str:
    # A document may have become empty on the way.
    pieces = _PIECE.findall(text) or [""]
    places = st.integers(0, len(pieces) - 1)
    at, other = draw(places), draw(places)
    change = draw(st.integers(0, 4))
    if change == 0:
        pieces[at] = ""
    elif change == 1:
        pieces[at] += pieces[at]
    elif change == 2:
        pieces[at], pieces[other] = pieces[other], pieces[at]
    elif change == 3:
        pieces[at] = draw(st.sampled_from(STRANGE_TOKENS))
    else:
        pieces[at] = pieces[other]
    return "".join(pieces)


def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    at = draw(st.integers(0, len(data)))
    change = draw(st.integers(0, 2))
    if change == 0:
        return data[:at]
    return data[:at] + draw(st.sampled_from(_DAMAGE)) + data[at + change - 1 :]
