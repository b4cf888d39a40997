"""`govreport schema --as`: what other languages and engines get, made from the schema alone."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport import resources, validate
from govreport.cli.schemas.typescript import type_name, typescript
from govreport.corpus.columns import columns
from govreport.form.layout import load_layout
from govreport.kinds import kind_of, schema_file
from tests.reports import EXAMPLES
from tools.site.bundle import modules

from .running import govreport

LAYOUTS = resources.layouts()
_LENGTHS = ("minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")
_STRUCTURE = ("$schema", "$id", "$defs", "$ref", "type", "properties", "required", "additionalProperties", "items")
_ASSERTIONS = frozenset((*_STRUCTURE, *_LENGTHS, "enum", "const", "deprecated"))
# The defects of structure that types of TypeScript can see; values too large or of another form they cannot.
SEEN = frozenset({"missing-member", "not-allowed-value", "unknown-layout", "unknown-member", "wrong-type"})


def test_as_json_it_is_the_file() -> None:
    for layout in resources.documents():
        file = resources.schema_root() / schema_file(layout)
        assert govreport("schema", layout).stdout_bytes == file.read_bytes()
        assert govreport("schema", layout, "--as", "json").stdout_bytes == file.read_bytes()


@pytest.mark.parametrize("layout", resources.documents())
def test_types_have_a_name_for_each_definition_and_every_label_in_both_languages(layout: str) -> None:
    schema = resources.read(schema_file(layout))
    text = typescript(layout)
    names = re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE)
    assert names == [kind_of(layout).class_of(layout), *map(type_name, schema["$defs"])]
    assert len(set(names)) == len(names)
    for definition in (schema, *schema["$defs"].values()):
        for name, member in definition.get("properties", {}).items():
            assert re.search(rf'^  "?{re.escape(name)}"?\??: ', text, re.MULTILINE), name
            for said in (member.get("title"), member.get("description"), *member.get("definition", {}).values()):
                assert said is None or said in text, name


def test_every_object_of_a_schema_has_a_name_of_its_own() -> None:
    def unnamed(value: Any) -> bool:
        if isinstance(value, list):
            return any(map(unnamed, value))
        return isinstance(value, dict) and ("properties" in value or any(map(unnamed, value.values())))

    for layout in resources.documents():
        schema = resources.read(schema_file(layout))
        for definition in (schema, *schema["$defs"].values()):
            assert not any(map(unnamed, definition.get("properties", {}).values())), layout


@pytest.mark.parametrize("layout", resources.documents())
def test_the_named_schema_allows_the_same_and_every_type_has_a_name(layout: str) -> None:
    schema = json.loads(govreport("schema", layout, "--as", "named").stdout)
    Draft202012Validator.check_schema(schema)
    original = resources.read(schema_file(layout))
    titles = [schema["title"], *(of["title"] for of in schema["$defs"].values() if "properties" in of)]
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]*", title) for title in titles)
    assert len(set(titles)) == len(titles)
    assert _bare(schema) == _bare(original)
    # No other title: a generator would take it for the name of one more type.
    assert sum(1 for _ in _titles(schema)) == len(titles)
    assert all(label in json.dumps(schema, ensure_ascii=False) for label in _titles(original))


def _bare(value: Any, *, is_map: bool = False) -> Any:
    """Return a schema without what only describes it."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = value if is_map else {key: of for key, of in value.items() if key in _ASSERTIONS}
    return {key: _bare(of, is_map=key in ("properties", "$defs") and not is_map) for key, of in kept.items()}


def _titles(value: Any, *, is_map: bool = False) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    if not is_map and "title" in value:
        yield value["title"]
    for key, of in value.items():
        yield from _titles(of, is_map=key in ("properties", "$defs") and not is_map)


@pytest.fixture(scope="module")
def compiler() -> list[str]:
    """The command that checks types, from npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Node.js or npm is not installed: nothing checks the types of TypeScript here")
    return [node, str(modules() / "typescript" / "bin" / "tsc")]


def _documents() -> dict[str, Path]:
    paths = [*EXAMPLES.rglob("*.json")]
    return {re.sub(r"\W", "_", path.relative_to(EXAMPLES).as_posix()): path for path in paths}


@pytest.mark.slow
def test_all_examples_answer_to_the_types_and_broken_ones_do_not(compiler: list[str], tmp_path: Path) -> None:
    for layout in resources.documents():
        (tmp_path / f"layout_{layout}.ts").write_text(typescript(layout), "utf-8")
    expected: dict[str, bool] = {}
    for name, path in _documents().items():
        try:
            value = json.loads(path.read_bytes())
        except ValueError:  # a defect of the text
            continue
        layout = value["layout"] if value["layout"] in resources.documents() else LAYOUTS[-1]
        expected[name] = SEEN.isdisjoint(finding.code for finding in validate(path).findings)
        type_ = kind_of(layout).class_of(layout)
        source = f'import type {{ {type_} }} from "./layout_{layout}";\n'
        source += f"export const document: {type_} = {json.dumps(value)};\n"
        (tmp_path / f"{name}.ts").write_text(source, "utf-8")
    options = ("--noEmit", "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler")
    done = subprocess.run(
        [*compiler, *options, *sorted(file.name for file in tmp_path.glob("*.ts"))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    refused = {match[1] for match in re.finditer(r"^(\w+)\.ts\(\d+,\d+\): error", done.stdout, re.MULTILINE)}
    assert refused == {name for name, is_right in expected.items() if not is_right}, done.stdout[:2000]
    assert {f"defects_{code.replace('-', '_')}_json" for code in SEEN} <= refused
    assert sum(expected.values()) > 60


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_schema_has_the_columns_of_the_wide_table(layout: str) -> None:
    schema = json.loads(govreport("schema", layout, "--as", "table-schema").stdout)
    assert [field["name"] for field in schema["fields"]] == [column.name for column in columns(layout)]
    assert {f["type"] for f in schema["fields"]} <= {"string", "integer", "number", "date", "boolean"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_arrow_schema_is_a_message_that_arrow_reads(layout: str, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert govreport("schema", layout, "--as", "arrow", "-o", tmp_path / "a.arrow").exit_code == 0
    schema = arrow.ipc.read_schema(arrow.py_buffer((tmp_path / "a.arrow").read_bytes()))
    assert schema.names == [column.name for column in columns(layout)]
    cells = {pointer[1:].replace("/", "."): node.kind for pointer, node in load_layout(layout).cells.items()}
    wholes = {name for name, kind in cells.items() if kind != "amount"}
    assert all(schema.field(name).type == arrow.int64() for name in wholes)
    assert all(arrow.types.is_decimal(schema.field(name).type) for name in cells.keys() - wholes)
    assert not any(arrow.types.is_floating(field.type) for field in schema)


def test_without_arrow_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "govreport.corpus.arrow", raising=False)
    result = govreport("schema", LAYOUTS[-1], "--as", "arrow")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "govreport[arrow]" in result.stderr


@pytest.mark.parametrize("form", ["arrow", "table-schema"])
def test_what_is_no_report_has_no_table(form: str) -> None:
    (other,) = set(resources.documents()) - set(LAYOUTS)
    result = govreport("schema", other, "--as", form)
    assert (result.exit_code, result.stdout) == (2, "")


def test_it_goes_to_a_file_that_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "report.ts"
    arguments = ("schema", LAYOUTS[-1], "--as", "typescript", "-o", path)
    assert govreport(*arguments).exit_code == 0
    assert path.read_text("utf-8") == typescript(LAYOUTS[-1])
    assert govreport(*arguments).exit_code == 2
    assert govreport(*arguments, "--force").exit_code == 0
