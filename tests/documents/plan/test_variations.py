"""The same plan in other forms: what is printed is read, and what is not certain is left open, never wrong."""

from collections.abc import Callable

import pytest

import govreport
from govreport import Extraction

from .accuracy import Accuracy, measure
from .source import (
    HEAD,
    LABELS,
    OTHER_LABELS,
    TABLE_TITLE,
    Task,
    as_docx,
    as_html,
    as_layout,
    as_lines,
    as_markdown,
    as_pdf,
    as_rows,
    as_text,
    as_xlsx,
    broken,
    tasks,
)

TASKS = tasks()
# With a time for task 15, which the real plan lacks: in tables a blank box is blank, and no more is said of it.
TIMED = [task._replace(time=task.time or "全年") for task in TASKS]
LISTED = [task._replace(units=task.units.replace("\n", "、")) for task in TIMED]
TIMES = ["上半年", "12月31日前", "长期", "第三季度", "2022年9月底前", "年内", "每季度", "适时"]
LED = ["局办公室（牵头）、各科室", "局办公室、局属各单位（配合）", "各县（市、区）政府，区人社局"]
_WRONG = {"5": "4", "20": "22"}

Case = tuple[list[Task], Callable[[list[Task]], bytes]]


def _without(table: list[Task], name: str) -> list[Task]:
    return [task._replace(**{name: ""}) for task in table]


def _lines(*order: int, labels: tuple[str, ...] = LABELS) -> Callable[[list[Task]], bytes]:
    return lambda table: as_text(as_lines(table, labels, order or (0, 1, 2, 3, 4)))


