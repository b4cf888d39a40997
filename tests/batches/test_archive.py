"""Reports kept on disk: found by organ and year, in any process, and gone afterwards."""

import json
import pickle
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from govreport.batches.archive import archive, archived
from govreport.batches.loading import Loaded, load_all
from govreport.between.previous import Few, earlier
from govreport.documents.rendering.render import render
from govreport.model import codec
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


def test_an_archive_finds_what_a_few_reports_at_hand_give(tmp_path: Path) -> None:
    organs = (
        {"name": "江苏省某市司法局"},
        {"name": "某市司法局"},
        {"name": "司法局", "code": "2" * 18},
        {"name": "某市司法局", "code": "1" * 18},
        {"name": "某市旧司法局", "code": "1" * 18},
        {"name": "乙市司法局"},
        {"name": "某市财政局"},
    )
    reports = [{**report("", 2022 + n % 2), "organ": organ} for n, organ in enumerate((*organs, *organs[::-1]))]
    reports += [{**one, "source": {"sha256": "0" * 64}} for one in reports[:2]]
    written = [document(one) for one in reports]
    for number, data in enumerate(written):
        (tmp_path / f"{number:02}.json").write_bytes(data)
    few = Few(
        reports=tuple(
            earlier(one, data, codec.dumps(codec.loads(data))) for one, data in zip(reports, written, strict=True)
        )
    )
    with archive([str(tmp_path)]) as kept:
        for organ in organs:
            for year in (2022, 2023):
                assert list(kept.of_year(organ, year)) == list(few.of_year(organ, year))
        digests = {digest for one in few.reports for digest in one.hashes}
        assert len(digests) == 2 * len({json.dumps(one, sort_keys=True) for one in reports}) + 1
        for digest in digests:
            assert list(kept.of_hash(digest)) == list(few.of_hash(digest))
