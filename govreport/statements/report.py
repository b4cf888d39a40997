"""The statements of a whole report, whatever form it is at hand in."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from govreport import resources
from govreport.form.layout import load_layout
from govreport.statements.comparing import Sums
from govreport.statements.reading import Judged, Speaker, Told, judge, told_in


def judge_members(members: Mapping[str, Any], sums: Sums) -> list[Judged]:
    """Return every figure of a decoded report's texts, held against its tables."""
    return judge(told_by(members), sums)


def told_by(members: Mapping[str, Any]) -> Iterator[Told]:
    """Yield every figure of a decoded report's texts."""
    # Of a report that is not sound the organ may be unknown.
    organ = members.get("organ", {})
    speaker = speaker_of(members["layout"], members["year"], organ.get("kind"), organ.get("name", ""))
    for pointer, text in texts(members):
        yield from told_in(pointer, text, speaker)


def texts(members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each text of a decoded report with its pointer: running sections, then notes on whole tables."""
    layout = load_layout(members["layout"])
    for name in sections(layout.id):
        text = members.get(name)
        if isinstance(text, str):
            yield f"/{name}", text
    tables = {table.pointer for table in layout.tables}
    for number, note in enumerate(members.get("notes", ())):
        if note["pointer"] in tables:
            yield f"/notes/{number}/text", note["text"]


@cache
def sections(layout: str) -> tuple[str, ...]:
    """Return the names of the members that hold running text, in the order of print."""
    return tuple(node.name for node in load_layout(layout).root.children if node.kind == "section")


def speaker_of(layout: str, year: int, kind: str | None, name: str) -> Speaker:
    """Return who speaks: an organ that states no kind is a government if its name says so."""
    words = resources.read("statements/words.json")
    is_government = kind == "government" if kind else name.endswith(tuple(words["governments"]))
    seat = max((seat for seat in words["seats"] if name.endswith(seat)), key=len, default="")
    area = name.removesuffix(seat)[-1:] if seat else ""
    return Speaker(layout=layout, year=year, is_government=is_government, area=area, name=name)
