"""The one file, opened by a double click: what it says of documents is what the library says, and it asks nobody."""

import base64
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest

import govreport
from tests.documents.variations import catalogue
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
    for format, written in (
        ("odt", catalogue.make("odt")[0]),
        ("ofd", catalogue.make("ofd-ruled-template")[0]),
    ):
        made.append(folder / f"made.{format}")
        made[-1].write_bytes(written)
    broken = folder / "broken.docx"
    broken.write_bytes(made[0].read_bytes()[:2000])
    defects = [EXAMPLES / "defects" / f"{name}.json" for name in ("duplicate-member", "documents-stock")]
    plan = next((EXAMPLES / "plans").glob("*.json"))
    return [*made, broken, *defects, plan, _DATA / "hongze-2024.pdf", _DATA / "jingan-2023.txt"]


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return this year's report of an organ and last year's, which carries forward one request more."""
    this, before = (EXAMPLES / "years" / f"{year}.json" for year in (2025, 2024))
    last = json.loads(before.read_bytes())
    last["requests"]["natural_person"]["carried_forward"] += 1
    path = tmp_path_factory.mktemp("years") / "last.json"
    path.write_text(json.dumps(last), encoding="utf-8")
    return [this, path]


def _drive(browser: str, page: Path, files: list[Path], *options: str) -> dict[str, Any]:
    script = ROOT / "web" / "onefile" / "drive.mjs"
    command: list[str | Path] = ["node", script, *options, browser, _program(browser), page, *files]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=170, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a document that contradicts itself, and the file beside it that says why in one place."""
    document, beside = (tmp_path_factory.mktemp("explained") / f"甲局.{end}" for end in ("docx", "govreport.json"))
    report = govreport.load(EXAMPLES / "contradictions" / "disputes-2023.json")
    document.write_bytes(govreport.render(report, "docx"))
    entry = {"rule": "disputes-totals", "pointer": "/disputes/reconsideration/total", "text": "以登记为准。"}
    beside.write_text(json.dumps({"version": 1, "explanations": [entry]}), encoding="utf-8")
    return [document, beside]


@pytest.mark.parametrize("browser", _BROWSERS)
def test_it_says_of_documents_what_the_library_says(
    browser: str, file: Path, documents: list[Path], two_years: list[Path], explained: list[Path]
) -> None:
    _program(browser)
    assert len(documents) >= 12
    found = _drive(browser, file, [*explained, *documents, *two_years])
    assert (found["failures"], found["errors"]) == ([], [])
    first, again, *alone, held = found["answers"]
    # The file beside a draft counts as soon as it is there, and is no document itself.
    reasons = [[f["explained"] for f in answer["findings"]] for answer in (first, again)]
    assert reasons == [[None, None], ["以登记为准。", None]]
    # A draft is held against the report of the year before as soon as that is there.
    assert "years-carried-over" in [finding["code"] for finding in held["findings"]]
    assert (held["year"], held["last"]["year"]) == (2025, 2024)
    for path, answer in zip([*documents, *two_years], alone, strict=True):
        expected = [[f.code, f.pointer, f.line, f.message("zh")] for f in govreport.check(path).findings]
        told = [[f["code"], f["pointer"], f["line"], f["sentence"]] for f in answer["findings"]]
        assert told == expected, path.name
    assert _asked(found, file) == []


HOSTILE = "<script>top.ran=1</script><img src=https://example.org/x onerror=top.ran=1><svg onload=top.ran=1>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return reports whose texts would like to be run: as JSON, as a web page, in a name, and dropped."""
    folder = tmp_path_factory.mktemp("hostile")
    value = json.loads((EXAMPLES / "contradictions" / "outcomes-2020.json").read_bytes())
    value["organ"]["name"] += HOSTILE
    value["title"] = f"{HOSTILE}2020年政府信息公开工作年度报告"
    value["overview"] += f"收到申请9999件{HOSTILE}。"
    value["explanations"] = [{"rule": "no-such", "pointer": "/overview", "text": HOSTILE}]
    text = folder / "<img src=x onerror=top.ran=1>.json"
    text.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    page = folder / "page.html"
    printed = govreport.render(govreport.load(EXAMPLES / "contradictions" / "outcomes-2020.json"), "html").decode()
    page.write_text(printed.replace("</h1>", f"{HOSTILE}</h1>").replace("<td", f"{HOSTILE}<td", 3), encoding="utf-8")
    dropped = folder / "draft.docx"
    dropped.write_bytes(govreport.render(govreport.load(EXAMPLES / "years" / "2025.json"), "docx"))
    return [text, page, dropped]


@pytest.mark.parametrize("browser", _BROWSERS)
def test_nothing_is_run_that_is_put_in_what_takes_too_long_is_ended_and_what_is_offered_is_saved(
    browser: str, file: Path, hostile: list[Path], two_years: list[Path], tmp_path: Path
) -> None:
    """In one go, for the browser and the library take longest to start."""
    _program(browser)
    beside = two_years[1]
    plan = next((EXAMPLES / "plans").glob("*.json"))
    *files, dropped = hostile
    long = _long(tmp_path)
    options = (f"--end={long}", f"--last={beside}", f"--plan={plan}", f"--drop={dropped}", "--save=yes")
    found = _drive(browser, file, [*files, long], *options)
    assert (found["errors"], found["ran"], found["foreign"]) == ([], None, [])
    assert _asked(found, file) == []
    # What was ended cost itself alone: the next one is answered.
    assert found["failures"] == [f"ended: {long.name}"]
    assert [answer["name"] for answer in found["answers"]] == [path.name for path in hostile]
    # What was dropped was held against what lies beside it.
    answer = found["answers"][-1]
    assert "years-carried-over" in [finding["code"] for finding in answer["findings"]]
    assert answer["tasks"]["refused"]
    saved = {entry["name"]: base64.b64decode(entry["data"]) for entry in found["saved"]}
    assert list(saved) == [
        "print" if name == "print" else f"draft.{name}"
        for name in ("批注.docx", "核对.docx", "核对.html", "print", "标注.docx", "标注.xlsx", "json")
    ]
    assert "上年结转" in saved["draft.核对.html"].decode()
    listing = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(saved["draft.核对.docx"])).paragraphs)
    assert all(finding["sentence"] in listing for finding in answer["findings"])
    comments = [comment.text for comment in docx.Document(io.BytesIO(saved["draft.批注.docx"])).comments]
    assert all(any(finding["sentence"] in text for text in comments) for finding in answer["findings"])
    govreport.loads(saved["draft.json"])


def _long(folder: Path) -> Path:
    """Return a report with so much text before its tables that no browser reads it in the time it is given."""
    printed = govreport.render(govreport.load(EXAMPLES / "contradictions" / "outcomes-2020.json"), "html").decode()
    path = folder / "long.html"
    path.write_text(printed.replace("</h1>", "</h1>" + "<p>政府信息公开工作情况如下。</p>" * 200_000, 1), "utf-8")
    assert [f.code for f in govreport.check(path).findings][:1] == ["requests-outcomes"]
    return path


def test_a_browser_that_cannot_read_the_script_says_which_one_can(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    state = text.partition('id="state"')[2].partition("</p>")[0]
    assert "浏览器版本过低" in state
    assert "Firefox 114" in state


def _asked(found: dict[str, Any], page: Path) -> list[str]:
    """Return the requests for anything but the file itself and what it carries."""
    own = (page.as_uri(), "blob:", "data:", "about:")
    assert found["requests"]
    return [request for request in found["requests"] if not request.startswith(own)]
