"""The peer: the smallest set of cells that makes all sums hold, by mixed-integer programming.

Fellegi and Holt's principle, as R's `errorlocate` follows it: each figure that changes costs one, whatever it is.
"""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, eye_array, hstack, vstack

from govreport.repairs.system import System

_SECONDS = 20.0


def smallest_set(system: System) -> dict[str, int] | None:
    """Return the changed figures of one smallest set by pointer, None where the solver finds none in time."""
    structure = system.structure
    values = np.array([value or 0 for value in system.values], dtype=float)
    number = len(values)
    largest = 2 * max(1.0, float(np.abs(values).max())) + 100
    terms = [(n, v, w) for n, e in enumerate(structure.equations) for v, w in e.terms]
    rows, columns, weights = zip(*terms, strict=True)
    sums = coo_array((weights, (rows, columns)), shape=(len(structure.equations), number))
    base = sums @ values
    found = np.array(system.differences, dtype=float)
    # Blanks that an equation bears, and explained ones, make no bound.
    low = np.array([-np.inf if e.allows_below else 0.0 for e in structure.equations]) + base - found
    high = np.array([np.inf if e.allows_above else 0.0 for e in structure.equations]) + base - found
    nothing = coo_array((len(structure.equations), number))
    one = eye_array(number)
    constraints = [
        LinearConstraint(hstack([sums, nothing]).tocsr(), low, high),
        LinearConstraint(
            vstack([hstack([one, -largest * one]), hstack([-one, -largest * one])]).tocsr(),
            -np.inf,
            np.concatenate([values, -values]),
        ),
    ]
    solved = milp(
        c=np.concatenate([np.zeros(number), np.ones(number)]),
        integrality=np.ones(2 * number),
        bounds=Bounds(np.zeros(2 * number), np.concatenate([np.full(number, largest), np.ones(number)])),
        constraints=constraints,
        options={"time_limit": _SECONDS},
    )
    if solved.x is None:
        return None
    after = [round(float(x)) for x in solved.x[:number]]
    return {
        pointer: new
        for pointer, old, new in zip(structure.pointers, system.values, after, strict=True)
        if new != (old or 0)
    }