def _pages(foot: str) -> Callable[[list[Task]], bytes]:
    def write(table: list[Task]) -> bytes:
        lines = []
        for start in range(0, len(table), 7):
            lines += [*as_lines(table[start : start + 7]), foot.format(start // 7 + 1), "\f"]
        return as_text(lines)

    return write


WHOLE: dict[str, Case] = {
    "lines": (TASKS, _lines()),
    "lines-with-all-times": (TIMED, _lines()),
    "lines-wrong-numbers": ([t._replace(number=_WRONG.get(t.number, t.number)) for t in TASKS], _lines()),
    "lines-other-labels": (TASKS, _lines(labels=OTHER_LABELS)),
    "lines-without-names": (_without(TASKS, "name"), _lines(0, 2, 3, 4)),
    "lines-without-times": (_without(TASKS, "time"), _lines(0, 1, 2, 3)),
    "lines-without-units": (_without(TIMED, "units"), _lines(0, 1, 2, 4)),
    "lines-time-before-units": (TASKS, _lines(0, 1, 2, 4, 3)),
    "lines-on-pages": (TASKS, _pages("— {} —")),
    "lines-on-pages-with-bare-numbers": (TASKS, _pages("{}")),
    "lines-other-times": ([t._replace(time=TIMES[n % 8]) for n, t in enumerate(TASKS)], _lines()),
    "lines-led-units": ([t._replace(units=LED[n % 3]) for n, t in enumerate(TIMED)], _lines()),
    "lines-without-texts-but-names": (
        _without(TASKS, "name"),
        _lines(0, 2, 3, 4, labels=("序号", "任务名称", "重点任务", "责任单位", "时间节点")),
    ),
    "lines-units-on-lines-of-their-own": (
        [t._replace(units="局办公室\n财务科、人事科") for t in TIMED],
        _lines(),
    ),
    "markdown": (LISTED, as_markdown),
    "tabs": (LISTED, lambda table: as_text(as_rows(table, "\t"))),
    "bars": (LISTED, lambda table: as_text(as_rows(table, "|"))),
    "html": (TIMED, as_html),
    "html-other-labels": (TIMED, lambda table: as_html(table, OTHER_LABELS)),
    "html-time-over-four-rows": (
        [t._replace(time="全年") if 2 <= n < 6 else t for n, t in enumerate(TIMED)],
        lambda table: as_html(table, merged_times=(2, 6)),
    ),
    "html-other-times": ([t._replace(time=TIMES[n % 8]) for n, t in enumerate(TASKS)], as_html),
    "html-led-units": ([t._replace(units="牵头：局办公室\n配合：局属各单位") for t in TIMED], as_html),
    "docx": (TIMED, as_docx),
    "xlsx": (TIMED, as_xlsx),
    "pdf": (TIMED, as_pdf),
}


def read(table: list[Task], write: Callable[[list[Task]], bytes]) -> tuple[Extraction, Accuracy]:
    extraction = govreport.extract(write(table))
    assert extraction.layout == "workplan"
    return extraction, measure(extraction, table)


@pytest.mark.parametrize("name", WHOLE)
def test_every_value_is_read_as_it_is_printed(name: str) -> None:
    extraction, accuracy = read(*WHOLE[name])
    assert accuracy == ((), (), ())
    assert extraction.completeness == "whole"
    assert extraction.plan is not None


@pytest.mark.parametrize("name", WHOLE)
def test_head_and_text_are_read_from_every_form(name: str) -> None:
    value = read(*WHOLE[name])[0].value
    assert (value["number"], value["date"], value["year"]) == ("嘉人社发〔2022〕23号", "2022-05-25", 2022)
    assert value["addressees"] == ["局机关各科室", "局属各单位"]
    assert value["organ"]["name"] == value["notice"]["signature"] == "上海市嘉定区人力资源和社会保障局"
    assert value["title"] == "2022年嘉定区人力资源和社会保障局政务公开工作要点"
    assert value["table_title"] == value["title"] + "任务分解表"
    assert value["preamble"] == "本年政务公开围绕就业、人才和社会保障，提高标准化水平。"
    assert value["sections"] == [
        {
            "title": "一、夯实公开基础",
            "items": [
                {"title": "（一）公文备案", "text": "新公文全量备案，旧公文定期复查。"},
                {"title": "（二）依申请公开", "text": "依法答复，加强沟通。"},
            ],
        }
    ]


@pytest.mark.parametrize("name", WHOLE)
def test_names_span_as_many_tasks_as_in_print(name: str) -> None:
    table = WHOLE[name][0]
    starts = [number for number, task in enumerate(table) if task.name] or [0]
    spans = [end - start for start, end in zip(starts, [*starts[1:], len(table)], strict=True)]
    assert [len(group["tasks"]) for group in read(*WHOLE[name])[0].value["groups"]] == spans


def test_a_wrong_number_is_found_by_the_rules() -> None:
    data = WHOLE["lines-wrong-numbers"][1](WHOLE["lines-wrong-numbers"][0])
    found = [f.parameters["found"] for f in govreport.check(data).findings if f.code == "task-numbers"]
    assert found == [4, 6, 22, 21]


OPEN: dict[str, Case] = {
    "no-full-stops": ([t._replace(text=t.text.rstrip("。")) for t in TIMED], _lines()),
    "some-without-full-stops": (
        [t._replace(text=t.text.rstrip("。") if n % 3 == 0 else t.text) for n, t in enumerate(TIMED)],
        _lines(),
    ),
    "units-of-unknown-names": ([t._replace(units="相关人员") for t in TIMED], _lines()),
    "units-that-break-like-two": ([t._replace(units="牵头：局办公室") for t in TIMED], _lines()),
    "times-of-unknown-wording": ([t._replace(time="市级文件印发后") for t in TASKS], _lines()),
    "time-of-which-a-part-is-known": ([t._replace(time="印发后年内") for t in TASKS], _lines()),
    "units-before-the-text": (TASKS, _lines(0, 1, 3, 2, 4)),
    "names-as-wide-as-texts": (
        [t._replace(name=t.name and "把历史公文逐件转化为主动公开的公文") for t in TIMED],
        lambda table: as_text(as_lines(table, widths=(2, 12, 12, 5, 3))),
    ),
    "names-that-fill-the-column-of-texts": (
        [t._replace(name=t.name and "历史公文逐件转为公开公文") for t in TIMED],
        lambda table: as_text(as_lines(table, widths=(2, 12, 12, 5, 3))),
    ),
    "a-heading-above-the-text": ([t._replace(text=f"工作要求\n{t.text}") for t in TIMED if t.name], _lines()),
}


@pytest.mark.parametrize("name", OPEN)
def test_what_is_not_certain_is_left_open_and_told(name: str) -> None:
    extraction, accuracy = read(*OPEN[name])
    assert accuracy.wrong == ()
    assert accuracy.unread
    assert accuracy.silent == ()
    assert extraction.completeness == "part"
    assert {problem.code for problem in extraction.problems} == {"task-part-unread"}
    marked = {mark["pointer"]: mark["mark"] for mark in extraction.value["marks"]}
    assert {marked[pointer] for pointer in accuracy.unread} == {"ambiguous"}


@pytest.mark.parametrize("lost", range(2, 33, 5))
def test_a_number_that_is_lost_makes_no_other_task_wrong(lost: int) -> None:
    lines = [line for line in as_lines(TASKS) if line != str(lost)]
    extraction = govreport.extract(as_text(lines))
    accuracy = measure(extraction, TASKS)
    assert (accuracy.wrong, accuracy.silent) == ((), ())
    assert f"task {lost}" in accuracy.unread
    assert extraction.completeness == "part"


@pytest.mark.parametrize("first", [number for number, task in enumerate(TASKS) if task.name])
def test_lines_of_two_columns_on_one_line_are_told_apart_or_left_open(first: int) -> None:
    text = "\n".join(as_lines(TASKS))
    task = TASKS[first]
    above, below = broken(task.name, 5)[-1], broken(task.text, 12)[0]
    assert f"{above}\n\n{below}" in text
    accuracy = measure(govreport.extract(as_text([text.replace(f"{above}\n\n{below}", f"{above} {below}")])), TASKS)
    assert accuracy.wrong == ()
    assert accuracy.unread


@pytest.mark.parametrize("task", range(1, 32))
def test_the_number_of_a_page_that_is_that_of_the_next_task_begins_none(task: int) -> None:
    lines = as_lines(TASKS)
    start, end = lines.index(str(task)), lines.index(str(task + 1))
    # Every third line of a task, of its neighbour the one behind it: of every kind of line many are among them.
    for at in range(start + 2 + task % 3, end, 3):
        accuracy = measure(govreport.extract(as_text([*lines[:at], str(task + 1), *lines[at:]])), TASKS)
        assert (accuracy.wrong, accuracy.silent) == ((), ()), at


def test_columns_side_by_side_are_left_open() -> None:
    extraction = govreport.extract(as_text(as_layout(TIMED)))
    accuracy = measure(extraction, TIMED)
    assert (accuracy.wrong, accuracy.silent) == ((), ())
    assert "task-lines-unread" in {problem.code for problem in extraction.problems}


def test_a_number_between_the_lines_of_its_row_parts_no_tasks() -> None:
    lines = "".join(LABELS).split()
    for task in TIMED:
        text = broken(task.text * 2, 12)
        first = "　　".join([task.name or "同上", text[0], task.units.split("\n")[0], task.time])
        lines += [first, *text[1 : len(text) // 2], task.number, *text[len(text) // 2 :]]
    accuracy = measure(govreport.extract(as_text(lines)), [t._replace(text=t.text * 2) for t in TIMED])
    assert (accuracy.wrong, accuracy.silent) == ((), ())


def test_a_blank_box_of_a_table_without_spans_is_open() -> None:
    table = [task._replace(units="") if n == 5 else task for n, task in enumerate(LISTED)]
    extraction = govreport.extract(as_markdown(table))
    assert [(note.code, note.pointer) for note in extraction.notes] == [
        ("task-units-merged", "/groups/3/tasks/1/units/printed")
    ]
    assert extraction.value["marks"] == [{"pointer": "/groups/3/tasks/1/units/printed", "mark": "ambiguous"}]


def test_addressees_are_parted_outside_of_brackets() -> None:
    text = "\n\n".join(HEAD).replace("局机关各科室、局属各单位：", "各县（市、区）人民政府，市政府各部门：")
    assert govreport.extract(text.encode()).value["addressees"] == ["各县（市、区）人民政府", "市政府各部门"]


def test_a_signature_at_the_end_of_a_plan_without_a_notice_is_no_text_of_it() -> None:
    value = govreport.extract("\n\n".join([*HEAD[7:13], "某市教育局", "2022年3月1日"]).encode()).value
    assert (value["organ"]["name"], value["date"]) == ("某市教育局", "2022-03-01")
    assert value["sections"][0]["items"][-1]["text"] == "依法答复，加强沟通。"


def test_organ_and_year_that_the_title_lacks_are_those_of_the_notice() -> None:
    lines = [
        "关于印发《某区教育局2024年政务公开工作要点》的通知",
        "各科室：",
        "请照办。",
        "政务公开工作要点",
        *HEAD[9:13],
    ]
    value = govreport.extract("\n\n".join(lines).encode()).value
    assert (value["title"], value["year"], value["organ"]["name"]) == ("政务公开工作要点", 2024, "某区教育局")


def test_a_plan_without_a_table_is_read() -> None:
    extraction = govreport.extract("\n\n".join(HEAD).encode())
    assert (extraction.layout, extraction.completeness) == ("workplan", "whole")
    assert extraction.value["groups"] == []
    assert len(extraction.value["sections"][0]["items"]) == 2


@pytest.mark.parametrize("at", range(12, 420, 17))
@pytest.mark.parametrize("number", ["3", "8", "— 3 —"])
def test_a_page_that_ends_anywhere_makes_no_value_wrong(at: int, number: str) -> None:
    lines = as_lines(TASKS)
    head = ["序", "号", "任务名称 任务内容", "责任单位 时间节", "点"]
    for pages in ([*lines[:at], number, *lines[at:]], [*lines[:at], number, "\f", *head, *lines[at:]]):
        accuracy = measure(govreport.extract(as_text(pages)), TASKS)
        assert accuracy.wrong == ()
        assert accuracy.silent == ()


def test_a_row_of_which_a_box_is_lost_is_open_unless_it_must_be_the_name() -> None:
    rows = as_rows(LISTED, "\t")
    without_name = [row.replace("\t\t", "\t") for row in rows]
    assert measure(govreport.extract(as_text(without_name)), LISTED) == ((), (), ())
    without_time = [row.rpartition("\t")[0] if number == 4 else row for number, row in enumerate(rows)]
    accuracy = measure(govreport.extract(as_text(without_time)), LISTED)
    assert accuracy.wrong == ()
    assert {pointer.rsplit("/", 1)[0] for pointer in accuracy.unread} >= {"/groups/2/tasks/0"}


def test_a_table_without_a_plan_is_a_plan_with_its_title() -> None:
    extraction = govreport.extract("\n".join([*TABLE_TITLE, *as_lines(TASKS)]).encode())
    assert extraction.value["title"] == "2022年嘉定区人力资源和社会保障局政务公开工作要点任务分解表"
    assert (extraction.value["year"], extraction.value["organ"]["name"]) == (2022, "嘉定区人力资源和社会保障局")
    assert measure(extraction, TASKS) == ((), (), ())


def test_columns_that_the_standard_does_not_know_become_notes() -> None:
    data = as_html(TIMED, (*LABELS[:4], "时间节点")).replace(
        "<td>时间节点</td>".encode(), "<td>时间节点</td><td>备注</td>".encode()
    )
    data = data.replace("<td>9月底前</td>".encode(), "<td>9月底前</td><td>已启动</td>".encode())
    value = govreport.extract(data).value
    assert value["notes"] == [{"pointer": "/groups/1/tasks/0", "text": "备注：已启动"}]


def test_a_table_of_tasks_about_something_else_is_no_plan() -> None:
    text = as_text(as_lines(TASKS), head=[]).decode().replace("政务公开", "安全生产")
    extraction = govreport.extract(text.encode())
    assert (extraction.completeness, extraction.layout) == ("none", None)


def test_the_findings_of_a_table_point_at_its_box() -> None:
    (finding,) = govreport.check(as_html(TASKS)).findings
    assert (finding.code, finding.pointer) == ("task-time", "/groups/7/tasks/1/time/printed")
    # Row 16 holds task 15; the name of its group stands in the row above, but takes up a column here, too.
    assert finding.parameters["evidence"] == {"table": 1, "row": 16, "column": 5}


def test_a_title_in_lines_above_the_facts_of_a_render_is_read_whole() -> None:
    facts = ["机关名称：上海市嘉定区人力资源和社会保障局", "年度：2022年"]
    value = govreport.extract("\n\n".join([*HEAD[:9], *facts, *HEAD[9:13]]).encode()).value
    assert value["title"] == "2022年嘉定区人力资源和社会保障局政务公开工作要点"
    assert value["notice"]["text"] == "现印发本局 2022 年政务公开工作要点，请照此落实。"
    assert value["preamble"] == HEAD[9]
