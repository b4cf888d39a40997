"""What the site says of the work plan: how it is printed, an entry for each member, and how times are worded."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from govreport import resources
from govreport.form.layout import load_layout
from govreport.kinds import Kind
from govreport.rules.terms import Wording, read_time, without_blanks, wordings
from tools.site import planprint
from tools.site.kindpages import all_members, entry, rules_page, title
from tools.site.markup import code, grid, link, plain
from tools.site.members import tokens
from tools.site.tables import anchor
from tools.site.words import say

__all__ = ["entry", "examples", "lead", "page", "pages", "rules_heading", "tree"]

# The members whose values terms.json tells, of a task's time.
_KIND, _MONTH = "/groups/*/tasks/*/time/kind", "/groups/*/tasks/*/time/month"


def pages(kind: Kind, language: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of the page of each layout."""
    for plan in kind.layouts:
        yield f"form/{plan}.md", page(plan, language)


def tree(kind: Kind, language: str) -> Iterator[dict[str, Any]]:
    """Yield what the navigation shows, the newest layout first; one that is alone needs no number."""
    for plan in kind.layouts[::-1]:
        name = say("nav-plan", language)
        yield {name if len(kind.layouts) == 1 else f"{name} {plan}": f"form/{plan}.md"}


def lead(kind: Kind, language: str) -> Iterator[str]:
    """Yield what the page about all layouts says of the work plan."""
    yield say("form-plan", language, page=f"{kind.layouts[-1]}.md")


def rules_heading(kind: Kind, language: str) -> str:
    """Return what stands over the rules of the work plan."""
    return say("plan-rules", language)


def page(plan: str, language: str) -> str:
    """Return the page of a layout of the plan."""
    blocks = [
        # The search shows what the entries say before what the guides say of it.
        f"---\nsearch:\n  boost: 2\n---\n# {plain(title(plan, language))}",
        say("plan-lead", language, plan=plan, rules=f"../{rules_page(plan)}.md"),
        f"## {say('plan-print', language)} {{ #print }}",
        say("plan-print-lead", language, file=planprint.EXAMPLE),
        planprint.excerpt(language),
        *all_members(plan, language),
        f"## {say('plan-times', language)} {{ #times }}",
        say("plan-times-lead", language),
    ]
    headings = [say("plan-wordings", language), *(_label(plan, pointer, language) for pointer in (_KIND, _MONTH))]
    blocks.append(grid([*headings, say("pattern", language)], _times(plan, language), kind="times"))
    return "\n\n".join(blocks)


def _label(plan: str, pointer: str, language: str) -> str:
    schema = load_layout(plan).schema_at(tokens(pointer))
    return link(f"#{anchor(pointer)}", escape(schema["title" if language == "zh" else "description"]))


def _times(plan: str, language: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each wording that is known, then one for all others, each with its examples."""
    for wording, texts in examples(plan).items():
        times = [read_time(plan, text) for text in texts]
        months = ["–" if time.month is None else str(time.month) for time in times]
        yield (
            "<br>".join(map(code, texts)),
            code(times[0].kind),
            "<br>".join(months),
            escape(say("plan-no-wording", language)) if wording is None else code(wording.pattern.pattern),
        )


def examples(plan: str) -> Mapping[Wording | None, Sequence[str]]:
    """Return printed times by the wording that tells what they say, None for those whose wording is not known.

    They are those that the conformance suite prints in plans in which it expects nothing to be found.
    """
    found: dict[Wording | None, dict[str, None]] = {wording: {} for wording in (*wordings(plan), None)}
    for case in resources.read("conformance/plans.json")["cases"]:
        for change in case["input"].get("changes", ()):
            if case["expected"] == [] and change["pointer"].endswith("/time") and change["value"]["printed"]:
                text = "".join(change["value"]["printed"].split("\n"))
                found[_wording(plan, text)][text] = None
    return {wording: tuple(texts) for wording, texts in found.items()}


def _wording(plan: str, text: str) -> Wording | None:
    """Return the wording by which a time is read."""
    compared = without_blanks(text)
    return next((wording for wording in wordings(plan) if wording.pattern.search(compared)), None)
