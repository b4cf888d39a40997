"""Texts in Unicode's compatible form: the quick way gives what Unicode says."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from govreport.normalizing import _USUAL, nfkc

USUAL = [chr(code) for code in range(sys.maxunicode + 1) if _USUAL.fullmatch(chr(code))]


def joining() -> set[str]:
    """Return the characters that join with one before them: marks, and the second parts of what has two."""
    parts = (unicodedata.decomposition(chr(code)).split() for code in range(sys.maxunicode + 1))
    seconds = {chr(int(second[1], 16)) for second in parts if len(second) == 2 and not second[0].startswith("<")}
    return seconds | {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code))}


def test_no_usual_character_joins_with_another() -> None:
    joined = joining()
    assert len(USUAL) > 20_000
    assert [c for c in USUAL if not joined.isdisjoint(c + unicodedata.normalize("NFKC", c))] == []


def test_each_usual_character_has_its_form() -> None:
    assert [c for c in USUAL if nfkc(c) != unicodedata.normalize("NFKC", c)] == []


@given(st.text(st.sampled_from(USUAL)) | st.text())
def test_texts_have_their_form(text: str) -> None:
    assert nfkc(text[:200]) == unicodedata.normalize("NFKC", text[:200])


def test_a_letter_bears_thirty_marks() -> None:
    marks = "\u0301\u0327" * 50
    for length in (30, 31, 100):
        text = "甲" * 200 + "q" + marks[:length]
        assert nfkc(text) == unicodedata.normalize("NFKC", text[: 201 + 30])
    # What is short is taken as it is, however many they are.
    assert nfkc("q" + marks) == unicodedata.normalize("NFKC", "q" + marks)
