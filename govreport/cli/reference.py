"""Where the reference speaks of a code: its entry in the site, and the link to it where the site is installed."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from govreport import messages, resources
from govreport.messages import LANGUAGES

# The address or the folder of the site, as whoever installed it has set it.
VARIABLE = "GOVREPORT_REFERENCE"


@cache
def grouped() -> dict[str, tuple[str, ...]]:
    """Return the codes by the page that holds them, in the order of the catalogue."""
    # A writer asks for links only where the site is installed, and should not load the rules before.
    from govreport.rules.data import load_rules

    groups: list[dict[str, Any]] = resources.read("codes.json")["groups"]
    named = {code for group in groups for code in group.get("codes", ())}
    kinds = {rule.id: rule.kind for layout in resources.documents() for rule in load_rules(layout).values()}
    return {
        group["name"]: tuple(
            code
            for code in messages.codes()
            if code in group.get("codes", ()) or (code not in named and kinds.get(code) in group.get("kinds", ()))
        )
        for group in groups
    }


def address(code: str) -> str:
    """Return the address of the entry of a code, from the root of a language."""
    group = next(group for group, codes in grouped().items() if code in codes)
    return f"findings/{group}.html#{code}"


def link(code: str, language: str) -> str:
    """Return the link to the entry of a code, from the root of the site where nobody said where that is.

    The first language stands at the root of the site, any other in a folder of its name.
    """
    path = address(code) if language == LANGUAGES[0] else f"{language}/{address(code)}"
    site = installed()
    return f"{site}/{path}" if site is not None else path


def installed() -> str | None:
    """Return the address of the site, that of its folder if it is one; None where it is installed nowhere."""
    place = os.environ.get(VARIABLE, "").strip()
    if not place:
        return None
    return place.rstrip("/") if "://" in place else Path(place).resolve().as_uri()
