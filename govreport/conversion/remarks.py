"""The lists of remarks on places: marks, undivided figures, notes and explanations, carried over a passage.

An entry goes where its place goes; what speaks of a place that is lost is lost with it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.conversion.compiling import CompiledRoute, Members
from govreport.conversion.losses import Loss, LossKind
from govreport.conversion.tables import Reason, Route
from govreport.pointers import tokens, value_at
from govreport.rules.sheet import DOUBTFUL_MARKS, group_cells

Entry = dict[str, Any]
Numbered = tuple[int, Entry]


def carry_remarks(passage: Route, plan: CompiledRoute, members: Members, result: Members) -> tuple[Loss, ...]:
    """Fill the lists of remarks of `result`, whose cells are all there, and return what they lose."""
    losses: list[Loss] = []
    for role, (here, there) in passage.lists.items():
        entries = list(enumerate(members.get(here[1:], ())))
        # Figures that are split become undivided ones, so that list may grow out of nothing.
        if not entries and not (role == "undivided" and plan.splits):
            del result[there[1:]]
            continue
        crossing = _Crossing(passage=passage, plan=plan, members=members, result=result, name=here, losses=losses)
        _put(result, there, list(_CARRY[role](crossing, entries)))
    return tuple(losses)


def rebuild_remarks(back: Route, members: Members, result: Members) -> None:
    """Fill the lists of remarks of `result` with those entries of `members` that one counterpart gives."""
    for role, (here, there) in back.lists.items():
        entries = members.get(here[1:], ())
        plain = [_plain(back, role, entry) for entry in entries] if entries else []
        _put(result, there, [entry for entry in plain if entry is not None])


def _put(result: Members, pointer: str, entries: list[Entry]) -> None:
    if entries:
        result[pointer[1:]] = entries
    else:
        result.pop(pointer[1:], None)


@attrs.frozen(kw_only=True)
class _Crossing:
    """One list on its way; `name` is its pointer in the source."""

    passage: Route
    plan: CompiledRoute
    members: Members
    result: Members
    name: str
    losses: list[Loss]

    def lose(self, entry: Numbered, why: Reason | str, kind: LossKind = "dropped") -> None:
        number, value = entry
        reason = self.passage.reasons[why] if isinstance(why, str) else why
        pointer = f"{self.name}/{number}"
        self.losses.append(Loss(kind=kind, layout=self.passage.source.id, pointer=pointer, value=value, reason=reason))

    def first_of_each_place(self, entries: Sequence[Numbered]) -> list[Numbered]:
        """Return the entries without those whose place an earlier one names; the rules heed the first alone."""
        first: dict[str, Numbered] = {}
        for entry in entries:
            if first.setdefault(entry[1]["pointer"], entry) is not entry:
                self.lose(entry, "named-twice")
        return list(first.values())


def _marks(crossing: _Crossing, entries: Sequence[Numbered]) -> Iterator[Entry]:
    passage = crossing.passage
    first = crossing.first_of_each_place(entries)
    by_whole: dict[str, list[Numbered]] = {}
    for entry in first:
        if entry[1]["pointer"] in passage.parts:
            by_whole.setdefault(passage.parts[entry[1]["pointer"]], []).append(entry)
    for entry in first:
        pointer = entry[1]["pointer"]
        plain = _plain(passage, "marks", entry[1])
        if plain is not None:
            yield plain
        elif pointer in passage.parts:
            whole = passage.parts[pointer]
            yield from _merged_mark(crossing, whole, by_whole.pop(whole, ()))
        elif pointer not in passage.split:
            crossing.lose(entry, passage.why_absent(pointer))
        elif value_at(crossing.members, tokens(pointer)) is None:
            for cell in group_cells(passage.target, passage.split[pointer]):
                yield entry[1] | {"pointer": cell}
        else:
            crossing.lose(entry, "cell-filled")


def _merged_mark(crossing: _Crossing, whole: str, entries: Sequence[Numbered]) -> Iterator[Entry]:
    """Yield the one mark that the marks of several cells become.

    A mark that hides a figure wins over all others: without it a sum that is in doubt would seem to hold.
    """
    if value_at(crossing.result, tokens(whole)) is not None:
        for entry in entries:
            crossing.lose(entry, "cell-filled")
        return
    said = [entry | {"pointer": whole} for _, entry in entries]
    cells = [cell for cell, owner in crossing.passage.parts.items() if owner == whole]
    if len(said) == len(cells) and said.count(said[0]) == len(said):
        yield said[0]
        return
    chosen = next((mark for mark in said if mark["mark"] in DOUBTFUL_MARKS), None)
    if chosen is not None:
        yield chosen
    for entry, mark in zip(entries, said, strict=True):
        if mark == chosen:
            crossing.lose(entry, "place-shared", "merged")
        else:
            crossing.lose(entry, "marks-differ")


def _undivided(crossing: _Crossing, entries: Sequence[Numbered]) -> Iterator[Entry]:
    passage = crossing.passage
    for entry in crossing.first_of_each_place(entries):
        pointer = entry[1]["pointer"]
        plain = _plain(passage, "undivided", entry[1])
        if plain is not None:
            yield plain
        elif pointer not in passage.merged:
            crossing.lose(entry, passage.absent.get(pointer, "group-differs"))
        elif any(value_at(crossing.members, tokens(cell)) is not None for cell in group_cells(passage.source, pointer)):
            crossing.lose(entry, "cell-filled")
        elif entry[1]["label"] != passage.target.nodes[passage.merged[pointer]].title:
            crossing.lose(entry, "label-of-cell", "merged")
    for split in crossing.plan.splits:
        figure = value_at(crossing.members, split.origin)
        if figure is not None:
            yield {"pointer": split.group, "value": figure, "label": split.label}


def _notes(crossing: _Crossing, entries: Sequence[Numbered]) -> Iterator[Entry]:
    for entry in entries:
        plain = _plain(crossing.passage, "notes", entry[1])
        if plain is None:
            crossing.lose(entry, crossing.passage.why_absent(entry[1]["pointer"]))
        else:
            yield from _shared(crossing, entry, plain)


def _explanations(crossing: _Crossing, entries: Sequence[Numbered]) -> Iterator[Entry]:
    for entry in entries:
        found = crossing.passage.finding(entry[1]["rule"], entry[1]["pointer"])
        if isinstance(found, Reason):
            crossing.lose(entry, found)
        else:
            yield from _shared(crossing, entry, entry[1] | {"rule": found[0], "pointer": found[1]})


def _shared(crossing: _Crossing, entry: Numbered, carried: Entry) -> Iterator[Entry]:
    yield carried
    if entry[1]["pointer"] in crossing.passage.parts:
        crossing.lose(entry, "place-shared", "merged")


def _plain(passage: Route, role: str, entry: Entry) -> Entry | None:
    """Return the entry where its place has one counterpart for entries of this kind, else None."""
    if role == "explanations":
        found = passage.finding(entry["rule"], entry["pointer"])
        return None if isinstance(found, Reason) else entry | {"rule": found[0], "pointer": found[1]}
    ways = {"marks": passage.leaves, "undivided": passage.groups, "notes": passage.places}[role]
    return entry | {"pointer": ways[entry["pointer"]]} if entry["pointer"] in ways else None


_CARRY: Mapping[str, Callable[[_Crossing, Sequence[Numbered]], Iterator[Entry]]] = {
    "marks": _marks,
    "undivided": _undivided,
    "notes": _notes,
    "explanations": _explanations,
}
