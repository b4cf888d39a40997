"""`govreport review --slips`: what goes back to each body, and that nothing of any other is in it."""

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import validate
from govreport.cli.reviewing.slips import file_name
from tests.reports import changed, clean, document

from .running import govreport

YEAR = clean()["year"]
TOTAL, NATURAL = "/requests/total/received", "/requests/natural_person/received"


def kept(folder: Path, name: str, members: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(document(members))


def text_of(path: Path) -> str:
    """Return all that a slip says, whatever part of its file it is in."""
    if path.suffix == ".html":
        return unescape(path.read_text(encoding="utf-8"))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return unescape("".join(archive.read(name).decode() for name in archive.namelist()))


def slips(folder: Path, *arguments: str | Path, code: int = 1) -> dict[str, str]:
    """Run the review of a folder and return the slips by the names of their bodies."""
    output = folder / "slips"
    command = ("review", folder / "now", "-o", folder / "review.html", "--slips", output, "--force", "--lang", "zh")
    result = govreport(*command, *arguments)
    assert result.exit_code == code, result.stderr
    return {path.stem.split(" ", 1)[1]: text_of(path) for path in sorted(output.iterdir())}


TOKEN = st.text("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏", min_size=6, max_size=8)


@st.composite
def districts(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw bodies, each with a name, a word and a figure that no other has, and with one defect or none."""
    number = draw(st.integers(2, 4))
    tokens = draw(st.lists(TOKEN, min_size=2 * number, max_size=2 * number, unique=True))
    # So far apart that none is the difference of another and a small one.
    figures = draw(st.lists(st.integers(100, 999), min_size=number, max_size=number, unique=True))
    return [
        {
            "name": f"甲县{tokens[2 * n]}局",
            "word": tokens[2 * n + 1],
            "figure": str(figures[n] * 100_003 + 7),
            "state": draw(st.sampled_from(["wrong", "wrong", "several", "old", "missing", "unread", "clean"])),
        }
        for n in range(number)
    ]


def write(folder: Path, bodies: list[dict[str, Any]]) -> None:
    (folder / "now").mkdir(parents=True)
    (folder / "before").mkdir()
    for number, body in enumerate(bodies):
        report = changed(
            {
                "/organ": {"name": body["name"]},
                "/title": f"{body['name']}{YEAR}年政府信息公开工作年度报告",
                "/overview": f"{body['word']}，本年度受理行政复议{body['figure']}件。",
                "/problems_and_improvements": body["word"] * 12,
                "/disputes/reconsideration/total": 0 if body["state"] == "clean" else int(body["figure"]),
            }
        )
        kept(folder / "before", f"{number}.json", {**report, "year": YEAR - 1})
        if body["state"] == "unread":
            (folder / "now" / f"{body['name']}.docx").write_bytes(b"PK\x03\x04" + body["word"].encode())
        elif body["state"] != "missing":
            kept(folder / "now", f"{number}.json", {**report, "year": YEAR - (body["state"] == "old")})
        if body["state"] == "several":
            kept(folder / "now", f"{number}b.json", {**report, "overview": body["word"] + body["figure"]})
    names = "".join(f"{body['name']},{body['word']}上级\n" for body in bodies)
    (folder / "list.csv").write_text("名称,上级\n" + names, encoding="utf-8")


@given(bodies=districts(), form=st.sampled_from(["docx", "html"]))
@settings(max_examples=15)
def test_nothing_of_one_body_is_in_the_slip_of_another(
    bodies: list[dict[str, Any]], form: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("slips") / "district"
    write(folder, bodies)
    arguments = ("--bodies", folder / "list.csv", "--previous", folder / "before", "--slip-format", form)
    output = folder / "slips"
    govreport(
        "review", folder / "now", "-o", folder / "review.html", "--slips", output, "--year", str(YEAR), *arguments
    )
    found = {path.stem.split(" ", 1)[1]: text_of(path) + path.name for path in output.iterdir()}
    for body in bodies:
        assert body["state"] == "clean" or body["name"] in found
        others = [other for other in bodies if other is not body]
        said = found.get(body["name"], "")
        assert not [other[what] for other in others for what in ("name", "word", "figure") if other[what] in said]
        if body["state"] == "wrong":
            assert body["name"] in said
            assert body["figure"] in said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One body with three errors, one that has not reported, and one that is not on the list."""
    wrong = changed({TOTAL: clean()["requests"]["total"]["received"] + 3, "/disputes/reconsideration/total": 9})
    wrong["title"] = wrong["title"].replace(str(YEAR), str(YEAR - 1))
    kept(tmp_path / "now", "a.json", wrong)
    kept(tmp_path / "now", "b.json", changed({"/organ/name": "乙县财政局"}))
    (tmp_path / "list.csv").write_text(f"名称\n{wrong['organ']['name']}\n甲县审计局\n", encoding="utf-8")
    return tmp_path


def test_a_slip_says_what_is_wrong_where_and_by_when_and_has_the_marked_form(folder: Path) -> None:
    name = clean()["organ"]["name"]
    found = slips(folder, "--bodies", folder / "list.csv", "--return-by", f"{YEAR + 1}-04-15")
    assert set(found) == {name, "甲县审计局"}
    said = found[name]
    assert f"{YEAR + 1}年4月15日" in said
    for words in ("一、本年新收政府信息公开申请数量 · 总计", "行政复议 › 总计", "※1", "《条例》"):
        assert words in said
    assert "没有收到" in found["甲县审计局"]
    assert "※" not in found["甲县审计局"]


def test_whoever_does_what_a_slip_says_has_a_report_without_errors(folder: Path) -> None:
    said = slips(folder)[clean()["organ"]["name"]]
    report = json.loads((folder / "now" / "a.json").read_bytes())
    found = validate(report)
    assert not found.ok
    changes = {change.pointer: change.after for change in found.repairs[0].changes}
    for change in found.repairs[0].changes:
        assert f"{change.before} → {change.after}" in said
    assert validate(changed({**changes, "/title": report["title"].replace(str(YEAR - 1), str(YEAR))}, report)).ok


def test_slips_come_into_a_folder_of_their_own_unless_asked(folder: Path) -> None:
    (folder / "slips").mkdir()
    (folder / "slips" / "mine.txt").write_text("mine", encoding="utf-8")
    command = ("review", folder / "now", "-o", folder / "review.html", "--slips", folder / "slips")
    assert govreport(*command).exit_code == 2
    assert not (folder / "review.html").exists()
    assert [path.name for path in (folder / "slips").iterdir()] == ["mine.txt"]
    assert govreport(*command, "--force").exit_code == 1
    assert (folder / "slips" / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [["--slip-format", "html"], ["--return-by", "2025-01-01"]])
def test_options_of_slips_without_slips_are_wrong_usage(arguments: list[str], folder: Path) -> None:
    assert govreport("review", folder / "now", "-o", folder / "review.html", *arguments).exit_code == 2


def test_the_same_folder_gives_the_same_slips(folder: Path) -> None:
    for form in ("docx", "html"):
        made = []
        for name in ("one", "two"):
            output = folder / f"{form}-{name}"
            command = ("review", folder / "now", "-o", folder / "review.html", "--force", "--slip-format", form)
            govreport(*command, "--slips", output)
            made.append({path.name: path.read_bytes() for path in output.iterdir()})
        assert made[0] == made[1] != {}


@pytest.mark.parametrize("name", ["../../x", "a/b\\c", "CON", "a\nb", "." * 9, "名" * 500, "<script>", "x\u202ey", "/"])
def test_no_name_of_a_body_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    made = file_name(7, name)
    assert made.startswith("007")
    assert len(made.encode()) < 240
    assert not re.search(r'[/\\<>:"|?*\x00-\x1f\u202e]', made)
    kept(tmp_path / "now", "a.json", changed({"/organ/name": name, "/disputes/reconsideration/total": 9}))
    assert len(slips(tmp_path)) == 1 if name not in ("." * 9, "/") else True


def test_a_name_is_escaped_in_a_slip(tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", changed({"/organ/name": "<b>&", "/disputes/reconsideration/total": 9}))
    output = tmp_path / "out"
    govreport("review", tmp_path / "now", "-o", tmp_path / "r.html", "--slips", output, "--slip-format", "html")
    (path,) = output.iterdir()
    assert "<b>" not in path.read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp;" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["html", "docx"])
def test_who_sends_a_slip_signs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    kept(tmp_path / "now", "a.json", changed({TOTAL: 3}))
    (unsigned,) = slips(tmp_path, "--slip-format", form).values()
    (tmp_path / "govreport.toml").write_text('sender = " 某市<政府>办公室 "', encoding="utf-8")
    (signed,) = slips(tmp_path, "--slip-format", form).values()
    assert "某市<政府>办公室" in signed
    assert "某市" not in unsigned
    (tmp_path / "govreport.toml").write_text('sender = " "', encoding="utf-8")
    assert govreport("review", "now", "-o", "r.html").exit_code == 2
