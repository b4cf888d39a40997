"""One figure that mends all that fails: found without a search, where nothing else could be told beside it."""

from collections.abc import Sequence

from govreport.repairs.costs import Costs
from govreport.repairs.search import Candidate
from govreport.repairs.structure import LARGEST
from govreport.repairs.system import System


def single_figures(system: System, failing: Sequence[int], costs: Costs) -> tuple[Candidate, ...] | None:
    """Return what `candidates` finds if these are changes of one figure each; None where it has to search.

    A figure stands in one equation of a rule at most, so it mends none of two equations of a rule alone. Where one
    figure is cheap enough, no slip of several is told beside it but an exchange; and an exchange puts wrong just the
    equations in which its two figures do not weigh the same.
    """
    structure = system.structure
    if not structure.is_plain or len({structure.rules[e] for e in failing}) < len(failing):
        return None
    if structure.bearing and not structure.bearing.isdisjoint(failing):
        return None
    differences, touching, values = system.differences, structure.touching, system.values
    first = min(failing, key=lambda e: (len(structure.equations[e].terms), e))
    lacking = -differences[first]
    found = []
    for v, weight in structure.equations[first].terms:
        if lacking % weight or not touching[v].issuperset(failing):
            continue
        step = lacking // weight
        figure = (values[v] or 0) + step
        if structure.lowest[v] <= figure <= LARGEST and system.bears(v, step):
            kind = system.kind(v, figure)
            found.append(Candidate(after=((v, figure),), cost=costs.figures[kind], kind=kind))
    if not found:
        return None
    most = min([candidate.cost for candidate in found]) + costs.near
    if most >= costs.least_besides or (most >= costs.least_exchange and frozenset(failing) in structure.exchanges):
        return None
    near = [candidate for candidate in found if candidate.cost <= most]
    near.sort(key=lambda candidate: (candidate.cost, candidate.after))
    return tuple(near)
