"""Rows joined: which ways of each row are part of a choice, one way for each row, in which all sums come to nothing."""

from collections.abc import Sequence

from govreport.documents.report.sums.partitions import TooMany

# So many different sums at once are kept while rows are joined; where there are more, nothing can be told.
_MOST_STATES = 20_000
Vector = tuple[int, ...]
Options = list[dict[int, Vector]]


def surviving(options: Sequence[Sequence[Vector]], width: int) -> list[set[int]] | None:
    """Return for each row the numbers of the ways that are part of a solution, None where there is none.

    `options` has for each way of each row what it adds to each of `width` sums. Raises TooMany.
    """
    rows: Options = [dict(enumerate(row)) for row in options]
    if not _bound(rows, width):
        return None
    return _exact(rows, width)


def _bound(rows: Options, width: int) -> bool:
    """Take away the ways that no choice of the others can bring to nothing; return whether each row has one left."""
    is_changed = True
    while is_changed:
        is_changed = False
        if not all(rows):
            return False
        least = [[min(column) for column in zip(*row.values(), strict=True)] for row in rows]
        most = [[max(column) for column in zip(*row.values(), strict=True)] for row in rows]
        low, high = ([sum(column) for column in zip(*bounds, strict=True)] for bounds in (least, most))
        if any(low[e] > 0 or high[e] < 0 for e in range(width)):
            return False
        for row, own_least, own_most in zip(rows, least, most, strict=True):
            if len(row) < 2:
                continue
            for number, vector in list(row.items()):
                if any(
                    vector[e] + low[e] - own_least[e] > 0 or vector[e] + high[e] - own_most[e] < 0 for e in range(width)
                ):
                    del row[number]
                    is_changed = True
    return True


def _exact(rows: Options, width: int) -> list[set[int]] | None:
    start = (0,) * width
    for row in rows:
        if len(row) == 1:
            start = _plus(start, next(iter(row.values())))
    open_rows = [n for n, row in enumerate(rows) if len(row) > 1]
    # What the rows from here on can add.
    bounds = [((0,) * width, (0,) * width)]
    for n in reversed(open_rows):
        columns = list(zip(*rows[n].values(), strict=True))
        low, high = bounds[-1]
        bounds.append((_plus(low, tuple(map(min, columns))), _plus(high, tuple(map(max, columns)))))
    bounds.reverse()
    levels: list[set[Vector]] = [{start}]
    for n, (low, high) in zip(open_rows, bounds[1:], strict=True):
        sums = {_plus(state, vector) for state in levels[-1] for vector in rows[n].values()}
        reached = {one for one in sums if all(a + b <= 0 <= a + c for a, b, c in zip(one, low, high, strict=True))}
        if len(reached) > _MOST_STATES:
            raise TooMany
        levels.append(reached)
    kept = [set(row) for row in rows]
    alive = levels[-1] & {(0,) * width}
    for n, level in zip(reversed(open_rows), reversed(levels[:-1]), strict=True):
        kept[n] = {k for k, v in rows[n].items() if any(_plus(state, v) in alive for state in level)}
        alive = {state for state in level if any(_plus(state, v) in alive for v in rows[n].values())}
    return kept if alive else None


def _plus(left: Vector, right: Vector) -> Vector:
    return tuple(a + b for a, b in zip(left, right, strict=True))
