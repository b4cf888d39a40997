"""Cell accuracy: how many cells of a report were read rightly, wrongly, or not at all."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

TABLES = ("proactive_disclosure", "requests", "disputes")


class Accuracy(NamedTuple):
    """Counts of cells; `wrong` and `unread` name them."""

    right: int
    wrong: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def cells(self) -> int:
        return self.right + len(self.wrong) + len(self.unread)


def measure(found: Mapping[str, Any], truth: Mapping[str, Any]) -> Accuracy:
    """Compare two reports cell by cell: figures, and marks where there is none."""
    right, wrong, unread = 0, [], []
    marks = [{m["pointer"]: m["mark"] for m in report.get("marks", ())} for report in (found, truth)]
    whole = [{u["pointer"]: (u["value"], u["label"]) for u in r.get("undivided", ())} for r in (found, truth)]
    read = dict(cells(found))
    for pointer, expected in cells(truth):
        value = read.get(pointer)
        group = pointer.rpartition("/")[0]
        if (
            value == expected
            and marks[0].get(pointer) == marks[1].get(pointer)
            and whole[0].get(group) == whole[1].get(group)
        ):
            right += 1
        elif value is None and marks[0].get(pointer) in (None, "ambiguous", "illegible"):
            unread.append(pointer)
        else:
            wrong.append(pointer)
    return Accuracy(right, tuple(wrong), tuple(unread))


def cells(report: Mapping[str, Any]) -> Iterator[tuple[str, Decimal | None]]:
    """Yield the pointer of each cell and what it holds."""
    for table in TABLES:
        yield from _walk(report.get(table, {}), f"/{table}")


def _walk(node: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, Decimal | None]]:
    for name, member in node.items():
        if isinstance(member, Mapping):
            yield from _walk(member, f"{pointer}/{name}")
        elif name != "unit":
            yield f"{pointer}/{name}", None if member is None else Decimal(str(member))
