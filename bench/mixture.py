"""A mix with defects: what one bad report in twenty costs a run over many."""

import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from bench.data import mix, reports
from bench.files import write_all
from bench.measuring import Figure
from govreport.batches.validate import check_all
from govreport.validating import validate_bytes
from govreport.validation import explainers

_ROUNDS = 7


def measure(number: int) -> Iterator[Figure]:
    """Yield the throughput of the mix relative to that of valid reports, with each explainer."""
    with tempfile.TemporaryDirectory() as folder:
        valid, mixed = Path(folder, "valid"), Path(folder, "mix")
        write_all(reports(number), valid)
        write_all(mix(number), mixed)
        for goal, explainer, build in (
            (1 / 3, "jsonschema", explainers.reference_explainer),
            (0.8, "jsonschema-rs", explainers.fast_explainer),
        ):
            with explained_by(build):
                files, bytes_ = _throughput(valid, mixed)
            yield Figure(what=f"throughput of the mix in files, {explainer} explains", value=files, at_least=goal)
            yield Figure(what=f"throughput of the mix in memory, {explainer} explains", value=bytes_)


def _throughput(valid: Path, mixed: Path) -> tuple[float, float]:
    """Return how many reports of the mix are checked while one valid report is: from files, and from memory."""
    in_memory = {folder: [path.read_bytes() for path in sorted(folder.iterdir())] for folder in (valid, mixed)}
    ratios: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(_ROUNDS):
        for from_files, found in ratios.items():
            seconds = []
            for folder in (valid, mixed):
                start = process_time()
                if from_files:
                    for _ in check_all([str(folder)], jobs=1):
                        pass
                else:
                    for data in in_memory[folder]:
                        validate_bytes(data)
                seconds.append(process_time() - start)
            found.append(seconds[0] / seconds[1])
    return statistics.median(ratios[True]), statistics.median(ratios[False])


@contextmanager
def explained_by(build: Callable[[Mapping[str, Any]], Callable[[Any], explainers.Violations]]) -> Iterator[None]:
    """Make the library use one explainer, whether or not the other is installed."""
    explainers._explainer.cache_clear()
    try:
        with patch.object(explainers, "fast_explainer", build):
            yield
    finally:
        explainers._explainer.cache_clear()
