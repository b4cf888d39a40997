"""The normative texts speak of what there is, and the Chinese one says all that the English one says."""

import re

from .files import FOLDERS, SCHEMA, read

CODE = re.compile(r"`+([^`]+)`+")
ENGLISH, CHINESE, LEXICAL = (
    (SCHEMA / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md", "LEXICAL.md")
)


def _outline(text: str) -> list[str]:
    """Return the shape of a text: the level of each heading, and each list or table line as such."""
    return [match[0] for match in re.finditer(r"^(#+|\||- |[0-9]\.)", text, re.MULTILINE)]


def _keywords(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keywords(child) for child in value.values()))
    return set().union(*(_keywords(child) for child in value)) if isinstance(value, list) else set()


def test_both_languages_have_the_same_headings_lists_and_tables() -> None:
    assert _outline(ENGLISH) == _outline(CHINESE)


def test_both_languages_name_the_same_things() -> None:
    # Prose may name a thing once more in one language; it may not leave it out.
    assert set(CODE.findall(ENGLISH)) == set(CODE.findall(CHINESE))


def test_every_keyword_of_the_dialect_is_explained() -> None:
    allowed = set(read("meta/report.schema.json")["$defs"]["member"]["properties"])
    explained = set(CODE.findall(ENGLISH))
    assert allowed <= explained


def test_every_member_of_a_rule_is_explained() -> None:
    definitions = read("meta/rules.schema.json")["$defs"]
    kinds = ("common", "equation", "inequality", "presence", "text", "compare", "condition")
    members = {name for kind in kinds for name in definitions[kind]["properties"]}
    assert members <= set(CODE.findall(ENGLISH))


def test_every_member_of_a_rule_of_the_work_plan_is_explained() -> None:
    definitions = read("meta/plan-rules.schema.json")["$defs"]
    members = {name for kind in ("common", "sequence", "compare") for name in definitions[kind]["properties"]}
    terms = read("meta/plan-terms.schema.json")["properties"]
    members |= {"times", *terms["times"]["items"]["properties"], "units", *terms["units"]["properties"]}
    section = ENGLISH.partition("## The work plan")[2].partition("\n## ")[0]
    assert members <= set(CODE.findall(section))


def test_every_code_is_either_a_rule_or_in_the_lexical_layer() -> None:
    rules = {rule["id"] for folder in FOLDERS for rule in read(f"{folder}/rules.json")["rules"]}
    catalogue = set(read("messages/en.json")["codes"])
    named = set(CODE.findall(LEXICAL))
    assert catalogue - rules <= named
    assert not rules & named


def test_no_code_of_the_lexical_layer_is_unknown() -> None:
    catalogue = set(read("messages/en.json")["codes"])
    rows = "".join(line for line in LEXICAL.splitlines() if line.startswith("|"))
    in_tables = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", rows))
    assert len(in_tables) > 25
    assert in_tables <= catalogue
