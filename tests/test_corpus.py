"""The corpus: made the same every time, and the findings in it are those that were reviewed."""

import json

import pytest

from .corpus import expected
from .corpus.changes import CHANGES
from .corpus.documents import SEED, as_json, entries
from .corpus.shapes import SHAPES

ENOUGH = 300


@pytest.mark.pages
def test_what_is_found_in_the_corpus_is_what_was_reviewed() -> None:
    now = expected.write(expected.found()).splitlines()
    committed = expected.FILE.read_text(encoding="utf-8").splitlines()
    changed = expected.differing(committed, now)
    assert changed == [], "look through the difference, then: python tools/corpus.py --write"


def test_the_corpus_is_large_enough_and_in_order() -> None:
    text = expected.FILE.read_text(encoding="utf-8")
    assert len(expected.read(text)) >= ENOUGH
    assert expected.write(expected.read(text)) == text


@pytest.mark.parametrize("shape", SHAPES)
def test_a_document_is_the_same_whenever_it_is_made(shape: str) -> None:
    first = next(entry for entry in entries(SEED, 1) if entry.shape == shape)
    a, b = first.make(), first.make()
    assert (a.data, a.truth) == (b.data, b.truth)
    assert json.loads(as_json(a.truth))["layout"] in ("2019", "2021")


def test_every_change_takes_part() -> None:
    assert {entry.change for entry in entries(SEED, expected.ROUNDS)} == set(CHANGES)


def test_findings_are_counted_so_that_a_lost_line_is_seen() -> None:
    lines = expected.FILE.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if '"severity"' in line)
    with pytest.raises(ValueError, match="announced"):
        expected.read("".join(lines[:at] + lines[at + 1 :]))
