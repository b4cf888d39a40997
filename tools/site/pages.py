"""All generated pages of a language, and the generated parts of pages written by hand."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from govreport.cli.reference import grouped
from govreport.kinds import KINDS
from tools.site import api, architecture, codes, commands, entries, formats, including, output, picture, ratios
from tools.site.kindpages import site_of
from tools.site.words import say

# In a page written by hand this line is replaced by what the function of that name returns.
_PART = re.compile(r"(?m)^<!-- generated: ([a-z-]+) -->$")
_COMMENT = re.compile(r"(?m)^<!-- (?:example|output|prints|first-command|test-command|file|not-run)\b.*-->\n")
_FENCED = re.compile(r"(?ms)(^```.*?^```$)")
# In Chinese the end of a line is no space.
_CHINESE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")


@cache
def write(language: str) -> tuple[tuple[str, str], ...]:
    """Return (path, text) of each generated page."""
    return tuple((path, text + "\n") for path, text in _pages(language))


def fill(markdown: str, language: str) -> str:
    """Return a page with its generated parts filled in, and without the marks that only the tests read."""
    filled = _PART.sub(lambda match: PARTS[match[1]](language), markdown)
    # Every second piece is a block of code.
    pieces = _FENCED.split(_COMMENT.sub("", filled))
    pieces[::2] = [_CHINESE_BREAK.sub("", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _pages(language: str) -> Iterator[tuple[str, str]]:
    yield "form/index.md", entries.overview(language)
    for kind in KINDS:
        yield from site_of(kind).pages(kind, language)
    yield "findings/index.md", codes.index_page(language)
    for group in grouped():
        yield f"findings/{group}.md", codes.group_page(group, language)
    yield "reference/cli.md", commands.page(language)
    yield "reference/formats.md", formats.page(language)
    yield "reference/standard.md", including.include("schema/README.md", language)
    yield "reference/lexical.md", including.include("schema/LEXICAL.md", language)
    yield "reference/conformance.md", including.include("schema/conformance/README.md", language)
    yield "reference/changelog.md", _changelogs(language)


def _changelogs(language: str) -> str:
    texts = (including.include(name, language, level=1) for name in ("CHANGELOG.md", "schema/CHANGELOG.md"))
    return "\n\n".join((f"# {say('title-changelog', language)}", *texts))


PARTS: dict[str, Callable[[str], str]] = {
    "first-command": lambda language: including.block("README.md", "first-command"),
    "api": api.names,
    **{f"{name}-tables": partial(output.tables, name) for name in output.SHOWN},
    "layers": architecture.layers,
    "picture": picture.picture,
    "picture-findings": picture.findings,
    "indicators": ratios.listed,
    "indicators-years": partial(ratios.picture, "years"),
    "indicators-reports": partial(ratios.picture, "reports"),
    "versions": lambda language: entries.overview_table(language, "form/"),
}
