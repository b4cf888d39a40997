"""What a page shows of a rule about words: texts in which it finds something, and right ones that look alike."""

import pytest

from govreport import resources, validate
from govreport.messages import codes
from govreport.rules.data import load_rules
from tests.conformance.suite import document
from tools.site.codes import group_page
from tools.site.samples import Samples, sample_lists, samples

LAYOUT = resources.layouts()[-1]
RULES = load_rules(LAYOUT)
SHOWN = {code: found for code in codes() if (found := samples(code)) is not None}


def test_every_rule_about_words_shows_wrong_texts_and_right_ones() -> None:
    about_words = {c for c, rule in RULES.items() if rule.kind in ("text", "slip", "stated") or rule.pattern}
    assert len(about_words) > 20
    assert about_words == SHOWN.keys()
    assert [code for code, found in SHOWN.items() if not found.wrong or not found.right] == []
    assert [code for code, found in SHOWN.items() if set(found.wrong) & set(found.right)] == []


@pytest.mark.parametrize("code", ["overview-topics", "contact-missing", "title-year", "opening-year"])
def test_what_is_shown_is_so(code: str) -> None:
    for name, texts in zip(Samples._fields, SHOWN[code], strict=True):
        for text in texts:
            at = RULES[code].at.replace("{opening}", "preamble")
            report = document({"base": f"city-{LAYOUT}", "changes": [{"pointer": at, "value": text}]})
            found = {finding.code for finding in validate(report).findings}
            assert (code in found) == (name == "wrong"), text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_a_rule_shows_them(language: str) -> None:
    page = group_page("content", language)
    shown = "\n".join(sample_lists("overview-topics", language))
    assert "本机关全年工作正常。" in shown
    assert shown.split("\n")[-1] in page
    assert list(sample_lists("requests-identity", language)) == []
