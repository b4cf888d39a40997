"""What the site says of indicators: all of them with what they are made of, and a picture of some."""

from collections.abc import Iterable, Iterator
from html import escape

from govreport.corpus.chart import Point, chart
from govreport.corpus.indicators import Indicator, indicators, measure
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.form.naming import name_of
from govreport.messages import word
from govreport.model.codec import load
from tools.site.including import ROOT
from tools.site.markup import code, grid
from tools.site.words import say

_DRAWN = {
    "years": ("years", ("granted", "unavailable", "carried-forward")),
    "reports": ("reports", ("granted", "denied", "applicants-natural-person")),
}


def listed(language: str) -> str:
    """Return the table of all indicators, each with its numerator, its denominator, and why."""
    headings = [say(key, language) for key in ("indicator", "numerator", "denominator", "meaning", "elsewhere")]
    return grid(headings, _rows(language), say("indicators-all", language))


def picture(name: str, language: str) -> str:
    """Return a picture of some indicators of the reports in a folder of the examples."""
    folder, ids = _DRAWN[name]
    paths = sorted((ROOT / "examples" / folder).glob("*.json"))
    points = [Point(r.organ.name, r.year, found) for r in map(load, paths) for found in measure(r, ids)]
    drawn = chart(points, language).replace("\n", "")
    return f'<div class="chart">{drawn}</div>'


def _rows(language: str) -> Iterator[tuple[str, ...]]:
    for one in indicators():
        basis = word("list-pause", language).join(cite(entry, language) for entry in one.basis)
        yield (
            f"{escape(one.title[language])}<br>{code(one.id)}",
            _places(one, one.numerator, language),
            _places(one, one.denominator, language),
            f"{escape(one.definition[language])}<br>{escape(basis)}",
            escape(one.elsewhere[language]),
        )


def _places(one: Indicator, places: Iterable[str], language: str) -> str:
    nodes = load_layout(one.layouts[-1]).nodes
    return "<br>+ ".join(f"{escape(name_of(nodes[place], language))}<br>{code(place)}" for place in places)
