"""The meta-schemas are sharp: a data file with one thing wrong is refused."""

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .documents import Place, at
from .files import LAYOUTS, meta_of, read

REPORT = "2021/report.schema.json"
RULES = "2021/rules.json"
ABSENT = object()

CELL = ("$defs", "document_counts", "properties", "issued")
GROUP = ("$defs", "document_counts")
BLANKS = ("rules", next(n for n, rule in enumerate(read(RULES)["rules"]) if rule["id"] == "table-blanks"))
EQUATION, INEQUALITY, PRESENCE, TEXT, COMPARE = (
    next(("rules", n) for n, rule in enumerate(read(RULES)["rules"]) if rule["kind"] == kind and member in rule)
    for kind, member in (
        ("equation", "at"),
        ("inequality", "at"),
        ("presence", "at"),
        ("text", "absent"),
        ("compare", "pattern"),
    )
)
TOPICS = next(("rules", n) for n, rule in enumerate(read(RULES)["rules"]) if "topics" in rule)

WRONG: tuple[tuple[str, Place, Any], ...] = (
    (REPORT, ("oneOf",), []),
    (REPORT, ("additionalProperties",), True),
    (REPORT, ("$id",), "urn:example:2021"),
    (REPORT, ("basis",), ABSENT),
    (REPORT, ("properties", "extensions", "additionalProperties"), False),
    (REPORT, ("properties", "organ"), read(REPORT)["properties"]["extensions"]),
    (REPORT, ("properties", "marks", "maxItems"), ABSENT),
    (REPORT, ("properties", "year", "format"), "date"),
    (REPORT, ("properties", "year", "maximum"), ABSENT),
    (REPORT, ("properties", "Year"), {"type": "integer", "minimum": 0, "maximum": 1, "description": "x"}),
    (REPORT, (*GROUP, "additionalProperties"), True),
    (REPORT, (*GROUP, "additionalProperties"), ABSENT),
    (REPORT, (*GROUP, "axis"), "diagonal"),
    (REPORT, (*GROUP, "required"), ABSENT),
    (REPORT, (*GROUP, "if"), {}),
    (REPORT, (*CELL, "$ref"), "https://example.org/schema.json"),
    (REPORT, (*CELL, "$ref"), "#/properties/year"),
    (REPORT, (*CELL, "minimum"), 0),
    (REPORT, (*CELL, "unit"), "euro"),
    (REPORT, (*CELL, "definition"), ABSENT),
    (REPORT, (*CELL, "definition", "en"), ABSENT),
    (REPORT, (*CELL, "basis"), [{"article": 20}]),
    (REPORT, (*CELL, "basis"), [{"act": "regulation", "item": 1}]),
    (REPORT, ("$defs", "line", "maxLength"), ABSENT),
    (REPORT, ("$defs", "line", "pattern"), "\\d+"),
    (REPORT, ("$defs", "line", "pattern"), "a.b"),
    (REPORT, ("$defs", "line", "pattern"), "(?P<year>a)"),
    (REPORT, ("$defs", "line", "pattern"), "a*+"),
    (REPORT, ("$defs", "line", "pattern"), "^a$"),
    (REPORT, ("$defs", "count", "type"), ["integer", "string"]),
    (RULES, ("rules", 0, "name"), "identity"),
    (RULES, ("rules", 0, "kind"), "sum"),
    (RULES, ("rules", 0, "basis"), ABSENT),
    (RULES, (*EQUATION, "relation"), "="),
    (RULES, (*EQUATION, "right"), []),
    (RULES, (*EQUATION, "at"), "/requests/0"),
    (RULES, (*EQUATION, "at"), "requests"),
    (RULES, (*EQUATION, "when"), [{"at": "/year"}]),
    (RULES, (*EQUATION, "when"), [{"at": "/year", "above": 0, "in": ["a"]}]),
    (RULES, (*EQUATION, "paired"), False),
    (RULES, (*INEQUALITY, "relation"), "="),
    (RULES, (*INEQUALITY, "right"), ABSENT),
    (RULES, (*INEQUALITY, "paired"), True),
    (RULES, (*PRESENCE, "of"), "all"),
    (RULES, (*PRESENCE, "left"), ["/year"]),
    (RULES, (*TEXT, "absent"), ABSENT),
    (RULES, (*TEXT, "present"), "费"),
    (RULES, (*TEXT, "absent"), "\\s*无"),
    (RULES, (*TEXT, "absent"), "无\\b"),
    (RULES, (*TEXT, "topics"), {"topic-a": "甲", "topic-b": "乙"}),
    (RULES, (*TOPICS, "present"), "费"),
    (RULES, (*TOPICS, "topics"), {"topic-a": "甲"}),
    (RULES, (*TOPICS, "topics"), {"a": "甲", "b": "乙"}),
    (RULES, (*COMPARE, "value"), "{month}"),
    (RULES, (*COMPARE, "echoes"), []),
    (RULES, (*COMPARE, "value"), ABSENT),
    (RULES, (*COMPARE, "pattern"), "\\w{4}"),
    (RULES, ("sets", "column"), ["/natural_person"]),
    (RULES, ("layout",), 2021),
    ("messages/en.json", ("codes", "empty", "sentence"), "holds {found:upper}"),
    ("messages/en.json", ("codes", "empty", "sentence"), "holds {"),
    ("messages/en.json", ("codes", "empty", "meaning"), ABSENT),
    ("messages/en.json", ("codes", "empty", "hint"), "see {file}"),
    ("messages/en.json", ("codes", "Empty"), {"title": "x", "sentence": "x", "meaning": "x"}),
    ("messages/en.json", ("phrases", "as-above"), "as above, {0}"),
    ("messages/en.json", ("help", "validate", "-o"), "Write to a file."),
    ("messages/en.json", ("language",), "fr"),
    ("acts.json", ("acts", "regulation", "short", "zh"), ABSENT),
    ("acts.json", ("acts", "regulation", "date"), "2019-4-3"),
    ("organs.json", ("places", 0, "level"), ["village"]),
    ("organs.json", ("state",), ABSENT),
    ("slips.json", ("slips", "holes", 0, "find"), "X*条"),
    ("slips.json", ("slips", "holes", 0, "find"), "X+条"),
    ("slips.json", ("slips", "holes", 0, "find"), "X{2,}条"),
    ("slips.json", ("slips", "holes", 0, "find"), "\\s条"),
    ("slips.json", ("slips", "holes", 0, "wrong"), []),
    ("slips.json", ("slips", "holes", 0, "right"), ABSENT),
    ("slips.json", ("slips", "holes", 0, "relation"), "="),
    ("slips.json", ("slips", "dates", 5, "check"), "moon"),
    (RULES, (*BLANKS, "exempt", 0, "marks"), ["illegible"]),
    ("print.json", ("signs", "dash"), ABSENT),
    ("print.json", ("signs", "blank"), "/"),
    ("print.json", ("units", "yuan"), ""),
    ("print.json", ("markers", "note"), "1"),
    ("print.json", ("phrases", "day"), "{year}/{day}"),
    ("print.json", ("phrases", "title"), "{organ}{name}"),
    ("versions.json", ("layouts", "2019", "sha256"), "0" * 63),
    ("versions.json", ("layouts", "2019", "years", "last"), ABSENT),
    ("versions.json", ("layouts", LAYOUTS[-1], "years", "last"), 2030),
    ("versions.json", ("layouts", "2021", "revision"), 0),
    ("versions.json", ("layouts", "21"), read("versions.json")["layouts"]["2021"]),
    ("versions.json", ("work_plans", "workplan", "sha256"), ABSENT),
    ("versions.json", ("others",), {}),
    ("versions.json", ("others",), {"other": {"schema": "urn:govreport:other"}}),
    ("versions.json", ("Others",), read("versions.json")["work_plans"]),
    ("versions.json", ("work_plans", "workplan", "years"), {"first": 2019}),
    ("workplan/rules.json", ("rules", 0, "kind"), "equation"),
    ("workplan/rules.json", ("rules", 0, "at"), "groups"),
    ("workplan/rules.json", ("rules", 0, "at"), "/groups/0/tasks"),
    ("workplan/rules.json", ("rules", 0, "standing"), "printed"),
    ("workplan/rules.json", ("rules", 0, "first"), 1),
    ("workplan/rules.json", ("rules", 1, "first"), ABSENT),
    ("workplan/rules.json", ("rules", 7, "value"), "{month}"),
    ("workplan/terms.json", ("times", 0, "kind"), "soon"),
    ("workplan/terms.json", ("times", 1, "month"), 13),
    ("workplan/terms.json", ("times", 2, "pattern"), "\\d月"),
    ("workplan/terms.json", ("units", "separator"), ABSENT),
    ("workplan/plan.schema.json", ("properties", "date"), {"type": "string"}),
    ("workplan/plan.schema.json", ("$id",), "urn:govreport:Plan"),
)


@pytest.mark.parametrize(("name", "place", "value"), WRONG)
def test_a_wrong_data_file_is_refused(name: str, place: Place, value: Any) -> None:
    data = _released(read(name))
    validator = Draft202012Validator(read(meta_of(name)))
    assert validator.is_valid(data)
    holder = at(data, place[:-1])
    if value is ABSENT:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    assert not validator.is_valid(data)


def _released(data: Any) -> Any:
    """Return a copy of the data in which a layout that waits for its release has some hash."""
    result = copy.deepcopy(data)
    for layout in LAYOUTS if "layouts" in result else ():
        result["layouts"][layout]["sha256"] = "0" * 64
    return result
