"""Explanations that a published document gives in a line of its own, so that an office needs no JSON for them.

    核对说明（三、本年度办理结果 › （七）总计 · 自然人〔requests-outcomes〕）：当年系统迁移，数字以登记为准。

The line names the place as findings do, the rule, and where several findings stand at one place, the words that are
quoted (`…〔hole-unfilled〕“公开信息  条”）：…`). It stands anywhere in a section, below its table or text.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

from govreport.documents.wording.notes import places_by_name
from govreport.documents.wording.signs import PHRASES
from govreport.findings import Finding
from govreport.form.layout import Layout
from govreport.form.naming import STEP, place
from govreport.normalizing import nfkc

# What each part of the line may hold; brackets, colons and quotation marks count in whatever width they are typed.
_QUOTED = r"[^“”\"]{1,64}"
_HELD = {"place": "([^〔〕]+)", "rule": "([a-z][a-z0-9-]*)", "words": f"({_QUOTED})", "reason": "(.*)"}
_TYPED_FOR = {"“": '“"', "”": '”"'}


def _pattern(phrase: str) -> str:
    """Return the pattern of what a phrase of `print.json` prints; in groups what stands for its names."""
    parts = re.split(r"\{([a-z]+)\}", phrase)
    signs = ("".join(_class(sign) for sign in part) for part in parts[::2])
    names = (f"(?:{_pattern(PHRASES[name])})?" if name in PHRASES else _HELD[name] for name in parts[1::2])
    return "".join(sign + name for sign, name in zip_longest(signs, names, fillvalue=""))


def _class(sign: str) -> str:
    typed = dict.fromkeys((sign, nfkc(sign), *_TYPED_FOR.get(sign, "")))
    return f"[{re.escape(''.join(typed))}]"


_LINE = re.compile(_pattern(PHRASES["explanation"]), re.DOTALL)
# A finding names the table first, by its number.
_TABLE = re.compile(rf"表[一二三四五六]{STEP}")
_LONGEST_RULE, _LONGEST_TEXT = 100, 10_000


def strip_explanations(layout: Layout, texts: Iterable[str]) -> tuple[list[str], list[Mapping[str, str]]]:
    """Return paragraphs without the lines that explain findings, and these as a report has them in `explanations`."""
    kept: list[str] = []
    found: list[Mapping[str, str]] = []
    for text in texts:
        explanation = _explanation(layout, text)
        if explanation is None:
            kept.append(text)
        else:
            found.append(explanation)
    return kept, found


def line_for(layout: Layout, finding: Finding) -> str | None:
    """Return the line that would explain a finding, up to the reason; None for one that nothing explains."""
    if finding.rule is None or finding.rule != finding.code:
        return None
    quote: Any = finding.parameters.get("quote")
    can_quote = isinstance(quote, str) and re.fullmatch(_QUOTED, quote, re.DOTALL)
    words = PHRASES["quotation"].format(words=quote) if can_quote else ""
    named = place(layout, finding.pointer)
    return PHRASES["explanation"].format(place=named, rule=finding.rule, quotation=words, reason="")


def entry_for(finding: Finding) -> Mapping[str, str] | None:
    """Return what would explain a finding in a report's `explanations`, without the reason; None as for a line."""
    if finding.rule is None or finding.rule != finding.code:
        return None
    quote: Any = finding.parameters.get("quote")
    quoted = {"quote": quote} if isinstance(quote, str) and quote else {}
    return {"rule": finding.rule, "pointer": finding.pointer, "text": "", **quoted}


def _explanation(layout: Layout, text: str) -> Mapping[str, str] | None:
    match = _LINE.fullmatch(text.strip())
    if match is None or len(match[2]) > _LONGEST_RULE or len(match[4]) > _LONGEST_TEXT:
        return None
    name = match[1].strip()
    places = places_by_name(layout.id)
    pointer = places.get(name, places.get(_TABLE.sub("", name, count=1)))
    if pointer is None:
        return None
    quote = {"quote": match[3]} if match[3] else {}
    return {"rule": match[2], "pointer": pointer, "text": match[4].strip(), **quote}
