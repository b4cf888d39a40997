"""Formulas for the totals of a workbook, taken from the rules of the layout.

An equation whose right side is the one cell that its finding points to says how that cell is summed up.
"""

from collections.abc import Mapping

from govreport.documents.rendering.report.spots import Boxes, Spot, references
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Sheet


def totals(boxes: Boxes, sheet: Sheet) -> Mapping[str, str]:
    """Return the formula of each total that the rules sum up, by its pointer; it shows nothing while nothing is given.

    A total whose printed figure is not the sum, or that is printed as a mark, is left out: a wrong sum stays
    wrong, and nothing is corrected silently.
    """
    found: dict[str, str] = {}
    for instance in load_instances(sheet.layout.id):
        at = instance.at
        if not _sums_up(instance) or at not in boxes or at in sheet.covered or at in found:
            continue
        addends = _addends(instance, sheet)
        if addends is None or not all(addend in boxes for addend in addends):
            continue
        figures = [sheet.undivided.get(a, sheet.figures.get(a)) for a in addends]
        known = [figure for figure in figures if figure is not None]
        is_blank = not boxes[at].cell.text
        if (is_blank and not known) or (known and sheet.figures[at] == sum(known)):
            found[at] = _sum([boxes[addend].spot for addend in addends], boxes[at].spot.sheet)
    return found


def _sum(spots: list[Spot], home: str) -> str:
    cells = ",".join(references(spots, home))
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def _sums_up(instance: Instance) -> bool:
    return instance.rule.kind == "equation" and not instance.when and instance.right == (instance.at,)


def _addends(instance: Instance, sheet: Sheet) -> tuple[str, ...] | None:
    """Return the places to add up, a group in place of its cells; None where a group is only partly in the sum."""
    groups = {sheet.covered.get(cell, cell) for cell in instance.left}
    for cell, group in sheet.covered.items():
        if group in groups and cell not in instance.left:
            return None
    return tuple(dict.fromkeys(sheet.covered.get(cell, cell) for cell in instance.left))
