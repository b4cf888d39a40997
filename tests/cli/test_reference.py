"""Where the reference speaks of a code: printed by explain, given to viewers by SARIF."""

import json
from pathlib import Path

import pytest

from govreport import messages
from govreport.cli.reference import VARIABLE, grouped, link

from .running import NONE, govreport, validate

SITE = "https://example.org/govreport/"
ENTRY = "findings/arithmetic.html#requests-identity"


def test_every_code_stands_in_just_one_group() -> None:
    assert sorted(code for codes in grouped().values() for code in codes) == sorted(messages.codes())
    assert all(grouped().values())


def test_explain_names_the_entry_in_the_language_of_the_reader() -> None:
    site = {VARIABLE: SITE}
    assert govreport("explain", "requests-identity", "--lang", "zh", **site).stdout.endswith(
        f"\n\n参考：{SITE}{ENTRY}\n"
    )
    assert govreport("explain", "requests-identity", "--lang", "en", **site).stdout.endswith(
        f"reference: {SITE}en/{ENTRY}\n"
    )


def test_where_no_site_is_installed_explain_names_none() -> None:
    assert ENTRY not in govreport("explain", "requests-identity").stdout


@pytest.mark.parametrize("address", [SITE, SITE.rstrip("/"), f" {SITE} "])
def test_where_the_site_is_installed_explain_links_to_it(address: str) -> None:
    told = govreport("explain", "requests-identity", "--lang", "en", **{VARIABLE: address}).stdout
    assert told.endswith(f"reference: {SITE}en/{ENTRY}\n")


def test_the_site_may_be_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "参考 1"
    monkeypatch.setenv(VARIABLE, str(folder))
    assert link("syntax", "zh") == f"{folder.as_uri()}/findings/text.html#syntax"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, folder.name)
    assert link("syntax", "zh") == f"{folder.as_uri()}/findings/text.html#syntax"


def test_sarif_links_to_the_site_only_where_it_is_installed() -> None:
    def rules(**environment: str) -> list[dict[str, str]]:
        output = json.loads(validate(NONE, "--format", "sarif", **environment).stdout)
        found: list[dict[str, str]] = output["runs"][0]["tool"]["driver"]["rules"]
        return found

    assert [rule for rule in rules() if "helpUri" in rule] == []
    assert [rule for rule in rules(**{VARIABLE: " "}) if "helpUri" in rule] == []
    uris = {rule["id"]: rule["helpUri"] for rule in rules(**{VARIABLE: SITE})}
    assert uris.keys() == set(messages.codes())
    assert uris["requests-identity"] == f"{SITE}en/{ENTRY}"
