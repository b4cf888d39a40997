"""`govreport convert`: what it writes, what it tells, and what it refuses."""

import json
from pathlib import Path

import pytest

from govreport.form.layout import load_layout
from tests.reports import EXAMPLES

from .converting import HONGZE, HUAIAN, JIADING, lines_of, run


def test_the_report_appears_with_its_losses_beside_it(tmp_path: Path) -> None:
    code, told = run("convert", HUAIAN, "--to", "2019", "-o", tmp_path / "a.json")
    assert code == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["layout"] == "2019"
    losses = json.loads((tmp_path / "a.json.losses.json").read_bytes())
    assert len(losses["steps"][0]["losses"]) == 26
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.json.losses.json"]
    assert "2021 → 2019, 5 dropped, 21 merged" in told
    assert "96171.6" in told


def test_every_loss_is_told_in_words_of_the_print_in_both_languages(tmp_path: Path) -> None:
    form = load_layout("2021")
    for language in ("zh", "en"):
        _, told = run("convert", HUAIAN, "--to", "2019", "-o", tmp_path / f"{language}.json", language=language)
        losses = json.loads((tmp_path / f"{language}.json.losses.json").read_bytes())["steps"][0]["losses"]
        for loss in losses:
            assert form.nodes[loss["pointer"]].title in told
        assert ("丢失 5 项" in told) == (language == "zh")


def test_quiet_keeps_the_table_back(tmp_path: Path) -> None:
    assert run("convert", HUAIAN, "--to", "2019", "-o", tmp_path / "a.json", "-q") == (0, "")


def test_nothing_is_replaced_without_force(tmp_path: Path) -> None:
    output, losses = tmp_path / "a.json", tmp_path / "a.json.losses.json"
    for there in (output, losses):
        there.write_text("mine")
        code, told = run("convert", HUAIAN, "--to", "2019", "-o", output)
        assert code == 2
        assert str(there) in told
        assert there.read_text() == "mine"
        assert list(tmp_path.iterdir()) == [there]
        there.unlink()
    output.write_text("mine")
    assert run("convert", HUAIAN, "--to", "2019", "-o", output, "--force", "-q") == (0, "")
    assert json.loads(output.read_bytes())["layout"] == "2019"


def test_two_inputs_never_share_an_output(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / HUAIAN.name).write_bytes(HONGZE.read_bytes())
    code, told = run(
        "convert", HUAIAN, tmp_path / "in" / HUAIAN.name, "--to", "2019", "-o", tmp_path / "out", "--force", "-q"
    )
    assert code == 2
    assert HUAIAN.name in told
    assert json.loads((tmp_path / "out" / HUAIAN.name).read_bytes())["organ"]["name"] == "淮安市人民政府"


def test_losses_go_where_they_are_asked_to(tmp_path: Path) -> None:
    output, losses = tmp_path / "a.json", tmp_path / "kept" / "l.json"
    assert run("convert", HUAIAN, "--to", "2019", "-o", output, "--losses", losses, "-q") == (0, "")
    assert json.loads(losses.read_bytes())["from"] == "2021"
    assert run("convert", HUAIAN, "--to", "2019", "-o", tmp_path / "b", "--losses", tmp_path / "b", "-q")[0] == 2


def test_strict_writes_nothing_if_anything_is_lost(tmp_path: Path) -> None:
    output = tmp_path / "a.json"
    code, told = run("convert", HUAIAN, "--to", "2019", "-o", output, "--strict")
    assert code == 1
    assert "5 dropped" in told
    assert list(tmp_path.iterdir()) == []
    assert run("convert", HUAIAN, "--to", "2021", "-o", output, "--strict")[0] == 0
    assert output.exists()


def test_strict_writes_nothing_of_a_folder_if_anything_of_it_is_lost(tmp_path: Path) -> None:
    code, told = run("convert", HUAIAN, JIADING, "--to", "2021", "-o", tmp_path / "out", "--strict")
    assert code == 1
    assert str(JIADING) in told
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_report_is_told_as_by_validate(tmp_path: Path) -> None:
    broken = EXAMPLES / "defects" / "missing-member.json"
    code, told = run("convert", broken, "--to", "2019", "-o", tmp_path / "a.json")
    assert code == 1
    assert "error[missing-member]" in told
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_sum_is_no_reason_to_refuse(tmp_path: Path) -> None:
    wrong = EXAMPLES / "contradictions" / "outcomes-2020.json"
    assert run("convert", wrong, "--to", "2021", "-o", tmp_path / "a.json", "-q") == (0, "")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    code, told = run("convert", tmp_path / "none.json", "--to", "2019", "-o", tmp_path / "a.json")
    assert code == 3
    assert "file-missing" in told


@pytest.mark.parametrize("arguments", [("--to", "2022", "-o", "a"), ("-o", "a"), ("--to", "2019")])
def test_wrong_usage_is_refused(arguments: tuple[str, ...]) -> None:
    assert run("convert", HUAIAN, *arguments)[0] == 2


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, told = run("convert", HUAIAN, "--to", "2019", "-o", tmp_path / "file" / "a.json")
    assert code == 2
    assert "cannot write" in told


def test_a_folder_is_mirrored_and_what_was_written_is_not_read_again(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "county").mkdir(parents=True)
    (source / "a.json").write_bytes(HUAIAN.read_bytes())
    (source / "county" / "b.ndjson").write_bytes(lines_of(HUAIAN, HONGZE))
    for _ in range(2):
        assert run("convert", source, "--to", "2019", "-o", source / "out", "--force", "-q") == (0, "")
    names = sorted(
        path.relative_to(source / "out").as_posix() for path in (source / "out").rglob("*") if path.is_file()
    )
    assert names == ["a.json", "a.json.losses.json", "county/b.ndjson", "county/b.ndjson.losses.ndjson"]
    written = (source / "out" / "county" / "b.ndjson").read_bytes().splitlines()
    assert [json.loads(line)["layout"] for line in written] == ["2019", "2019"]
    # The files of losses are no reports, and validate passes them over.
    code, told = run("validate", source / "out", "-q")
    assert (code, told) == (0, "")


def test_a_file_of_lines_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    source = tmp_path / "a.ndjson"
    source.write_bytes(lines_of(HUAIAN) + b'{"layout": "2021"}\n' + lines_of(HONGZE))
    code, told = run("convert", source, "--to", "2019", "-o", tmp_path / "b.ndjson", "-q")
    assert code == 1
    assert f"{source}:2:1: error[missing-member]" in told
    assert str(tmp_path / "b.ndjson") in told
    assert list(tmp_path.iterdir()) == [source]
