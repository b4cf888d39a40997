"""The pages of the codes: what each means, in the words of `govreport explain`, and a report that shows it."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from govreport import messages, resources
from govreport.cli.describing import describe_code
from govreport.cli.reference import address, grouped
from govreport.findings import Finding
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.kinds import KINDS, Kind
from govreport.messages import word
from govreport.rules.data import load_instances, load_rules
from govreport.validating import validate
from tools.site.kindpages import entry_of, site_of
from tools.site.markup import code as mono
from tools.site.markup import facts, fence, grid, link, plain
from tools.site.samples import sample_lists
from tools.site.words import say

_EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_UNWRAPPED = 1_000_000
# A term of a formula: its sign, the name of the cell, and its pointer.
_TERM = re.compile(r"([ +=≥≤]) (\S.*?) {2,}(\S+)")
# More places than these are counted, not listed.
_MOST_PLACES = 12
_LONGEST_TERM = 20


def index_page(language: str) -> str:
    """Return the page that lists all rules and all codes."""
    blocks = [f"# {say('title-findings', language)}", say("findings-lead", language)]
    rules: set[str] = set()
    for kind in KINDS:
        rules.update(rule for layout in kind.layouts for rule in load_rules(layout))
        blocks.append(f"## {site_of(kind).rules_heading(kind, language)}")
        blocks.append(_rules(kind, language))
    blocks.append(say("rules-more", language))
    for group, codes in grouped().items():
        others = [code for code in codes if code not in rules]
        if others:
            blocks.append(f"## {say(f'group-{group}', language)}")
            table = [(link(f"../{address(c)}", mono(c)), escape(messages.title(c, language))) for c in others]
            blocks.append(grid([word("code", language), word("title", language)], table))
    return "\n\n".join(blocks)


def _rules(kind: Kind, language: str) -> str:
    """Return the table of the rules of a kind of document, each with the layouts that have it."""
    found = {code: rule for layout in kind.layouts for code, rule in load_rules(layout).items()}
    rows = (
        (
            link(f"../{address(code)}", mono(code)),
            escape(messages.title(code, language)),
            word(found[code].severity, language),
            word(f"standing-{found[code].standing}", language),
            word("list-pause", language).join(layout for layout in kind.layouts if code in load_rules(layout)),
        )
        for code in messages.codes()
        if code in found
    )
    headings = [word(key, language) for key in ("rule", "title", "severity", "standing", "layout")]
    return grid(headings, rows, site_of(kind).rules_heading(kind, language), kind="rules")


def group_page(group: str, language: str) -> str:
    """Return the page with the entries of one group of codes."""
    blocks = [f"# {say(f'group-{group}', language)}", say(f"group-{group}-lead", language)]
    for code in grouped()[group]:
        blocks += _entry(code, language)
    return "\n\n".join(blocks)


def _entry(code: str, language: str) -> Iterator[str]:
    yield f"## {plain(messages.title(code, language))} {{ #{code} }}"
    yield f'<p class="code-name">{mono(code)}</p>'
    explained = "\n".join(describe_code(code, language, _UNWRAPPED)).split("\n\n")
    # What a code means is running text, whatever colons it has.
    yield plain(explained[1])
    for block in explained[2:]:
        yield from _block(block, language)
    yield from _places(code, language)
    yield from sample_lists(code, language)
    yield from _examples(code, language)


def _block(block: str, language: str) -> Iterator[str]:
    """Yield what one block of the explanation says: terms with their meaning, formulas, running text."""
    colon = word("label-colon", language)
    # A colon after a few characters parts a term from its meaning, if every line of the block has one.
    lines = [line for line in block.split("\n") if not line.startswith("  ")]
    has_terms = all(0 < line.find(colon) < _LONGEST_TERM for line in lines)
    pairs: list[tuple[str, str]] = []
    indented: list[str] = []

    def flush() -> Iterator[str]:
        if pairs:
            yield facts(pairs)
            pairs.clear()
        if indented:
            yield from _lines(indented)
            indented.clear()

    for line in block.split("\n"):
        if line.startswith("  "):
            if pairs:
                yield from flush()
            indented.append(line[2:])
            continue
        if indented:
            yield from flush()
        if has_terms:
            term, _, text = line.partition(colon)
            pairs.append((escape(term), escape(text)))
        else:
            yield from flush()
            yield plain(line)
    yield from flush()


def _lines(lines: list[str]) -> Iterator[str]:
    """Yield a formula as a table, with a row for each term; other lines as they are."""
    terms = [match for line in lines if (match := _TERM.fullmatch(line))]
    if len(terms) < 2:
        yield fence("\n".join(lines))
        return
    first, last = lines.index(terms[0][0]), lines.index(terms[-1][0])
    yield from (plain(line) for line in lines[:first])
    rows = "".join(
        f"<tr><td>{escape(match[1]).strip()}</td><td>{escape(match[2])}</td><td>{mono(match[3])}</td></tr>"
        for match in terms
    )
    yield f'<div class="grid-table"><table class="formula"><tbody>{rows}</tbody></table></div>'
    yield from (plain(line) for line in lines[last + 1 :])


def _places(code: str, language: str) -> Iterator[str]:
    """Yield links to the cells that the findings of a rule point to."""
    for layout in resources.documents()[::-1]:
        at = [instance.at for instance in load_instances(layout) if instance.rule.id == code]
        if not at:
            continue
        form = load_layout(layout)
        links = [
            link(f"../form/{entry_of(layout, pointer)}", escape(place(form, pointer, language)))
            for pointer in at[:_MOST_PLACES]
        ]
        more = len(at) - _MOST_PLACES
        text = word("list-comma", language).join(links)
        text += say("and-more", language, n=more) if more > 0 else ""
        yield facts([(say("points-to", language, layout=layout), text)])


def _examples(code: str, language: str) -> Iterator[str]:
    file = _EXAMPLES / "defects" / f"{code}.json"
    if not file.exists():
        return
    name = f"examples/defects/{file.name}"
    yield f"**{say('fails', language)}** {mono(name)}"
    yield fence("\n".join(_told(file, code, language)))
    excerpt = _excerpt(file, code)
    if excerpt:
        yield excerpt
    clean = f"examples/defects/{_clean_like(code)}"
    yield f"**{say('passes', language)}** {mono(clean)} {say('passes-why', language)}"


def _clean_like(code: str) -> str:
    """Return the name of the clean example of the kind of document that has a code; a report's for any other code."""
    kinds = [kind for kind in KINDS if any(code in load_rules(layout) for layout in kind.layouts)]
    layouts = (kinds or KINDS)[0].layouts
    files = sorted((_EXAMPLES / "defects").glob("*none.json"))
    return next(file.name for file in files if json.loads(file.read_bytes())["layout"] in layouts)


