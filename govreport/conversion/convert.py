"""`convert` and `restore`: a report in another layout, and the exact original back.

The way may lead over several mapping tables. Each leaves a step behind: what it lost, and what the
table alone could not rebuild. Going back, every table is read in the other direction and the step
laid over what that gives.
"""

import hashlib
from functools import lru_cache

import attrs
import msgspec

from govreport import resources
from govreport.conversion.compiling import Members
from govreport.conversion.losses import Loss, Step
from govreport.conversion.steps import back, forth
from govreport.conversion.tables import neighbours
from govreport.errors import EditedReport, InvalidLosses, NoConversion
from govreport.model import codec
from govreport.model.registry import Report


@attrs.frozen(kw_only=True)
class Conversion:
    """A report in another layout, with what its conversion lost.

    `source` and `target` are the layouts of the original and of `report`. `sha256` is that of the
    canonical bytes of `report`, by which `restore` knows it again. `steps` has one entry for each mapping
    table on the way; there is none where the report was in the target layout already.
    """

    report: Report = attrs.field(repr=False)
    source: str
    target: str
    sha256: str
    steps: tuple[Step, ...] = attrs.field(repr=False)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the converted report does not hold as the original did, step by step, in the order of print."""
        return tuple(loss for step in self.steps for loss in step.losses)


def convert(report: Report, layout: str) -> Conversion:
    """Return the report in another layout ("2019", "2021"). `report` is not changed.

    No figure moves into a cell of another measure, and no figure is invented: what has no counterpart is
    left out and listed among the losses. Raises NoConversion where no mapping table leads to the layout,
    and InvalidReport where the object holds what no report may hold.
    """
    members, steps = carry(codec.unstructure(report), layout)
    try:
        converted = codec.structure(members)
    except msgspec.ValidationError:
        codec.dumps(report)  # says what is wrong with it
        raise
    return Conversion(
        report=converted,
        source=report.layout,
        target=layout,
        sha256=hashlib.sha256(codec.write(members)).hexdigest(),
        steps=steps,
    )


def restore(conversion: Conversion) -> Report:
    """Return the original of a converted report, exactly as it was.

    Raises EditedReport where the report is no longer the one that the conversion made, and InvalidLosses
    where what is laid over it does not fit its layout.
    """
    members = codec.unstructure(conversion.report)
    if hashlib.sha256(codec.write(members)).hexdigest() != conversion.sha256:
        raise EditedReport
    try:
        for step in reversed(conversion.steps):
            members = back(members, step)
        restored: Report = codec.structure(members)
    # Steps read from a file may hold anything, such as an entry without its pointer.
    except (msgspec.ValidationError, KeyError, TypeError) as error:
        raise InvalidLosses(str(error)) from None
    return restored


def carry(members: Members, layout: str) -> tuple[Members, tuple[Step, ...]]:
    """Return the decoded members of a sound report in another layout, with the steps of the way.

    Raises NoConversion like `convert`.
    """
    steps = []
    for source, target in find_way(members["layout"], layout):
        members, step = forth(members, source, target)
        steps.append(step)
    return members, tuple(steps)


@lru_cache(maxsize=64)
def find_way(source: str, target: str) -> tuple[tuple[str, str], ...]:
    """Return the shortest way from layout to layout over the mapping tables, as (source, target) of each.

    Of several the one over older layouts is taken. Raises NoConversion where there is none.
    """
    if target not in resources.layouts():
        raise NoConversion(source, target)
    ways: dict[str, tuple[tuple[str, str], ...]] = {source: ()}
    queue = [source]
    for layout in queue:
        for other in neighbours(layout):
            if other not in ways:
                ways[other] = (*ways[layout], (layout, other))
                queue.append(other)
    if target not in ways:
        raise NoConversion(source, target)
    return ways[target]
