"""Sections: where each section of the form begins, whatever its title has become in print."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from govreport.documents.paper import Paper
from govreport.documents.report.form_sections import Wanted, numbered_sections, titles_key, wanted_titles
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.items import NUMBERED, Item, items_of
from govreport.documents.wording.labels import fold, numeral, similarity
from govreport.form.layout import Layout, Node

_LIKE_NUMBERED = 60
_LIKE_UNNUMBERED = 85
# Less like a title of the form, it has words of its own.
_LIKE_FORM = 70
_NUMBER_COUNTS = 50
_LONGEST_TITLE = 48
_FEWEST_LISTED = 3
_LONGEST_WORDED = 24
_SHORTEST_WORDS = 2
_SENTENCE = "。；;，,！？!?：:"
# Number and words of the form.
_SAME = 100 + _NUMBER_COUNTS


@attrs.frozen(kw_only=True)
class Title:
    """A section title in print: items `first` to `last`, and the text that follows it on the same line."""

    node: Node = attrs.field(repr=False)
    first: int
    last: int
    rest: str
    score: int
    is_listed: bool = False  # among others in a table of contents
    is_worded: bool = False  # in other words than the form's, known by its number and its place
    again: tuple[int, ...] = ()  # where it is printed again, word for word


def titles_of(layout: Layout, paper: Paper) -> Mapping[str, Title]:
    """Return the titles of a whole paper as `find_titles` does; layouts whose sections are alike share them."""
    return paper.keep(("titles", titles_key(layout.id)), lambda: find_titles(layout, items_of(paper)))


def find_titles(layout: Layout, items: Sequence[Item]) -> Mapping[str, Title]:
    """Return the title of each section, by its pointer; a section without one is left out.

    Titles in the order of the form win over titles out of it, and those of a section over a table of contents. Of
    two reports in one paper the first is read.
    """
    nodes = numbered_sections(layout)
    candidates = _all_candidates(layout, items)
    chain = _best_chain(nodes, candidates)
    found = {title.node.pointer: _with_repeated(title, candidates, items) for title in chain}
    for node in nodes:
        rest = [t for t in candidates if t.node is node and not _is_taken(t, found)]
        if node.pointer not in found and rest:
            found[node.pointer] = max(rest, key=lambda t: (t.score, -t.first))
    for node in nodes:
        if node.pointer not in found:
            worded = _in_other_words(node, nodes, items, found)
            found.update({node.pointer: worded} if worded is not None else {})
    return {pointer: _with_others(title, candidates) for pointer, title in found.items()}


def _in_other_words(
    node: Node, nodes: Sequence[Node], items: Sequence[Item], found: Mapping[str, Title]
) -> Title | None:
    """Return the heading of a section that has its number, at its place, and other words; None without one.

    A number inside a section may look the same: so nothing numbered may stand between it and the heading before it,
    and the number of the next section not right below it, as in a table of contents. Rows of tables are numbered, too,
    but are no headings. The heading of a table stands right above one: any paper has a third part.
    """
    before = [found[n.pointer] for n in nodes if n.order < node.order and n.pointer in found]
    behind = [found[n.pointer].first for n in nodes if n.order > node.order and n.pointer in found]
    start = max((title.last for title in before), default=-1) + 1
    end = min((first for first in behind if first >= start), default=len(items))
    # The section right before it must be known: numbers in what was lost would be taken for it.
    if len(before) < sum(n.order < node.order for n in nodes):
        return None
    number = next((n for n in range(start, end) if items[n].paragraph is not None and numeral(items[n].text)), None)
    if number is None or numeral(items[number].text) != numeral(node.title) or not _is_heading(items[number].text):
        return None
    below = items[number + 1] if number + 1 < len(items) else None
    is_above_table = below is not None and (below.paragraph is None or below.part > items[number].part + 1)
    if node.axis is not None and not is_above_table:
        return None
    if below is not None and numeral(below.text) and not is_above_table:
        return None
    return Title(node=node, first=number, last=number, rest="", score=_NUMBER_COUNTS, is_worded=True)


def _is_heading(text: str) -> bool:
    """Tell whether a numbered line may be a heading: short, with words, and no part of a sentence."""
    return len(fold(text)) >= _SHORTEST_WORDS and len(text) <= _LONGEST_WORDED and not any(s in text for s in _SENTENCE)


def _with_others(title: Title, candidates: Sequence[Title]) -> Title:
    """Return a title together with the places where the same title is printed again."""
    again = tuple(
        other.first
        for other in candidates
        if other.node is title.node
        and other.score >= _SAME
        and not (other.is_listed or other.rest or title.is_listed)
        and not title.first <= other.first <= title.last
    )
    return attrs.evolve(title, again=again) if again and title.score >= _SAME else title


def find_next_report(layout: Layout, items: Sequence[Item], start: int) -> int | None:
    """Return the item behind `start` with the first title of another complete report, None where there is none."""
    nodes = numbered_sections(layout)
    chain = _best_chain(nodes, [t for t in _all_candidates(layout, items[start:]) if not t.is_listed])
    return start + chain[0].first if len(chain) == len(nodes) else None


def _all_candidates(layout: Layout, items: Sequence[Item]) -> list[Title]:
    wanted = wanted_titles(layout.id)
    found = [
        title
        for number, item in enumerate(items)
        for line in [_Line.of(item.text)]
        if line is not None
        for title in _candidates(wanted, line, items, number)
    ]
    return _without_lists(found, items)


class _Line(NamedTuple):
    """A text that may be a title: its label, and its number; both are asked for by every section."""

    text: str
    label: str
    numeral: str
    is_sentence: bool

    @classmethod
    def of(cls, text: str) -> "_Line | None":
        """Return the line of a text, None for one that is no title of any section."""
        number = numeral(text)
        if not text or (len(text) > _LONGEST_TITLE and not number):
            return None
        is_sentence = "。" in text or "；" in text or ";" in text
        if (is_sentence and not number) or NUMBERED.match(text):
            return None
        return cls(text, fold(text), number, is_sentence)


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
    return title.first == above.first or _is_right_below(above, title, items)


def _is_right_below(above: Title, title: Title, items: Sequence[Item]) -> bool:
    """Tell whether a title comes right after another, no table between them."""
    before, item = items[above.last], items[title.first]
    is_near = item.row - before.row <= 1 if item.part == before.part else item.part == before.part + 1
    return title.first == above.last + 1 and is_near


def _with_repeated(title: Title, candidates: Sequence[Title], items: Sequence[Item]) -> Title:
    """Return a title together with the same title right below it: a heading, and again the caption of the table.

    A section of text has no caption: there the heading is printed twice. A caption may stand below its table as well;
    there it begins nothing.
    """
    for other in candidates:
        if other.node is title.node and _is_right_below(title, other, items):
            is_doubled = title.node.kind == "section" and min(title.score, other.score) >= _SAME
            return attrs.evolve(title, last=other.last, again=(other.first,) if is_doubled else ())
    return title


def _is_taken(title: Title, found: Mapping[str, Title]) -> bool:
    return any(title.first <= other.last and other.first <= title.last for other in found.values())


def _candidates(wanted: Sequence[Wanted], line: _Line, items: Sequence[Item], number: int) -> Iterator[Title]:
    both: _Line | None = None
    # A long title breaks into two lines.
    is_begun = items[number].paragraph is not None and not is_figure_or_mark(line.text)
    if number + 1 < len(items) and is_begun and len(line.text) <= _LONGEST_TITLE:
        after = items[number + 1]
        if after.paragraph is not None and after.paragraph.is_line and len(after.text) < 16:
            both = _Line.of(line.text + after.text)
    for node, its_numeral, labels in wanted:
        if len(line.text) > _LONGEST_TITLE and line.numeral != its_numeral:
            continue
        one = _title(node, its_numeral, labels, line, number, number)
        two = _title(node, its_numeral, labels, both, number, number + 1) if both is not None else None
        if two is not None and (one is None or two.score > one.score + 5):
            yield two
        elif one is not None:
            yield one


def _title(node: Node, its_numeral: str, labels: tuple[str, ...], line: _Line, first: int, last: int) -> Title | None:
    text, label = line.text, line.label
    if line.numeral != its_numeral:
        likeness = 0 if line.is_sentence or len(text) > _LONGEST_TITLE else _likeness(label, labels)
        return Title(node=node, first=first, last=last, rest="", score=likeness) if likeness else None
    best, rest = 0, ""
    for wanted in labels:
        likeness = similarity(label, wanted, _LIKE_NUMBERED) if len(text) <= _LONGEST_TITLE else 0
        if likeness < 95 and label.startswith(wanted):
            after = _after(text, wanted)
            likeness, rest = (likeness, rest) if after is None else (95, after)
        best = max(best, likeness)
    if (line.is_sentence and not rest) or best < _LIKE_NUMBERED:
        return None
    score, is_worded = best + _NUMBER_COUNTS, best < _LIKE_FORM
    return Title(node=node, first=first, last=last, rest=rest if best == 95 else "", score=score, is_worded=is_worded)


@lru_cache(maxsize=1 << 12)
def _likeness(label: str, labels: tuple[str, ...]) -> int:
    """Return how much a line without the number of a section is like the most similar of its titles, 0 if too little.

    The same lines are printed in every report.
    """
    best = max(similarity(label, wanted, _LIKE_UNNUMBERED) for wanted in labels)
    return best if best >= _LIKE_UNNUMBERED else 0


def _after(text: str, wanted: str) -> str | None:
    """Return what follows a title on its line, None where the title does not come first."""
    for end in range(min(len(text), 2 * _LONGEST_TITLE) + 1):
        if fold(text[:end]) == wanted:
            return text[end:].lstrip(" :：。.　、")
    return None


class _Chain(NamedTuple):
    """Titles in the order of the form: what they agree in all, and where they stand; the last, and those before it."""

    score: int
    places: int
    number: int
    title: Title
    before: "_Chain | None"

    @property
    def rank(self) -> tuple[int, int, int]:
        """The better of two; of equals, the one that was found first."""
        return self.score, self.places, -self.number


def _best_chain(nodes: Sequence[Node], candidates: Sequence[Title]) -> list[Title]:
    """Return the titles in the order of the form that agree best in all; of equals, those that come first."""
    order = {node.pointer: n for n, node in enumerate(nodes)}
    # The best chain that ends with each section, of those whose last title lies before the one at hand.
    best: dict[int, _Chain] = {}
    waiting: list[_Chain] = []
    whole: _Chain | None = None
    for number, title in enumerate(sorted(candidates, key=lambda t: (t.first, order[t.node.pointer]))):
        for chain in waiting:
            if chain.title.last < title.first:
                place = order[chain.title.node.pointer]
                best[place] = max(chain, best.get(place, chain), key=lambda one: one.rank)
        waiting = [chain for chain in waiting if chain.title.last >= title.first]
        above = [chain for place, chain in best.items() if place < order[title.node.pointer]]
        before = max(above, key=lambda one: one.rank, default=None)
        score, places = (before.score, before.places) if before is not None else (0, 0)
        chain = _Chain(score + title.score, places - title.first, number, title, before)
        waiting.append(chain)
        whole = chain if whole is None or chain.rank > whole.rank else whole
    titles: list[Title] = []
    while whole is not None:
        titles.append(whole.title)
        whole = whole.before
    return titles[::-1]
