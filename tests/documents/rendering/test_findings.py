"""Findings in the rendered form: at the failing cell, by more than colour, and told below."""

import csv
import io
import zipfile

import lxml.html
import pytest

from govreport.documents.rendering import FORMATS
from govreport.documents.rendering.remarks import Remark
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.page import compose
from govreport.findings import Finding, Severity
from govreport.model.sheets import sheet_of
from govreport.validating import validate

from .samples import SAMPLES, report, sample


def text_of(name: str, form: str, language: str = "zh") -> str:
    data = render(sample(name), form, findings=True, language=language)
    if form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(entry).decode() for entry in archive.namelist() if entry.endswith(".xml"))
    return data.decode()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_error_and_warning_is_told_once_and_infos_are_not(name: str) -> None:
    findings = validate(sample(name)).findings
    page = compose(sheet_of(sample(name)), findings)
    told = [remark.finding for part in page.parts for remark in part.remarks] + [r.finding for r in page.remarks]
    told += [remark.finding for remark in (page.preamble.remarks if page.preamble else ())]
    wanted = [finding for finding in findings if finding.severity is not Severity.INFO]
    assert sorted(map(id, told)) == sorted(map(id, wanted))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_is_told_in_the_language_asked_for(form: str, language: str) -> None:
    (first, _) = validate(sample("disputes-2023")).findings
    assert first.message(language) in text_of("disputes-2023", form, language)


def test_the_failing_cell_is_marked_and_linked_to_its_message() -> None:
    tree = lxml.html.document_fromstring(text_of("disputes-2023", "html"))
    cell = tree.get_element_by_id("disputes.reconsideration.total")
    assert "failing" in cell.get("class")
    (link,) = cell.xpath("sup/a")
    assert (link.text, link.get("href")) == ("※1", "#finding-1")
    assert "四种结果之和为 11" in tree.get_element_by_id("finding-1").text_content()
    assert len(tree.xpath("//td[contains(@class, 'failing')]")) == 2


def test_the_failing_cell_carries_its_number_in_word_workbook_and_markdown() -> None:
    assert "※1</w:t>" in text_of("disputes-2023", "docx")
    assert "0&quot;※1&quot;" in text_of("disputes-2023", "xlsx")
    assert "| 0※1 |" in text_of("disputes-2023", "md")


def test_csv_tells_findings_in_the_row_of_their_place() -> None:
    rows = csv.DictReader(io.StringIO(text_of("disputes-2023", "csv").removeprefix("\ufeff"), newline=""))
    found = {row["pointer"] for row in rows if row["findings"]}
    assert found == {"/disputes/reconsideration/total", "/disputes/litigation/after_reconsideration/total"}


def test_the_reason_that_a_report_gives_is_told_with_the_finding() -> None:
    place = "/disputes/reconsideration/total"
    given = report({place: 5, "/explanations": [{"rule": "disputes-totals", "pointer": place, "text": "另有一件。"}]})
    (remark,) = compose(sheet_of(given), validate(given).findings).parts[3].remarks
    assert "另有一件。" in remark.text


def test_a_finding_about_the_report_is_told_at_its_head() -> None:
    given = report({"/title": "2011年报告"})
    page = compose(sheet_of(given), validate(given).findings)
    assert [remark.finding.code for remark in page.remarks] == ["title-year"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_without_findings_is_printed_alike_with_and_without_them(form: str) -> None:
    assert render(sample("clean"), form, findings=True) == render(sample("clean"), form)


@pytest.mark.parametrize(("language", "line"), [("zh", "※1 x 表：y [c]"), ("en", "※1 x 表: y [c]")])
def test_a_remark_is_one_line_with_the_colon_of_its_language(language: str, line: str) -> None:
    finding = Finding(code="c", severity=Severity.ERROR)
    remark = Remark(marker="※1", finding=finding, severity="x", place="表", text="y", language=language)
    assert remark.line == line
