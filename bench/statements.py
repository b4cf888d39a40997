"""`python -m bench.statements`: figures told in running text, against the truth annotated by hand.

For each report of the truth a text is built from its quoted spans: the spans of a sentence are joined by a comma, its
sentences by a full stop or a line each. What the library reads there is held against the annotations:
precision and recall of (figure, cells), contradictions found and false ones, and faults put into cells that a
mention states. A third of the reports, chosen by a hash of their names, is held out: figures of both parts are printed.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from bench.pace import Pace, made_up, narratives, pace
from govreport.statements.comparing import Sums
from govreport.statements.reading import Speaker, judge, statement, told_in
from govreport.statements.records import Statement
from govreport.statements.report import speaker_of

TRUTH = Path(__file__).resolve().parents[2] / "shared" / "statements" / "truth"
# The folder that is read; an option may name another.
_FOLDERS = [TRUTH]
_TABLES = {"二": "/proactive_disclosure", "三": "/requests", "四": "/disputes"}


@attrs.frozen(kw_only=True)
class Mention:
    """One annotated figure with its place in the text that was built."""

    pointer: str
    start: int
    end: int
    data: Mapping[str, Any]

    @property
    def meanings(self) -> set[tuple[frozenset[str], ...]]:
        """The accepted readings, each as (cells, cells taken off, base)."""
        return {
            (frozenset(m["share"]["sum"]), frozenset(), frozenset(m["base"]["sum"]))
            if "share" in m
            else (frozenset(m["sum"]), frozenset(m.get("minus", ())), frozenset())
            for m in self.data["means"]
        }


@attrs.frozen(kw_only=True)
class Case:
    """One report of the truth: the report built from it, its cells, its mentions."""

    id: str
    members: Mapping[str, Any]
    cells: Mapping[str, Any]
    mentions: tuple[Mention, ...]

    @property
    def speaker(self) -> Speaker:
        """Who speaks in the texts."""
        organ = self.members["organ"]
        return speaker_of(self.members["layout"], self.members["year"], organ["kind"], organ["name"])

    @property
    def texts(self) -> list[tuple[str, str]]:
        """The texts with their places."""
        names = ("preamble", "overview", "problems_and_improvements", "other_matters")
        own = [(f"/{name}", self.members[name]) for name in names if name in self.members]
        return own + [(f"/notes/{n}/text", note["text"]) for n, note in enumerate(self.members["notes"])]

    @property
    def is_held_out(self) -> bool:
        """A third of all reports, by a hash of the name."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 3 == 0


def build(data: Mapping[str, Any], comma: str = "，", stop: str = "。") -> Case:
    """Return the report that the annotations of one file describe."""
    texts: dict[str, str] = {}
    mentions: list[Mention] = []
    for sentence in data["sentences"]:
        section = sentence["section"]
        pointer = section if section.startswith("/") else "note:" + _TABLES[section[-2]]
        text = texts.get(pointer, "")
        for number, span in enumerate(sentence["spans"]):
            text += comma if number else ""
            at = len(text)
            text += span["quote"]
            places: dict[str, int] = {}
            for mention in span["mentions"]:
                figure = mention["figure"]
                found = _place(span["quote"], figure, places.get(figure, 0))
                if mention["kind"] not in ("zero", "implied"):
                    places[figure] = found + len(figure)
                mentions.append(Mention(pointer=pointer, start=at + found, end=at + found + len(figure), data=mention))
        texts[pointer] = text + stop
    notes = [{"pointer": p[5:], "text": t} for p, t in texts.items() if p.startswith("note:")]
    order = {"note:" + note["pointer"]: f"/notes/{n}/text" for n, note in enumerate(notes)}
    kind = "government" if data["kind"].endswith("government") else "department"
    members = {
        "layout": data["layout"],
        "year": data["year"],
        "organ": {"name": data["organ"], "kind": kind},
        **{p[1:]: t for p, t in texts.items() if p.startswith("/")},
        "notes": notes,
    }
    placed = tuple(attrs.evolve(m, pointer=order.get(m.pointer, m.pointer)) for m in mentions)
    return Case(id=data["id"], members=members, cells=data["cells"], mentions=placed)


def _place(quote: str, figure: str, start: int) -> int:
    """Return where a figure stands in a quote, not inside a longer number."""
    for at in (start, 0):
        while (at := quote.find(figure, at)) >= 0:
            around = quote[max(0, at - 1) : at] + quote[at + len(figure) : at + len(figure) + 1]
            if not figure[0].isdigit() or not any(c.isdigit() for c in around):
                return at
            at += 1
    return quote.find(figure)


