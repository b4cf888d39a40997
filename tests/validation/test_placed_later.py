"""Line and column of a finding are looked up once somebody asks: until then and afterwards it is like any other."""

import copy
import json
import pickle
from collections.abc import Callable
from threading import Thread
from typing import Any

import attrs
import pytest

from govreport import Finding, validate
from govreport.findings import placed_later
from tests.reports import clean


class Text:
    """A text of which the place of every finding is known, and how often it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def line_and_column(self, finding: Finding) -> tuple[int, int]:
        """Return a place."""
        self.asked += 1
        return 7, 3


def plain(**changes: Any) -> Finding:
    """Return a finding that has its place from the beginning."""
    found = validate({**clean(), "year": None}).findings[0]
    return attrs.evolve(found, line=7, column=3, **changes)


def later(text: Text | None = None) -> Any:
    """Return the same finding, the place of which nobody has looked up."""
    return placed_later(attrs.evolve(plain(), line=None, column=None), text or Text())


def test_a_place_is_looked_up_once_and_not_before_somebody_asks() -> None:
    text = Text()
    finding = later(text)
    assert (finding.code, finding.severity, finding.pointer, finding.rule) == ("wrong-type", "error", "/year", None)
    assert finding.message() == plain().message()
    assert text.asked == 0
    assert (finding.column, finding.line, finding.line) == (3, 7, 7)
    assert text.asked == 1


@pytest.mark.parametrize(
    "way",
    [
        lambda finding: finding,
        lambda finding: attrs.evolve(finding),
        lambda finding: attrs.evolve(finding, hints=()),
        lambda finding: pickle.loads(pickle.dumps(finding)),
        copy.copy,
        copy.deepcopy,
        lambda finding: Finding(**attrs.asdict(finding, recurse=False)),
    ],
)
def test_it_is_equal_to_one_that_has_its_place(way: Callable[[Any], Any]) -> None:
    assert way(later()) == plain()
    assert plain() == way(later())
    assert way(later()) != plain(explained="words")
    assert repr(way(later())) == repr(plain())
    assert isinstance(way(later()), Finding)
    assert way(later()).__class__ is Finding


@pytest.mark.parametrize("name", ["line", "column", "code", "hints", "other"])
def test_it_cannot_be_changed(name: str) -> None:
    finding = later()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(finding, name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(finding, name)
    assert finding == plain()


def test_threads_that_ask_at_once_are_told_the_same() -> None:
    report = clean()
    for column in ("natural_person", "total"):
        for name in report["requests"][column]["outcomes"]["denied"]:
            report["requests"][column]["outcomes"]["denied"][name] = 99
    data = json.dumps(report, ensure_ascii=False, indent=2).encode()
    expected = [(f.line, f.column) for f in validate(data).findings]
    assert len(set(expected)) > 1
    findings = validate(data).findings
    told: list[list[Any]] = []
    threads = [Thread(target=lambda: told.append([(f.line, f.column) for f in findings])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [expected] * len(threads)
