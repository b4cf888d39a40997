"""Texts as reports have them, and as they should not: sentences, full-width forms, rare characters.

`mended` makes any text satisfy the rules about words, dates and years that `rules.json` states for its
place: what a rule reads wrongly is replaced by what it asks for, so no text has to be thrown away.
"""

import re
from functools import cache

from hypothesis import strategies as st

from govreport.rules.comparing import WHITE_SPACE, compiled, counting, derive
from govreport.rules.data import Instance, load_instances
from govreport.rules.slips import slips

# The first is what texts shrink to. Years in the others are put right by `mended`.
SENTENCES = (
    "工作平稳有序。",
    "2022年，本机关认真落实《中华人民共和国政府信息公开条例》，主动公开政府信息１２３条（其中图解 4 件）。",
    "２０２０年度共收到留言“12”件，均已按期答复：采纳 8 件、未采纳 4 件。",
    "根据条例要求，编制2021年度XX区政府信息公开工作年度报告。",
    "本报告所列数据的统计期限自2019 年 1 月1日起至12月31日止。",
    "2023年以来，公开内容的质量还需提高（见 https://www.example.gov.cn/gkml），下一步将加强审核。",
    "信息处理费按照规定收取。",
    "没有收费，也没有减免费用。",
    "无",
    "　　无。\t",
)
# What the longer texts lack that rules want them to say: whom to ask, and each topic of the overview.
_WANTED = (
    "如对本报告有疑问，请与本机关办公室联系。",
    "主动公开、依申请公开、政府信息管理、平台建设、监督保障按要求开展。",
)
# Full-width forms, characters outside the basic plane, combining marks, joiners, and what JSON must escape.
RARE = (
    '：，。；０９ＡＺ％　“”（）〇㊀𠀀𪜀𰻞𱍐😀e\u0301\u200d\ufe0f\u0085\u2028\ufeff\U0010ffff\x00\x1f\x7f"\\/:\n\t\r&<é'
)
# One draw gives a whole text: each digit in it stands for a sentence. Hypothesis shrinks texts to "0".
_PIECES = {ord("0") + number: sentence for number, sentence in enumerate(SENTENCES)}
_MOST_PIECES = 10
_TEXTS = st.one_of(
    st.text("0123456789" + RARE, min_size=1, max_size=_MOST_PIECES).map(lambda pieces: pieces.translate(_PIECES)),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=_MOST_PIECES),
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def texts() -> st.SearchStrategy[str]:
    """Return a strategy for texts of at least one character, short enough for every member that is a text."""
    return _TEXTS


def mended(text: str, layout: str, pointer: str, year: int, organ: str | None = None) -> str:
    """Return a text of the report of an `organ` for `year` changed so far that no rule of its place finds anything."""
    before = None
    # What is put right for one rule may touch another; none puts back what another took away.
    while before != text:
        before, text = text, _mended_once(text, layout, pointer, year, organ)
    return text


def _mended_once(text: str, layout: str, pointer: str, year: int, organ: str | None) -> str:
    instances = _instances_at(layout, pointer)
    for instance in instances:
        if instance.rule.slips is not None:
            text = without_slips(text, instance.rule.slips, year, organ)
    for instance in instances:
        rule = instance.rule
        excused = rule.unless is not None and counting(compiled(rule.unless), text)
        if rule.absent is not None and not excused:
            text = without(text, rule.absent)
    says_something = any(instance.rule.of == "text" for instance in instances)
    # Nothing is no text of any place: a title may have been 待补充 alone.
    if not (text.strip(WHITE_SPACE) if says_something else text):
        text += SENTENCES[0]
    for instance in instances:
        present = (
            [instance.rule.present] if instance.rule.present is not None else (instance.rule.topics or {}).values()
        )
        for pattern in present:
            if not counting(compiled(pattern), text):
                text += next(sentence for sentence in (*SENTENCES, *_WANTED) if counting(compiled(pattern), sentence))
    for instance in instances:
        text = _with_right_year(text, instance, year)
    return text


@cache
def _instances_at(layout: str, pointer: str) -> tuple[Instance, ...]:
    return tuple(instance for instance in load_instances(layout) if instance.at == pointer)


def without(text: str, pattern: str) -> str:
    """Return a text from which everything that matches a pattern is taken away."""
    # What is left may match anew; it gets shorter each time.
    while compiled(pattern).search(text):
        text = compiled(pattern).sub("", text)
    return text


def without_slips(text: str, name: str, year: int, organ: str | None) -> str:
    """Return a text from which every slip of a list is taken away."""
    # As above.
    while found := tuple(slips(name, text, year, organ)):
        for slip in reversed(found):
            text = text[: slip.start] + text[slip.end :]
    return text


def with_year(text: str, pattern: str, year: str) -> str:
    """Return a text in which the year that a pattern reads is another; full-width digits stay full-width."""
    match = compiled(pattern).search(text)
    if match is None:
        return text
    digits = year if re.search("[0-9]", match[1]) else year.translate(_FULL_WIDTH)
    return text[: match.start(1)] + digits + text[match.end(1) :]


def _with_right_year(text: str, instance: Instance, year: int) -> str:
    if instance.rule.pattern is None:
        return text
    return with_year(text, instance.rule.pattern, derive(instance.rule.value or "", year))
