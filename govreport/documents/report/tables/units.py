"""The unit of money in a header: 单位：元 above a column that the form has in 万元."""

import re
from collections.abc import Iterable

from govreport.documents.text import narrow
from govreport.documents.wording.cells import UNITS

_WORDS = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_IN_HEADER = re.compile(rf"单位\s*[:是为]?\s*({_WORDS})|[(\[]\s*({_WORDS})\s*[)\]]")


def header_unit(texts: Iterable[str]) -> str | None:
    """Return the unit of money, as the schema names it, that the texts of a header print; None for none or several."""
    found = {
        match[1] or match[2]
        for match in _IN_HEADER.finditer(narrow("".join("".join(texts).split()).replace("單", "单")))
    }
    units = {UNITS[word] for word in found}
    return units.pop() if len(units) == 1 else None
