"""The order of the pages, and the words above them."""

from typing import Any

from govreport.cli.reference import grouped
from govreport.kinds import KINDS
from tools.site.kindpages import site_of
from tools.site.words import say

GUIDES = (
    "draft",
    "folder",
    "published",
    "tables",
    "indicators",
    "research",
    "engines",
    "statements",
    "plans",
    "years",
    "together",
    "review",
    "configuring",
    "vendors",
    "testing",
    "implementing",
    "layout",
    "extensions",
)
REFERENCE = (
    "cli",
    "api",
    "output",
    "configuration",
    "formats",
    "standard",
    "lexical",
    "conformance",
    "architecture",
    "promises",
    "normative",
    "changelog",
)


def tree(language: str) -> list[Any]:
    """Return the navigation of a language, the newest layout first; pages are named by their first heading."""
    return [
        {say("nav-home", language): ["index.md"]},
        {say("nav-check", language): ["check.md"]},
        {say("nav-guides", language): ["guides/index.md", *(f"guides/{name}.md" for name in GUIDES)]},
        {
            say("nav-form", language): [
                "form/index.md",
                *(item for kind in KINDS for item in site_of(kind).tree(kind, language)),
            ]
        },
        {say("nav-findings", language): ["findings/index.md", *(f"findings/{group}.md" for group in grouped())]},
        {say("nav-reference", language): ["reference/index.md", *(f"reference/{name}.md" for name in REFERENCE)]},
    ]
