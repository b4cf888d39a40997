"""The labels of some tables as they are told from other words: by name, whatever print varies."""

import re
from collections.abc import Iterable
from functools import lru_cache

import attrs

from govreport.documents.report.tables.form import Block, Form, load_form
from govreport.documents.text import narrow
from govreport.documents.wording.label_pieces import label_pieces
from govreport.documents.wording.labels import closest, excludes, fold, outside_brackets, own_words, qualifies
from govreport.form.drawing import draw

# What stands between labels: few of them have one of these outside of brackets, in its narrow form.
PARTING = frozenset(":=;。\t\n{}[]|>→»·・•/\\—–―│,【】")
# Words around a label that say of what sort the figures are, or that it heads a table; alone they say nothing.
NEUTRAL = frozenset(
    word
    for words in (
        "项目 类别 类型 指标 指标名称 事项 内容 信息内容 名称 序号 情况 其中 本年度 本年",
        "件数 数量 数值 数据 数目 件 宗数",
        "案件 案件数 案件数量 案件类型 结果 办理结果 办理情况 办理情形 办理环节 处理结果 审理结果 结果类型",
        "申请人 申请人类型 申请人类别 申请人情况",
    )
    for word in words.split()
)
# Signs between the labels of a figure, from the outer to the inner.
_STEP = re.compile(r"[:=/\\|>→»·│—–―-]+")
_BLANK = re.compile(r"\s+")
_MOST_STEPS = 8
_HEADING = re.compile(r"(?:附?表|图)\s*(?:\d{1,2}|[一二三四五六七八九十])(?:[-.—]\d{1,2})?\s*[:、.\s]*")
_TAIL = re.compile("(?:案件|办理)?(?:情况|数量|件数|数据|统计)?(?:统计)?表?(?:单位[:：]?件)?$")
_SHORTEST_BEFORE_TAIL = 4
_LONGEST_LABEL, _LONGEST_JOINED = 50, 150
_FIGURE = re.compile(r"\d[^\d.、)]*+$")


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """What the labels of some tables are called; `around` are words of the form that lead to no cell."""

    form: Form = attrs.field(repr=False)
    blocks: tuple[Block, ...] = attrs.field(repr=False)
    labels: frozenset[str] = attrs.field(repr=False)
    own: dict[str, str] = attrs.field(repr=False)
    parted: tuple[tuple[str, str], ...] = attrs.field(
        repr=False
    )  # titles with signs that part others, and their labels
    around: frozenset[str] = attrs.field(repr=False)

    def label(self, text: str) -> str | None:
        """Return the label of the form that a text is, folded, "" for words around them, None for any other text."""
        folded = fold(text)
        if folded in self.labels:
            return folded
        if not folded or folded in self.around:
            return ""
        if excludes(text) or qualifies(text):
            # It may say that the very thing is not counted.
            return None
        own = own_words(text)
        # A label with a digit behind it is no misprint, but has a figure.
        is_label = 2 <= len(own) <= _LONGEST_LABEL and not own[-1:].isdecimal() and not _FIGURE.search(text)
        return self.own.get(own) or (_misprinted(own, self.labels) if is_label else None)

    def path(self, text: str) -> tuple[str, ...] | None:
        """Return the labels that a text joins, () for words around them, None where it has other words."""
        if len(text) > _LONGEST_JOINED:
            return None
        folded = fold(text)
        if folded in self.labels:
            return (folded,)
        if not folded or folded in NEUTRAL or folded in self.around:
            return ()
        steps = self._steps(text)
        if steps is not None:
            return steps
        pieces = label_pieces(text)
        bare = text if qualifies(text) else outside_brackets(narrow(text))
        for said in (pieces, label_pieces(bare) if len(bare) < len(text) else pieces):
            known = [self._piece(piece) for piece in said]
            if len(said) > 1 and None not in known:
                return tuple(label for label in known if label)
        label = None if bare == text and len(pieces) > 1 else self.label(text)
        if label is None:
            label = self._piece(fold(_HEADING.sub("", narrow(text))))
        return None if label is None else (label,) if label else ()

    def _steps(self, text: str) -> tuple[str, ...] | None:
        """Return the labels of a text whose parts stand between signs of steps (行政许可/本年增/减), or None."""
        whole = narrow(text)
        for title, label in self.parted:
            whole = whole.replace(title, label)
        for signs in (_STEP, _BLANK):
            parts = [part for part in signs.split(whole) if part.strip()]
            paths = [self.path(part) for part in parts] if 1 < len(parts) <= _MOST_STEPS else [None]
            if None not in paths:
                return tuple(label for path in paths for label in path or ())
        return None

    def _piece(self, piece: str) -> str | None:
        """Return the label that a folded piece of a text is, "" for words that say nothing, None for others."""
        if piece in self.labels:
            return piece
        if not piece or piece in NEUTRAL or piece in self.around:
            return ""
        bare = _TAIL.sub("", piece)
        if len(bare) >= _SHORTEST_BEFORE_TAIL and bare in self.labels:
            return bare
        return self.own.get(piece)


def vocabulary(form: Form, tables: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of the tables at some pointers."""
    return _vocabulary(form.layout.id, frozenset(tables))


@lru_cache(maxsize=64)
def _vocabulary(layout: str, wanted: frozenset[str]) -> Vocabulary:
    form = load_form(layout)
    blocks = tuple(block for block in form.blocks if block.table in wanted)
    lines = [line for block in blocks for line in (*block.rows, *block.columns)]
    titles: dict[str, set[str]] = {}
    named = dict.fromkeys(pair for line in lines for pair in zip(line.titles, line.labels, strict=True))
    for title, label in named:
        titles.setdefault(own_words(title), set()).add(label)
    drawn = [box for table in form.layout.tables for one in draw(table) for box in one.boxes]
    labels = frozenset(label for line in lines for label in line.labels)
    texts = (*(box.text for box in drawn), *(table.title for table in form.layout.tables))
    # Labels of other tables are other words here.
    others = {label for block in form.blocks for line in (*block.rows, *block.columns) for label in line.labels}
    return Vocabulary(
        form=form,
        blocks=blocks,
        labels=labels,
        own={words: min(names) for words, names in titles.items() if words and len(names) == 1},
        parted=tuple((narrow(title), label) for title, label in named if PARTING.intersection(narrow(title))),
        around=frozenset(map(fold, texts)) - others,
    )


@lru_cache(maxsize=1 << 12)
def _misprinted(own: str, labels: frozenset[str]) -> str | None:
    return closest(own, labels)
