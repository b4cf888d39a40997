"""Reports kept on disk: found by organ and year, in any process, and gone afterwards."""

import pickle
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from govreport.batches.archive import archive, archived
from govreport.batches.loading import Loaded, load_all
from govreport.documents.rendering.render import render
from govreport.model.codec import loads
from tests.reports import clean, document


def report(name: str, year: int = 2023, **members: Any) -> dict[str, Any]:
    return {**clean(), "organ": {"name": name}, "year": year, **members}


def test_reports_are_found_by_organ_and_year(tmp_path: Path) -> None:
    for number, (name, year) in enumerate((("江苏省某市司法局", 2022), ("某市司法局", 2023), ("某市财政局", 2023))):
        (tmp_path / f"{number}.json").write_bytes(document(report(name, year)))
    (tmp_path / "3.html").write_bytes(render(loads(document(report("某市教育局"))), "html"))
    (tmp_path / "lines.ndjson").write_bytes(b"\n".join(document(report(n), indent=None) for n in ("甲局", "乙局")))
    with archive([str(tmp_path)]) as kept:
        assert (len(kept), kept.years(), kept.layouts(2022)) == (6, (2022, 2023), ("2021",))

        def found(name: str, year: int, code: str | None = None) -> list[str]:
            organ = {"name": name, **({"code": code} if code else {})}
            return [e.members["organ"]["name"] for e in kept.of_year(organ, year)]

        assert found("某市司法局", 2022) == ["江苏省某市司法局"]
        assert found("司法局", 2023) == ["某市司法局"]
        assert found("某市教育局", 2023) == ["某市教育局"]
        assert found("某市司法局", 2021) == []
        assert [(Path(k.path).name, k.document) for k in kept.reports()][-2:] == [
            ("lines.ndjson", 1),
            ("lines.ndjson", 2),
        ]
        assert len(pickle.dumps(kept)) < 1000
        other: Any = pickle.loads(pickle.dumps(kept))
        assert len(other) == 6
        path = kept.path
    assert not Path(path).parent.exists()


def test_what_is_no_report_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.html").write_text("<p>nothing</p>")
    told = list[str]()
    with archive([str(tmp_path)], tell=lambda checked: told.append(Path(checked.path).name)) as kept:
        assert len(kept) == 0
    assert told == ["a.json", "b.html"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(document(clean()))
    places = list[str]()

    def interrupted() -> None:
        with archive([str(tmp_path)]) as kept:
            places.append(kept.path)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not Path(places[0]).parent.exists()


def test_memory_does_not_grow_with_the_number_of_reports(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(document(clean()))
    (one,) = load_all([str(tmp_path)])

    def peak(number: int) -> int:
        tracemalloc.start()
        with archived(_many(one, number)) as kept:
            assert sum(1 for _ in kept.reports()) == number
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(400) < peak(40) + 200_000


def _many(one: Loaded, number: int) -> Any:
    return (one._replace(path=str(n)) for n in range(number))
