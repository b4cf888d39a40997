"""Names of several places said together: what they share is said once, then what is each one's own."""

from collections.abc import Sequence

from govreport.form.layout import Layout
from govreport.form.naming import CROSS, STEP, place

# A name as its labels: rows from the outer to the inner, then columns.
_Labels = tuple[tuple[str, ...], tuple[str, ...]]


def names(form: Layout, pointers: Sequence[str], language: str) -> tuple[str, list[str]]:
    """Return the part of the printed names that all places share, "" if none, and the rest of each.

    As in `naming.place`, English names are followed by the Chinese ones in brackets.
    """
    chinese = [place(form, pointer, "zh") for pointer in pointers]
    shared, own = _factor([_labels(name) for name in chinese])
    if language == "zh":
        return shared, own
    both = zip(pointers, chinese, strict=True)
    english = [place(form, pointer, language).removesuffix(f" [{name}]") for pointer, name in both]
    shared_name, own_names = _factor([_labels(name) for name in english])
    bracketed = [f"{name} [{printed}]" for name, printed in zip(own_names, own, strict=True)]
    return f"{shared_name} [{shared}]" if shared else "", bracketed


def common(sequences: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many items all sequences share at the beginning and at the end, at least one left over in each."""
    shortest = min(map(len, sequences)) - 1
    first = next((n for n in range(shortest) if len({s[n] for s in sequences}) > 1), shortest)
    room = shortest - first
    last = next((n for n in range(room) if len({s[-1 - n] for s in sequences}) > 1), room)
    return first, last


def _labels(name: str) -> _Labels:
    rows, _, columns = name.partition(CROSS)
    return tuple(rows.split(STEP)), tuple(columns.split(STEP)) if columns else ()


def _factor(labels: Sequence[_Labels]) -> tuple[str, list[str]]:
    if len(labels) < 2:
        return "", [_joined(rows, columns) for rows, columns in labels]
    rows = 0 if len({r for r, _ in labels}) > 1 else len(labels[0][0])
    columns = 0 if len({c for _, c in labels}) > 1 else len(labels[0][1])
    if not rows:
        rows = common([r for r, _ in labels])[0]
    shared = _joined(labels[0][0][:rows], labels[0][1][:columns])
    return shared, [_joined(r[rows:], c[columns:]) for r, c in labels]


def _joined(*parts: Sequence[str]) -> str:
    return CROSS.join(STEP.join(part) for part in parts if part)
