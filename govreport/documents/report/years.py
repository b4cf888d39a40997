"""The year that a report is about, where its title, its period and its opening do not agree: most of them are right."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from govreport.documents.text import narrow
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import year_in

_OPENS = re.compile(r"\s*(20\d\d)\s*年(?:度|全年|[,，来]|以来)")
_NAMED = re.compile(
    r"(?<!\d)(20\d\d)\s*年度?[^，。；、\d]{0,30}?信息公开(?:工作)?(?:年度|情况|工作)?(?:工作)?(?:报告|年报)"
)
_LONGEST_OPENING = 2000


def title_year(title: str | None) -> int | None:
    """Return the year that a title names."""
    return year_in(title) if title else None


def opening_year(texts: Sequence[str]) -> int | None:
    """Return the year as which the opening names the report, or else with which a text begins."""
    opening = [simplified(narrow(text))[:_LONGEST_OPENING] for text in texts]
    named = next((match for text in opening if (match := _NAMED.search(text))), None)
    opens = next((match for text in opening if (match := _OPENS.match(text))), None)
    match = named or opens
    return int(match[1]) if match else None


def most_agree(voices: Iterable[int | None], days: Iterable[str | None]) -> int | None:
    """Return the year that most voices give, the first of them where no two agree or two stand against two.

    A day of publication, or of signature, decides between years of as many voices: it lies in the year after.
    """
    given = [year for year in voices if year is not None]
    if not given:
        return None
    counted = Counter(given)
    most = max(counted.values())
    best = [year for year in dict.fromkeys(given) if counted[year] == most]
    if len(best) > 1:
        told = {int(day[:4]) - 1 for day in days if day}
        decided = [year for year in best if year in told]
        if len(decided) == 1:
            return decided[0]
    return best[0]
