"""Generated reports that look like real ones: the same text for the same seed, on every machine.

A report has about 14 KB of canonical JSON: every cell filled, every sum right, a narrative of the
usual length in which the figures of the tables occur. Most have the layout in force, some the one before it.
"""

import random
from collections.abc import Iterator
from typing import Any

from bench.narrative import improvements, opening, overview
from govreport import resources
from govreport.form.layout import Node, load_layout
from govreport.model.codec import write
from govreport.pointers import tokens, value_at
from govreport.rules.data import load_instances

SEED = 20250131
# The layouts that reports are made in, the newest first; what an added layout asks for is filled in from its schema.
NEWEST, *_OLDER = reversed(resources.layouts())
_SHARE_OLDER = 0.1
_LAST_YEAR = 2025
_REGIONS = ("临江市", "青河市", "东岭市", "云溪县", "南浦县", "石湾区", "白沙区", "长宁县", "北屏区", "平川市")
_BALANCED = frozenset({"requests", "disputes"})
_FURTHER = "按照有关规定管理政府信息，工作平稳有序。"
_BODIES = (
    ("人民政府", "government"),
    ("人力资源和社会保障局", "department"),
    ("自然资源和规划局", "department"),
    ("市场监督管理局", "department"),
    ("住房和城乡建设局", "department"),
    ("卫生健康委员会", "department"),
)


def reports(number: int, seed: int = SEED, layout: str | None = None) -> Iterator[bytes]:
    """Yield valid reports, in which nothing at all is found, as canonical JSON, of one layout or of both."""
    return (write(members) for members in _members(number, seed, layout))


def reports_with_blanks(number: int, seed: int = SEED) -> Iterator[bytes]:
    """Yield valid reports of bodies that print dashes for 规章, as many do."""
    for members in _members(number, seed):
        rules = members["proactive_disclosure"]["documents"]["government_rules"]
        rules.update(dict.fromkeys(rules))
        place = "/proactive_disclosure/documents/government_rules/"
        members["marks"] = [{"pointer": place + name, "mark": "dash", "printed": "—"} for name in rules]
        yield write(members)


def mix(number: int, seed: int = SEED, layout: str | None = None) -> Iterator[bytes]:
    """Yield reports of which 2.5 % have a structural defect and 2.5 % a sum that is wrong, evenly spread."""
    choose = random.Random(f"{seed} defects")
    for position, members in enumerate(_members(number, seed, layout)):
        if position % 40 == 13:
            yield _with_structural_defect(members, choose)
        elif position % 40 == 33:
            yield _out_ofbalance(members, choose)
        else:
            yield write(members)


def _with_structural_defect(members: dict[str, Any], choose: random.Random) -> bytes:
    column = members["requests"][choose.choice(["natural_person", "total"])]
    match choose.randrange(6):
        case 0:
            column["received"] = -1
        case 1:
            column["received"] = str(column["received"])
        case 2:
            del column["outcomes"]["denied"]["state_secret"]
        case 3:
            column["withdrawn"] = 0
        case 4:
            members["year"] = None
        case 5:
            members["organ"]["kind"] = "committee"
    return write(members)


def _out_ofbalance(members: dict[str, Any], choose: random.Random) -> bytes:
    column = members["requests"][choose.choice(["natural_person", "total"])]
    match choose.randrange(3):
        case 0:
            column["received"] += choose.randrange(1, 9)
        case 1:
            column["outcomes"]["granted"] += choose.randrange(1, 9)
        case 2:
            members["disputes"]["reconsideration"]["total"] += 1
    return write(members)


def _members(number: int, seed: int, layout: str | None = None) -> Iterator[dict[str, Any]]:
    for position in range(number):
        # A generator of its own for each report: report 7 is the same whether 10 or 10,000 are made.
        yield _report(random.Random(f"{seed} {position}"), layout)


