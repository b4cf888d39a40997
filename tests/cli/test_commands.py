"""explain, rules, schema, new, completion and --version."""

import json
from pathlib import Path
from typing import Any

import pytest

import govreport as library
from govreport import resources, validate
from govreport.form.layout import load_layout
from govreport.messages import codes, title
from govreport.rules.data import load_instances, load_rules

from .running import govreport


def test_the_version_is_that_of_the_library() -> None:
    assert govreport("--version").stdout == f"govreport {library.__version__}\n"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str, language: str) -> None:
    result = govreport("explain", code, "--lang", language)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code}  {title(code, language)}\n\n")


def test_an_equation_is_explained_term_by_term() -> None:
    lines = govreport("explain", "requests-identity", "--lang", "zh").stdout.splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith("/requests/natural_person/…"))
    assert [line.split() for line in lines[start + 1 : start + 5]] == [
        ["一、本年新收政府信息公开申请数量", "received"],
        ["+", "二、上年结转政府信息公开申请数量", "carried_over"],
        ["=", "三、本年度办理结果", "›", "（七）总计", "outcomes/total"],
        ["+", "四、结转下年度继续办理", "carried_forward"],
    ]
    assert "另有 6 处" in lines[start + 5]


def test_places_alike_are_listed_where_few_and_abbreviated_where_many() -> None:
    few = govreport("explain", "disputes-totals", "--lang", "zh").stdout
    assert "另有 2 处相同：行政诉讼 › 未经复议直接起诉 › 总计、行政诉讼 › 复议后起诉 › 总计" in few
    many = govreport("explain", "requests-columns", "--lang", "zh").stdout
    assert "2021：另有 24 处相同：从“二、上年结转政府信息公开申请数量”到“四、结转下年度继续办理”" in many
    assert "2019：另有 22 处相同：" in many


def test_an_inequality_against_nothing_is_one_against_zero() -> None:
    lines = govreport("explain", "rules-power-local", "--lang", "zh").stdout.splitlines()
    assert lines.count("  ≤ 0") == 2
    assert any("“行政层级”是 县级 或 乡级" in line for line in lines)


def test_the_legal_basis_of_both_layouts_is_cited() -> None:
    output = govreport("explain", "published-late-department", "--lang", "zh").stdout
    assert "《条例》第四十九条第一款" in output
    output = govreport("explain", "requests-columns", "--lang", "zh").stdout
    assert "国办公开办函〔2019〕60号" in output
    assert "国办公开办函〔2021〕30号" in output


def test_layouts_that_differ_are_explained_one_by_one() -> None:
    output = govreport("explain", "requests-outcomes").stdout
    assert "other/fee_overdue" in output
    assert output.count("denied/state_secret") == len(resources.layouts())
    assert govreport("explain", "disputes-totals").stdout.count("upheld") == 1


def test_how_to_explain_a_finding_is_shown_by_an_example_that_works() -> None:
    line = next(x for x in govreport("explain", "title-year").stdout.splitlines() if '"explanations"' in x)
    explanations = json.loads(f"{{{line.strip()}}}")["explanations"]
    assert explanations[0]["rule"] in load_rules("2021")
    assert explanations[0]["pointer"] in load_layout("2021").nodes


def test_without_a_code_all_are_listed() -> None:
    lines = govreport("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(codes())


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_rules_of_a_layout_with_the_number_of_their_places(layout: str) -> None:
    lines = govreport("rules", layout, "--lang", "zh").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(load_rules(layout))
    assert sum(int(line.split()[3]) for line in lines[1:]) == sum(
        len(instance.places or "1") for instance in load_instances(layout)
    )


@pytest.mark.parametrize("layout", resources.layouts())
def test_schema_and_rules_are_printed_byte_for_byte(layout: str) -> None:
    folder = resources.schema_root() / layout
    assert govreport("schema", layout).stdout_bytes == (folder / "report.schema.json").read_bytes()
    assert govreport("rules", layout, "--format", "json").stdout_bytes == (folder / "rules.json").read_bytes()


def test_an_unknown_layout_is_wrong_usage() -> None:
    assert govreport("schema", "2022").exit_code == 2
    assert govreport("rules", "2022").exit_code == 2


def new(*options: str, layout: str = "2021") -> Any:
    return govreport("new", "--layout", layout, "--year", "2023", "--organ", "某县人民政府", *options)


@pytest.mark.parametrize("layout", resources.layouts())
def test_a_new_report_is_sound_canonical_and_blank(layout: str) -> None:
    document = new("--kind", "government", "--level", "county", layout=layout).stdout_bytes
    report = library.loads(document)
    assert library.dumps(report) == document
    value = json.loads(document)
    assert [value[name] for name in ("layout", "year")] == [layout, 2023]
    assert value["organ"] == {"name": "某县人民政府", "kind": "government", "level": "county"}
    assert value["period"] == {"start": "2023-01-01", "end": "2023-12-31"}
    form = load_layout(layout)
    for pointer in form.cells:
        cell = value
        for name in pointer.split("/")[1:]:
            cell = cell[name]
        assert cell is None, pointer
    years = resources.read("versions.json")["layouts"][layout]["years"]
    is_for_2023 = years["first"] <= 2023 <= years.get("last", 2023)
    expected = {"section-empty", "table-empty"} | (set() if is_for_2023 else {"layout-year"})
    found = {f.code for f in validate(document).findings} - {"fees-unmentioned"}
    assert found == expected


def test_a_new_report_goes_into_a_file_that_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert new("-o", str(path)).exit_code == 0
    assert path.read_bytes() == new().stdout_bytes
    path.write_text("kept", encoding="utf-8")
    assert new("-o", str(path)).exit_code == 2
    assert path.read_text(encoding="utf-8") == "kept"
    assert new("-o", str(path), "--force").exit_code == 0
    assert path.read_bytes() == new().stdout_bytes


@pytest.mark.parametrize(
    "options",
    [
        ("--organ", ""),
        ("--organ", "长" * 1001),
        ("--year", "1999"),
        ("--year", "x"),
        ("--kind", "bureau"),
        ("--layout", "2020"),
    ],
)
def test_what_a_report_cannot_hold_is_wrong_usage(options: tuple[str, str]) -> None:
    result = new(*options)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script_for_each_shell(shell: str) -> None:
    assert "_GOVREPORT_COMPLETE" in govreport("completion", shell).stdout


def test_codes_are_completed() -> None:
    environment = {
        "_GOVREPORT_COMPLETE": "bash_complete",
        "COMP_WORDS": "govreport explain requests-",
        "COMP_CWORD": "2",
    }
    completed = govreport(**environment).stdout.split()
    assert "plain,requests-identity" in completed
    assert all(item.startswith("plain,requests-") for item in completed)
