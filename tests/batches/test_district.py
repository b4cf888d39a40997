"""A made district of eighty bodies in six formats with ten defects of ten kinds: a review names these and no other."""

from collections import Counter
from pathlib import Path

import pytest

from govreport.batches.review import review
from govreport.batches.reviewed import Review
from govreport.formats import suffix
from tests.corpus.district import PLANTED, District, write


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    return write(tmp_path_factory.mktemp("district") / "made", 80)


def told(found: Review) -> dict[str, frozenset[str]]:
    """Return the codes at warning or above that a review tells of each body."""
    serious = {
        one.body.name: frozenset(f.code for _, f in found.found(one) if f.severity != "info" and f.explained is None)
        for one in found.bodies()
    }
    return {name: codes for name, codes in serious.items() if codes}


def test_a_review_names_the_ten_planted_defects_and_nothing_else(district: District) -> None:
    assert len(district.planted) == len(PLANTED) == 10
    with review(district.now, bodies=district.bodies, previous=district.before) as found:
        assert told(found) == dict(district.planted.values())
        assert found.expected == found.states.total() == 80
        assert found.states == Counter({"reported": 77, "missing": 1, "other-year": 1, "unread": 1})
        assert [checked.path for checked, _ in found.unread()] == [
            str(path) for path in district.now.iterdir() if path.name.startswith(district.planted["unreadable"][0])
        ]
        late = [one.body.name for one in found.bodies() if one.is_late]
        assert late == [district.planted["late"][0]]
        assert (found.district.counted, found.district.compared) == (77, 77)


def test_the_district_has_six_formats(district: District) -> None:
    assert len({suffix(path.name) for path in district.now.iterdir()}) == 6


def test_a_district_without_defects_has_none(tmp_path: Path) -> None:
    clean = write(tmp_path / "made", 12, seed=2, plant=False)
    with review(clean.now, bodies=clean.bodies, previous=clean.before) as found:
        assert told(found) == {}
