"""Yearly work plans: valid ones, in which the rules find nothing, and such with gaps in their table."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from govreport.form.layout import load_layout
from govreport.form.numerals import numeral
from govreport.model.codec import structure
from govreport.model.workplan import WorkPlan
from govreport.rules.comparing import says
from govreport.rules.terms import read_time, read_units
from govreport.strategies.members import member_of, some_of
from govreport.strategies.texts import texts

Members = dict[str, Any]
_LAST_YEAR = 2099  # what titles name is a year of this century
_MOST = 3
_SENTENCE = "按时完成。"
_PLACES = ("上海市嘉定区", "淮安市洪泽区", "乌鲁木齐市", "某省")
_ORGANS = ("人力资源和社会保障局", "人民政府办公室", "卫生健康委员会", "教育局")
_PHRASES = (
    "夯实公开基础",
    "提升公开效能",
    "公文备案和集中公开",
    "加强OA公文管理",
    "“一网通办”",
    "回应关切",
    "队伍建设",
)
_UNITS = ("局办公室", "局机关各科室", "局属各单位", "就业促进中心", "区府办", "各街道（配合）", "信息公开科（牵头）")
_TIMES = ("全年", "长期", "年底前", "9月底前", "12月31日前", "8月", "每季度", "上半年", "适时", "开放月期间")
_MARKS = ("blank", "slash", "dash", "not_applicable", "illegible", "ambiguous")
# The values of a task that may be missing, and what stands beside them then.
_GAPS: Mapping[str, Members] = {
    "number": {},
    "text": {},
    "units/printed": {"names": []},
    "time/printed": {"kind": None, "month": None},
}
_OPTIONAL = ("source", "notice", "number", "date", "preamble", "table_title", "notes", "extensions")


def work_plans(*, gaps: bool = False) -> st.SearchStrategy[WorkPlan]:
    """Return a strategy for work plans.

    `validate` finds nothing in them, unless there are `gaps`: names, numbers, texts, units or times that are
    missing, with the mark printed in their place. Optional members come and go; texts hold full-width forms and
    rare characters. Shrinks to a plan with a single task.
    """
    return decoded_work_plans(gaps=gaps).map(structure)


@st.composite
def decoded_work_plans(draw: st.DrawFn, *, gaps: bool = False) -> Members:
    """Draw the members of a work plan in the order of the schema: what decoding its document gives."""
    plan = str(attrs.fields_dict(WorkPlan)["layout"].default)
    layout = load_layout(plan)
    year = draw(st.integers(layout.schema["properties"]["year"]["minimum"], _LAST_YEAR))
    organ = draw(st.sampled_from(_PLACES)) + draw(st.sampled_from(_ORGANS))
    title = f"{year}年{organ}{layout.root.title}"
    chosen = set(draw(some_of(_OPTIONAL)))
    members: Members = {
        "layout": plan,
        "year": year,
        "organ": {"name": organ},
        "title": title,
        "sections": draw(_sections()),
        "groups": draw(_groups(plan)),
    }
    if "number" in chosen:
        members["number"] = f"人社发〔{year}〕{draw(st.integers(1, 999))}号"
    if "date" in chosen:
        members["date"] = draw(st.dates(date(year, 1, 1), date(year, 12, 31))).isoformat()
    if "notice" in chosen:
        members["notice"] = {"title": f"关于印发《{title}》的通知", "text": draw(_paragraphs())}
        members["addressees"] = draw(_some(_UNITS))
        if "date" in members:
            members["notice"]["signature"] = organ
    if "preamble" in chosen:
        members["preamble"] = draw(_paragraphs())
    if "table_title" in chosen:
        members["table_title"] = f"{title}任务分解表"
    if gaps:
        members["marks"] = draw(_open(members["groups"]))
    if "notes" in chosen:
        members["notes"] = draw(_notes(members["groups"]))
    members.update((name, draw(member_of(plan, f"/{name}"))) for name in ("source", "extensions") if name in chosen)
    found = {node.name: members[node.name] for node in layout.root.children if node.name in members}
    return {name: value for name, value in found.items() if value or name in ("sections", "groups")}


@cache
def _paragraphs() -> st.SearchStrategy[str]:
    return texts().map(lambda text: text if says(text) else _SENTENCE)


def _some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, max_size=_MOST, unique=True)


@st.composite
def _sections(draw: st.DrawFn) -> list[Members]:
    sections = []
    for number in range(draw(st.integers(0, _MOST))):
        section: Members = {"title": f"{numeral(number + 1)}、{draw(st.sampled_from(_PHRASES))}"}
        if draw(st.booleans()):
            section["text"] = draw(_paragraphs())
        items = [
            {"title": f"（{numeral(n + 1)}）{draw(st.sampled_from(_PHRASES))}", "text": draw(_paragraphs())}
            for n in range(draw(st.integers(0, _MOST)))
        ]
        sections.append({**section, **({"items": items} if items else {})})
    return sections


@st.composite
def _groups(draw: st.DrawFn, plan: str) -> list[Members]:
    groups: list[Members] = []
    number = 0
    for _ in range(draw(st.integers(1, _MOST))):
        tasks = []
        for _ in range(draw(st.integers(1, _MOST))):
            number += 1
            tasks.append({"number": number, "text": draw(_paragraphs()), **draw(_responsible(plan))})
        groups.append({"name": draw(st.sampled_from(_PHRASES)), "tasks": tasks})
    return groups


@st.composite
def _responsible(draw: st.DrawFn, plan: str) -> Members:
    """Draw the units and the time of a task."""
    printed = draw(st.sampled_from("、，\n")).join(draw(_some(_UNITS)))
    time = draw(st.sampled_from(_TIMES))
    said = read_time(plan, time)
    return {
        "units": {"names": list(read_units(plan, printed)), "printed": printed},
        "time": {"printed": time, "kind": said.kind, "month": said.month},
    }


@st.composite
def _open(draw: st.DrawFn, groups: list[Members]) -> list[Members]:
    """Take values out of groups, and draw the marks that stand in their place."""
    pointers = []
    for g, group in enumerate(groups):
        if draw(st.booleans()):
            group["name"] = None
            pointers.append(f"/groups/{g}/name")
        for t, task in enumerate(group["tasks"]):
            for place in draw(some_of(tuple(_GAPS))):
                *above, name = place.split("/")
                holder = task[above[0]] if above else task
                holder.update({**_GAPS[place], name: None})
                pointers.append(f"/groups/{g}/tasks/{t}/{place}")
    return [{"pointer": pointer, "mark": draw(st.sampled_from(_MARKS))} for pointer in pointers]


@st.composite
def _notes(draw: st.DrawFn, groups: list[Members]) -> list[Members]:
    """Draw remarks on the table, on a group of it, or on a value of a task."""
    found = []
    for _ in range(draw(st.integers(1, 2))):
        g = draw(st.integers(0, len(groups) - 1))
        t = draw(st.integers(0, len(groups[g]["tasks"]) - 1))
        task = f"/groups/{g}/tasks/{t}"
        places = ("/groups", f"/groups/{g}/name", task, *(f"{task}/{place}" for place in _GAPS))
        found.append({"pointer": draw(st.sampled_from(places)), "text": draw(_paragraphs())})
    return found
