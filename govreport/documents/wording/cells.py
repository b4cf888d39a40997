"""What a cell holds in print: a figure, a mark where there is none, a unit, a remark."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, get_args

import attrs

from govreport.documents.paper import PICTURE
from govreport.documents.text import NOTE_DIGITS, narrow, raised, trim
from govreport.documents.wording import signs
from govreport.form.figures import MOST_DECIMALS, MOST_DIGITS
from govreport.form.layout import Kind

# The marks of the schema, as a type; a test compares them.
Mark = Literal["blank", "slash", "dash", "not_applicable", "illegible", "ambiguous"]
MARKS: frozenset[str] = frozenset(get_args(Mark))

_DASHES = re.compile(r"[-‐‑‒–—―─━─ー﹣_~～]+|一{2,}")
_SLASHES = re.compile(r"[/\\∕⁄╱]+")
_ABSENT = re.compile(r"\(?(?:不适用|不適用|不涉及|无|無|N/?A)\)?[。.]?", re.IGNORECASE)
# What figures of the form are counted in, as print has it behind them.
MEASURES = "万元|萬元|元|件|项|項|个|個|宗|条|條|起|人次|次|份|人"
_FIGURE = re.compile(
    r"(?P<sign>[-+−–—增加减減少↑↓]*)\s*"
    r"(?P<digits>\d{1,3}(?:[,，']\d{3})+|\d+)(?P<fraction>\.\d+)?"
    rf"(?:\s*(?P<unit>{MEASURES}))?"
    rf"(?P<remark>\s*[(\[〔【*※#{NOTE_DIGITS}注註].*)?",
    re.DOTALL,
)
# A page shows markers raised, and so their numbers are read as raised ones there.
_NUMBER_SIGNS = frozenset("0123456789" + raised("0123456789"))
# No figure of the form has nearly as many digits, and Python refuses to read one of thousands.
_MOST_DIGITS = 40
_LONGEST_CACHED = 200
_TOO_LARGE = 10**MOST_DIGITS
# The units of money as printed, also in traditional characters, and as the schema names them.
UNITS = {printed: unit for unit, word in signs.UNITS.items() for printed in (word, word.replace("万", "萬"))}
_UNPLACED = narrow(signs.SIGNS["ambiguous"])
_FALLING = frozenset("-−–—减減少↓")
_RISING = frozenset("+增加↑")
_LETTER_OR_STOP = re.compile(r"[^\W\d_]|[()（）、，。；：:;,.“”‘’《》\"']")


@attrs.frozen(kw_only=True)
class Printed:
    """A cell as it was printed: a figure (`value`), or a `mark` where there is none.

    `unit` is the unit of money printed in the cell, `remark` what stands beside the figure.
    """

    text: str
    value: int | Decimal | None = None
    mark: Mark | None = None
    unit: str | None = None
    remark: str | None = None


def read_cell(text: str, kind: Kind) -> Printed:
    """Return what a cell of this kind holds; what is no figure of the kind and no mark is illegible, never guessed."""
    return _as_short(text, kind) if len(text) <= _LONGEST_CACHED else _as_any(text, kind)


def _as_any(text: str, kind: Kind) -> Printed:
    printed = _read(text)
    if printed.value is None or fits(printed.value, kind):
        return printed
    if kind != "amount" and printed.value == int(printed.value) and fits(int(printed.value), kind):
        return attrs.evolve(printed, value=int(printed.value))
    return Printed(text=text, mark="illegible")


def fits(value: int | Decimal, kind: Kind) -> bool:
    """Tell whether a figure is one that a cell of this kind may hold."""
    if abs(value) >= _TOO_LARGE or (value < 0 and kind != "change"):
        return False
    if kind == "amount":
        return not isinstance(value, Decimal) or -int(value.as_tuple().exponent) <= MOST_DECIMALS
    return isinstance(value, int)


def is_figure_or_mark(text: str) -> bool:
    """Tell whether a text is what a cell holds rather than a label; an empty text is neither.

    A sign that is no known mark (□) stands in a cell, too: every label has letters. Stops and brackets are
    left over from a label that is broken into lines.
    """
    return _is_short_figure(text) if len(text) <= _LONGEST_CACHED else _is_figure(text)


def _is_figure(text: str) -> bool:
    mark = _read(text).mark
    return bool(text) and mark != "blank" and (mark != "illegible" or not _LETTER_OR_STOP.search(text))


def without_markers(text: str) -> str:
    """Return a text without the numbers of notes and findings with which a rendered report ends a cell."""
    end = len(text)
    while True:
        start = end
        while start and text[start - 1] in _NUMBER_SIGNS:
            start -= 1
        if start == end or text[start - 1 : start] not in (signs.NOTE, signs.FINDING):
            return text[:end]
        end = start - 1


def _read(text: str) -> Printed:
    return _read_short(text) if len(text) <= _LONGEST_CACHED else _read_any(text)


def _read_any(text: str) -> Printed:
    if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
        return Printed(text=text, value=int(text))
    text = without_markers(text)
    bare = trim(narrow(text))
    if not bare:
        return Printed(text="", mark="blank")
    if bare == PICTURE:
        return Printed(text="", mark="illegible")
    if _DASHES.fullmatch(bare):
        return Printed(text=text, mark="dash")
    if _SLASHES.fullmatch(bare):
        return Printed(text=text, mark="slash")
    if _ABSENT.fullmatch(bare):
        return Printed(text=text, mark="not_applicable")
    if bare == _UNPLACED:
        # The sign that a rendered report shows for figures whose cell is not known.
        return Printed(text=text, mark="ambiguous")
    match = _FIGURE.fullmatch(bare)
    sign = frozenset(match["sign"]) if match else frozenset()
    if match is None or (sign & _FALLING and sign & _RISING - frozenset("加")):
        return Printed(text=text, mark="illegible")
    digits = re.sub(r"\D", "", match["digits"])
    if len(digits) + len(match["fraction"] or "") > _MOST_DIGITS:
        return Printed(text=text, mark="illegible")
    value: int | Decimal = Decimal(digits + match["fraction"]) if match["fraction"] else int(digits)
    return Printed(
        text=text,
        value=-value if sign & _FALLING else value,
        unit=UNITS.get(match["unit"] or ""),
        remark=_remark(text) if match["remark"] else None,
    )


_read_short = lru_cache(maxsize=1 << 15)(_read_any)
_as_short = lru_cache(maxsize=1 << 15)(_as_any)
_is_short_figure = lru_cache(maxsize=1 << 15)(_is_figure)


def _remark(text: str) -> str:
    """Return the remark as it was printed, not narrowed."""
    return trim(re.sub(rf"^[\s\d０-９,，.．'+\-−–—增加减減少↑↓]+(?:{MEASURES})?", "", text))
