"""A mix with defects: what one bad report in twenty costs a run over many, with the rules on words and without them.

Without them a valid report takes a fiftieth of the time, and what a defective one takes weighs the more. Beside the
throughput stands what it is where every finding is told, and what it would be if such a report took no more than what
nobody could save: to read it once more, to ask the validator where its structure departs from the schema, or to add up
what its sums are made of.
"""

import json
import statistics
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

import attrs

from bench.data import mix, reports
from bench.files import write_all
from bench.measuring import Figure, nth, ratio, side_by_side
from bench.wordless import STATED, wordless
from govreport.batches.validate import check_all
from govreport.findings import Finding
from govreport.form.layout import load_layout
from govreport.results import Result
from govreport.rules.relations import differences
from govreport.rules.sheet import read_sheet
from govreport.validating import validate_bytes
from govreport.validation import exact, explainers
from govreport.validation.decoding import decode
from govreport.validation.gate import Judged, declared_layout

_ROUNDS = 7
_LEAST = 0.8
_NOTHING: frozenset[str] = frozenset()
_NAMES = {
    "structure": "a report with a defect of structure, relative to a valid one",
    "structure-least": "to decode it and to ask jsonschema-rs, nothing else",
    "sum": "a report with a wrong sum, relative to a valid one",
    "sum-least": "to decode it and to take the difference of each sum, nothing else",
}


def measure(number: int) -> Iterator[Figure]:
    """Yield the throughput of the mix relative to that of valid reports, with each explainer."""
    with tempfile.TemporaryDirectory() as folder:
        valid, mixed = Path(folder, "valid"), Path(folder, "mix")
        write_all(reports(number), valid)
        write_all(mix(number), mixed)
        for goal, explainer, build in (
            (1 / 3, "jsonschema", explainers.reference_explainer),
            (_LEAST, "jsonschema-rs", explainers.fast_explainer),
        ):
            with explained_by(build):
                files, bytes_ = _throughput(valid, mixed)
            yield Figure(what=f"throughput of the mix in files, {explainer} explains", value=files, at_least=goal)
            yield Figure(what=f"throughput of the mix in memory, {explainer} explains", value=bytes_)
        with explained_by(explainers.fast_explainer), wordless():
            files, bytes_ = _throughput(valid, mixed, STATED)
            yield Figure(what="the same in files, without the rules on words", value=files, at_least=_LEAST)
            yield Figure(what="the same in memory, without the rules on words", value=bytes_)
            files, bytes_ = _throughput(valid, mixed, STATED, _look_at)
            yield Figure(what="the same in files, every finding told with its place and its hints", value=files)
            with patch.object(exact, "examine_judged", _least):
                files, bytes_ = _throughput(valid, mixed, STATED)
            yield Figure(what="the same in files, if nothing were done that could be saved", value=files)
            yield from _defective(valid, mixed)


def _defective(valid: Path, mixed: Path) -> Iterator[Figure]:
    """Yield what a defective report takes without the rules on words, relative to a valid one."""
    documents = [path.read_bytes() for path in sorted(mixed.iterdir())]
    kinds = {"structure": documents[13::40], "sum": documents[33::40]}
    sound = [path.read_bytes() for path in sorted(valid.iterdir())][:: len(documents) // len(kinds["sum"])]
    for kind, least in (("structure", _ask_validator), ("sum", _add_up)):
        calls = {
            "valid": nth(_validate, sound),
            kind: nth(_validate, kinds[kind]),
            f"{kind}-least": nth(least, kinds[kind]),
        }
        numbers = range(min(len(sound), len(kinds[kind])))
        times = side_by_side(calls, [numbers] * 20 * _ROUNDS, {})
        for name in (kind, f"{kind}-least"):
            yield Figure(what=_NAMES[name], value=ratio(times, name, "valid"))


def _validate(data: bytes) -> object:
    return validate_bytes(data, STATED)


def _ask_validator(data: bytes) -> object:
    value = decode(data, text_is_sound=True).value
    return explainers.violations(value["layout"], value)


def _add_up(data: bytes) -> object:
    value = decode(data, text_is_sound=True).value
    return differences(read_sheet(load_layout(value["layout"]), value))


def _least(data: bytes, judged: Judged, ignored: frozenset[str]) -> Result:
    """Do what nobody could save of a report that the gate does not pass: no finding is made, none placed or mended."""
    (_ask_validator if judged.decoded is None else _add_up)(data)
    return Result(layout=declared_layout(data))


def _look_at(findings: Iterable[Finding]) -> None:
    for finding in findings:
        json.dumps([finding.message(), attrs.asdict(finding)], default=str)


def _pass_by(findings: Iterable[Finding]) -> None:
    pass


def _throughput(
    valid: Path, mixed: Path, ignored: frozenset[str] = _NOTHING, look: Callable[[Iterable[Finding]], None] = _pass_by
) -> tuple[float, float]:
    """Return how many reports of the mix are checked while one valid report is: from files, and from memory.

    What is found is looked at as `look` does: places are looked up, and sentences made, only for whoever asks.
    """
    in_memory = {folder: [path.read_bytes() for path in sorted(folder.iterdir())] for folder in (valid, mixed)}
    ratios: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(_ROUNDS):
        for from_files, found in ratios.items():
            seconds = []
            for folder in (valid, mixed):
                start = process_time()
                if from_files:
                    for checked in check_all([str(folder)], jobs=1, ignored=ignored):
                        look(checked.findings)
                else:
                    for data in in_memory[folder]:
                        look(validate_bytes(data, ignored).findings)
                seconds.append(process_time() - start)
            found.append(seconds[0] / seconds[1])
    return statistics.median(ratios[True]), statistics.median(ratios[False])


@contextmanager
def explained_by(build: Callable[[Mapping[str, Any]], Callable[[Any], explainers.Violations]]) -> Iterator[None]:
    """Make the library use one explainer, whether or not the other is installed."""
    explainers.forget()
    try:
        with patch.object(explainers, "fast_explainer", build):
            yield
    finally:
        explainers.forget()
