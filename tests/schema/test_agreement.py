"""The schemas of the layouts mean the same to every JSON Schema tool, and what they are meant to mean."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

from .files import LAYOUTS, SCHEMA, read
from .near_misses import samples

pytestmark = pytest.mark.slow
LIBRARIES = {"jsonschema": jsonschema.Draft202012Validator, "jsonschema-rs": jsonschema_rs.Draft202012Validator}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_gives_the_verdict_that_the_schema_owes(layout: str, library: str) -> None:
    validator = LIBRARIES[library](read(f"{layout}/report.schema.json"))
    asked = samples(layout)
    assert sum(not sample.is_valid for sample in asked) > 500
    wrong = [sample.name for sample in asked if validator.is_valid(sample.document) != sample.is_valid]
    assert wrong == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_command_line_tool_gives_the_verdict_that_the_schema_owes(layout: str, tmp_path: Path) -> None:
    # Standard output names only the documents that are refused.
    asked = {f"{number}.json": sample for number, sample in enumerate(samples(layout))}
    for file, sample in asked.items():
        (tmp_path / file).write_text(json.dumps(sample.document), encoding="utf-8")
    schema = SCHEMA / layout / "report.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema), *asked]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    assert report["parse_errors"] == []
    refused = {error["filename"] for error in report["errors"]}
    wrong = [sample.name for file, sample in asked.items() if (file not in refused) != sample.is_valid]
    assert wrong == []
