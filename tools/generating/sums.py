"""Writes `govreport/rules/sums_<id>.py`: what each relation of a layout lacks, as straight-line code."""

from collections.abc import Iterator, Sequence

from govreport.form.layout import Layout, load_layout
from govreport.rules.data import Instance, load_instances

_HEAD = '''"""The relations of layout {layout} over a row of figures. Generated: python tools/generate.py."""

from typing import Any
'''


def generate(layout: str) -> str:
    """Return the text of the module."""
    return "\n".join([_HEAD.format(layout=layout), *_differences(load_layout(layout)), ""])


def _differences(layout: Layout) -> Iterator[str]:
    """Yield the numbers of the relations, and a function that returns what is left of each, less what is right of it.

    What is asked of undivided figures alone is not among them.
    """
    numbered = enumerate(load_instances(layout.id))
    relations = {n: i for n, i in numbered if i.is_arithmetic and not any(c.undivided for c in i.when)}
    yield f"NUMBERS = ({''.join(f'{number}, ' for number in relations).strip()})"
    yield ""
    yield ""
    yield "def differences(row: Any) -> tuple[Any, ...]:"
    yield '    """Return left less right of each relation in `NUMBERS`; the row has all cells in the order of print."""'
    names = {pointer: f"c{number}" for number, pointer in enumerate(layout.cells)}
    yield f"    ({', '.join(names.values())},) = row"
    yield "    return ("
    for instance in relations.values():
        yield f"        {_difference(instance, names)},"
    yield "    )"


def _difference(instance: Instance, names: dict[str, str]) -> str:
    return f"{_sum(instance.left, names) or '0'}{''.join(f' - {names[cell]}' for cell in instance.right)}"


def _sum(cells: Sequence[str], names: dict[str, str]) -> str:
    return " + ".join(names[cell] for cell in cells)
