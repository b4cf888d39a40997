"""Plans that are cut off or garbled: nothing is raised but the error for what cannot be read, and none takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport import Extraction, UnreadableDocument
from tests.property.changing import a_fraction

from .source import DOCUMENT, as_html, as_lines, as_rows, as_text, tasks

TASKS = tasks()
TEXTS = [as_text(as_lines(TASKS)).decode(), as_text(as_rows(TASKS, "\t")).decode(), as_html(TASKS).decode()]
TEXTS.append(DOCUMENT.read_text(encoding="utf-8"))
PIECES = [
    "\n",
    "\n\n",
    "\f",
    "\t",
    "|",
    "。",
    "1",
    "33",
    " ",
    "序号",
    "任务名称",
    "责任单位",
    "全年",
    "附件",
    "一、",
    "（一）",
    "<td>",
    "</tr>",
]


def sound(data: bytes) -> Extraction | None:
    """Return what is read of a document; what is a plan must be one by every law of the standard but its rules."""
    try:
        extraction = govreport.extract(data)
    except UnreadableDocument:
        return None
    if extraction.layout == "workplan" and extraction.plan is None:
        assert {problem.code for problem in extraction.problems} & {"identity-not-found"}
    codes = {finding.code for finding in govreport.validate(dict(extraction.value)).findings}
    assert not codes & {"pointer-nowhere", "mark-on-figure", "duplicate-place", "task-units-read", "task-time-read"}
    return extraction


@pytest.mark.parametrize("text", TEXTS)
@a_fraction(of=4)
@given(data=st.data())
def test_a_plan_that_is_cut_off_anywhere_is_read_or_refused(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    sound((text[:start] if data.draw(st.booleans()) else text[end:]).encode())
    sound(text[start:end].encode())


@pytest.mark.parametrize("text", TEXTS)
@a_fraction(of=4)
@given(changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 30), st.sampled_from(PIECES)), max_size=12))
def test_a_garbled_plan_is_read_or_refused(text: str, changes: list[tuple[int, int, str]]) -> None:
    for at, taken, piece in changes:
        place = at % (len(text) + 1)
        text = text[:place] + piece + text[place + taken :]
    sound(text.encode())


@a_fraction(of=4)
@given(lines=st.permutations(TEXTS[0].split("\n")))
def test_lines_in_any_order_are_read_or_refused(lines: list[str]) -> None:
    sound("\n".join(lines).encode())


def test_a_plan_of_many_tasks_is_read_in_short_time() -> None:
    table = [task._replace(number=str(number)) for number, task in enumerate(TASKS * 30, 1)]
    for data in (as_text(as_lines(table)), as_html(table), as_text(as_rows(table, "\t"))):
        start = time.process_time()
        extraction = govreport.extract(data)
        assert time.process_time() - start < 10
        assert sum(len(group["tasks"]) for group in extraction.value["groups"]) == len(table)


def test_many_headers_and_no_task_cost_little() -> None:
    text = "2022年某局政务公开工作要点\n一、总体\n" + "序号\n任务名称\n任务内容\n责任单位\n时间节点\n" * 2000
    start = time.process_time()
    sound(text.encode())
    assert time.process_time() - start < 10


def test_a_document_of_another_kind_is_no_plan() -> None:
    assert govreport.extract("某局2022年工作总结\n一、主要工作\n按时完成。".encode()).layout is None
