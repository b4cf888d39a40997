"""The unit of money in a header: 单位：元 above a column that the form has in 万元, or one that no schema names."""

import re
from collections.abc import Iterable

from govreport.documents.text import narrow
from govreport.documents.wording.cells import UNITS

_WORDS = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
# What else money is counted in: 千元, 亿元, 美元.
_MONEY = rf"(?:人民币)?(?:{_WORDS}|[十百千万亿億美港欧日]{{1,3}}元)(?!元)"
# Beside it may stand what else the table counts in: 单位：件、万元.
_BEFORE, _BEHIND = r"(?:[件项条个宗][、，,/])?", r"(?:[、，,/][件项条个宗])?"
_IN_HEADER = re.compile(rf"(?:单位|金额)[:是为]?{_BEFORE}({_MONEY})|[(\[]({_MONEY})(?:人民币)?[)\]]")
_LONGEST_LINE = 20
_LINE = re.compile(rf"[(\[]?(?:计量|金额)?单位[:是为]?{_BEFORE}({_MONEY}){_BEHIND}[)\]]?")


def header_unit(texts: Iterable[str]) -> str | None:
    """Return the unit of money that the texts of a header print; None for none or several.

    It is as the schema names it, or as it is printed where the schema has none for it.
    """
    found = {match[1] or match[2] for match in _IN_HEADER.finditer(_plain("".join(texts)))}
    units = {_named(word) for word in found}
    return units.pop() if len(units) == 1 else None


def line_unit(text: str) -> str | None:
    """Return the unit of money that a line says of the table below it, which says nothing else."""
    match = _LINE.fullmatch(_plain(text)) if len(text) <= _LONGEST_LINE else None
    return _named(match[1]) if match else None


def is_known(unit: str) -> bool:
    """Tell whether the schema has a name for a unit, so that an amount in it can be told."""
    return unit in UNITS.values()


def _plain(text: str) -> str:
    return narrow("".join(text.split())).replace("單", "单")


def _named(word: str) -> str:
    bare = word.removeprefix("人民币")
    return UNITS.get(bare, bare)
