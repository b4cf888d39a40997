"""A paper with the titles of a report is no work plan, whichever layout of the report has these titles."""

from typing import Any

import pytest

from govreport.documents.limits import Limits
from govreport.documents.plan import match
from govreport.documents.readers import html
from govreport.form.layout import Layout
from govreport.kinds import REPORT
from tests.documents.plan.source import as_html, tasks


@pytest.mark.parametrize("layout", REPORT.layouts)
def test_the_titles_of_every_layout_count(layout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = html.read(as_html(tasks()), Limits())
    assert match.match_plan(paper) is not None

    def found(asked: Layout, paper: Any) -> tuple[str, ...]:
        return ("一", "二", "三") if asked.id == layout else ()

    monkeypatch.setattr(match, "titles_of", found)
    assert match.match_plan(paper) is None
