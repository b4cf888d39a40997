"""The HTML file: whole in itself, harmless, accessible, and every figure at its place."""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import lxml.html
import pytest

from govreport import resources
from govreport.documents.rendering.render import render
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.rules.sheet import read_sheet

from .samples import HOSTILE, SAMPLES, sample


def page(name: str, **options: Any) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(render(sample(name), "html", **options).decode())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_stands_in_the_cell_of_its_pointer(name: str) -> None:
    report, tree = sample(name), page(name)
    sheet = read_sheet(load_layout(report.layout), unstructure(report))
    for pointer, figure in sheet.figures.items():
        found = tree.get_element_by_id(pointer[1:].replace("/", "."), None)
        if pointer in sheet.covered:
            assert found is None
        elif figure is not None:
            assert re.match(re.escape(str(figure)) + r"(?!\d)", found.text_content())
    for group, figure in sheet.undivided.items():
        assert tree.get_element_by_id(group[1:].replace("/", ".")).text == str(figure)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_cell_names_headers_that_are_there_and_ids_are_unique(name: str) -> None:
    tree = page(name, findings=True)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    cells = tree.xpath("//td[contains(@class, 'cell')]")
    assert cells
    for cell in cells:
        headers = cell.get("headers").split()
        assert headers
        assert all(tree.get_element_by_id(header).tag == "th" for header in headers)
    assert set(tree.xpath("//th/@scope")) <= {"row", "col", "rowgroup", "colgroup"}
    assert not tree.xpath("//th[not(@scope)]")


def test_a_cell_is_named_by_all_its_labels_and_no_other() -> None:
    tree = page("clean")
    cell = tree.get_element_by_id("requests.organizations.other.outcomes.denied.state_secret")
    labels = [tree.get_element_by_id(header).text_content() for header in cell.get("headers").split()]
    expected = ["申请人情况", "法人或其他组织", "其他", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]
    assert labels == expected
    cell = tree.get_element_by_id("proactive_disclosure.enforcement.coercion.decisions")
    labels = [tree.get_element_by_id(header).text_content() for header in cell.get("headers").split()]
    assert labels == ["第二十条第（六）项", "本年处理决定数量", "行政强制"]


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_six_sections_stand_in_order_under_their_titles(layout: str) -> None:
    tree = page("outcomes-2020" if layout == "2019" else "clean")
    sections = [node for node in load_layout(layout).root.children if node.is_section and node.required]
    assert len(sections) == 6
    assert [heading.text_content() for heading in tree.xpath("//h2")] == [node.title for node in sections]
    assert tree.xpath("//table/caption/h2/text()") == [node.title for node in sections if node.axis]


def test_long_tables_repeat_their_head_and_the_other_has_a_body_for_each_block() -> None:
    first, second, third = page("clean").xpath("//table")
    assert (len(first.xpath("thead")), len(first.xpath("tbody"))) == (0, 4)
    assert [len(table.xpath("thead/tr")) for table in (second, third)] == [3, 3]
    assert "本列数据的勾稽关系为" in second.xpath("thead")[0].text_content()


def test_nothing_in_a_report_becomes_markup() -> None:
    tree = page("hostile", findings=True)
    assert not tree.xpath("//script | //img | //b | //iframe | //object | //link | //@onerror | //@style | //@src")
    assert tree.xpath("//h1")[0].text_content() == HOSTILE
    assert tree.xpath("//section[@id='overview']/p[1]")[0].text == HOSTILE
    assert all(link.startswith("#") for link in tree.xpath("//@href"))


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    text = render(sample("clean"), "html").decode()
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert style
    assert policy
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy[1].startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert text.index("Content-Security-Policy") < text.index("<style>")
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_widths_of_each_table_make_up_the_page() -> None:
    text = render(sample("clean"), "html").decode()
    for name in ("proactive_disclosure", "requests", "disputes"):
        widths = re.findall(rf"#{name} col:nth-child\(\d+\) \{{ width: ([\d.]+)%", text)
        assert abs(sum(float(width) for width in widths) - 100) < 0.1
