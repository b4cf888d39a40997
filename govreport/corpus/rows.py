"""Reports as rows: one for each report, cell, finding or indicator; see `columns` for what stands in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from govreport.corpus.columns import LANGUAGES, SHAPES, Column, Shape, columns, is_comparable, name
from govreport.corpus.figures import Cell, Figures, figures_in, figures_of, in_ten_thousand, places
from govreport.corpus.indicators import bounds_rounded, indicators, measure_figures
from govreport.corpus.reading import Reading
from govreport.findings import Finding, Severity
from govreport.form.layout import load_layout
from govreport.form.naming import name_of
from govreport.form.organs import infer
from govreport.pointers import value_at

Row = tuple[Cell, ...]
# Between the names of bodies.
BETWEEN = "|"


def rows_of(path: str, reading: Reading, layout: str, shape: Shape = "wide") -> Iterator[Row]:
    """Yield the rows of a report, brought to a layout; raises NoConversion like `convert`."""
    return _SHAPES[shape](path, reading, layout)


def rows_without(path: str, sha256: str | None, findings: Sequence[Finding], layout: str) -> Iterator[Row]:
    """Yield the rows of what is no report, in the shape of findings: nothing is known but its path and its findings."""
    known = {"path": path, "sha256": sha256}
    about = tuple(known.get(column.name) for column in _about_columns(layout))
    return (about + _told(finding) for finding in findings)


def _wide(path: str, reading: Reading, layout: str) -> Iterator[Row]:
    source, about, figures = _read(path, reading, layout)
    marks = " ".join(f"{name(pointer)}={mark}" for pointer, mark in figures.marks.items())
    others = " ".join(f"{name(pointer)}={figure}" for pointer, figure in figures.others.items())
    yield (*about, *figures.values, _is_throughout(source, layout), marks or None, others or None)


def _long(path: str, reading: Reading, layout: str) -> Iterator[Row]:
    source, about, figures = _read(path, reading, layout)
    form = load_layout(layout)
    found = dict(zip((column.name for column in places(layout)), figures.values, strict=True))
    for column in places(layout):
        if column.part not in ("figure", "amount"):
            continue
        value, pointer = found[column.name], column.pointer or ""
        is_group = bool(form.nodes[pointer].children)
        if is_group and value is None:
            continue
        printed = found.get(name(f"{pointer.rpartition('/')[0]}/unit")) if column.part == "amount" else None
        unit = str(printed) if printed else column.unit if column.unit != "printed" else None
        yield (
            *about,
            *_words(layout, pointer),
            value,
            unit,
            in_ten_thousand(value, unit) if column.part == "amount" else None,
            figures.marks.get(pointer),
            is_group,
            is_comparable(source, layout, pointer),
        )
    for pointer, figure in figures.others.items():
        yield (*about, *_words(layout, pointer), figure, _unit_of(layout, pointer), None, None, True, True)


def _findings(path: str, reading: Reading, layout: str) -> Iterator[Row]:
    _, about = _about(path, reading, layout)
    return (about + _told(finding) for finding in reading.findings)


def _indicators(path: str, reading: Reading, layout: str) -> Iterator[Row]:
    source, about = _about(path, reading, layout)
    figures = None if reading.decoded is None else figures_of(reading.decoded, source)
    for found in measure_figures(source, figures or figures_in(reading.members, source), indicators()):
        yield (
            *about,
            found.indicator.id,
            *(found.indicator.title[language] for language in LANGUAGES),
            found.numerator.lower,
            found.numerator.upper,
            found.denominator.lower,
            found.denominator.upper,
            *bounds_rounded(found),
            found.is_exact,
            found.sums_hold,
        )


_SHAPES: Mapping[Shape, Callable[[str, Reading, str], Iterator[Row]]] = dict(
    zip(SHAPES, (_wide, _long, _findings, _indicators), strict=True)
)


def _read(path: str, reading: Reading, layout: str) -> tuple[str, Row, Figures]:
    """Return the layout of a report, what its rows say of it, and its figures."""
    source, about = _about(path, reading, layout)
    figures = None if reading.decoded is None else figures_of(reading.decoded, layout)
    return source, about, figures if figures is not None else figures_in(reading.members, layout)


def _about(path: str, reading: Reading, layout: str) -> tuple[str, Row]:
    members = reading.decoded if reading.decoded is not None else reading.members
    at = value_at if isinstance(members, Mapping) else _attribute_at
    known: dict[str, Cell] = {
        "path": path,
        "sha256": reading.sha256,
        "errors": reading.count(Severity.ERROR),
        "warnings": reading.count(Severity.WARNING),
    }
    row: list[Cell] = []
    for column in _about_columns(layout):
        if column.pointer is not None:
            value = at(members, column.pointer)
            if column.type == "date" and value is not None:
                value = str(value)
            elif not isinstance(value, str | int | None):
                names = (body["name"] if isinstance(body, Mapping) else body.name for body in value)
                value = BETWEEN.join(names) or None
            known[column.name] = value
        elif column.name in ("kind", "level"):
            known[column.name] = known[f"organ.{column.name}"] or getattr(infer(str(known["organ.name"])), column.name)
        row.append(known[column.name])
    return str(known["layout"]), tuple(row)


def _attribute_at(value: Any, pointer: str) -> Any:
    for token in pointer[1:].split("/"):
        value = getattr(value, token, None)
        if value is None:
            return None
    return value


@cache
def _about_columns(layout: str) -> tuple[Column, ...]:
    return tuple(column for column in columns(layout) if column.part == "about")


@cache
def _is_throughout(source: str, target: str) -> bool:
    return all(is_comparable(source, target, cell) for cell in load_layout(target).cells)


@cache
def _words(layout: str, pointer: str) -> Row:
    """Return the pointer of a place, its table and its labels, as a row for a cell begins."""
    node = load_layout(layout).nodes[pointer]
    table = node.lineage()[0]
    return (pointer, *(name_of(table, ln) for ln in LANGUAGES), *(name_of(node, ln) for ln in LANGUAGES))


@cache
def _unit_of(layout: str, pointer: str) -> str | None:
    """Return what the cells of a group count, None where they count different things."""
    units = {node.unit for node in load_layout(layout).nodes[pointer].walk() if node.is_cell}
    return units.pop() if len(units) == 1 else None


def _told(finding: Finding) -> Row:
    return (
        finding.code,
        finding.rule,
        finding.severity.value,
        finding.pointer,
        finding.line,
        finding.column,
        finding.explained,
        *(finding.message(language) for language in LANGUAGES),
    )
