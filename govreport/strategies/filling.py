"""How the cells of a layout are filled so that its equations hold: worked out once from `rules.json`.

Three kinds of cells come out of the equations. A cell that stands alone on its side is the *sum* of the
other side. Where neither side has such a cell, the cells of one side *share out* the sum of the other.
All other cells are free. Equations whose cells are then all determined must follow from the rest, as
`requests-columns` makes the column 总计 balance once the six applicants do; that they do is what the
property "generated reports are valid" shows.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from govreport.form.layout import Node, load_layout
from govreport.rules.data import Instance, load_instances


@attrs.frozen(kw_only=True)
class Sum:
    """A cell that is the sum of others."""

    cell: str
    parts: tuple[str, ...]

    @property
    def needs(self) -> tuple[str, ...]:
        """The cells that must be known before."""
        return self.parts

    @property
    def settles(self) -> tuple[str, ...]:
        """The cells that are known after."""
        return (self.cell,)


@attrs.frozen(kw_only=True)
class Share:
    """Cells that share out the sum of others; `slack` is a free cell among those, raised if they come short."""

    parts: tuple[str, ...]
    source: tuple[str, ...]
    slack: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The cells that must be known before."""
        return tuple(cell for cell in self.source if cell != self.slack)

    @property
    def settles(self) -> tuple[str, ...]:
        """The cells that are known after."""
        return (*self.parts, self.slack)


Step = Sum | Share


@attrs.frozen(kw_only=True)
class FillingOrder:
    """The free cells of a layout in the order of print, and the steps that settle all others from them."""

    free: tuple[Node, ...] = attrs.field(repr=False)
    steps: tuple[Step, ...] = attrs.field(repr=False)

    def sources(self, cell: str) -> tuple[str, ...]:
        """Return the free cells that a cell sums up, directly or through other sums."""
        parts = next((s.parts for s in self.steps if isinstance(s, Sum) and s.cell == cell), None)
        return (cell,) if parts is None else tuple(source for part in parts for source in self.sources(part))


@cache
def load_plan(layout: str) -> FillingOrder:
    """Return the plan of a layout; raises ValueError where its equations cannot be put in an order."""
    equations = [i for i in load_instances(layout) if i.rule.kind == "equation" and not i.when]
    sums: dict[str, Step] = {}
    for equation in equations:
        for step in _sums(equation):
            sums.setdefault(step.cell, step)
            break
    steps = [*sums.values(), *(share for e in equations for share in _shares(e, sums))]
    settled = {cell for step in steps for cell in (step.settles if isinstance(step, Sum) else step.parts)}
    cells = load_layout(layout).cells
    slacks = {step.slack for step in steps if isinstance(step, Share)}
    known = set(cells) - settled - slacks
    return FillingOrder(
        free=tuple(node for pointer, node in cells.items() if pointer not in settled),
        steps=tuple(_in_order(layout, steps, known)),
    )


def _sums(equation: Instance) -> Iterator[Sum]:
    for alone, parts in ((equation.right, equation.left), (equation.left, equation.right)):
        if len(alone) == 1:
            yield Sum(cell=alone[0], parts=parts)


def _shares(equation: Instance, sums: Iterable[str]) -> Iterator[Share]:
    if any(_sums(equation)):
        return
    for parts, source in ((equation.left, equation.right), (equation.right, equation.left)):
        slacks = [cell for cell in source if cell not in sums]
        if slacks and not any(part in sums for part in parts):
            yield Share(parts=parts, source=source, slack=slacks[-1])
            return


def _in_order(layout: str, steps: list[Step], known: set[str]) -> Iterator[Step]:
    waiting = steps
    while waiting:
        ready = [step for step in waiting if known.issuperset(step.needs)]
        if not ready:
            raise ValueError(f"the equations of layout {layout} depend on each other in a circle")
        yield from ready
        known.update(cell for step in ready for cell in step.settles)
        waiting = [step for step in waiting if step not in ready]
