"""Which tasks of a work plan a report mentions: a constructed pair judged by a person, and laws of any texts."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govreport import convert, resources
from govreport.errors import UnrelatedReport
from govreport.form.layout import load_layout
from govreport.mentions import Mentions, mentions
from govreport.mentions.comparing import ENOUGH, hold_against
from govreport.mentions.likeness import evidence, weigh
from govreport.mentions.records import write_mentions
from govreport.mentions.sentences import fold, sentences
from govreport.model.codec import load
from govreport.model.registry import Report
from govreport.model.workplan import WorkPlan
from govreport.strategies import reports
from govreport.strategies.texts import texts
from tests.reports import EXAMPLES

PLAN = load(EXAMPLES / "plans" / "jiading-hr-2022.json", WorkPlan)
REPORT: Any = load(EXAMPLES / "plans" / "jiading-hr-2022-report.json")
OTHERS = sorted((EXAMPLES / "reports").glob("*.json"))
NARRATIVE = ("preamble", "overview", "problems_and_improvements", "other_matters")

# What a person says of the constructed pair: the report speaks of these tasks, with 28 and 32 only in passing, ...
MENTIONED = {1, 4, 5, 7, 9, 11, 15, 16, 18, 20, 21, 24, 28, 29, 31, 32}
# ... of these one may say so or not (an open day is an open activity; a meeting on the work is a kind of report) ...
EITHER = {22, 25, 27}
# ... and of all others not a word.
UNMENTIONED = set(range(1, 33)) - MENTIONED - EITHER
# Task 19 asks that lists answer to the columns of the website (网站栏目); the report has these columns looked through.
# The words are the same, the matter is not: this much a comparison of words gets wrong.
MISTAKEN = {19}

# Sentences on most of the other tasks, written when the points were settled and not fitted to them since.
SAID = {
    2: "对历年没有认定属性的公文逐件补认，共412件。",
    3: "全年复查不予公开的公文97件，其中11件转为主动公开并集中发布。",
    6: "分析了申请较多的工伤认定和社保补缴，把3类信息由依申请转为主动公开。",
    8: "门户网站新设“稳就业”专栏，合并重复的栏目5个，数据由同一来源提供。",
    10: "重要政策的解读方案与政策一同起草、一同报批，有2件在征求意见时就作了解读。",
    12: "答复网民留言86条、网上咨询1340条，都在时限以内。",
    13: "社保缴费的问题比较集中，开了两场直播答疑，并作二次解读。",
    14: "公布年度重大行政决策目录1项，草案、听证和意见采纳情况都能在网上看到。",
    17: "涉企信息集中放在企业专属网页和招聘平台上。",
    19: "梳理了信息发布、解读、回应的流程，目录与网站的栏目一一对应。",
    22: "全年结合就业、人才和劳动关系办开放活动6场。",
    23: "开放日上由业务科长当场答疑，并与来访群众座谈。",
    25: "办公室两次向局主要领导汇报政务公开工作。",
    26: "政务公开经费列入年度预算，共12万元。",
    27: "负责公开的人员两名，岗位变动时办了交接。",
    30: "把全年任务分解到科室，每季度到科室指导一次。",
}
# Too few of their words are those of the task.
MISSED = {6, 23, 30}

# Phrases of tasks, and words that belong to any report or to nothing.
PHRASES = (
    "每天巡查",
    "免申即享",
    "政务公开",
    "联络员",
    "依申请公开",
    "第三方评估",
    "年度",
    "，",
    "。",
    "\n",
    "1次",
    "Ａ",
)
wordings = st.one_of(texts(), st.lists(st.sampled_from(PHRASES), max_size=8).map("".join))


def plan_of(*tasks: str | None, name: str | None = None) -> WorkPlan:
    """Return a plan with these tasks under one name."""
    group = PLAN.groups[0]
    tasks_of = tuple(attrs.evolve(group.tasks[0], number=n, text=text) for n, text in enumerate(tasks, 1))
    return attrs.evolve(PLAN, groups=(attrs.evolve(group, name=name, tasks=tasks_of),) if tasks else ())


def report_of(**narrative: str) -> Report:
    """Return the constructed report with another narrative; sections that are not given are empty."""
    changed: Report = attrs.evolve(REPORT, **{**dict.fromkeys(NARRATIVE, ""), **narrative})
    return changed


def numbers(found: Mentions) -> set[int | None]:
    """Return the numbers of the tasks that are mentioned."""
    return {task.number for task in found.mentioned}


def test_the_constructed_pair_is_read_as_a_person_reads_it() -> None:
    found = numbers(mentions(PLAN, REPORT)) - EITHER
    assert found - MENTIONED == MISTAKEN  # precision 16/17
    assert MENTIONED - found == set()  # recall 16/16
    assert (len(MENTIONED), len(UNMENTIONED)) == (16, 13)


def test_sentences_that_nothing_was_fitted_to_are_read_nearly_as_well() -> None:
    found = hold_against(PLAN, report_of(overview="".join(SAID.values()))).mentioned
    # Each is found in the sentence that was written about it, and no other task is: precision 13/13, recall 13/16.
    assert {task.number: task.passages[0].text for task in found} == {n: SAID[n] for n in SAID.keys() - MISSED}


def test_every_task_is_told_of_in_the_order_of_the_plan() -> None:
    found = mentions(PLAN, REPORT)
    tasks = [(group.name, task.number, task.text) for group in PLAN.groups for task in group.tasks]
    assert [(task.group, task.number, task.text) for task in found.tasks] == tasks
    assert [task.pointer for task in found.tasks][:3] == ["/groups/0/tasks/0", "/groups/1/tasks/0", "/groups/1/tasks/1"]
    assert sorted(map(id, found.mentioned + found.unmentioned)) == sorted(map(id, found.tasks))
    assert (found.organ, found.year) == (PLAN.organ.name, 2022)


def test_a_passage_quotes_a_section_and_names_words_of_both() -> None:
    for task in mentions(PLAN, REPORT).tasks:
        for passage in (*task.passages, *filter(None, [task.closest])):
            assert passage.text in getattr(REPORT, passage.pointer[1:])
            assert passage.phrases
            for phrase in passage.phrases:
                assert phrase in fold(passage.text)
                assert phrase in fold(f"{task.group}。{task.text}")


def test_the_three_best_passages_are_told_best_first() -> None:
    said = ("多办培训。", "办通识培训。", "通识培训办了两期。", "年内办了通识培训。", "年内办了一期通识培训，都到了。")
    (task,) = hold_against(plan_of("年内办 1 次通识培训，保证参训率。"), report_of(overview="".join(said))).tasks
    points = [passage.points for passage in task.passages]
    assert len(points) == 3
    assert points == sorted(points, reverse=True)
    assert task.passages[0].text == said[3]
    assert task.closest is None


def test_a_task_that_is_not_mentioned_shows_what_comes_nearest() -> None:
    (task,) = hold_against(plan_of("建立联络员机制。"), report_of(other_matters="建立了机制。没有经费。")).tasks
    assert not task.is_mentioned
    assert task.closest is not None
    assert (task.closest.pointer, task.closest.text, task.closest.points) == (
        "/other_matters",
        "建立了机制。",
        ENOUGH // 2,
    )


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_report_of_another_organ_mentions_few_of_the_tasks(path: Any) -> None:
    assert len(hold_against(PLAN, load(path)).mentioned) <= 5


@pytest.mark.parametrize(
    ("task", "said", "is_mentioned"),
    [
        # Other words altogether, or words spread over two sentences, are not seen.
        ("网民留言和网上咨询在时限内答复。", "对群众的提问，平均两天回复。", False),
        ("建立联络员机制。", "建立了制度。每个科室有一名联络人员。", False),
        # The plan's own term is taken for a mention, whatever the report says of it.
        ("用好创业实训基地平台，集成公开涉企信息。", "创业实训基地搬到新址。", True),
        ("建立联络员机制。", "没有建立联络员机制。", True),
    ],
)
def test_words_are_compared_and_not_their_meaning(task: str, said: str, is_mentioned: bool) -> None:
    assert hold_against(plan_of(task), report_of(overview=said)).tasks[0].is_mentioned is is_mentioned


def test_words_of_every_report_and_of_the_whole_plan_are_no_evidence() -> None:
    plan = plan_of("做好政务公开工作，依申请公开的办理情况按时公布。", "公开政府信息，处理申请。")
    said = "上海市嘉定区人力资源和社会保障局2022年政务公开工作要点：做好依申请公开办理情况统计，主动公开政府信息。"
    assert numbers(hold_against(plan, report_of(overview=said))) == set()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "通识培训要点"},
        {"table_title": "通识培训分解表"},
        {"organ": attrs.evolve(PLAN.organ, name="某县通识培训局")},
    ],
)
def test_the_words_of_its_titles_and_of_the_organ_belong_to_the_whole_plan(changes: Any) -> None:
    plan, report = plan_of("通识培训办好"), report_of(overview="通识培训。")
    assert hold_against(plan, report).mentioned
    assert not hold_against(attrs.evolve(plan, **changes), report).mentioned


@pytest.mark.parametrize("layout", resources.layouts())
def test_the_words_of_the_form_and_of_the_acts_are_no_evidence(layout: str) -> None:
    nodes = load_layout(layout).nodes.values()
    words = {text for node in nodes for text in (node.title, node.definition.get("zh", ""), *node.aliases)}
    words |= {act["title"]["zh"] for act in resources.read("acts.json")["acts"].values()}
    report: Any = convert(load(EXAMPLES / "reports" / "shanghai-2021.json"), layout).report
    # What follows keeps each from being quoted in full.
    found = {text: hold_against(plan_of(f"{text}甲"), attrs.evolve(report, overview=text)) for text in words}
    assert [text for text in words if found[text].mentioned] == []


def test_a_name_and_a_text_are_not_read_as_one_phrase() -> None:
    said = report_of(overview="通识培训。")
    assert not hold_against(plan_of("培训办好", name="通识"), said).mentioned
    assert hold_against(plan_of("通识培训", name=None), said).mentioned
    assert hold_against(plan_of(None, name="通识培训"), said).mentioned


def test_only_what_is_quoted_in_full_counts_as_quoted() -> None:
    plan = plan_of("公开政府信息。处理公开申请。")
    assert not hold_against(plan, report_of(overview="公开政府信息。")).mentioned
    (task,) = hold_against(plan, report_of(overview="公开政府信息。甲。", other_matters="处理公开申请。")).mentioned
    assert [(passage.pointer, passage.phrases) for passage in task.passages] == [
        ("/overview", ("公开政府信息。",)),
        ("/other_matters", ("处理公开申请。",)),
    ]


def test_a_phrase_says_less_the_more_tasks_have_it() -> None:
    worth = [
        evidence(weigh(["通识培训"] * tasks + ["别的"] * 5, set())[0], "办通识培训").points
        for tasks in (1, 2, 3, 6, 13)
    ]
    assert worth == [36, 18, 12, 6, 0]


def test_a_phrase_says_more_the_longer_it_is() -> None:
    (task,) = weigh(["年底以前办好通识培训"], set())
    assert [evidence(task, said).points for said in ("培训", "识培训", "通识培训", "好通识培训")] == [4, 16, 36, 48]
    assert evidence(task, "培训、培训和通识").points == 8  # once for each pair


def test_the_most_telling_phrases_come_first_and_none_lies_within_another() -> None:
    (task,) = weigh(["搞活动，办政府开放月，政府开放"], set())
    assert evidence(task, "在政府开放月有活动").phrases == ("政府开放月", "活动")


def test_print_puts_blanks_and_quotation_marks_inside_words() -> None:
    assert fold("开展“免申 即\n享”事项：ＯＡ公文１ 件。") == "开展免申即享事项 oa公文1件"
    assert fold("甲（乙）——丙……") == "甲 乙 丙"
    assert list(sentences("甲“乙。”丙；丁\n——\n戊！")) == ["甲“乙。”", "丙；", "丁", "戊！"]


@pytest.mark.parametrize(
    "name", ["上海市嘉定区人力资源和社会保障局", "嘉定区人力资源和社会保障局", "人力资源和社会保障局"]
)
def test_the_name_of_an_organ_may_leave_out_the_place_before_it(name: str) -> None:
    plan = attrs.evolve(PLAN, organ=attrs.evolve(PLAN.organ, name=name))
    report = attrs.evolve(REPORT, organ=attrs.evolve(REPORT.organ, name="上海市 嘉定区\n人力资源和社会保障局"))
    assert mentions(plan, report).organ == name
    assert mentions(plan, REPORT).tasks


@pytest.mark.parametrize("name", ["社会保障局", "上海市人力资源和社会保障局", "嘉定区财政局", "保障局", " "])
def test_a_report_of_another_organ_is_refused(name: str) -> None:
    plan = attrs.evolve(PLAN, organ=attrs.evolve(PLAN.organ, name=name))
    with pytest.raises(UnrelatedReport) as caught:
        mentions(plan, REPORT)
    assert (caught.value.plan, caught.value.report) == (name, REPORT.organ.name)
    assert str(caught.value) == caught.value.message("en") != caught.value.message("zh")


def test_a_report_for_another_year_is_refused() -> None:
    with pytest.raises(UnrelatedReport) as caught:
        mentions(attrs.evolve(PLAN, year=2021), REPORT)
    assert (caught.value.plan, caught.value.report) == (2021, 2022)


def test_the_json_answers_to_its_schema() -> None:
    validator = Draft202012Validator(resources.read("meta/mentions.schema.json"))
    quoted = hold_against(plan_of("公开政府信息。", None), report_of(overview="公开政府信息。"))
    for found in (mentions(PLAN, REPORT), quoted, hold_against(plan_of(), REPORT)):
        record = json.loads(write_mentions(found))
        assert [error.message for error in validator.iter_errors(record)] == []
        assert [task["mentioned"] for task in record["tasks"]] == [task.is_mentioned for task in found.tasks]


@given(st.lists(wordings, min_size=1, max_size=4), st.data())
def test_a_task_that_is_quoted_in_full_is_mentioned(tasks: list[str], data: st.DataObject) -> None:
    quoted = data.draw(st.sampled_from(tasks))
    section = data.draw(st.sampled_from(NARRATIVE))
    said = data.draw(wordings) + quoted + data.draw(wordings)
    found = hold_against(plan_of(*tasks), report_of(**{section: said}))
    # A text without a letter or a figure says nothing that could be quoted.
    assert all(task.is_mentioned == bool(fold(quoted)) for task in found.tasks if task.text == quoted)


@given(st.lists(wordings, max_size=4), st.lists(wordings, max_size=4), wordings, st.data())
def test_a_sentence_more_takes_no_mention_away(
    tasks: list[str], said: list[str], more: str, data: st.DataObject
) -> None:
    plan, place = plan_of(*tasks), data.draw(st.integers(0, len(said)))
    before = hold_against(plan, report_of(overview="。".join(said)))
    after = hold_against(plan, report_of(overview="。".join([*said[:place], more, *said[place:]])))
    assert numbers(before) <= numbers(after)


@given(st.lists(wordings, max_size=4), st.lists(wordings, max_size=5), st.data())
def test_the_order_of_paragraphs_is_all_one(tasks: list[str], said: list[str], data: st.DataObject) -> None:
    plan = plan_of(*tasks)
    other = data.draw(st.permutations(said))
    one, two = (hold_against(plan, report_of(overview="\n".join(paragraphs))) for paragraphs in (said, other))
    assert numbers(one) == numbers(two)


@given(st.lists(st.one_of(st.none(), wordings), max_size=4), st.one_of(st.none(), wordings))
def test_an_empty_narrative_mentions_nothing(tasks: list[str | None], name: str | None) -> None:
    found = hold_against(plan_of(*tasks, name=name), report_of(overview="。\n ……"))
    assert (found.mentioned, len(found.unmentioned)) == ((), len(tasks))


@given(reports())
def test_any_report_can_be_held_against_a_plan(report: Report) -> None:
    found = hold_against(PLAN, report)
    assert len(found.tasks) == sum(len(group.tasks) for group in PLAN.groups)
    assert found == hold_against(PLAN, report)