def _report(choose: random.Random, layout: str | None) -> dict[str, Any]:
    layout = layout or (_OLDER[0] if choose.random() < _SHARE_OLDER else NEWEST)
    span = resources.read("versions.json")["layouts"][layout]["years"]
    year = choose.randint(span["first"], span.get("last", max(span["first"], _LAST_YEAR)))
    region = choose.choice(_REGIONS)
    body, kind = choose.choice(_BODIES)
    name = region + body
    tables = {node.name: _table(node, choose) for node in load_layout(layout).tables}
    balance(tables["requests"], tables["disputes"])
    _restrain(tables["proactive_disclosure"])
    _add_up_others(layout, tables)
    members: dict[str, Any] = {
        "layout": layout,
        "year": year,
        "organ": {"name": name, "kind": kind, "level": "city" if region.endswith("市") else "county"},
        "source": {"url": f"https://www.example.gov.cn/zwgk/{year + 1}/{choose.randrange(10**6):06}.html"},
        "title": f"{name}{year}年政府信息公开工作年度报告",
        "published": f"{year + 1}-01-{choose.randint(8, 31):02}",
        "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
    }
    texts = {
        "preamble": opening(name, year),
        "overview": overview(year, tables, choose),
        "problems_and_improvements": improvements(year, choose),
        "other_matters": f"{year}年，政府信息公开信息处理费按照规定收取。没有其他需要报告的事项。",
    }
    for node in load_layout(layout).root.children:
        if node.is_section:
            members[node.name] = tables[node.name] if node.axis else texts.get(node.name, _FURTHER)
    return members


def _table(node: Node, choose: random.Random) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for child in node.children:
        if child.children:
            table[child.name] = _table(child, choose)
        elif child.kind == "amount":
            table[child.name] = choose.choice([0, 0, choose.randrange(10**6) / 100])
        elif child.is_cell:
            # Most cells of a real table are 0; what is not is small.
            table[child.name] = choose.choice([0, 0, 0, choose.randrange(4), choose.randrange(60)])
        elif child.required:
            table[child.name] = None
    return table


def balance(requests: dict[str, Any], disputes: dict[str, Any]) -> None:
    """Make every total the sum that it stands for, and the requests received those handled or carried on."""
    applicants = [requests["natural_person"], *requests["organizations"].values()]
    for column in applicants:
        outcomes = column["outcomes"]
        outcomes["total"] = 0
        outcomes["total"] = sum(_figures(outcomes))
        handled = outcomes["total"] + column["carried_forward"]
        column["carried_over"] = min(column["carried_over"], handled)
        column["received"] = handled - column["carried_over"]
    _add_up(requests["total"], applicants)
    for block in (disputes["reconsideration"], *disputes["litigation"].values()):
        block["total"] = 0
        block["total"] = sum(block.values())


def _add_up_others(layout: str, tables: dict[str, dict[str, Any]]) -> None:
    """Make every total right in the tables that the layouts of today do not have."""
    for instance in load_instances(layout):
        table = instance.at.split("/")[1]
        if table in _BALANCED or instance.rule.kind != "equation" or instance.right != (instance.at,):
            continue
        *path, last = tokens(instance.at)
        value_at(tables, tuple(path))[last] = sum(value_at(tables, tokens(cell)) for cell in instance.left)


def _restrain(disclosure: dict[str, Any]) -> None:
    """Bodies of this kind make no 规章; and no more rules are in force than were issued and not repealed."""
    rules, normative = disclosure["documents"].values()
    rules.update(dict.fromkeys(rules, 0))
    if "in_force" in normative:
        normative["in_force"] += normative["issued"]


def _figures(group: dict[str, Any]) -> Iterator[int]:
    for value in group.values():
        if isinstance(value, dict):
            yield from _figures(value)
        else:
            yield value


def _add_up(total: dict[str, Any], parts: list[dict[str, Any]]) -> None:
    for name, value in total.items():
        if isinstance(value, dict):
            _add_up(value, [part[name] for part in parts])
        else:
            total[name] = sum(part[name] for part in parts)
