"""A further kind of document is a folder of data and a record: nothing else of the library changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.kinds.checkout import Checkout, copy
from tests.test_new_layout import fingerprint

pytest.importorskip("mkdocs", reason="the pages of the reference are written with mkdocs")

RECORD = """Kind(
    name="proposals",
    noun="report on proposals",
    register="proposal_reports",
    schema="proposals.schema.json",
    class_name="ProposalReport",
    stem="proposals",
)"""
LABELS = (("congress", "人大代表建议"), ("conference", "政协委员提案"))
FIGURES = (("answered", "已办复"), ("pending", "正在办理"), ("total", "总计"))
PROGRAM = """
import json
from pathlib import Path
from click.testing import CliRunner
from govreport import dumps, render, validate
from govreport.cli.main import main
from govreport.kinds import kind_of
from govreport.model.codec import load_any, loads_any
from tools.site import codes, entries, navigation
from tools.site.kindpages import site_of

def run(*arguments):
    done = CliRunner().invoke(main, [*map(str, arguments), "--lang", "zh"])
    return [done.exit_code, done.output]

def told(name):
    return [[f.code, f.pointer, f.message("zh"), f.line is not None] for f in validate(Path(name)).findings]

def refusal(call):
    try:
        call()
    except ValueError as error:
        return str(error)

def written(language):
    kind = kind_of("proposals")
    yield from site_of(kind).pages(kind, language)
    yield "form/index.md", entries.overview(language)
    yield "findings/index.md", codes.index_page(language)
    yield "findings/arithmetic.md", codes.group_page("arithmetic", language)

