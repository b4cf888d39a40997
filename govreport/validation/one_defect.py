"""Reports with one defect of structure: the gate judges the text without it, which spares proving all the rest.

The gate says what it stumbles over first. There the text is mended: a cell becomes null, a member that may be absent
is left out, a year is put in. If the mended text is sound, nothing else is wrong with the text as it is, for the two
differ in one place; so it is certain, too, which place that is. Whatever is not as simple, the exact path decides.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from govreport.findings import Finding
from govreport.form.layout import Layout, load_layout
from govreport.pointers import tokens
from govreport.rules.sheet import Sheet
from govreport.rules.voices import YEAR
from govreport.validation.decoding import decode, scalar
from govreport.validation.gate import Judgement, declared_layout, judge_decoded
from govreport.validation.landmarks import is_landmark
from govreport.validation.locating import Lost, Places
from govreport.validation.structure import departure, missing_member, unknown_member
from govreport.validation.worded import worded_sheet

# What the gate's decoder says of what it refuses. Nothing rests on these words: what they name is looked at and proven.
_MISSING, _UNKNOWN, _WRONG = (
    "Object missing required field `",
    "Object contains unknown field `",
    ("Expected ", "Invalid "),
)
_AT = " - at `$"
_NAME, _PATH = re.compile("[A-Za-z_]{1,40}"), re.compile(r"(?:\.[A-Za-z_$]+)*")
# A text or a number of which nothing but its value is to be said; and the beginning of the year of a report.
_PLAIN = re.compile(rb'(?:"[^"\\\x00-\x1f]*+"|-?(?:0|[1-9][0-9]{0,17}+)|true|false|null)(?=[ \t\r\n,}])')
_BEGINNING = re.compile(rb'"start"[ \t\r\n]*+:[ \t\r\n]*+"(2[0-9]{3})-')
_SPACE = b" \t\r\n"


class OneDefect(NamedTuple):
    """The one defect of a report, the places of its text, and the sheet of all else: None where the rules all hold."""

    finding: Finding
    places: Places
    sheet: Sheet | None


class _Mended(NamedTuple):
    """A text without its defect, and the finding about it; `unknown` is the place of what nobody knows then."""

    data: bytes
    finding: Finding
    unknown: str | None = None
    is_left_out: bool = False


_Mend = Callable[[Layout, bytes, Places, str, str], _Mended | None]


def one_defect(data: bytes, refusal: str, ignored: frozenset[str]) -> OneDefect | None:
    """Return the one defect of a report that the gate refuses, None where there are more, or others.

    `refusal` is what the gate's decoder said.
    """
    layout = load_layout(declared_layout(data) or "")
    words, _, path = refusal.partition(_AT)
    path, name = path.removesuffix("`"), ""
    mend: _Mend
    if words.startswith(_WRONG):
        mend = _without_value
    else:
        mend = _with_cell if words.startswith(_MISSING) else _without_stranger
        name = words.removeprefix(_MISSING).removeprefix(_UNKNOWN).removesuffix("`")
        if not _NAME.fullmatch(name):
            return None
    if not _PATH.fullmatch(path):
        return None
    # Where a stranger has the name of a landmark, that leads nowhere.
    places = Places(data, None if mend is _without_stranger and is_landmark(layout.id, name) else layout.id)
    try:
        mended = mend(layout, data, places, path.replace(".", "/"), name)
    # The text is no JSON, or members stand in it twice.
    except (Lost, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return None if mended is None else _judged(mended, places, ignored)


def _judged(mended: _Mended, places: Places, ignored: frozenset[str]) -> OneDefect | None:
    """Return the defect of a report whose text is mended, if that text is sound and its words hold."""
    judgement, report, _ = judge_decoded(mended.data, ignored)
    if judgement is Judgement.DOUBT:
        return None
    # What was left out may have been there twice.
    if mended.is_left_out and _value(report, mended.unknown or "") is not None:
        return None
    if judgement is Judgement.CLEAN:
        return OneDefect(mended.finding, places, None)
    sheet = worded_sheet(report, ignored, lambda: _known(mended), mended.unknown)
    return None if sheet is None else OneDefect(mended.finding, places, sheet)


def _value(report: Any, pointer: str) -> Any:
    for name in tokens(pointer):
        report = getattr(report, name, None)
    return report


def _known(mended: _Mended) -> Mapping[str, Any]:
    """Return what is known of a report: all that the mended text says, but for a year that was put in."""
    members: Mapping[str, Any] = decode(mended.data, text_is_sound=True).value
    return {k: v for k, v in members.items() if k != "year"} if mended.unknown == YEAR else members


def _without_value(layout: Layout, data: bytes, places: Places, pointer: str, _: str) -> _Mended | None:
    """Mend a value that is not what its place asks for."""
    node = layout.nodes.get(pointer)
    found = None if node is None else places.member(pointer)
    plain = None if found is None else _PLAIN.match(data, found[1])
    value = None if plain is None else scalar(plain[0])
    if node is None or found is None or plain is None or value is None:
        return None
    finding = departure(layout.id, pointer, value[0])
    if finding is None:
        return None
    if _is_counted(layout, pointer):
        return _Mended(data[: plain.start()] + b"null" + data[plain.end() :], finding, pointer)
    if pointer == YEAR:
        year = _BEGINNING.search(data)
        return (
            None if year is None else _Mended(data[: plain.start()] + year[1] + data[plain.end() :], finding, pointer)
        )
    # In a table such a member tells how a cell is read: without it the cell is not known either.
    if node.required or node.lineage()[0].axis is not None:
        return None
    return _Mended(_left_out(data, found[0], plain.end()), finding, pointer, is_left_out=True)


def _with_cell(layout: Layout, data: bytes, places: Places, pointer: str, name: str) -> _Mended | None:
    """Mend a cell that is missing."""
    cell = f"{pointer}/{name}"
    found = places.member(pointer) if _is_counted(layout, cell) else None
    if found is None or data[found[1] : found[1] + 1] != b"{":
        return None
    start = found[1] + 1
    mended = data[:start] + f'"{name}":null,'.encode() + data[start:]
    return _Mended(mended, missing_member(pointer, name), cell)


def _without_stranger(layout: Layout, data: bytes, places: Places, pointer: str, name: str) -> _Mended | None:
    """Mend a member that the layout does not know."""
    found = places.member(f"{pointer}/{name}")
    plain = None if found is None else _PLAIN.match(data, found[1])
    if found is None or plain is None or scalar(plain[0]) is None:
        return None
    return _Mended(_left_out(data, found[0], plain.end()), unknown_member(pointer, name))


def _is_counted(layout: Layout, pointer: str) -> bool:
    cell = layout.cells.get(pointer)
    return cell is not None and cell.kind != "amount"


def _left_out(data: bytes, start: int, end: int) -> bytes:
    """Return a text without a member that stands at these bytes, and without one of the commas beside it."""
    before, behind = data[:start].rstrip(_SPACE), data[end:].lstrip(_SPACE)
    if behind.startswith(b","):
        return before + behind[1:]
    return before.removesuffix(b",") + behind
