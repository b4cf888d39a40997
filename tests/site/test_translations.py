"""The Chinese texts say what the English ones say, as far as that can be seen without reading them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import griffe
import pytest
from mkdocs.exceptions import PluginError

from govreport import resources
from tests.reports import ROOT
from tools.site import architecture, docstrings, members, output
from tools.site.including import PAGES, version
from tools.site.translating import catalogue, digest, is_finished, say_as, wrong

finished = pytest.mark.skipif(not is_finished(), reason="translations are asked for in the lane `all` and in CI only")
CODE = re.compile(r"`([^`]+)`")
# A heading, a row of a table, an item of a list, or else a paragraph; lines that follow belong to it.
START = re.compile(r"(#+ |\||- |\d+\. )")
PAGES_BY_HAND = sorted(path.relative_to(ROOT / "docs" / "en") for path in (ROOT / "docs" / "en").rglob("*.md"))


@pytest.fixture(scope="module")
def originals() -> Mapping[str, str]:
    """Each English text that the Chinese site says in Chinese, by its source."""
    package = griffe.load(docstrings.PACKAGE, search_paths=[ROOT], allow_inspection=False)
    assert isinstance(package, griffe.Module)
    found = dict(output.descriptions())
    for kind in resources.documents():
        found |= members.untitled(kind)
    found |= architecture.described()
    return found | {item.path: item.docstring.value for item in docstrings.shown(package) if item.docstring}


@finished
def test_every_text_that_is_shown_is_translated_and_no_translation_is_stale(originals: Mapping[str, str]) -> None:
    faults = [fault for source, english in originals.items() if (fault := wrong(source, english))]
    if faults:
        # Whole, for whoever translates.
        pytest.fail("\n\n".join(faults), pytrace=False)


@finished
def test_no_translation_outlives_what_it_translates(originals: Mapping[str, str]) -> None:
    assert set(catalogue()) - set(originals) == set()


def test_an_edited_original_makes_its_translation_stale(originals: Mapping[str, str]) -> None:
    source, english = next(iter(originals.items()))
    assert "translate anew" in wrong(source, english + " ")
    assert digest(english + " ") in wrong(source, english + " ")


def test_an_edited_text_is_shown_while_somebody_works_and_fails_where_work_is_finished(
    originals: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, english = next(iter(originals.items()))
    monkeypatch.delenv("CI", raising=False)
    assert say_as(source, english + " edited", "zh") == catalogue()[source]["zh"]
    assert say_as("govreport.new", "A new text.", "zh") == "A new text."
    monkeypatch.setenv("CI", "true")
    for name, text in ((source, english + " edited"), ("govreport.new", "A new text.")):
        with pytest.raises(PluginError, match="translate"):
            say_as(name, text, "zh")


def test_translations_name_whatever_their_originals_name(originals: Mapping[str, str]) -> None:
    for source, english in originals.items():
        if wrong(source, english):
            continue
        chinese = catalogue()[source]["zh"]
        assert set(CODE.findall(english)) <= set(CODE.findall(chinese)), source
        assert english.count("\n\n") == chinese.count("\n\n"), source


def test_every_public_name_is_among_the_originals(originals: Mapping[str, str]) -> None:
    assert {"govreport.checking.check", "govreport.findings.Finding.message"} <= set(originals)
    assert not any("._" in source for source in originals)


@pytest.mark.parametrize("name", PAGES)
def test_both_versions_of_a_text_have_the_same_blocks_that_name_the_same_things(name: str) -> None:
    english, chinese = ([*blocks(version(name, language))] for language in ("en", "zh"))
    for one, other in zip(english, chinese, strict=False):
        assert one == other
    assert len(english) == len(chinese)


def blocks(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the kind of each block of a text, and what it names in code."""
    lines: list[str] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        if lines and (not line.strip() or START.match(line)):
            text = " ".join(lines)
            kind = START.match(text)
            yield kind[1] if kind else "", sorted(set(CODE.findall(text)))
            lines = []
        if line.strip():
            lines.append(line)


@pytest.mark.parametrize("page", PAGES_BY_HAND, ids=Path.as_posix)
def test_both_versions_of_a_page_have_the_same_headings_and_run_the_same_commands(page: Path) -> None:
    english, chinese = (skeleton(ROOT / "docs" / language / page) for language in ("en", "zh"))
    assert english == chinese


def skeleton(file: Path) -> list[str]:
    """Return the levels of the headings, the marks of what is generated or run, and the commands of the program."""
    pattern = re.compile(r"(?m)^(?:#+(?= )|<!-- .*-->|\$ govreport [^;&|>\n]*)")
    return [found.replace(" --lang zh", "").rstrip() for found in pattern.findall(file.read_text(encoding="utf-8"))]
