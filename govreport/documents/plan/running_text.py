"""The running text of a plan: paragraphs, and the sections and items that their numbers begin."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from govreport.documents.paper import Evidence
from govreport.documents.plan.lines.wrapping import column_width, ends_sentence, joined, wraps
from govreport.documents.text import trim
from govreport.documents.wording.items import Item, paragraphs, text_margin
from govreport.documents.wording.pages import PAGE_NUMBER
from govreport.form.numerals import NUMERAL
from govreport.form.stops import STOPS

_SECTION = re.compile(rf"{NUMERAL}\s*[、，.．]")
_ITEM = re.compile(rf"[（(]\s*{NUMERAL}\s*[）)]")
_OPENING = re.compile(rf"{_SECTION.pattern}|{_ITEM.pattern}|[0-9]{{1,2}}[.．、](?![0-9])|[①-⑳]|附件|第{NUMERAL}[，、]")
_TITLE_END = re.compile(f"[{STOPS}]")


def paragraphs_of(items: Sequence[Item]) -> list[str]:
    """Return running text as paragraphs: lines of a text file go on where the line before had no room left."""
    return [text for text, _ in placed_paragraphs(items)]


def placed_paragraphs(items: Sequence[Item]) -> list[tuple[str, Evidence]]:
    """Return the paragraphs of running text with the places where they begin."""
    found: list[list[Item]] = []
    lines = [item for item in items if not (_is_line(item) and PAGE_NUMBER.fullmatch(item.text))]
    column = column_width(item.text for item in lines if _is_line(item))
    for before, item in pairwise([None, *lines]):
        assert item is not None
        if before is not None and _is_line(before) and _is_line(item) and _goes_on(before, item, column):
            found[-1].append(item)
        else:
            found.append([item])
    margin = text_margin(items)
    return [(_joined(run, column, margin), run[0].evidence) for run in found]


def _joined(run: Sequence[Item], column: int, margin: int | None) -> str:
    if len(run) == 1:
        return trim(run[0].text)
    if run[0].evidence.page is not None:
        return "\n".join(paragraphs(run, margin))
    return joined([item.text for item in run], column).replace("\n", "")


def _is_line(item: Item) -> bool:
    return item.paragraph is not None and item.paragraph.is_line


def _goes_on(before: Item, item: Item, column: int) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    if _OPENING.match(item.text):
        return False
    if wraps(before.text, item.text, column):
        return True
    is_heading = _SECTION.match(before.text) or _ITEM.match(before.text)
    return not ends_sentence(before.text) and (is_heading is None or _TITLE_END.search(before.text) is not None)


def opens_paragraph(text: str) -> bool:
    """Tell whether a text begins as a section, an item or another numbered paragraph does."""
    return _OPENING.match(text) is not None


def read_sections(texts: Sequence[tuple[str, Evidence]]) -> tuple[dict[str, Any], Mapping[str, Evidence]]:
    """Return the preamble and the sections that paragraphs make, and where each part of them is printed.

    The title of a section or item goes up to the first full stop of its paragraph.
    """
    preamble: list[str] = []
    sections: list[dict[str, Any]] = []
    evidence: dict[str, Evidence] = {}
    target, pointer = preamble, "/preamble"
    bodies: list[tuple[dict[str, Any], list[str], bool]] = []
    for text, place in texts:
        is_item = bool(sections) and _ITEM.match(text) is not None
        if not is_item and not _SECTION.match(text):
            target.append(text)
            evidence.setdefault(pointer, place)
            continue
        end = _TITLE_END.search(text)
        title, rest = (trim(text[: end.start()]), trim(text[end.end() :])) if end else (text, "")
        target = [rest] if rest else []
        part: dict[str, Any] = {"title": title}
        bodies.append((part, target, is_item))
        if is_item:
            items = sections[-1].setdefault("items", [])
            items.append(part)
            pointer = f"/sections/{len(sections) - 1}/items/{len(items) - 1}"
        else:
            sections.append(part)
            pointer = f"/sections/{len(sections) - 1}"
        evidence[f"{pointer}/title"] = place
        pointer += "/text"
        if rest:
            evidence[pointer] = place
    for part, body, is_item in bodies:
        text = "\n".join(body)
        # A section may have no text of its own; of an item the text is required.
        if text or is_item:
            part["text"] = text
    ordered = [{name: s[name] for name in ("title", "text", "items") if name in s} for s in sections]
    members: dict[str, Any] = {"sections": ordered}
    if preamble:
        members["preamble"] = "\n".join(preamble)
    return members, evidence
