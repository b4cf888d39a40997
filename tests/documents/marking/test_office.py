"""Through LibreOffice: marked copies open there, and their comments stand where they were put."""

import io
import re
import zipfile
from pathlib import Path

import pytest

import govreport
from govreport.documents.rendering.render import render
from tests.documents.office import converted, needs_office
from tests.reports import EXAMPLES

from .parts import marked

pytestmark = needs_office
REPORT = EXAMPLES / "contradictions" / "outcomes-2020.json"


def content(data: bytes, suffix: str, folder: Path) -> str:
    opened = converted({f"marked.{suffix}": data}, {"docx": "odt", "xlsx": "ods"}[suffix], folder)["marked"]
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        return archive.read("content.xml").decode()


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_comments_are_shown_at_their_cells(suffix: str, tmp_path: Path) -> None:
    data, result = marked(render(govreport.load(REPORT), suffix))
    text = content(data, suffix, tmp_path)
    cells = re.findall(
        r"<table:table-cell\b(?:(?!</table:table-cell>).)*<office:annotation\b.*?</table:table-cell>", text
    )
    assert len(cells) == len(result.findings) == 2
    for cell, finding in zip(cells, result.findings, strict=True):
        note = "".join(re.findall(r"<office:annotation\b.*?</office:annotation>", cell))
        shown = re.sub(r"<[^>]*>", "", cell.replace(note, ""))
        assert re.search(rf"(?<!\d){finding.parameters['actual']}(?!\d)", shown)
        assert finding.message() in re.sub(r"<[^>]*>", "", note)