good = load_any("good.json")
print(json.dumps({
    "validated": {name: told(name) for name in ("good.json", "bad.json", "empty.json", "misled.json")},
    "hint": [[c.pointer, c.after] for c in validate(Path("bad.json")).findings[0].hints[0].changes],
    "object": [type(good).__name__, good.handled.congress.answered, dumps(loads_any(dumps(good))) == dumps(good)],
    "of an object": [f.code for f in validate(good).findings],
    "new": run("new", "--layout", "proposals", "--year", 2024, "--organ", "某市人民政府"),
    "blank": run("validate", "blank.json") if Path("blank.json").write_bytes(
        CliRunner().invoke(main, ["new", "--layout", "proposals", "--year", "2024", "--organ", "某局"]).stdout_bytes
    ) else None,
    "schema": json.loads(run("schema", "proposals")[1])["$id"],
    "rules": run("rules", "proposals"),
    "explained": run("explain", "proposals-totals"),
    "cli": [run("validate", name)[0] for name in ("good.json", "bad.json")],
    "unprinted": run("render", "good.json", "--format", "html"),
    "refused": refusal(lambda: render(good, "html")),
    "converted": run("convert", "--to", "2021", "good.json", "-o", "out.json")[0],
    "pages": {f"{language} {path}": text for language in ("zh", "en") for path, text in written(language)},
    "navigation": json.dumps(navigation.tree("zh"), ensure_ascii=False),
}, default=str))
"""


def schema_of_the_report(checkout: Checkout) -> dict[str, Any]:
    """Return the schema of a report on proposals: two texts and a table between them."""
    report = checkout.read("2021/report.schema.json")
    definitions, members = report["$defs"], report["properties"]
    kept = ("count", "date", "pointer", "section_text", "line", "organ", "mark", "undivided_figure", "note")
    words = {"zh": "件数。", "en": "Number of proposals."}
    figures = {
        name: {"$ref": "#/$defs/count", "title": title, "description": name, "definition": words, "unit": "item"}
        for name, title in FIGURES
    }
    schema: dict[str, Any] = report | {
        "$id": "urn:govreport:proposals",
        "title": "建议提案办理情况报告",
        "description": "Report on the handling of proposals",
        "properties": {
            **{name: members[name] for name in ("$schema", "year", "organ", "title")},
            "layout": members["layout"] | {"const": "proposals"},
            "overview": members["overview"] | {"title": "一、基本情况"},
            "handled": {"$ref": "#/$defs/handled", "description": "Proposals handled"},
            "next_steps": members["overview"] | {"title": "三、下一步打算", "description": "Next steps"},
            **{name: members[name] for name in ("marks", "undivided", "notes", "explanations", "extensions")},
        },
        "required": ["layout", "year", "organ", "overview", "handled", "next_steps"],
        "$defs": {
            **{name: definitions[name] for name in (*kept, "explanation")},
            "counts": {
                "type": "object",
                "description": "Proposals by state",
                "axis": "columns",
                "properties": figures,
                "required": [*figures],
                "additionalProperties": False,
            },
            "handled": {
                "type": "object",
                "title": "二、建议提案办理情况",
                "description": "Proposals handled",
                "axis": "rows",
                "corner": "类别",
                "properties": {
                    name: {"$ref": "#/$defs/counts", "title": title, "description": name} for name, title in LABELS
                },
                "required": [name for name, _ in LABELS],
                "additionalProperties": False,
            },
        },
    }
    return schema


RULES = [
    {
        "id": "proposals-totals",
        "kind": "equation",
        "severity": "error",
        "standing": "derived",
        "basis": [{"act": "form-2021"}],
        "each": ["body"],
        "left": ["/handled/{body}/{state}"],
        "right": ["/handled/{body}/total"],
        "at": "/handled/{body}/total",
    },
    {
        "id": "section-empty",
        "kind": "presence",
        "severity": "error",
        "standing": "agreed",
        "basis": [{"act": "form-2021"}],
        "each": ["text"],
        "at": "/{text}",
        "of": "text",
    },
]
SETS = {"body": ["congress", "conference"], "state": ["answered", "pending"], "text": ["overview", "next_steps"]}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Return a copy of the project with a third kind of document: its folder, its record, a sentence for its rule."""
    made = copy(tmp_path_factory.mktemp("third"))
    made.write("proposals/proposals.schema.json", schema_of_the_report(made))
    rules = {"$schema": "../meta/rules.schema.json", "layout": "proposals", "sets": SETS, "rules": RULES}
    made.write("proposals/rules.json", rules)

    def register(versions: Any) -> None:
        entry = versions["work_plans"]["workplan"] | {"schema": "urn:govreport:proposals"}
        versions["proposal_reports"] = {"proposals": entry}

    def word(messages: Any) -> None:
        messages["codes"]["proposals-totals"] = messages["codes"]["disputes-totals"]

    made.change("versions.json", register)
    for language in ("zh", "en"):
        made.change(f"messages/{language}.json", word)
    record = made.root / "govreport" / "kinds.py"
    text = record.read_text(encoding="utf-8")
    assert "KINDS = (REPORT, WORK_PLAN)" in text
    record.write_text(text.replace("(REPORT, WORK_PLAN)", f"(REPORT, WORK_PLAN, {RECORD})"), encoding="utf-8")
    made.generate()
    return made


@pytest.mark.parametrize(
    ("file", "meta"),
    [("proposals/proposals.schema.json", "report"), ("proposals/rules.json", "rules"), ("versions.json", "versions")],
)
def test_its_folder_answers_to_the_schemas_of_the_standard(file: str, meta: str, checkout: Checkout) -> None:
    validator = Draft202012Validator(checkout.read(f"meta/{meta}.schema.json"))
    assert [(error.json_path, error.message) for error in validator.iter_errors(checkout.read(file))] == []


def document(**changes: Any) -> dict[str, Any]:
    """Return a clean report on proposals, with changes."""
    figures = {"answered": 3, "pending": 1, "total": 4}
    return {
        "layout": "proposals",
        "year": 2024,
        "organ": {"name": "某市人民政府"},
        "overview": "收到建议提案八件。",
        "handled": {"congress": figures, "conference": figures},
        "next_steps": "继续办理。",
        **changes,
    }