def cases(comma: str = "，", stop: str = "。") -> Iterator[Case]:
    """Yield every report of the truth, in the order of their names."""
    for path in sorted(_FOLDERS[0].glob("*.json")):
        yield build(json.loads(path.read_bytes()), comma, stop)


def read(case: Case, cells: Mapping[str, Any] | None = None) -> tuple[Statement, ...]:
    """Return what the library reads in a report of the truth. Cells that were not seen count as blank."""
    known = case.cells if cells is None else cells
    sums = Sums(figure=lambda p: _figure(known.get(p)), unit=lambda _: None)
    told = [t for pointer, text in case.texts for t in told_in(pointer, text, case.speaker)]
    return tuple(statement(j, sums) for j in judge(told, sums))


def _figure(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, float) else value


def means(statement: Statement) -> set[tuple[frozenset[str], ...]]:
    """Return the readings of a statement in the form of the truth."""
    return {(frozenset(r.cells), frozenset(r.minus), frozenset(r.base)) for r in statement.readings}


@attrs.define(kw_only=True)
class Tally:
    """What was counted over some reports."""

    counts: Counter[str] = attrs.field(factory=Counter)
    notes: list[str] = attrs.field(factory=list)


def count(case: Case, tally: Tally) -> None:
    """Count what is right and wrong in one report."""
    found = read(case)
    matched: set[int] = set()
    for s in found:
        if not s.readings:
            continue
        here = [
            (n, m)
            for n, m in enumerate(case.mentions)
            if m.pointer == s.pointer
            and m.start < s.figure_end
            and s.figure_start < m.end
            and m.data["kind"] != "implied"
        ]
        tally.counts["attached"] += 1
        right = None
        for n, m in here:
            part = m.data.get("part_of")
            if means(s) & m.meanings or (part and any(set(part) == set(r.cells) for r in s.readings)):
                right = m
                matched.add(n)
        if right is None and s.kind == "zero" and here:
            # One word may deny several cells at once, annotated as their sum.
            over = [(n, m) for n, m in here if any(set(r.cells) <= c[0] for r in s.readings for c in m.meanings)]
            if over:
                right = over[0][1]
                matched.add(over[0][0])
        if right is None:
            tally.counts["attached wrong"] += 1
            what = [
                m.data["means"][0]["sum"][:2] if m.data["means"] and "sum" in m.data["means"][0] else m.data.get("none")
                for _, m in here
            ]
            tally.notes.append(f"WRONG {case.id} {s.quote!r} {s.figure} -> {s.readings[0].cells[:2]} truth {what}")
        elif not any(x.data.get("or_none") for _, x in here) and means(s) != right.meanings:
            tally.counts["attached, other readings too"] += 1
            ours = [list(r.cells)[:2] for r in s.readings]
            tally.notes.append(f"DIFF {case.id} {s.quote!r} {s.figure} {ours}")
    for n, m in enumerate(case.mentions):
        if m.data["means"] and not m.data.get("or_none"):
            tally.counts["mentions"] += 1
            if n in matched:
                tally.counts["mentions found"] += 1
            else:
                at = [
                    s.reason
                    for s in found
                    if s.pointer == m.pointer and s.figure_start < m.end and m.start < s.figure_end
                ]
                text = case.members.get(m.pointer[1:]) or case.members["notes"][0]["text"]
                clause = text[max(0, m.start - 25) : m.end + 18]
                wanted = sorted(m.data["means"][0].get("sum", ["share"]))[:2]
                tally.notes.append(f"MISS {case.id} {clause!r} {m.data['figure']} {wanted} {at}")
    true = {(m.pointer, m.start) for m in case.mentions if m.data.get("verdict") == "contradiction"}
    for s in found:
        if s.verdict == "contradicts":
            hit = any(p == s.pointer and s.figure_start <= a < s.figure_end for p, a in true)
            tally.counts["contradictions found" if hit else "false alarms"] += 1
            if not hit:
                tally.notes.append(
                    f"FALSE {case.id} {s.quote!r} {s.figure} {[(w.reading.cells[:2], w.sum) for w in s.weighed]}"
                )
    tally.counts["contradictions"] += len(true)


