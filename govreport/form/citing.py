"""Citations of the legal basis, in words: 《条例》第三十六条第（一）项."""

from collections.abc import Mapping
from typing import Any

from govreport import resources
from govreport.form.numerals import numeral


def cite(entry: Mapping[str, Any], language: str = "zh", *, short: bool = False) -> str:
    """Return the citation of a `basis` entry: its act, article, paragraph (款) and item (项).

    An act as a whole has its full title and number, unless a `short` citation is asked for.
    """
    act = resources.read("acts.json")["acts"][entry["act"]]
    article, paragraph, item = (entry.get(key) for key in ("article", "paragraph", "item"))
    if article is None and short:
        name: str = act["short"][language]
        return name
    if article is None:
        number = act.get("number")
        name = act["title"][language]
        return f"{name}（{number}）" if number and language == "zh" else f"{name} ({number})" if number else name
    if language == "zh":
        words = f"{act['short']['zh']}第{numeral(article)}条"
        words += f"第{numeral(paragraph)}款" if paragraph else ""
        return words + (f"第（{numeral(item)}）项" if item else "")
    words = f"{act['short']['en']} Art. {article}"
    words += f" para. {paragraph}" if paragraph else ""
    return words + (f" item ({item})" if item else "")
