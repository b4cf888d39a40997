"""Pieces of Markdown and HTML that several pages are made of."""

import re
from collections.abc import Iterable, Sequence
from html import escape

_PART, _BREAK = re.compile(r"(?<=[a-z_*\]])([/.])(?=[a-z_*])"), r"\1<wbr>"
# Code, what says its language, and tags are left alone. Of the rest, words with the punctuation between them.
_PIECE = re.compile(
    r'(?s)<(pre|code|script|style)\b.*?</\1>|<(\w+)[^>]*\blang="zh[^>]*>[^<]*</\2>|<[^>]*>'
    r"|([（《〔]?[\u3400-\u9fff](?:[\u3400-\u9fff\u3001-\u301f\uff00-\uffef“”0-9./ ›·]*[\u3400-\u9fff）》〕”])?)"
)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def plain(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def code(text: str) -> str:
    """Return a text as HTML code; pointers and dotted names may break behind each part."""
    return f"<code>{_PART.sub(_BREAK, escape(text))}</code>"


def link(address: str, text: str) -> str:
    """Return an HTML link; `text` is HTML."""
    return f'<a href="{address}">{text}</a>'


def english(text: str) -> str:
    """Return an English text, of which a page in Chinese says that it is one."""
    return f'<span lang="en" class="english">{escape(text)}</span>'


def tell_chinese(html: str) -> str:
    """Return a page in English in which all Chinese text, outside of code, says that it is Chinese."""
    return _PIECE.sub(lambda piece: piece[0] if piece[3] is None else f'<span lang="zh-CN">{piece[0]}</span>', html)


def grid(
    headings: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", label: str = "", kind: str = ""
) -> str:
    """Return an HTML table in one line, the first cell of each row its heading; all texts are HTML.

    It is known to screen readers by its `caption`, or by a `label` that is not shown. `kind` is its class.
    """
    head = "".join(f'<th scope="col">{heading}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
    )
    name = f"<caption>{caption}</caption>" if caption else ""
    of_kind = f' class="{kind}"' if kind else ""
    table = f"<table{of_kind}>{name}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    label = caption or label or headings[0]
    return f'<div class="grid-table" role="region" tabindex="0" aria-label="{label}">{table}</div>'


def fence(text: str, kind: str = "text") -> str:
    """Return a block of code."""
    return f"```{kind}\n{text.rstrip()}\n```"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a list of terms with what is said of them, as HTML in one line."""
    entries = "".join(f"<div><dt>{term}</dt><dd>{text}</dd></div>" for term, text in pairs)
    return f'<dl class="facts">{entries}</dl>'
