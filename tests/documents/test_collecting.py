"""While documents are read garbage is looked for seldom; afterwards as before."""

import gc
from collections.abc import Iterator

import pytest

from govreport.documents.collecting import collecting_seldom


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_the_last_of_several_readers_puts_back_what_was_set() -> None:
    gc.set_threshold(700, 10, 10)
    first, second = collecting_seldom(), collecting_seldom()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] > 700
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("set_before", [0, 1_000_000])
def test_what_somebody_set_on_purpose_stays(set_before: int) -> None:
    gc.set_threshold(set_before, 10, 10)
    with collecting_seldom():
        assert gc.get_threshold()[0] == set_before


def test_an_error_puts_it_back_too() -> None:
    gc.set_threshold(700, 10, 10)
    with pytest.raises(ValueError, match="broken"), collecting_seldom():
        raise ValueError("broken")
    assert gc.get_threshold() == (700, 10, 10)
