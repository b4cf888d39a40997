"""Notes below tables and texts, as print has them and as rendered reports number them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from govreport.documents.wording.signs import FINDING, NOTE
from govreport.findings import Severity
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from govreport.messages import LANGUAGES, word

_NUMBERED = re.compile(rf"{NOTE}\d+（(.+?)）：(.*)", re.DOTALL)
_REMARK = re.compile(rf"{FINDING}\d*\s|“[^”]{{1,3}}”：")
# A remark under a table that is not numbered by a render.
FOOTNOTE = re.compile(r"(?:注|註|备注|備註|说明)\s*+\d*+\s*+[:：]\s*+(.+)", re.DOTALL)

# No place of a form has a name nearly as long.
_LONGEST_PLACE = 1000

Notes = list[tuple[str, str]]


def strip_notes(layout: Layout, texts: Sequence[str]) -> tuple[list[str], Notes]:
    """Return the paragraphs of a section without the notes at its end, and these notes by their places."""
    kept: list[str] = []
    notes: Notes = []
    for text in texts:
        found = numbered_note(places_by_name(layout.id), text)
        if found is not None:
            notes.append(found)
        elif not _finding().match(text):
            kept.append(text)
    return kept, notes


def cell_notes(layout: Layout, table: str, texts: Sequence[str]) -> Notes:
    """Return the notes among the lines around a table; one that names no place is about the whole table."""
    notes: Notes = []
    for text in texts:
        found = numbered_note(places_by_name(layout.id), text)
        footnote = FOOTNOTE.fullmatch(text)
        if found is not None:
            notes.append(found)
        elif footnote and not _REMARK.match(text):
            notes.append((table, footnote[1]))
    return notes


def numbered_note(places: Mapping[str, str], text: str) -> tuple[str, str] | None:
    """Return the pointer and text of a note as renders number them; `places` are pointers by their printed names."""
    match = _NUMBERED.fullmatch(text)
    if match is None:
        return None
    # A place may hold brackets of its own: the longest name that is one counts.
    start = text.index("（") + 1
    for end in (m.start() for m in re.finditer("）：", text[: start + _LONGEST_PLACE])):
        pointer = places.get(text[start:end])
        if pointer is not None:
            return pointer, text[end + 2 :]
    return None


@cache
def _finding() -> re.Pattern[str]:
    """Return the beginning of a finding as renders print it; a text may begin with the same sign."""
    severities = {word(severity, language) for severity in Severity for language in LANGUAGES}
    return re.compile(rf"{re.escape(FINDING)}\d+ (?:{'|'.join(map(re.escape, sorted(severities)))}) ")


@cache
def places_by_name(layout: str) -> Mapping[str, str]:
    """Return the pointers of a layout by their printed names; of several with one name the first."""
    loaded = load_layout(layout)
    names: dict[str, str] = {}
    for pointer in loaded.nodes:
        names.setdefault(place(loaded, pointer), pointer)
    return names
