"""Soundness: whatever the fast path accepts, the exact path accepts too, on mutants of real and generated reports."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.data import SEED, reports, reports_with_blanks
from bench.measuring import Figure
from bench.mixture import explained_by
from bench.mutants import MUTATIONS, encoded, written
from govreport.model import codec
from govreport.model.registry import Report
from govreport.validation import exact, explainers
from govreport.validation.decoding import decode
from govreport.validation.gate import Judgement, judge
from govreport.validation.scanner import scan

_EXAMPLES = Path(__file__).parent.parent / "examples"
_GENERATED = 12


def measure(number: int) -> Iterator[Figure]:
    """Yield, by kind of mutant, how many the fast path accepts and the exact path refuses: none, if it is sound."""
    sources = list(_sources())
    total = 0
    with explained_by(explainers.reference_explainer):
        for kind, mutation in MUTATIONS.items():
            choose = random.Random(f"{SEED} {kind}")
            outcomes: Counter[str] = Counter()
            mutants = number // len(MUTATIONS) + 1
            for _ in range(mutants):
                outcomes.update(_outcomes(encoded(mutation(choose.choice(sources), choose))))
            told = ", ".join(f"{outcomes[name]:,} {name}" for name in ("clean", "sound", "loaded"))
            yield Figure(what=f"{kind}: of {mutants:,} {told}", value=outcomes["unsound"], unit="", at_most=0)
            total += outcomes["unsound"]
    yield Figure(what=f"all {number:,}: accepted at once, refused by the exact path", value=total, unit="", at_most=0)


def _outcomes(data: bytes) -> Iterator[str]:
    """Yield what the fast path makes of a document, and "unsound" where the exact path does not agree."""
    judgement, report = judge(data), codec._read_quickly(data)
    if judgement is not Judgement.DOUBT:
        yield judgement.name.lower()
    if report is not None:
        yield "loaded"
    if (judgement is not Judgement.DOUBT or report is not None) and not _agrees(data, judgement, report):
        yield "unsound"


def _agrees(data: bytes, judgement: Judgement, report: Report | None) -> bool:
    """Tell whether the exact path accepts a document in each way in which the fast path accepted it."""
    # The scanner knows nothing of the quick decoder, nor of counting colons.
    try:
        scanned = scan(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
    if not scanned.is_readable or scanned.defects or scanned.value != decode(data).value:
        return False
    reference = exact.examine(data, structure_is_sound=False)
    if judgement is Judgement.CLEAN and reference.findings:
        return False
    if judgement is Judgement.SOUND and exact.examine(data, structure_is_sound=True) != reference:
        return False
    # Nothing was wrong with the text; nor may anything be with the structure.
    structure_is_sound = reference.layout is not None and exact.read(data)[1].findings == ()
    return structure_is_sound and (report is None or report == codec.structure(scanned.value))


def _sources() -> Iterator[str]:
    real = sorted((*_EXAMPLES.glob("reports/*.json"), *_EXAMPLES.glob("contradictions/*.json")))
    generated = [*reports(_GENERATED), *reports_with_blanks(_GENERATED // 3)]
    for document in [*(path.read_bytes() for path in real), *generated]:
        yield from written(document)
