"""What the check in the browser runs on: the files of `schema/`, and the names and drawings made from them."""

import json
from html import escape

from govreport import resources
from govreport.cli.reference import address
from govreport.documents.wording.signs import SIGNS
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from tools.site import picture
from tools.site.tables import table
from tools.site.words import template

# The words of the page itself.
_WORDS = ("drop-failed", "check-clean", "aside", "check-counts", "check-elsewhere", "check-where", "check-line")


def script(language: str) -> str:
    """Return a script that sets all data; a script, since a page opened from a folder may not fetch files."""
    data = {
        "language": language,
        "documents": resources.documents(),
        "layouts": {layout: _layout(load_layout(layout), language) for layout in resources.layouts()},
        "messages": resources.read(f"messages/{language}.json"),
        "addresses": {code: address(code) for code in resources.read(f"messages/{language}.json")["codes"]},
        "words": {key: template(key, language) for key in _WORDS},
        "signs": SIGNS,
        "sample": {"name": picture.EXAMPLE.name, "text": picture.EXAMPLE.read_text(encoding="utf-8")},
    }
    return f"globalThis.govreport = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _layout(form: Layout, language: str) -> dict[str, object]:
    return {
        "schema": form.schema,
        "rules": form.rules,
        "names": {pointer: place(form, pointer, language) for pointer in form.nodes},
        "kinds": {pointer: node.kind for pointer, node in form.nodes.items()},
        "cells": list(form.cells),
        "sections": [node.name for node in form.root.children if node.is_section],
        "tables": {
            node.name: table(
                form, node, language, lambda pointer: f'<td data-pointer="{escape(pointer)}"></td>', f"check-{form.id}-"
            )
            for node in form.tables
        },
    }
