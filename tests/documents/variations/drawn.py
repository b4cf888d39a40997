"""Drawn reports of both layouts: what each cell holds and how it is printed. Does not import the library.

The labels are those of `schema/`, read as plain JSON; the figures are random and balanced unless that is not asked for.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any

from .source import CHECKOUT, TITLES, Doc

ORGAN = "临江市城市管理局"
MARKS = {"": "blank", "/": "slash", "\\": "slash", "—": "dash", "－": "dash", "--": "dash", "————": "dash"}
MARKS |= {"无": "not_applicable", "不适用": "not_applicable"}
_KINDS = ("reconsideration", "litigation/direct", "litigation/after_reconsideration")
_STOCKS = ("received", "carried_over", "outcomes/total", "carried_forward")
Value = int | Decimal | str | None  # a figure, or the name of a mark


@dataclass
class Drawn:
    """A report: by pointer the labels of each cell from the outer to the inner, what it holds, and what is printed."""

    layout: str
    year: int
    labels: dict[str, tuple[str, ...]]
    values: dict[str, Value] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    undivided: list[dict[str, Any]] = field(default_factory=list)

    def print(self, change: Callable[[str, str], str]) -> "Drawn":
        """Change each printed figure by its text and pointer; one that becomes a mark is no figure any more."""
        for pointer, text in self.printed.items():
            self.printed[pointer] = new = change(text, pointer)
            if new in MARKS:
                self.values[pointer] = MARKS[new]
        return self

    def doc(self) -> Doc:
        """Return the report as it is printed."""
        two = [(p, path) for p, path in self.labels.items() if p.startswith("/proactive_disclosure/")]
        blocks, figures = [], []
        for caption, cells in groupby(two, key=lambda cell: cell[1][0]):
            rows = [(label, list(row)) for label, row in groupby(cells, key=lambda cell: cell[1][1])]
            blocks.append((caption, [path[2] for _, path in rows[0][1]], [label for label, _ in rows]))
            figures.append([[self.printed[p] for p, _ in row] for _, row in rows])
        three = [p.removeprefix(f"{_FIRST}/") for p in self.labels if p.startswith(f"{_FIRST}/")]
        return Doc(
            name="",
            head=[
                f"{ORGAN}{self.year}年政府信息公开工作年度报告",
                f"根据《中华人民共和国政府信息公开条例》，现公布{ORGAN}{self.year}年政府信息公开工作年度报告。",
                f"本年度报告中所列数据的统计期限为{self.year}年1月1日至{self.year}年12月31日。",
            ],
            texts={
                TITLES[0]: [
                    "坚持以公开为常态、不公开为例外。",
                    "（一）主动公开。全年公开信息552条，其中政策文件25件。",
                ],
                TITLES[4]: ["一是公开内容的广度和深度还不够。", "下一步，将加强业务培训，提高公开质量。"],
                TITLES[5]: [f"依据《政府信息公开信息处理费管理办法》，本机关{self.year}年未收取信息处理费。"],
            },
            two=figures,
            three=[[self.printed[f"{column}/{row}"] for column in self._columns()] for row in three],
            four=[text for p, text in self.printed.items() if p.startswith("/disputes/")],
            rows=[list(self.labels[f"{_FIRST}/{row}"][1:]) for row in three],
            blocks=blocks,
        )

    def truth(self) -> dict[str, Any]:
        """Return what is true of the cells, as far as a reader can know."""
        tree: dict[str, Any] = {"year": self.year, "layout": self.layout, "organ": {"name": ORGAN}, "marks": []}
        for pointer, value in self.values.items():
            node = tree
            *path, last = pointer.split("/")[1:]
            for step in path:
                node = node.setdefault(step, {})
            node[last] = None if isinstance(value, str) else value
            if isinstance(value, str):
                tree["marks"].append({"pointer": pointer, "mark": value})
        return tree | {"undivided": self.undivided}

    def _columns(self) -> list[str]:
        end = f"/{_STOCKS[0]}"
        return [p.removesuffix(end) for p in self.labels if p.startswith("/requests/") and p.endswith(end)]


def draw(seed: int, layout: str = "2021", *, most: int = 60, density: int = 35, balanced: bool = True) -> Drawn:
    """Return a drawn report: figures up to `most`, `density` of a hundred of them not 0."""
    rng = random.Random(seed)
    report = Drawn(layout=layout, year=2020 if layout == "2019" else 2023, labels=dict(_cells(layout)))

    def count(top: int) -> int:
        return rng.randrange(1, top + 1) if rng.randrange(100) < density else 0

    for pointer in report.labels:
        name = pointer.rpartition("/")[2]
        report.values[pointer] = (
            Decimal(rng.randrange(10**9)).scaleb(-4)
            if name == "amount"
            else rng.choice((0, 3, -2, -18))
            if name == "change"
            else count(most)
        )
    _balance(report.values, report._columns())
    if not balanced:
        report.values["/requests/total/received"] = most * 9
        report.values["/disputes/reconsideration/total"] = most * 9
    report.printed = {pointer: str(value) for pointer, value in report.values.items()}
    return report


_FIRST = "/requests/natural_person"


def _balance(values: dict[str, Any], columns: list[str]) -> None:
    received, carried, total, forward = (f"/{name}" for name in _STOCKS)
    for column in columns[:-1]:
        outcomes = [p for p in values if p.startswith(f"{column}/outcomes/") and p != column + total]
        values[column + total] = sum(values[p] for p in outcomes)
        values[column + carried] = min(values[column + carried], values[column + total])
        values[column + received] = values[column + total] + values[column + forward] - values[column + carried]
    for pointer in [p for p in values if p.startswith(f"{columns[-1]}/")]:
        values[pointer] = sum(values[column + pointer.removeprefix(columns[-1])] for column in columns[:-1])
    for kind in _KINDS:
        cells = [p for p in values if p.startswith(f"/disputes/{kind}/")]
        values[cells[-1]] = sum(values[p] for p in cells[:-1])


@cache
def _cells(layout: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the pointer and the labels of each cell of a layout, in the order of print."""
    schema = json.loads((CHECKOUT / "schema" / layout / "report.schema.json").read_text(encoding="utf-8"))

    def walk(node: dict[str, Any], pointer: str, labels: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]] | node
        for name, member in node.get("properties", {}).items():
            yield from walk(member, f"{pointer}/{name}", (*labels, schema_title(member)))
        if "properties" not in node and not pointer.endswith("/unit"):
            yield pointer, labels

    def schema_title(member: dict[str, Any]) -> str:
        target = schema["$defs"][member["$ref"].rpartition("/")[2]] if "$ref" in member else {}
        return str(member.get("title") or target.get("title", ""))

    tables = ("proactive_disclosure", "requests", "disputes")
    return tuple(cell for table in tables for cell in walk(schema["properties"][table], f"/{table}", ()))
