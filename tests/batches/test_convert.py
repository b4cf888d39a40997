"""Files of a conversion: whoever finds a report finds its losses beside it."""

from pathlib import Path

import pytest

from govreport.batches import outputs
from govreport.batches.convert import Done, convert_all
from govreport.files import writing_atomically
from tests.reports import EXAMPLES

JIADING = EXAMPLES / "reports" / "jiading-2019.json"


def test_the_report_appears_after_its_losses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, losses = tmp_path / "new.json", tmp_path / "new.json.losses.json"
    seen: list[tuple[str, bool]] = []

    class Watched:
        """Notes, as soon as a file has its name, whether the report is there."""

        def __init__(self, path: Path, **manner: bool) -> None:
            self._path, self._file = path, writing_atomically(path, **manner)

        def __enter__(self) -> object:
            return self._file.__enter__()

        def __exit__(self, *error: object) -> None:
            self._file.__exit__(*error)  # type: ignore[arg-type]
            seen.append((self._path.name, output.exists()))

    monkeypatch.setattr(outputs, "writing_atomically", Watched)
    (done,) = convert_all([str(JIADING)], "2021", str(output))
    assert isinstance(done, Done)
    assert seen == [(losses.name, False), (output.name, True)]


def test_losses_that_cannot_be_written_leave_no_report_behind(tmp_path: Path) -> None:
    output, losses = tmp_path / "new.json", tmp_path / "missing.json"
    losses.mkdir()
    list(convert_all([str(JIADING)], "2021", str(output), losses=str(losses), replace=True))
    assert not output.exists()
