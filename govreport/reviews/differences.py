"""What differs between two reports: figures cell by cell, texts sentence by sentence, all else member by member."""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from govreport.between.beside import earlier_of
from govreport.conversion.convert import convert
from govreport.conversion.losses import Loss
from govreport.form.layout import Layout, Node, load_layout
from govreport.model.codec import unstructure
from govreport.model.registry import Report
from govreport.pointers import top_of, value_at

Kind = Literal["cell", "text", "member"]
Replaced = Literal["none", "proven", "other"]
# What says in which form a report is written, not what it reports.
_FORM = ("$schema", "layout", "source", "supersedes")
# The lists of remarks on places: each entry is about one.
_REMARKS = ("marks", "undivided", "notes", "explanations")
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]+|[^。！？!?\n]+")
# Of so many sentences the order is compared; of more only which there are.
_MOST = 5000


@attrs.frozen(kw_only=True)
class Edit:
    """Sentences of the older text that gave way to those of the newer one; either may be none."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Difference:
    """A place at which two reports differ, with what each has there; None where it has nothing.

    `kind` is "cell" for a figure, "text" for a text, whose `edits` say which sentences differ, and "member" for all
    else: a title, a date, an entry of a list, which is named by the pointer that it speaks of.
    """

    kind: Kind
    pointer: str
    before: Any
    after: Any
    edits: tuple[Edit, ...] = ()


@attrs.frozen(kw_only=True)
class Comparison:
    """What differs between an older and a newer report, both in one layout, in the order of print.

    `losses` are what bringing them there lost: of the older report, and of the newer. `replaced` says whether the newer
    report names the older as the one that it replaces: "proven" by its hash, "other" if it names another, or "none".
    """

    layout: str
    differences: tuple[Difference, ...]
    losses: tuple[tuple[Loss, ...], tuple[Loss, ...]] = ((), ())
    replaced: Replaced = "none"


def compare(old: Report, new: Report, layout: str | None = None, *, hashes: Sequence[str] = ()) -> Comparison:
    """Return what differs between two reports, in the layout of the newer one unless another is named.

    `hashes` are those of the files in which the older one is at hand, by which the newer one may name it, besides that
    of its source. Raises NoConversion where no mapping table leads to the layout.
    """
    target = layout or new.layout
    conversions = tuple(convert(report, target) for report in (old, new))
    before, after = (unstructure(conversion.report) for conversion in conversions)
    return Comparison(
        layout=target,
        differences=tuple(_differences(load_layout(target), before, after)),
        losses=(conversions[0].losses, conversions[1].losses),
        replaced=_replaced(old, new, hashes),
    )


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the sentences that differ between two texts, in their order; nothing where only white space does."""
    # Only those who compare texts need it.
    from rapidfuzz.distance import Indel

    here, there = (tuple(filter(None, (s.strip() for s in _SENTENCE.findall(text)))) for text in (before, after))
    if max(len(here), len(there)) > _MOST:
        old, new = frozenset(here), frozenset(there)
        edit = Edit(before=tuple(s for s in here if s not in new), after=tuple(s for s in there if s not in old))
        return (edit,) if edit.before or edit.after else ()
    found: list[Edit] = []
    gone: list[str] = []
    come: list[str] = []
    for step in Indel.opcodes(here, there):
        if step.tag == "equal":
            if gone or come:
                found.append(Edit(before=tuple(gone), after=tuple(come)))
            gone, come = [], []
        else:
            gone += here[step.src_start : step.src_end]
            come += there[step.dest_start : step.dest_end]
    if gone or come:
        found.append(Edit(before=tuple(gone), after=tuple(come)))
    return tuple(found)


def _differences(layout: Layout, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    for node in layout.root.walk():
        if node.children or not node.pointer or top_of(node.pointer) in _FORM:
            continue
        if node.name in _REMARKS and node.pointer.count("/") == 1:
            yield from _of_remarks(node, before, after)
            continue
        here, there = value_at(before, node.pointer), value_at(after, node.pointer)
        if here == there:
            continue
        if node.is_cell:
            yield Difference(kind="cell", pointer=node.pointer, before=here, after=there)
        elif node.kind == "section":
            found = edits(here or "", there or "")
            if found:
                yield Difference(kind="text", pointer=node.pointer, before=here, after=there, edits=found)
        else:
            yield Difference(kind="member", pointer=node.pointer, before=here, after=there)


def _of_remarks(node: Node, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the entries of a list that only one report has, each beside that of the other about the same place."""
    here, there = (list(members.get(node.name, ())) for members in (before, after))
    # Lists have thousands of entries: none is held against each of the other list.
    old, new = (frozenset(map(_told, entries)) for entries in (here, there))
    come: dict[tuple[Any, ...], deque[Mapping[str, Any]]] = {}
    rest: dict[int, Mapping[str, Any]] = {}
    for entry in there:
        if _told(entry) not in old:
            come.setdefault(_about(entry), deque()).append(entry)
            rest[id(entry)] = entry
    for entry in here:
        if _told(entry) in new:
            continue
        partners = come.get(_about(entry))
        partner = partners.popleft() if partners else None
        if partner is not None:
            del rest[id(partner)]
        yield Difference(kind="member", pointer=f"{node.pointer}{entry['pointer']}", before=entry, after=partner)
    for entry in rest.values():
        yield Difference(kind="member", pointer=f"{node.pointer}{entry['pointer']}", before=None, after=entry)


def _told(entry: Mapping[str, Any]) -> frozenset[tuple[str, Any]]:
    return frozenset(entry.items())


def _about(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    return entry["pointer"], entry.get("rule")


def _replaced(old: Report, new: Report, hashes: Sequence[str]) -> Replaced:
    if new.supersedes is None:
        return "none"
    return "proven" if new.supersedes.sha256 in {*hashes, *earlier_of(old).hashes} else "other"
