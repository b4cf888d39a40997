"""Sections: where each section of the form begins, whatever its title has become in print."""

from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.wording.items import NUMBERED, Item
from govreport.documents.wording.labels import fold, numeral, similarity
from govreport.form.layout import Layout, Node

_LIKE_NUMBERED = 60
_LIKE_UNNUMBERED = 85
_NUMBER_COUNTS = 50
_LONGEST_TITLE = 48
_FEWEST_LISTED = 3


@attrs.frozen(kw_only=True)
class Title:
    """A section title in print: items `first` to `last`, and the text that follows it on the same line."""

    node: Node = attrs.field(repr=False)
    first: int
    last: int
    rest: str
    score: int
    is_listed: bool = False  # among others in a table of contents


def find_titles(layout: Layout, items: Sequence[Item]) -> Mapping[str, Title]:
    """Return the title of each section, by its pointer; a section without one is left out.

    Titles in the order of the form win over titles out of it, and those of a section over a table of contents. Of
    two reports in one paper the first is read.
    """
    nodes = numbered_sections(layout)
    candidates = _all_candidates(nodes, items)
    chain = _best_chain(nodes, candidates)
    found = {title.node.pointer: _with_repeated(title, candidates) for title in chain}
    for node in nodes:
        rest = [t for t in candidates if t.node is node and not _is_taken(t, found)]
        if node.pointer not in found and rest:
            found[node.pointer] = max(rest, key=lambda t: (t.score, -t.first))
    return found


def find_next_report(layout: Layout, items: Sequence[Item], start: int) -> int | None:
    """Return the item behind `start` with the first title of another complete report, None where there is none."""
    nodes = numbered_sections(layout)
    chain = _best_chain(nodes, [t for t in _all_candidates(nodes, items[start:]) if not t.is_listed])
    return start + chain[0].first if len(chain) == len(nodes) else None


def numbered_sections(layout: Layout) -> list[Node]:
    """Return the sections that print under a numbered title: all but what stands before the first of them."""
    return [node for node in layout.root.children if node.is_section and numeral(node.title)]


def opening_text(layout: Layout) -> Node:
    """Return the section with which the running text begins (一、总体情况)."""
    return next(node for node in numbered_sections(layout) if node.axis is None)


def head_text(layout: Layout) -> Node:
    """Return the section that is printed before the first numbered one, without a title of its own."""
    return next(n for n in layout.root.children if n.is_section and n.axis is None and not numeral(n.title))


def _all_candidates(nodes: Sequence[Node], items: Sequence[Item]) -> list[Title]:
    found = [
        title
        for number, item in enumerate(items)
        if len(item.text) <= _LONGEST_TITLE or numeral(item.text)
        for node in nodes
        for title in _candidates(node, items, number)
    ]
    return _without_lists(found, items)


def _without_lists(titles: Sequence[Title], items: Sequence[Item]) -> list[Title]:
    """Return titles, those in a table of contents with a low score: three or more of different sections in a row."""
    kept: list[Title] = []
    run: list[Title] = []
    for title in [*titles, None]:
        if title is not None and run and _goes_with(run[-1], title, items):
            run.append(title)
            continue
        is_list = len({t.node.pointer for t in run}) >= _FEWEST_LISTED
        kept.extend(attrs.evolve(t, score=1, is_listed=True) if is_list else t for t in run)
        run = [title] if title is not None else []
    return kept


def _goes_with(above: Title, title: Title, items: Sequence[Item]) -> bool:
    """Tell whether a title may be of the same line as another, or comes right after it, no table between them."""
    if title.first == above.first:
        return True
    before, item = items[above.last], items[title.first]
    is_near = item.row - before.row <= 1 if item.part == before.part else item.part == before.part + 1
    return title.first == above.last + 1 and is_near


def _with_repeated(title: Title, candidates: Sequence[Title]) -> Title:
    """Return a title together with the same title right below it: a heading, and again the caption of the table."""
    for other in candidates:
        if other.node is title.node and other.first == title.last + 1:
            return attrs.evolve(title, last=other.last)
    return title


def _is_taken(title: Title, found: Mapping[str, Title]) -> bool:
    return any(title.first <= other.last and other.first <= title.last for other in found.values())


def _candidates(node: Node, items: Sequence[Item], number: int) -> list[Title]:
    text = items[number].text
    if not text or NUMBERED.match(text) or (len(text) > _LONGEST_TITLE and numeral(text) != numeral(node.title)):
        return []
    found = _title(node, text, number, number)
    # A long title breaks into two lines.
    if number + 1 < len(items) and items[number].paragraph and len(text) <= _LONGEST_TITLE:
        after = items[number + 1]
        if after.paragraph is not None and after.paragraph.is_line and len(after.text) < 16:
            both = _title(node, text + after.text, number, number + 1)
            if both is not None and (found is None or both.score > found.score + 5):
                return [both]
    return [found] if found is not None else []


def _title(node: Node, text: str, first: int, last: int) -> Title | None:
    is_numbered = numeral(text) == numeral(node.title)
    is_sentence = any(mark in text for mark in "。；;")
    if is_sentence and not is_numbered:
        return None
    least = _LIKE_NUMBERED if is_numbered else _LIKE_UNNUMBERED
    label = fold(text)
    best, rest = 0, ""
    for title in (node.title, *node.aliases):
        wanted = fold(title)
        likeness = similarity(label, wanted, least) if len(text) <= _LONGEST_TITLE else 0
        if is_numbered and likeness < 95 and label.startswith(wanted):
            likeness, rest = 95, _after(text, wanted)
        best = max(best, likeness)
    if (is_sentence and not rest) or best < least:
        return None
    score = best + (_NUMBER_COUNTS if is_numbered else 0)
    return Title(node=node, first=first, last=last, rest=rest if best == 95 else "", score=score)


def _after(text: str, wanted: str) -> str:
    """Return what follows a title on its line."""
    for end in range(len(text) + 1):
        if fold(text[:end]) == wanted:
            return text[end:].lstrip(" :：。.　、")
    return ""


def _best_chain(nodes: Sequence[Node], candidates: Sequence[Title]) -> list[Title]:
    """Return the titles in the order of the form that agree best in all; of equals, those that come first."""
    order = {node.pointer: n for n, node in enumerate(nodes)}
    best: list[tuple[int, int, list[Title]]] = []
    for title in sorted(candidates, key=lambda t: (t.first, order[t.node.pointer])):
        score, places, chain = max(
            (
                entry
                for entry in best
                if entry[2][-1].last < title.first and order[entry[2][-1].node.pointer] < order[title.node.pointer]
            ),
            key=lambda entry: entry[:2],
            default=(0, 0, []),
        )
        best.append((score + title.score, places - title.first, [*chain, title]))
    return max(best, key=lambda entry: entry[:2])[2] if best else []
