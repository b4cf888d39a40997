"""The yearly work plan, as frozen attrs classes. Generated: python tools/generate.py."""

from typing import Annotated, Any, Literal

import attrs
from msgspec import Meta

Date = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\n)", min_length=10, max_length=10)]
Pointer = Annotated[str, Meta(pattern=r"^(/[a-z0-9_]+)+$(?!\n)", max_length=200)]
SectionText = Annotated[str, Meta(max_length=1_000_000)]
Line = Annotated[str, Meta(min_length=1, max_length=1_000)]


@attrs.frozen(kw_only=True)
class Organ:
    """行政机关 - The administrative organ that makes the plan."""

    name: Line
    """机关名称 - Name of the organ.

    机关全称，如印在要点上。
    The full name of the organ as the plan prints it.
    """

    code: Annotated[str, Meta(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$(?!\n)", min_length=18, max_length=18)] | None = None
    """统一社会信用代码 - Unified social credit code.

    十八位统一社会信用代码（GB 32100）。
    The eighteen-character unified social credit code (GB 32100).
    """

    division: Annotated[str, Meta(pattern=r"^[0-9]{6}([0-9]{3}){0,2}$(?!\n)", min_length=6, max_length=12)] | None = None
    """行政区划代码 - Administrative division code.

    六位行政区划代码（GB/T 2260），乡级为九位，村级为十二位。
    The six-digit code of the administrative division (GB/T 2260); nine digits for a township, twelve for a village.
    """

    kind: Literal["government", "department", "other"] | None = None
    """机关类别 - Kind of organ.

    一级人民政府、政府部门，或者其他承担公开职责的机关。
    A people's government, a department of one, or another organ with the duty to disclose.
    """

    level: Literal["state", "province", "city", "county", "township"] | None = None
    """行政层级 - Administrative level.

    国家、省级、设区的市级、县级、乡级。直辖市为省级，直辖市的区为县级。
    State, province, city with districts, county, township. A municipality directly under the central government is a province; its districts are counties.
    """


@attrs.frozen(kw_only=True)
class Source:
    """来源 - Where the plan was published or read."""

    url: Annotated[str, Meta(min_length=1, max_length=4_000)] | None = None
    """网址 - Address of the published plan."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)", min_length=64, max_length=64)] | None = None
    """文件摘要 - SHA-256 of the file that was read, lower-case hexadecimal."""

    retrieved: Date | None = None
    """获取日期 - Day on which it was retrieved."""


@attrs.frozen(kw_only=True)
class Notice:
    """印发通知 - The notice that issues the plan."""

    title: Line
    """通知标题 - Title of the notice."""

    text: SectionText
    """通知正文 - Text of the notice."""

    signature: Line | None = None
    """署名 - Who signed the notice.

    发文机关署名。
    The organ that signed the notice, as printed.
    """


@attrs.frozen(kw_only=True)
class Item:
    """条目 - Item."""

    title: Line
    """条目标题 - Title of the item.

    连同序号照原文，如“（一）加强组织领导”。
    As printed, its number included.
    """

    text: SectionText
    """条目内容 - Text of the item."""


@attrs.frozen(kw_only=True)
class Section:
    """部分 - Section."""

    title: Line
    """部分标题 - Title of the section.

    连同序号照原文，如“一、加强基础工作”。
    As printed, its number included.
    """

    text: SectionText | None = None
    """部分内容 - Text of the section outside its items."""

    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=1_000)] = ()
    """条目 - Items of the section."""


@attrs.frozen(kw_only=True)
class Units:
    """责任单位 - The units that are responsible."""

    names: Annotated[tuple[Line, ...], Meta(max_length=1_000)]
    """责任单位 - The units, one by one.

    逐个列出；没有写明时为空列表。
    One by one; an empty list where none is printed.
    """

    printed: Annotated[str, Meta(min_length=1, max_length=10_000)] | None
    """责任单位（原文） - The units as printed.

    照原文；分行排列的单位之间用换行符。没有写明时为 null。
    As printed; units on lines of their own are parted by line feeds. Null where none is printed.
    """


@attrs.frozen(kw_only=True)
class Time:
    """时间节点 - When the task is due."""

    printed: Annotated[str, Meta(min_length=1, max_length=1_000)] | None
    """时间节点（原文） - The time as printed.

    照原文，如“9月底前”；没有写明时为 null。
    As printed; null where none is printed.
    """

    kind: Literal["all_year", "by", "within", "other"] | None
    """时间类别 - Kind of time.

    all_year 全年，by 某月（底）之前，within 某月之内，other 其他写法；没有写明时为 null。
    all_year: the whole year; by: before a day or the end of a month; within: in the course of a month; other: another wording. Null where no time is printed.
    """

    month: Annotated[int, Meta(ge=1, le=12)] | None
    """月份 - The month that the time names.

    by 和 within 的月份；其余为 null。
    The month of by and within; otherwise null.
    """


@attrs.frozen(kw_only=True)
class Task:
    """任务 - Task."""

    number: Annotated[int, Meta(ge=0, le=9_999)] | None
    """序号 - Number of the task.

    照原文；没有写明时为 null。
    As printed; null where none is printed.
    """

    text: Annotated[str, Meta(min_length=1, max_length=100_000)] | None
    """任务内容 - What is to be done.

    照原文；没有写明时为 null。
    As printed; null where none is printed.
    """

    units: Units
    """责任单位 - The units that are responsible."""

    time: Time
    """时间节点 - When the task is due."""


@attrs.frozen(kw_only=True)
class Group:
    """任务组 - Group of tasks."""

    name: Annotated[str, Meta(min_length=1, max_length=1_000)] | None
    """任务名称 - Name of the tasks.

    一个任务名称可以跨几项任务；没有写明时为 null。
    One name may span several tasks; null where none is printed.
    """

    tasks: Annotated[tuple[Task, ...], Meta(min_length=1, max_length=10_000)]
    """任务 - Its tasks, in the order of print."""


@attrs.frozen(kw_only=True)
class Mark:
    """空格标记 - What stands in print where a value is null."""

    pointer: Pointer
    """位置 - Pointer to a value of a task that is null."""

    mark: Literal["blank", "slash", "dash", "not_applicable", "illegible", "ambiguous"]
    """标记 - What is printed there.

    blank 空白，slash “/”，dash 短横或长横，not_applicable “不适用”，illegible 无法辨认，ambiguous 不能确定原文属于哪一项，例如合并的单元格。
    blank: nothing; slash: “/”; dash: a dash of any length; not_applicable: “不适用”; illegible: printed but unreadable; ambiguous: what is printed cannot be assigned to a task, as with a merged cell.
    """

    printed: Annotated[str, Meta(min_length=1, max_length=1_000)] | None = None
    """原文 - The characters as printed."""


@attrs.frozen(kw_only=True)
class Note:
    """注 - A remark printed in the table or under it."""

    pointer: Pointer
    """位置 - Pointer to the place it is about."""

    text: Annotated[str, Meta(min_length=1, max_length=10_000)]
    """内容 - The remark."""


@attrs.frozen(kw_only=True)
class Explanation:
    """说明 - The organ's own reason for a finding of a rule."""

    rule: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$(?!\n)", max_length=100)]
    """规则 - Id of the rule."""

    pointer: Pointer
    """位置 - Pointer of the finding."""

    text: Annotated[str, Meta(max_length=10_000)]
    """理由 - The reason."""


@attrs.frozen(kw_only=True)
class WorkPlan:
    """政务公开工作要点 - Yearly work plan for openness in government affairs, with its table of tasks."""

    schema: Annotated[str, Meta(max_length=1_000)] | None = None
    """Address of this schema, for editors."""

    layout: Literal["workplan"] = "workplan"
    """格式版本 - Kind of document.

    政务公开工作要点；它没有统一格式。
    A yearly work plan; no act prescribes a form for it.
    """

    year: Annotated[int, Meta(ge=2_008, le=2_100)]
    """年度 - Year of the plan.

    要点所安排的年度。
    The year that the plan is for.
    """

    organ: Organ
    """行政机关 - The organ that makes the plan."""

    source: Source | None = None
    """来源 - Where the plan was published or read."""

    number: Line | None = None
    """发文字号 - Number of the notice.

    照原文，如“某发〔2022〕1号”。
    As printed: the organ's sign, the year in brackets, the number.
    """

    date: Date | None = None
    """成文日期 - Date of the notice.

    通知署名下的日期。
    The date under the signature of the notice.
    """

    addressees: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=1_000)] = ()
    """主送机关 - Whom the notice is addressed to."""

    notice: Notice | None = None
    """印发通知 - The notice that issues the plan."""

    title: Line
    """标题 - Title as printed."""

    preamble: SectionText | None = None
    """总体要求 - What is printed before the first section."""

    sections: Annotated[tuple[Section, ...], Meta(max_length=1_000)]
    """部分 - The sections, in the order of print."""

    table_title: Line | None = None
    """任务分解表标题 - Title of the table of tasks."""

    groups: Annotated[tuple[Group, ...], Meta(max_length=10_000)]
    """任务分解表 - The table of tasks: groups of tasks under one name.

    按任务名称分组；没有任务分解表时为空列表。
    The tasks by their names; an empty list where the plan has no table.
    """

    marks: Annotated[tuple[Mark, ...], Meta(min_length=1, max_length=10_000)] = ()
    """空格标记 - What is printed where a value is null."""

    notes: Annotated[tuple[Note, ...], Meta(min_length=1, max_length=10_000)] = ()
    """注 - Remarks printed in the table or under it."""

    explanations: Annotated[tuple[Explanation, ...], Meta(min_length=1, max_length=10_000)] = ()
    """说明 - The organ's own reasons for findings."""

    extensions: dict[str, Any] | None = None
    """扩展 - Content outside the form, under reverse-domain names.

    格式以外的内容，成员名为反向域名，如 cn.gov.example。
    Content outside the form; member names are reverse-domain names such as cn.gov.example.
    """
