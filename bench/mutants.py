"""Mutants of report documents: one small change each, in every place where a reader can be led astray."""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

# A text, a number or a word of JSON.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null')
_NAME = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:\s*)("(?:[^"\\]|\\.)*"|-?[0-9.eE+-]+|true|false|null)')
_TEXT = re.compile(r':\s*"((?:[^"\\]|\\.)*)"')
_FIGURES = (
    *("0", "1", "7", "-1", "-0", "01", "+1", ".5", "5.", "0.5", "1.0", "1.50", "0.1234567", "1e2", "1e400", "-0.0"),
    *("99999999999", "100000000000", "999999999999", "1000000000000", "18446744073709551616", "9" * 41, "9" * 5000),
    *("0." + "0" * 60 + "1", "NaN", "Infinity", "null", "true", "false", "[]", "{}", "'1'", "０"),
    *('""', '"1"', '"1.5"', '"NaN"', '"2021"', '"2023-02-29"', '"2023-06-31"', '"2023-06-30"'),
)
_WORDS = (
    *(":", "\\u003a", "\\u003A", "://", '\\"', '\\":', '": ', "\\\\", "\\", '"', "\n", "\\n", "\\u0000", "\x00"),
    *("\\ud800", "\\ud83d\\ude00", "\ud800", "}", "{", ",", '","year":1,"x":"', "/", "\\/", " ", "\u2028", "费"),
)
_OTHER_NAMES = ("total", "year", "layout", "amount", "schema", "$schema", "extensions", "marks", "unit", "", "a:b")

_AMOUNT = re.compile(r'"amount"\s*:\s*([0-9.]+|null)')

Mutation = Callable[[str, random.Random], str]


def written(document: bytes) -> Iterator[str]:
    """Yield a document in three ways of writing: as it is, without white space, and escaped and reversed."""
    yield document.decode()
    value = json.loads(document)
    yield json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    yield json.dumps(_reversed(value), indent="\t", separators=(" ,", "\r\n: "))


def _reversed(value: Any) -> Any:
    return {k: _reversed(v) for k, v in reversed(value.items())} if isinstance(value, dict) else value


def _place(pattern: re.Pattern[str], text: str, choose: random.Random) -> re.Match[str]:
    """Return a match near a random place; the last places of a text have their share as well."""
    found = pattern.search(text, choose.randrange(len(text))) or pattern.search(text)
    assert found is not None  # every report has names, texts and figures
    return found


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def cell(text: str, choose: random.Random) -> str:
    """Put another figure, or no figure, in the place of a value."""
    match = _place(_NAME, text, choose)
    return _put(text, match.start(3), match.end(3), choose.choice(_FIGURES))


def amount(text: str, choose: random.Random) -> str:
    """Put something else in the place of an amount, which the fast path takes from the bytes."""
    match = _AMOUNT.search(text)
    assert match is not None  # every layout has an amount
    return _put(text, match.start(1), match.end(1), choose.choice(_FIGURES))


def digit(text: str, choose: random.Random) -> str:
    """Change a figure by a digit, so that only a sum is wrong, if anything."""
    match = _place(re.compile(r"(?<=[:\s])[0-9]{1,15}(?=[,\s}])"), text, choose)
    return _put(text, match.start(), match.end(), str(max(0, int(match[0]) + choose.choice((-1, 1, 10)))))


def name(text: str, choose: random.Random) -> str:
    """Rename, drop or move a member."""
    match = _place(_NAME, text, choose)
    match choose.randrange(4):
        case 0:
            return _put(text, match.start(1), match.end(1), f'"{choose.choice(_OTHER_NAMES)}"')
        case 1:
            return _put(text, match.start(1), match.end(1), choose.choice((match[1][:-1] + ' "', match[1].upper())))
        case 2:
            return _put(text, match.start(), match.end() + 1, "")
        case _:
            other = _place(_NAME, text, choose)
            return _put(text, other.start(1), other.end(1), match[1])


def words(text: str, choose: random.Random) -> str:
    """Put something into a text that ends it, escapes from it, or counts as something else."""
    match = _place(_TEXT, text, choose)
    at = choose.randrange(match.start(1), match.end(1) + 1)
    return _put(text, at, at, choose.choice(_WORDS))


def escape(text: str, choose: random.Random) -> str:
    """Write a character of a name or a text as an escape."""
    match = _place(_TOKEN, text, choose)
    at = choose.randrange(match.start(), match.end())
    code = f"\\u{ord(text[at]):04x}"
    return _put(text, at, at + 1, choose.choice((code, code.upper(), "\\" + text[at])))


def duplicate(text: str, choose: random.Random) -> str:
    """Write a member twice, the second time with the same or another value."""
    match = _place(_NAME, text, choose)
    value = choose.choice((match[3], choose.choice(_FIGURES)))
    again = choose.choice((match[1], match[1].replace("a", "\\u0061", 1)))
    pair = [match[0], f"{again}{match[2]}{value}"]
    choose.shuffle(pair)
    return _put(text, match.start(), match.end(), ",".join(pair))


def hidden_duplicate(text: str, choose: random.Random) -> str:
    """Write a member twice and hide its colon: a text elsewhere says one that the bytes do not hold."""
    text = duplicate(text, choose)
    match = _place(_TEXT, text, choose)
    at = match.start(1)
    return _put(text, at, at, choose.choice(("\\u003a", "\\u003A", "\\u003a//", "a\\u003ab:c")))


def raw(text: str, choose: random.Random) -> str:
    """Change, drop, double or swap single bytes."""
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    at = choose.randrange(len(data))
    match choose.randrange(6):
        case 0:
            data[at] = choose.randrange(256)
        case 1:
            del data[at]
        case 2:
            data.insert(at, choose.choice(b'"\\:{}[],0 \n\x00\xff\xc0\xed'))
        case 3:
            data[at] ^= 1 << choose.randrange(8)
        case 4:
            del data[at:]
        case _:
            end = at + choose.randrange(40)
            data[at:at] = data[at:end]
    return data.decode("utf-8", "surrogateescape")


def several(text: str, choose: random.Random) -> str:
    """Do two or three of the others, one after the other."""
    for mutation in choose.sample([cell, digit, words, escape, duplicate, name], choose.randint(2, 3)):
        text = mutation(text, choose)
    return text


MUTATIONS: Mapping[str, Mutation] = {
    "figures, nulls, other types": cell,
    "amounts": amount,
    "digits": digit,
    "names of members": name,
    "texts": words,
    "escapes": escape,
    "members twice": duplicate,
    "members twice, hidden": hidden_duplicate,
    "raw bytes": raw,
    "several of these": several,
}


def encoded(text: str) -> bytes:
    """Return the bytes of a mutant; what stands for bytes that are no UTF-8 becomes these bytes again."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
