"""What a text says: beyond the clauses of the conformance suite, the context over sentences, places, scopes, blanks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Severity, loads, read_statements, validate
from govreport.form.layout import load_layout
from govreport.rules.engine import evaluate
from govreport.rules.sheet import read_sheet
from govreport.statements.sentences import holds_figures

from .reading import TOTAL, codes, read, report, told


def _cells(text: str, **members: Any) -> list[tuple[str, ...]]:
    return [s.readings[0].cells if s.readings else () for s in told(text, **members)]


def test_a_statement_quotes_its_clause_and_its_figure() -> None:
    text = "一、概况\n2023年，全市收到政府信息公开申请 759 件，办结753件。"
    first, second = told(text)
    assert (first.quote, first.figure) == ("全市收到政府信息公开申请 759 件", "759 件")
    assert text[first.start : first.end] == first.quote
    assert text[first.figure_start : first.figure_end] == first.figure
    assert (second.quote, second.verdict) == ("办结753件", "agrees")


def test_the_context_lasts_over_sentences_of_a_paragraph_and_no_further() -> None:
    together = "收到政府信息公开申请759件。已办结753件。"
    apart = "收到政府信息公开申请759件。\n已办结753件。"
    between = "收到政府信息公开申请759件。其他工作有序推进。已办结753件。"
    assert [s.reason for s in told(together)] == [None, None]
    assert [s.reason for s in told(apart)] == [None, "unclear"]
    assert [s.reason for s in told(between)] == [None, "unclear"]


def test_texts_are_the_sections_and_the_notes_on_tables() -> None:
    said = "收到政府信息公开申请12件。"
    notes = [{"pointer": "/requests", "text": said}, {"pointer": "/requests/total/received", "text": said}]
    found = read(report("无。", preamble=said, problems_and_improvements=said, other_matters=said, notes=notes))
    places = [s.pointer for s in found if s.verdict == "contradicts"]
    assert places == ["/preamble", "/problems_and_improvements", "/other_matters", "/notes/0/text"]


def test_blanks_leave_open_what_they_could_make_true() -> None:
    document = report("不予公开200件。不予公开400件。")
    document["requests"]["total"]["outcomes"]["denied"]["state_secret"] = None
    few, many = read(document)
    assert (few.verdict, many.verdict) == ("contradicts", "open")
    assert few.weighed[0].blanks == (TOTAL + "outcomes/denied/state_secret",)


def test_parts_that_come_again_give_the_figure_before_them_no_further_meaning() -> None:
    whole, *parts = told("予以公开57件，" + "含部分公开32件，" * 300)
    assert len(parts) == 300
    assert [len(r.cells) for r in whole.readings] == [1, 2]


def test_of_a_part_of_another_group_on_no_part_is_counted_with_the_figure_before() -> None:
    whole, _, _ = told("予以公开57件，其中行政复议维持2件，含部分公开32件。")
    same, _, _ = told("予以公开57件，共3次，含部分公开32件。")
    assert (len(whole.readings), len(same.readings)) == (1, 2)


def test_a_share_behind_a_figure_of_something_else_may_be_one_of_that() -> None:
    (alone,) = told("政府信息公开申请中，不予公开的占6%。")
    _, behind = told("接听热线372次，申请中不予公开的占6%。")
    assert (alone.is_certain, alone.verdict) == (True, "contradicts")
    assert (behind.is_certain, behind.verdict) == (False, "open")


def test_an_undivided_figure_stands_for_its_group() -> None:
    document = report("其他处理106件。其他处理107件。")
    other = document["requests"]["total"]["outcomes"]["other"]
    document["requests"]["total"]["outcomes"]["other"] = dict.fromkeys(other)
    document["undivided"] = [{"pointer": TOTAL + "outcomes/other", "value": 106, "label": "（六）其他处理"}]
    assert [s.verdict for s in read(document)] == ["agrees", "excused"]


@pytest.mark.parametrize(
    ("organ", "scope", "text", "severity"),
    [
        ("某市人民政府", None, "市政府办公室受理依申请公开3件。", "info"),
        ("某市人民政府办公室", None, "市政府办公室受理依申请公开3件。", "warning"),
        ("某市人民政府", "own", "全市受理依申请公开3件。", "info"),
        ("某市人民政府", "own", "市政府办公室受理依申请公开3件。", "warning"),
        ("某市人民政府", "consolidated", "市政府办公室受理依申请公开3件。", "info"),
        ("某市人民政府", None, "全市受理依申请公开3件。", "warning"),
    ],
)
def test_words_of_another_scope_make_a_remark_only(organ: str, scope: str | None, text: str, severity: str) -> None:
    members: dict[str, Any] = {"organ": {"name": organ}}
    if scope is not None:
        members["scope"] = {"kind": scope}
    assert codes(report(text, **members)) == [(severity, "text-received", TOTAL + "received")]


def test_other_bodies_are_left_out_in_the_report_of_a_government_alone() -> None:
    text = "某县林业局受理政府信息公开申请3件。"
    assert [s.reason for s in told(text)] == ["sub-body"]
    assert [s.verdict for s in told(text, organ={"name": "某县林业局"})] == ["contradicts"]


def test_a_finding_can_be_explained_and_keeps_its_parameters() -> None:
    document = report("新收政府信息公开申请700件。")
    document["explanations"] = [
        {"rule": "text-received", "pointer": TOTAL + "received", "text": "正文是截至十一月的数字。"}
    ]
    (finding,) = (f for f in evaluate(read_sheet(load_layout("2021"), document)) if f.code == "text-received")
    assert finding.explained == "正文是截至十一月的数字。"
    assert finding.severity is Severity.WARNING
    shown = {
        k: finding.parameters[k] for k in ("quote", "figure", "text", "start", "end", "value", "expected", "scope")
    }
    assert shown == {
        "quote": "新收政府信息公开申请700件",
        "figure": "700件",
        "text": "/overview",
        "start": 0,
        "end": 14,
        "value": 700,
        "expected": ("759",),
        "scope": "table",
    }
    assert "700件" in finding.message("zh")
    assert "759" in finding.message("en")


def test_ignored_rules_are_not_asked_and_their_explanations_not_stale() -> None:
    document = report("新收政府信息公开申请700件，行政复议3件。")
    document["explanations"] = [
        {"rule": "text-received", "pointer": TOTAL + "received", "text": "正文是截至十一月的数字。"}
    ]
    found = {f.code for f in validate(document, ignored={"text-received"}).findings}
    assert found == {"text-disputes"}


def test_ignoring_all_of_them_reads_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a text was read")

    stated = {"text-" + name for name in ("received", "outcomes", "disputes", "documents", "decisions", "fees")}
    stated |= {"text-unit", "text-percentage", "text-parts"}
    monkeypatch.setattr("govreport.statements.report.told_in", refuse)
    assert validate(report("新收政府信息公开申请700件。"), ignored=stated).findings == ()
    with pytest.raises(AssertionError, match="a text was read"):
        validate(report("新收政府信息公开申请700件。"), ignored=stated - {"text-parts"})


def test_texts_without_figures_are_passed_over() -> None:
    assert not holds_figures("2023年，全市认真贯彻条例，1月印发通知，扎实推进各项工作。")
    assert holds_figures("收到政府信息公开申请 ３ 件")
    assert holds_figures("予以公开27。")
    assert holds_figures("未收到申请")


LETTERS = "收到受理办结答复未无有政府信息公开申请行政复议诉讼规范性文件予以部分不年件条%万余元"


@given(st.text(alphabet=LETTERS + "0123456789，。；（）《》、\n ①", max_size=60))
def test_any_text_is_read_and_every_statement_stands_where_it_says(text: str) -> None:
    for statement in told(text):
        if statement.pointer == "/overview":
            assert text[statement.start : statement.end] == statement.quote
            assert text[statement.figure_start : statement.figure_end] == statement.figure
            assert statement.start <= statement.figure_start < statement.figure_end <= statement.end
            assert bool(statement.readings) == (statement.reason is None)
            assert (statement.verdict == "silent") == (statement.reason is not None)


@given(st.integers(0, 10**6))
def test_a_count_contradicts_just_where_no_reading_has_it(number: int) -> None:
    (statement,) = told(f"收到政府信息公开申请{number}件。")
    assert (statement.verdict == "contradicts") == (number not in (759, 792))


def test_a_report_object_gives_the_same_statements() -> None:
    from govreport.model.codec import dumps, load
    from tests.reports import EXAMPLES

    document = load(EXAMPLES / "reports" / "shanghai-2021.json")
    assert read_statements(loads(dumps(document))) == read_statements(document)
    assert {s.verdict for s in read_statements(document)} == {"agrees", "silent"}


def test_a_zero_told_in_words_is_told_as_a_figure() -> None:
    found = [f for f in validate(report("未因信息公开引发行政复议。")).findings if f.code == "text-disputes"]
    assert [f.parameters["figure"] for f in found] == ["0"]


@pytest.mark.parametrize(
    ("told_ways", "parts"),
    [
        ("其中网上700件、信函50件、当面10件", ("700件", "50件", "10件")),
        ("按渠道分：网上700件、信函50件、当面8件", ("700件", "50件", "8件")),
        ("其中网上700件、信函50件、当面8件", None),
        ("按渠道分，主要有网上700件、信函50件", None),
        ("网上办理700件、信函答复90件", None),
    ],
)
def test_ways_that_cannot_make_the_whole_are_found(told_ways: str, parts: tuple[str, ...] | None) -> None:
    found = validate(report(f"全年收到政府信息公开申请759件，{told_ways}；上年结转33件。")).findings
    assert [f.parameters["parts"] for f in found if f.code == "text-parts"] == ([parts] if parts else [])


def test_a_heading_is_short_and_names_one_thing() -> None:
    named = "（二）依申请公开情况。"
    assert [s.verdict for s in told(f"{named}收到申请758件。")] == ["contradicts"]
    assert [s.verdict for s in told(f"{named}\n\u3000\n收到申请758件。")] == ["contradicts"]
    assert [s.reason for s in told(f"{named}其他。收到申请758件。")] == ["unclear"]
    assert [s.reason for s in told("依申请公开" * 7 + "。收到申请758件。")] == ["unclear"]


def test_a_bracket_in_a_clause_that_says_nothing_is_read() -> None:
    longer = "一，二，三，四，五，收到政府信息公开申请759件。"
    first, second = told(f"{longer}见下（办结753件）。")
    assert (first.verdict, second.verdict) == ("agrees", "agrees")