def plant(case: Case, tally: Tally) -> None:
    """Put faults into cells that a mention states rightly; count those that are found.

    A fault that an accepted reading of the mention excuses, or that another mention excuses, is none.
    """
    for m in case.mentions:
        if (
            m.data.get("agrees") is not True
            or m.data.get("or_none")
            or m.data["kind"] == "implied"
            or not m.data["means"]
        ):
            continue
        if any("share" in x for x in m.data["means"]):
            continue
        cell = m.data["means"][0]["sum"][0]
        if case.cells.get(cell) is None:
            continue
        for step in (1, 10):
            changed = {**case.cells, cell: _figure(case.cells[cell]) + step}
            if any(_fits(x, m.data["value"], changed) for x in m.data["means"]):
                continue
            tally.counts["faults"] += 1
            if any(
                s.verdict == "contradicts" and s.pointer == m.pointer and s.figure_start <= m.start < s.figure_end
                for s in read(case, changed)
            ):
                tally.counts["faults found"] += 1
            else:
                tally.notes.append(f"FAULT {case.id} {m.data['figure']} {cell} +{step}")


def _fits(meaning: Mapping[str, Any], value: Any, cells: Mapping[str, Any]) -> bool:
    figures = [cells.get(c) for c in meaning["sum"]]
    less = sum(_figure(cells.get(c)) or 0 for c in meaning.get("minus", ()))
    total = sum(_figure(f) for f in figures if f is not None) - less
    # With blanks the sum is a lower bound.
    return total == _figure(value) or (None in figures and _figure(value) >= total)


def measure(comma: str, stop: str, verbose: str) -> bool:
    """Print the figures of both parts; return whether the goals hold for each."""
    holds = True
    for part, wanted in (("tuning", False), ("held out", True)):
        tally = Tally()
        number = 0
        for case in cases(comma, stop):
            if case.is_held_out == wanted:
                number += 1
                count(case, tally)
                plant(case, tally)
        c = tally.counts
        precision = 1 - c["attached wrong"] / max(1, c["attached"])
        recall = c["mentions found"] / max(1, c["mentions"])
        planted = c["faults found"] / max(1, c["faults"])
        print(f"{part}: {number} reports")
        attached, wrong, more = (c["attached" + k] for k in ("", " wrong", ", other readings too"))
        print(f"  precision {precision:.4f} ({attached} attached, {wrong} wrong, {more} with other readings, too)")
        print(f"  recall    {recall:.4f} ({c['mentions found']} of {c['mentions']})")
        print(
            f"  contradictions {c['contradictions found']} of {c['contradictions']}, false alarms {c['false alarms']}"
        )
        print(f"  faults    {planted:.3f} ({c['faults found']} of {c['faults']})")
        holds &= precision >= 0.985 and recall >= 0.88 and planted >= 0.8 and not c["false alarms"]
        holds &= c["contradictions found"] == c["contradictions"]
        if verbose == "all" or (verbose == "tuning" and not wanted):
            print("\n".join(tally.notes))
    return holds


def paces() -> Iterator[tuple[str, Pace]]:
    """Yield how long the published narratives take where they lie beside the project, and the quoted spans."""
    known = list(cases())
    told, unseen = (
        [(pointer, text, case.speaker) for case in some for pointer, text in case.texts]
        # The spans of whole narratives are those of the reports that lie beside the project.
        for some in (known, [case for case in known if not case.id.startswith("F")])
    )
    whole, others = narratives(), made_up()
    for is_whole, purpose in ((False, "for a verdict"), (True, "for a list")):
        if whole:
            yield f"whole narratives, {purpose}", pace(whole, whole, others + unseen, is_whole)
        yield f"quoted spans, {purpose}", pace(told, unseen, others + whole, is_whole)


def main() -> int:
    """Print the table; exit with 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.statements", description=__doc__)
    parser.add_argument(
        "--show", choices=("nothing", "tuning", "all"), default="nothing", help="print what is missed or wrong"
    )
    parser.add_argument("--truth", type=Path, default=TRUTH, help="the folder of the annotated reports")
    arguments = parser.parse_args()
    show = arguments.show
    _FOLDERS[:] = [arguments.truth]
    if not arguments.truth.is_dir():
        print("the truth does not lie beside the project")
        return 0
    holds = measure("，", "。", show)
    print("\nevery sentence a line, semicolons within:")
    holds &= measure("；", "\n", show)
    print("\nms per 1,000 characters of sentences that hold a figure:")
    for name, one in paces():
        print(f"  {name:31}  {one}")
        # The spans hold hardly anything but figures: what they take new is no text's time.
        holds &= (one.met if name.startswith("quoted") else one.stream) <= 1
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
