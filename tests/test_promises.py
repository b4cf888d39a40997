"""Every promise names a test that is there, and both languages promise the same."""

import ast
import re

import attrs
import pytest

from govreport.documents.limits import Limits

from .reports import ROOT

_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
_ROW = re.compile(r"^\| (?!Promise|承诺|Limit|限度|---)", re.MULTILINE)


def page(language: str) -> str:
    return (ROOT / "docs" / language / "reference" / "promises.md").read_text("utf-8")


NAMED = sorted(set(_TEST.findall(page("en"))))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_the_test_that_holds_a_promise_is_there(path: str, name: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_both_languages_promise_the_same() -> None:
    assert _TEST.findall(page("zh")) == _TEST.findall(page("en"))
    assert len(_ROW.findall(page("zh"))) == len(_ROW.findall(page("en"))) > len(NAMED)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_limits_are_those_of_the_library(language: str) -> None:
    rows = dict(re.findall(r"^\| `--max-([\w-]+)` \| `?([0-9,]+(?: MiB| GiB| s)?)`? \|", page(language), re.MULTILINE))
    units = {"": 1, "s": 1, "MiB": 1 << 20, "GiB": 1 << 30}
    found = {}
    for name, shown in rows.items():
        number, _, unit = shown.partition(" ")
        found[name.replace("-", "_")] = int(number.replace(",", "")) * units[unit]
    # Whether an office suite may read old files is no limit, and off.
    assert {**found, "office": False} == attrs.asdict(Limits())
