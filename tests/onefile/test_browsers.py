"""The one file, opened by a double click: what it says of documents is what the library says, and it asks nobody."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import govreport
from tests.reports import EXAMPLES, ROOT

pytestmark = pytest.mark.onefile
pytest.importorskip("mkdocs", reason="the packages of web/ are installed as for the site")

_BROWSERS = {"chrome": "chromium", "firefox": "firefox-esr"}
_DATA = ROOT / "tests" / "data" / "documents"


def _program(browser: str) -> str:
    found = shutil.which(_BROWSERS[browser])
    if found is None or shutil.which("node") is None or shutil.which("npm") is None:
        reason = f"THE ONE FILE IS NOT TESTED IN {browser}: apt-get install {_BROWSERS[browser]} nodejs npm"
        if os.environ.get("CI") and os.environ.get("GOVREPORT_BROWSERS") != "some":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def file() -> Path:
    from tools.desk.kept import built

    return built()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return documents of every format, right and wrong ones."""
    folder = tmp_path_factory.mktemp("documents")
    made = []
    for name in ("reports/hongze-2024", "contradictions/outcomes-2020"):
        report = govreport.load(EXAMPLES / f"{name}.json")
        for format in ("docx", "xlsx", "html", "md", "csv"):
            path = folder / f"{Path(name).name}.{format}"
            path.write_bytes(govreport.render(report, format))
            made.append(path)
    broken = folder / "broken.docx"
    broken.write_bytes(made[0].read_bytes()[:2000])
    defects = [EXAMPLES / "defects" / f"{name}.json" for name in ("duplicate-member", "documents-stock")]
    plan = next((EXAMPLES / "plans").glob("*.json"))
    return [*made, broken, *defects, plan, _DATA / "hongze-2024.pdf", _DATA / "jingan-2023.txt"]


def _drive(browser: str, page: Path, files: list[Path], *options: str) -> dict[str, Any]:
    script = ROOT / "web" / "onefile" / "drive.mjs"
    command: list[str | Path] = ["node", script, *options, browser, _program(browser), page, *files]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=170, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("browser", _BROWSERS)
def test_it_says_of_documents_what_the_library_says(browser: str, file: Path, documents: list[Path]) -> None:
    _program(browser)
    assert len(documents) >= 12
    found = _drive(browser, file, documents)
    assert (found["failures"], found["errors"]) == ([], [])
    for path, answer in zip(documents, found["answers"], strict=True):
        expected = [[f.code, f.pointer, f.line, f.message("zh")] for f in govreport.check(path).findings]
        told = [[f["code"], f["pointer"], f["line"], f["sentence"]] for f in answer["findings"]]
        assert told == expected, path.name
    assert _asked(found, file) == []


@pytest.mark.parametrize("browser", _BROWSERS)
def test_a_document_that_takes_too_long_costs_only_itself(browser: str, file: Path, documents: list[Path]) -> None:
    _program(browser)
    short, long = documents[2], _DATA / "huaian-2024.pdf"
    found = _drive(browser, file, [short, long, short], f"--end={long}")
    assert [answer["name"] for answer in found["answers"]] == [short.name] * 2
    assert found["failures"] == ["ended: huaian-2024.pdf"]
    assert _asked(found, file) == []


def _asked(found: dict[str, Any], page: Path) -> list[str]:
    """Return the requests for anything but the file itself and what it carries."""
    own = (page.as_uri(), "blob:", "data:", "about:")
    assert found["requests"]
    return [request for request in found["requests"] if not request.startswith(own)]
