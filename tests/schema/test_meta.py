"""Every data file answers to a meta-schema, and the meta-schemas refuse what the standard does not allow."""

import pytest
from jsonschema import Draft202012Validator

from .files import DRAFT, META, data_files, meta_of, read


@pytest.mark.parametrize("name", META)
def test_a_meta_schema_is_a_titled_schema_of_2020_12(name: str) -> None:
    schema = read(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DRAFT
    assert schema["$id"] == "urn:govreport:meta:" + name.removeprefix("meta/").removesuffix(".schema.json")
    assert {"title", "description"} <= set(schema)


@pytest.mark.parametrize("name", data_files())
def test_a_data_file_answers_to_its_meta_schema(name: str) -> None:
    errors = Draft202012Validator(read(meta_of(name))).iter_errors(read(name))
    assert [(error.json_path, error.message) for error in errors] == []


def test_every_meta_schema_but_those_of_what_the_program_writes_has_a_data_file() -> None:
    written = {
        f"meta/{name}.schema.json"
        for name in ("output", "losses", "evidence", "mentions", "told", "differences", "baseline")
    }
    # These are written by whoever uses the program.
    given = {f"meta/{name}.schema.json" for name in ("configuration", "explanations")}
    assert {meta_of(name) for name in data_files()} == set(META) - written - given


def test_meta_schemas_agree_on_what_they_share() -> None:
    known: dict[str, object] = {}
    for name in META:
        for key, definition in read(name).get("$defs", {}).items():
            if key in ("basis", "citation", "pattern"):
                assert known.setdefault(key, definition) == definition, (name, key)
    assert set(known) == {"basis", "citation", "pattern"}