def _told(file: Path, code: str, language: str) -> Iterator[str]:
    for finding in _findings(file):
        if finding.code == code:
            layout = json.loads(file.read_bytes())["layout"] if finding.rule else None
            where = place(load_layout(layout), finding.pointer, language) if layout else finding.pointer
            line = f":{finding.line}:{finding.column}" if finding.line else ""
            yield f"{file.name}{line}: {word(finding.severity, language)}[{code}] {where}".rstrip()
            yield f"    {finding.message(language)}"
            for hint in finding.hints:
                yield f"    {word('hint', language)}{word('label-colon', language)}{_hint(hint, layout, language)}"


@cache
def _findings(file: Path) -> tuple[Finding, ...]:
    return tuple(validate(file).findings)


def _hint(hint: object, layout: str | None, language: str) -> str:
    from govreport.cli.writers.wording import hint as wording

    return wording(hint, layout or "", language)  # type: ignore[arg-type]


def _excerpt(file: Path, code: str) -> str:
    """Return the lines around the first place that the finding points to."""
    finding = next((f for f in _findings(file) if f.code == code), None)
    if finding is None or finding.line is None:
        return ""
    lines = file.read_bytes().decode("utf-8", "replace").split("\n")
    first = max(0, finding.line - 2)
    shown = [line if len(line) <= 100 else line[:99] + "…" for line in lines[first : finding.line + 1]]
    return fence("\n".join(shown), "json")
