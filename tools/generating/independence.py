"""Which equations say something of their own, and which follow from the others."""

from fractions import Fraction

from govreport.rules.data import Instance


def independent(equations: list[Instance]) -> list[Instance]:
    """Return equations that do not follow from one another and from which all the others follow.

    Short ones are kept and long ones left out: that the rows add up and so do six columns says that the seventh does.
    """
    kept = []
    reduced: dict[str, dict[str, Fraction]] = {}  # by the cell that each of them is solved for
    for equation in sorted(equations, key=lambda i: len(i.left + i.right)):
        rest: dict[str, Fraction] = {}
        for sign, side in ((1, equation.left), (-1, equation.right)):
            for cell in side:
                rest[cell] = rest.get(cell, Fraction()) + sign
        for cell, row in reduced.items():
            if factor := rest.get(cell):
                for other, value in row.items():
                    rest[other] = rest.get(other, Fraction()) - factor * value
        pivot = next((cell for cell, value in rest.items() if value), None)
        if pivot is not None:
            reduced[pivot] = {cell: value / rest[pivot] for cell, value in rest.items() if value}
            kept.append(equation)
    return kept
