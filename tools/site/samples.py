"""Texts on the page of a rule about words: some in which it finds something, and right ones that look alike.

They are those of the conformance suite, so that each is what a test holds the rule to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from govreport import resources
from govreport.rules.comparing import says
from govreport.rules.data import Rule, load_instances, load_rules
from tools.site.words import say

_CASES = Path(__file__).resolve().parents[2] / "schema" / "conformance"
# So many texts of each sort are shown, the shortest first; longer ones than this are no examples.
_MOST, _LONGEST = 3, 160
# What a right text must tell to look like a wrong one: a figure of this kind, or so many of them.
_KINDS = {"percentage": ("percentage",), "unit": ("amount",)}
_LEAST = {"parts": 2}


class Samples(NamedTuple):
    """Texts of the conformance suite about one rule: wrong ones, in which it finds something, and right ones."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]


def samples(code: str) -> Samples | None:
    """Return the texts of a rule about words, of the newest layout that has it; None for any other code."""
    layout = next((layout for layout in reversed(resources.layouts()) if code in load_rules(layout)), None)
    if layout is None:
        return None
    rule = load_rules(layout)[code]
    if rule.kind not in ("text", "slip", "stated") and rule.pattern is None:
        return None
    cases = list(_told(rule, layout) if rule.kind == "stated" else _asked(rule, layout))
    wrong = [text for text, is_right in cases if not is_right]
    # Some are right because of what another place says: they do not show it.
    right = [text for text, is_right in cases if is_right and text not in wrong]
    return Samples(wrong=_few(wrong), right=_few(right))


def sample_lists(code: str, language: str) -> Iterator[str]:
    """Yield the texts of a rule about words as two lists; nothing for any other code."""
    found = samples(code)
    if found is None:
        return
    yield say("texts-lead", language)
    for name, texts in zip(Samples._fields, found, strict=True):
        if texts:
            items = "".join(f"<li><q>{escape(text).replace(chr(10), '<br>')}</q></li>" for text in texts)
            yield f"**{say(f'texts-{name}', language)}**"
            # Who searches for words of the form does not look for these.
            yield f'<ul class="texts" data-search-exclude>{items}</ul>'


def _few(texts: Sequence[str]) -> tuple[str, ...]:
    short = sorted({text for text in texts if len(text) <= _LONGEST}, key=lambda text: (len(text), text))
    return tuple(short[:_MOST])


def _asked(rule: Rule, layout: str) -> Iterator[tuple[str, bool]]:
    """Yield the texts that cases put where they ask a rule, each with whether it holds there."""
    for case in _cases("rules"):
        if case.get("rule") != rule.id or case["verdict"] not in ("holds", "fails"):
            continue
        if case["input"].get("base", "").endswith(layout):
            for change in case["input"].get("changes", ()):
                text = change.get("value")
                if change["pointer"] == case["at"] and isinstance(text, str) and says(text):
                    yield text, case["verdict"] == "holds"


def _told(rule: Rule, layout: str) -> Iterator[tuple[str, bool]]:
    """Yield the texts that tell figures of the cells of a rule, each with whether they are right."""
    places = {place for i in load_instances(layout) if i.rule.id == rule.id for place in i.places}
    for case in _cases("statements"):
        if not case["base"].endswith(layout):
            continue
        found = {finding["code"] for finding in case["expected"]}
        meant = [s for s in case["statements"] if any(places.intersection(r["cells"]) for r in s.get("readings", ()))]
        agreeing = [
            s for s in meant if s["verdict"] == "agrees" and s["kind"] in _KINDS.get(rule.of or "", (s["kind"],))
        ]
        if rule.id in found:
            yield case["text"], False
        elif not found and "changes" not in case and len(agreeing) >= _LEAST.get(rule.of or "", 1):
            yield case["text"], True


@cache
def _cases(group: str) -> tuple[Mapping[str, Any], ...]:
    files = (json.loads(path.read_bytes()) for path in sorted(_CASES.glob("*.json")))
    return tuple(case for file in files if file["group"] == group for case in file["cases"])
