"""`govreport.render` and `govreport render`."""

from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

import govreport
from govreport.cli.main import main
from govreport.documents.rendering import FORMATS
from tests.reports import EXAMPLES

from .samples import SAMPLES, example, sample

HONGZE = str(EXAMPLES / "reports" / "hongze-2024.json")


def run(*arguments: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["render", *arguments, "--lang", "en"], input=data)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_report_is_rendered_alike_each_time(name: str, form: str) -> None:
    assert govreport.render(sample(name), form) == govreport.render(sample(name), form)


def test_unknown_formats_and_misplaced_formulas_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown format"):
        govreport.render(sample("clean"), "pdf")
    with pytest.raises(ValueError, match="xlsx"):
        govreport.render(sample("clean"), "html", formulas=True)


def test_an_object_that_is_no_report_is_refused() -> None:
    with pytest.raises(govreport.InvalidReport):
        govreport.render(attrs.evolve(sample("clean"), year=1), "html")


@pytest.mark.parametrize("form", FORMATS)
def test_the_suffix_of_the_output_tells_the_format(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"out.{form}"
    result = run(HONGZE, "-o", str(target))
    assert result.exit_code == 0
    assert target.read_bytes() == govreport.render(example("hongze-2024"), form)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_what_is_not_printed_is_told_on_standard_error(tmp_path: Path) -> None:
    result = run(HONGZE, "-o", str(tmp_path / "out.html"))
    assert "[来源]" in result.stderr
    assert result.stdout == ""


def test_the_form_goes_to_standard_output_if_asked_to_and_comes_from_standard_input() -> None:
    result = run("-", "--format", "md", data=Path(HONGZE).read_bytes())
    assert result.stdout_bytes == govreport.render(example("hongze-2024"), "md")


def test_a_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"mine")
    assert run(HONGZE, "-o", str(target)).exit_code == 2
    assert target.read_bytes() == b"mine"
    assert run(HONGZE, "-o", str(target), "--force").exit_code == 0
    assert target.read_bytes() != b"mine"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((HONGZE,), 2),
        ((HONGZE, "-o", "out.pdf"), 2),
        ((HONGZE, "--format", "csv", "--formulas"), 2),
        (("nowhere.json", "--format", "md"), 3),
        ((str(EXAMPLES / "defects" / "truncated.json"), "--format", "md"), 1),
        ((str(EXAMPLES / "defects" / "wrong-type.json"), "--format", "md"), 1),
        ((str(EXAMPLES / "defects" / "requests-outcomes.json"), "--format", "md"), 0),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_findings_and_formulas_are_options(tmp_path: Path) -> None:
    source = str(EXAMPLES / "contradictions" / "disputes-2023.json")
    assert "※1" in run(source, "--format", "md", "--findings").stdout
    target = tmp_path / "out.xlsx"
    assert run(source, "-o", str(target), "--formulas").exit_code == 0
    assert target.read_bytes() == govreport.render(example("disputes-2023"), "xlsx", formulas=True, language="en")
