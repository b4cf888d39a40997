"""What the site says of texts is what the library reads in them."""

import pytest

from govreport import resources
from govreport.form.layout import load_layout
from govreport.statements.reading import Speaker, told_in
from tools.site.entries import entries, table_page
from tools.site.wordings import Way, _ways, wordings

LAYOUTS = resources.layouts()
WAYS = [(layout, way) for layout in LAYOUTS for way in _ways(layout)]


@pytest.mark.parametrize(
    ("layout", "way"), WAYS, ids=[f"{layout}-{'+'.join(w[0] for w in way.words)}" for layout, way in WAYS]
)
def test_each_way_of_speaking_is_read_as_the_page_says(layout: str, way: Way) -> None:
    unit = "元" if way.readings[0].cells[0].endswith("/amount") else "件"
    amount = "8" if any("change" in cell or "items" in cell for cell in way.readings[0].cells) else "8" + unit
    is_case = way.readings[0].cells[0].startswith("/disputes/")
    spoken_of = "政府信息公开行政复议5件；" if is_case else "收到政府信息公开申请5件；"
    before = spoken_of if way.needs == "table" else ""
    text = before + "因政府信息公开工作" + "的".join(words[0] for words in way.words) + amount
    found = list(told_in("/overview", text, Speaker(layout=layout, year=2023)))[before != "" :]
    assert [set(r.cells) for one in found for r in one.attached.readings] == [set(r.cells) for r in way.readings], text
    assert [one.is_certain for one in found] == [way.is_certain]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_most_cells_have_words(layout: str) -> None:
    form = load_layout(layout)
    rows = [cells for table in form.tables for cells in entries(table)]
    silent = [cells[0].pointer for cells in rows if not list(wordings(form, cells, "en"))]
    assert len(silent) <= len(rows) / 10, silent


def test_a_page_says_what_is_accepted_and_what_is_silent() -> None:
    page = table_page("2021", "requests", "zh")
    assert "新收到、新收" in page
    assert "本行 + 二、上年结转政府信息公开申请数量" in page
    assert "statements.md#silent" in page
