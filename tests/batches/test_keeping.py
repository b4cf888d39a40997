"""What is kept of a document is found for the same bytes, asked the same; what is asked otherwise has its own place."""

from pathlib import Path
from typing import Any

import attrs
import pytest

import govreport
from govreport.batches.keeping import Held, keep, known
from govreport.corpus.reading import Reading
from govreport.documents.limits import Limits
from govreport.findings import Finding, Severity
from govreport.formats import SIDECAR_SUFFIX
from govreport.given import Given
from govreport.results import Result

FOUND = Finding(
    code="row-unknown",
    severity=Severity.WARNING,
    pointer="/requests",
    parameters={"cells": ("/a", "/b"), "readings": ({"cells": ("/a",), "sum": 1},), "count": 2},
    line=3,
)


def asked(document: Path, **otherwise: Any) -> Held:
    """Return what is kept of a document beside which nothing is asked, save for what is."""
    given = {"limits": Limits(), "words": False, "given": Given(year=2023), **otherwise}
    held = known(document.with_name("kept"), str(document), **given)
    assert held is not None
    return held


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>1</p>")
    return path


LIMITS = tuple(field.name for field in attrs.fields(Limits))


@pytest.mark.parametrize(
    "otherwise",
    [
        {"words": True},
        {"given": Given(year=2024)},
        *({"limits": attrs.evolve(Limits(), **{name: getattr(Limits(), name) + 1})} for name in LIMITS),
    ],
)
def test_what_is_asked_otherwise_has_its_own_place(document: Path, otherwise: dict[str, Any]) -> None:
    assert asked(document, **otherwise).place != asked(document).place


def test_what_else_the_reading_depends_on_makes_another_place(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [asked(document).place]
    beside = document.with_suffix(SIDECAR_SUFFIX)
    beside.mkdir()
    places.append(asked(document).place)
    beside.rmdir()
    for explanations in (b"[]", b"[ ]"):
        beside.write_bytes(explanations)
        places.append(asked(document).place)
    beside.unlink()
    for name, data in (("a.txt", b"<p>1</p>"), ("a.html", b"<p>2</p>")):
        other = document.with_name(name)
        other.write_bytes(data)
        places.append(asked(other).place)
    monkeypatch.setattr(govreport, "__version__", "0")
    places.append(asked(document).place)
    assert len(set(places)) == len(places)


def test_names_do_not_count(document: Path) -> None:
    other = document.with_name("b.HTML")
    other.write_bytes(document.read_bytes())
    assert asked(other).place == asked(document).place


@pytest.mark.parametrize(
    "found",
    [
        Reading(b"{}", "0" * 64, (FOUND,), unread=(FOUND,)),
        Reading(b"{}", "0" * 64),
        Result(layout="2021", findings=(FOUND,)),
    ],
)
def test_what_is_kept_comes_back_as_it_was(document: Path, found: Reading | Result) -> None:
    assert asked(document).found is None
    keep(asked(document), found)
    assert asked(document).found == found
    assert repr(asked(document).found) == repr(found)


@pytest.mark.parametrize("rest", [b"", b"{", b"{}", b"\xff"])
def test_what_was_kept_in_part_does_not_count(document: Path, rest: bytes) -> None:
    held = asked(document)
    held.place.parent.mkdir()
    held.place.write_bytes(rest)
    assert asked(document) == held


def test_what_cannot_be_kept_or_read_does_not_count(document: Path) -> None:
    held = asked(document)
    held.place.mkdir(parents=True)
    keep(held, Result(findings=(FOUND,)))
    assert asked(document) == held
    assert known(document.with_name("kept"), str(document.with_name("none.html")), Limits(), False) is None