@pytest.fixture(scope="module")
def found(checkout: Checkout) -> dict[str, Any]:
    """Return what the library says of documents of the third kind."""
    wrong = {"answered": 3, "pending": 1, "total": 5}
    documents = {
        "good": document(),
        "bad": document(handled={"congress": wrong, "conference": {"answered": 3, "pending": 1, "total": 4}}),
        "empty": document(overview=" "),
        "misled": document(notes=[{"pointer": "/nowhere", "text": "x"}], marks=[{"pointer": "/year", "mark": "blank"}]),
    }
    for name, value in documents.items():
        (checkout.root / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    told: dict[str, Any] = checkout.run(PROGRAM)
    return told


def test_its_documents_are_validated(found: dict[str, Any]) -> None:
    validated = found["validated"]
    assert validated["good.json"] == []
    at = "/handled/congress/total"
    assert validated["bad.json"] == [["proposals-totals", at, validated["bad.json"][0][2], True]]
    assert "5" in validated["bad.json"][0][2]
    assert found["hint"] in ([["/handled/congress/total", 4]], [["/handled/congress/answered", 4]])
    assert [entry[:2] for entry in validated["empty.json"]] == [["section-empty", "/overview"]]
    assert {entry[0] for entry in validated["misled.json"]} == {"pointer-nowhere"}
    assert found["cli"] == [0, 1]


def test_its_documents_are_objects(found: dict[str, Any]) -> None:
    assert found["object"] == ["ProposalReport", 3, True]
    assert found["of an object"] == []


def test_a_blank_one_is_made_and_shows_what_is_to_be_filled_in(found: dict[str, Any]) -> None:
    code, text = found["new"]
    assert code == 0
    assert json.loads(text)["handled"]["congress"] == {"answered": None, "pending": None, "total": None}
    code, text = found["blank"]
    assert code == 1
    assert "section-empty" in text


def test_its_schema_and_its_rules_are_shown_and_explained(found: dict[str, Any]) -> None:
    assert found["schema"] == "urn:govreport:proposals"
    code, table = found["rules"]
    assert code == 0
    assert [line.split()[0] for line in table.splitlines()[1:]] == ["proposals-totals", "section-empty"]
    code, text = found["explained"]
    assert code == 0
    assert "人大代表建议" in text
    assert "/handled/congress" in text
    assert "proposals" in text


def test_what_it_does_not_have_is_refused_in_words(found: dict[str, Any]) -> None:
    code, text = found["unprinted"]
    assert code == 2
    assert "建议提案办理情况报告" in text
    assert found["refused"] == "a report on proposals is not printed as 'html'"
    assert found["converted"] == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_has_a_page_of_the_reference(language: str, found: dict[str, Any]) -> None:
    page = found["pages"][f"{language} form/proposals.md"]
    for body, _ in LABELS:
        for figure, _ in FIGURES:
            assert f'id="handled.{body}.{figure}"' in page
            assert f'href="#handled.{body}.{figure}"' in page
    assert "#overview }" in page
    assert "proposals.<wbr>next_steps" in page
    assert "二、建议提案办理情况" in page
    assert "findings/arithmetic.html#proposals-totals" in page
    assert "../form/proposals.html#handled.congress.total" in found["pages"][f"{language} findings/arithmetic.md"]
    assert "#proposals-totals" in found["pages"][f"{language} findings/index.md"]
    assert "proposals.md" in found["pages"][f"{language} form/index.md"]
    assert "form/proposals.md" in found["navigation"]


def test_nothing_of_the_library_changes_but_the_record_and_what_is_generated(checkout: Checkout) -> None:
    here = fingerprint(Path(__file__).parents[2] / "govreport")
    there = fingerprint(checkout.root / "govreport")
    changed = {name for name in here.keys() | there.keys() if here.get(name) != there.get(name)}
    assert changed == {"kinds.py", "model/proposals.py"}
