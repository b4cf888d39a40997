"""Four layouts that do not exist, each added below `schema/` as the guide says: made from 2021 by one change.

A change alters the schema, the rules and the reports of 2021 alike; all else of a layout, its place among the others
and its table of conversion, follows from the two schemas.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from tests.reports import EXAMPLES, ROOT, clean

ID, FIRST_YEAR, YEAR = "2030", 2030, 2031
Json = dict[str, Any]

COLUMNS = (
    "natural_person",
    *(
        f"organizations/{name}"
        for name in (
            "commercial_enterprise",
            "research_institution",
            "public_interest_organization",
            "legal_service_institution",
            "other",
        )
    ),
    "total",
)


@attrs.frozen(kw_only=True)
class Added:
    """A layout: what it changes in the schema, the rules and a report of 2021, and in the catalogue of sentences."""

    schema: Callable[[Json], None]
    rules: Callable[[Json], None]
    report: Callable[[Json], None]
    codes: Mapping[str, str] = attrs.field(factory=dict)  # a new code, and the one whose sentences it takes over


# A row more in table 三.
FURTHER = "/requests/{column}/outcomes/declined/further"


def _schema_with_row(schema: Json) -> None:
    declined = schema["$defs"]["declined"]
    label = {"title": "6.申请内容不属于政府信息", "description": "No government information"}
    declined["properties"]["further"] = {**declined["properties"]["repeated"], **label}
    declined["required"].append("further")


def _rules_with_row(rules: Json) -> None:
    _insert(rules["sets"], "declined/confirmation_or_reissue", "declined/further")


def _report_with_row(report: Json) -> None:
    for column in COLUMNS:
        outcomes = _at(report, column)["outcomes"]
        outcomes["declined"]["further"] = 0
    for column in ("natural_person", "total"):
        _at(report, column)["outcomes"]["declined"]["further"] = 2
        _add(_at(report, column), 2)


# A row less in table 三.
def _schema_without_row(schema: Json) -> None:
    declined = schema["$defs"]["declined"]
    del declined["properties"]["published_material"]
    declined["required"].remove("published_material")


def _rules_without_row(rules: Json) -> None:
    for name, members in rules["sets"].items():
        rules["sets"][name] = [member for member in members if "published_material" not in member]


def _report_without_row(report: Json) -> None:
    for column in COLUMNS:
        gone = _at(report, column)["outcomes"]["declined"].pop("published_material")
        _add(_at(report, column), -(gone or 0))


# A section of text more: 六 becomes 七.
def _schema_with_section(schema: Json) -> None:
    text = {
        "$ref": "#/$defs/section_text",
        "title": "六、政府信息管理情况",
        "description": "Management of government information",
        "definition": {"zh": "政府信息的管理。", "en": "How government information is managed."},
    }
    members = list(schema["properties"].items())
    place = [name for name, _ in members].index("other_matters")
    members.insert(place, ("management", text))
    schema["properties"] = dict(members)
    schema["properties"]["other_matters"] = {
        **schema["properties"]["other_matters"],
        "title": "七、其他需要报告的事项",
    }
    schema["required"].append("management")


def _rules_with_section(rules: Json) -> None:
    rules["sets"]["section"].append("management")


def _report_with_section(report: Json) -> None:
    _put_behind(report, "problems_and_improvements", "management", "政府信息按目录管理，随时更新。")


# A table more, with a rule of its own.
TABLE = {
    "type": "object",
    "title": "七、公共数据开放情况",
    "description": "Open data",
    "definition": {"zh": "开放的数据集。", "en": "Data sets opened."},
    "axis": "rows",
    "corner": "数据集",
    "properties": {
        "new": {"$ref": "#/$defs/dataset_counts", "title": "本年新开放", "description": "Newly opened"},
        "all": {"$ref": "#/$defs/dataset_counts", "title": "累计开放", "description": "Opened in all"},
    },
    "required": ["new", "all"],
    "additionalProperties": False,
}
COUNTS = {
    "type": "object",
    "description": "Data sets by kind",
    "axis": "columns",
    "properties": {
        name: {
            "$ref": "#/$defs/count",
            "title": title,
            "description": title,
            "definition": {"zh": title, "en": title},
            "unit": "item",
        }
        for name, title in (("free", "无条件开放"), ("restricted", "有条件开放"), ("total", "合计"))
    },
    "required": ["free", "restricted", "total"],
    "additionalProperties": False,
}
RULE = {
    "id": "datasets-totals",
    "kind": "equation",
    "severity": "error",
    "standing": "derived",
    "basis": [{"act": "form-2021"}],
    "each": ["dataset"],
    "left": ["/open_data/{dataset}/{kind}"],
    "right": ["/open_data/{dataset}/total"],
    "at": "/open_data/{dataset}/total",
}


def _schema_with_table(schema: Json) -> None:
    schema["$defs"] |= {"open_data": TABLE, "dataset_counts": COUNTS}
    members = list(schema["properties"].items())
    place = [name for name, _ in members].index("marks")
    members.insert(place, ("open_data", {"$ref": "#/$defs/open_data"}))
    schema["properties"] = dict(members)
    schema["required"].append("open_data")


def _rules_with_table(rules: Json) -> None:
    rules["sets"] |= {"dataset": ["new", "all"], "kind": ["free", "restricted"]}
    rules["sets"]["table"].append("open_data")
    rules["rules"].insert(0, RULE)


def _report_with_table(report: Json) -> None:
    counts = {"free": 3, "restricted": 2, "total": 5}
    _put_behind(report, "other_matters", "open_data", {"new": counts, "all": dict(counts)})


ADDED = {
    "row-more": Added(schema=_schema_with_row, rules=_rules_with_row, report=_report_with_row),
    "row-less": Added(schema=_schema_without_row, rules=_rules_without_row, report=_report_without_row),
    "section-more": Added(schema=_schema_with_section, rules=_rules_with_section, report=_report_with_section),
    "table-more": Added(
        schema=_schema_with_table,
        rules=_rules_with_table,
        report=_report_with_table,
        codes={"datasets-totals": "disputes-totals"},
    ),
}


def checkout(name: str, folder: Path) -> Path:
    """Return a copy of the project with a layout added below schema/, and its code generated."""
    for part in ("govreport", "schema", "tools"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    _drop_newer(folder / "schema")
    write_layout(folder / "schema", ADDED[name])
    subprocess.run([sys.executable, "tools/generate.py"], cwd=folder, check=True, capture_output=True)
    return folder


def _drop_newer(schema: Path) -> None:
    """Take away every layout that has come behind 2021: the made-up ones are made of it, and come in their place."""
    path = schema / "versions.json"
    versions = json.loads(path.read_bytes())
    names = list(versions["layouts"])
    for name in names[names.index("2021") + 1 :]:
        del versions["layouts"][name]
        shutil.rmtree(schema / name)
        for file in (*schema.glob(f"mappings/*{name}*.json"), *schema.glob(f"conformance/**/*{name}.json")):
            file.unlink()
    last = versions["layouts"]["2021"]
    last["status"] = "in force"
    last["years"].pop("last", None)
    path.write_text(json.dumps(versions, ensure_ascii=False, indent=2), encoding="utf-8")


def write_layout(schema: Path, added: Added) -> None:
    """Add a layout to a folder schema/."""

    def read(name: str) -> Any:
        return json.loads((schema / name).read_bytes())

    def write(name: str, value: Any) -> None:
        path = schema / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")

    before, report, rules = read("2021/report.schema.json"), read("2021/report.schema.json"), read("2021/rules.json")
    report["$id"] = f"urn:govreport:layout:{ID}"
    report["properties"]["layout"]["const"] = ID
    added.schema(report)
    write(f"{ID}/report.schema.json", report)
    added.rules(rules)
    for rule in rules["rules"]:
        if rule["id"] == "layout-year":
            rule["value"] = str(FIRST_YEAR)
    write(f"{ID}/rules.json", rules | {"layout": ID})
    versions = read("versions.json")
    versions["layouts"][ID] = {**versions["layouts"]["2021"], "schema": report["$id"], "years": {"first": FIRST_YEAR}}
    write("versions.json", versions)
    table = read("mappings/2019-2021.json")
    write(f"mappings/2021-{ID}.json", table | {"left": "2021", "right": ID, "sets": {}, **_mapping(before, report)})
    for language in ("zh", "en"):
        messages = read(f"messages/{language}.json")
        messages["codes"] |= {code: messages["codes"][like] for code, like in added.codes.items()}
        write(f"messages/{language}.json", messages)


def own_report(name: str, of: Json | None = None) -> Json:
    """Return a report of an added layout, made of one of 2021, its years changed."""
    base = of or clean()
    year = base["year"]
    text = json.dumps(base, ensure_ascii=False)
    report: Json = json.loads(text.replace(str(year + 1), str(YEAR + 1)).replace(str(year), str(YEAR)))
    report["layout"] = ID
    ADDED[name].report(report)
    return report


def examples_of_2021() -> dict[str, Json]:
    """Return the published examples of layout 2021, and a clean one, by name."""
    values = {path.stem: json.loads(path.read_bytes()) for path in sorted((EXAMPLES / "reports").glob("*.json"))}
    return {"clean": clean()} | {name: value for name, value in values.items() if value["layout"] == "2021"}


def _mapping(left: Json, right: Json) -> Json:
    """Return rows that name every leaf of two schemas once: whatever has the same pointer is the same."""
    lists = ("marks", "undivided", "notes", "explanations")
    change = {"kind": "renamed", "reason": "other-schema"}
    rows: list[Json] = [
        {**change, "left": "/$schema", "right": "/$schema", "values": [[left["$id"], right["$id"]]]},
        {**change, "left": "/layout", "right": "/layout", "values": [["2021", ID]]},
    ]
    here, there = list(_leaves(left, left, "")), list(_leaves(right, right, ""))
    for pointer in dict.fromkeys((*here, *there)):
        if pointer in ("/$schema", "/layout"):
            continue
        kind = "same" if pointer in here and pointer in there else "only-left" if pointer in here else "only-right"
        row: Json = {"kind": kind, "at": pointer}
        if kind != "same":
            row["reason"] = "not-asked"
        if pointer[1:] in lists:
            row["holds"] = pointer[1:]
        rows.append(row)
    return {"rows": rows, "rules": [{"kind": "apart", "rule": "layout-year", "reason": "own-years"}]}


def _leaves(schema: Json, member: Json, pointer: str) -> Iterator[str]:
    if "$ref" in member:
        member = schema["$defs"][member["$ref"].rpartition("/")[2]]
    if "properties" not in member:
        yield pointer
    for name, below in member.get("properties", {}).items():
        yield from _leaves(schema, below, f"{pointer}/{name}")


def _at(report: Json, column: str) -> Json:
    place: Json = report["requests"]
    for step in column.split("/"):
        place = place[step]
    return place


def _add(column: Json, figure: int) -> None:
    """Conclude more requests, or fewer, that were received in the year."""
    if column["received"] is not None and column["outcomes"]["total"] is not None:
        column["received"] += figure
        column["outcomes"]["total"] += figure


def _insert(sets: Mapping[str, list[str]], after: str, member: str) -> None:
    for members in sets.values():
        for name in (after, f"outcomes/{after}"):
            if name in members:
                members.insert(members.index(name) + 1, name.replace(after, member))


def _put_behind(report: Json, before: str, name: str, value: Any) -> None:
    members = list(report.items())
    place = [key for key, _ in members].index(before) + 1
    members.insert(place, (name, value))
    report.clear()
    report.update(members)
