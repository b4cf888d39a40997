"""Many documents are checked as each would be alone."""

from pathlib import Path

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreport import Finding, validate
from govreport.batches.outcomes import Checked
from govreport.batches.validate import check_all
from govreport.strategies import near_miss_documents

_WITH_FOLDER = settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_FEW = st.lists(near_miss_documents(), min_size=1, max_size=3)


def _alone(data: bytes, line: int | None = None) -> tuple[Finding, ...]:
    findings = validate(data).findings
    if line is None:
        return findings
    return tuple(attrs.evolve(f, line=line if f.line is not None else None) for f in findings)


@_WITH_FOLDER
@given(documents=_FEW)
def test_files_give_the_findings_that_each_gives_alone(documents: list[bytes], tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(len(documents))]
    for path, data in zip(paths, documents, strict=True):
        path.write_bytes(data)
    checked = list(check_all([str(path) for path in paths], jobs=1))
    assert [outcome.findings for outcome in checked] == [_alone(data) for data in documents]
    assert [outcome.path for outcome in checked] == [str(path) for path in paths]


@_WITH_FOLDER
@given(documents=_FEW)
def test_lines_give_the_findings_that_each_gives_alone(documents: list[bytes], tmp_path: Path) -> None:
    # A document on one line has no line breaks and says something.
    lines = [data.replace(b"\n", b" ").replace(b"\r", b" ") or b"{" for data in documents]
    lines = [line if line.strip() else b"{" for line in lines]
    file = tmp_path / "reports.ndjson"
    file.write_bytes(b"".join(line + b"\n" for line in lines))
    checked = list(check_all([str(file)], jobs=1))
    assert checked == [
        Checked(str(file), number, alone.layout, _alone(line, number), repairs=alone.repairs)
        for number, (line, alone) in enumerate(((line, validate(line)) for line in lines), 1)
    ]
