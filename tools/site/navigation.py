"""The order of the pages, and the words above them."""

from typing import Any

from govreport import resources
from govreport.cli.reference import grouped
from govreport.form.layout import load_layout
from tools.site.words import say

GUIDES = (
    "draft",
    "folder",
    "published",
    "statements",
    "plans",
    "years",
    "testing",
    "implementing",
    "layout",
    "extensions",
)
REFERENCE = ("cli", "api", "output", "formats", "standard", "lexical", "conformance", "normative", "changelog")


def tree(language: str) -> list[Any]:
    """Return the navigation of a language, the newest layout first; pages are named by their first heading."""
    return [
        {say("nav-home", language): ["index.md"]},
        {say("nav-check", language): ["check.md"]},
        {say("nav-guides", language): ["guides/index.md", *(f"guides/{name}.md" for name in GUIDES)]},
        {
            say("nav-form", language): [
                "form/index.md",
                *({say("layout", language, layout=layout): _layout(layout)} for layout in resources.layouts()[::-1]),
                {say("nav-compare", language): _comparison()},
                *({say("nav-plan", language): f"form/{plan}.md"} for plan in resources.plans()),
            ]
        },
        {say("nav-findings", language): ["findings/index.md", *(f"findings/{group}.md" for group in grouped())]},
        {say("nav-reference", language): ["reference/index.md", *(f"reference/{name}.md" for name in REFERENCE)]},
    ]


def _layout(layout: str) -> list[str]:
    tables = [table.name for table in load_layout(layout).tables]
    return [f"form/{layout}/{name}.md" for name in ("index", *tables, "members")]


def _comparison() -> list[str]:
    newest = resources.layouts()[-1]
    return ["form/compare/index.md", *(f"form/compare/{table.name}.md" for table in load_layout(newest).tables)]
