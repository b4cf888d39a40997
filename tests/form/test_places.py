"""Places at the beginning of the names of organs."""

import pytest

from govreport.form.places import without_places


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("某省某市某区财政局", ["某区财政局", "某市某区财政局"]),
        ("某市某区财政局", ["某区财政局"]),
        ("某区财政局", []),
        ("某市市场监督管理局", []),
        ("某市城区公安局", ["城区公安局"]),
        ("财政部", []),
        ("", []),
    ],
)
def test_what_is_left_behind_a_place_names_a_place_too(name: str, left: list[str]) -> None:
    assert list(without_places(name)) == left
