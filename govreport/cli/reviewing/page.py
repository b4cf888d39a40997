"""A review as one web page that needs nothing else, for the screen and for A4 paper, written piece by piece."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from govreport import messages
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.reviewing.charts import bars, shares
from govreport.cli.reviewing.figures import outcome_names, outstanding, received, show, sum_rows, worst_first
from govreport.cli.reviewing.words import Told, basis_of, not_reviewed, state_word, told_of
from govreport.documents.rendering.markup import CLOSING, opening
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.messages import word

if TYPE_CHECKING:
    from decimal import Decimal

    from govreport.batches.reviewed import Review, Reviewed

# Of the bodies that one kind of problem concerns so many are named.
_NAMED = 40
# These are said even where they are 0.
_ALWAYS = ("count-reported", "count-outstanding", "count-errors")
_STATES = ("missing", "other-year", "unread", "several", "reported")


def write_page(review: "Review", write: Callable[[bytes], object], language: str, remark: str = "") -> None:
    """Write a review as an HTML file in UTF-8; `remark` is said at its end."""
    style, script = (
        files(__package__).joinpath(f"review.{kind}").read_text(encoding="utf-8") for kind in ("css", "js")
    )
    title = say("review-title", language, year=review.year)
    words = {name: say(f"review-{name}", language) for name in ("filter", "all", "search")}
    data = "".join(f' data-{name}="{escape(text)}"' for name, text in words.items())
    for piece in (
        opening(title, style, language, script),
        f"<header{data}><h1>{escape(title)}</h1>",
        *_lead(review, language),
        "</header>",
        *_bodies(review, language),
        *_problems(review, language),
        *_rules(review, language),
        *_sums(review, language),
        *_files(review, language),
        *([f'<p class="note">{escape(remark)}</p>'] if remark else ()),
        CLOSING.format(script=f"<script>{script}</script>"),
    ):
        write(piece.encode("utf-8", "backslashreplace") + b"\n")


def _lead(review: "Review", language: str) -> Iterator[str]:
    say_ = partial(say, language=language)
    if review.expected is None:
        yield f"<p>{escape(say_('review-lead', n=review.states.total()))}</p>"
    else:
        listed = say_("review-lead-list", n=review.expected, reported=review.listed("reported"))
        yield f"<p>{escape(listed)}</p>"
    if review.due is not None:
        yield f"<p>{escape(say_('review-lead-due', due=review.due))}</p>"
    # Each with the words by which the table is filtered, and how serious it is.
    counts = [
        ("expected", review.expected, "", ""),
        ("count-reported", review.states["reported"], "reported", ""),
        ("count-outstanding", outstanding(review), "missing other-year unread", "bad"),
        ("count-several", review.states["several"], "several", "bad"),
        ("count-late", review.tallies["late"], "late", "doubt"),
        ("count-errors", review.tallies["errors"], "errors", "bad"),
        ("count-warnings", review.tallies["warnings"], "warnings", "doubt"),
        ("count-clean", review.tallies["clean"], "clean", ""),
        ("count-unlisted", review.tallies["unlisted"], "unlisted", "doubt"),
        ("count-unread", review.files_unread, "", "bad"),
    ]
    yield '<dl class="counts">'
    for name, number, kinds, shade in counts:
        if number is not None and (number or name in _ALWAYS):
            filtered = f' data-kind="{kinds}"' if kinds else ""
            shaded = f' class="{shade}"' if shade and number else ""
            yield f"<div{shaded}{filtered}><dt>{escape(say_(f'review-{name}'))}</dt><dd>{number}</dd></div>"
    yield "</dl>"


def _bodies(review: "Review", language: str) -> Iterator[str]:
    has_before = review.district.compared > 0
    heads = [
        ("body", ""),
        ("state", ""),
        ("published", ""),
        ("errors", "number"),
        ("warnings", "number"),
        ("received" if has_before else "received-alone", "number"),
        ("outcomes", "none"),
    ]
    named = {"errors": word("error", language), "warnings": word("warning", language)}
    yield f'<section id="bodies"><h2>{escape(say("review-part-bodies", language))}</h2>'
    yield from _legend(review, language)
    yield '<div class="wide" tabindex="0"><table class="bodies" data-sorted><thead><tr>'
    for name, kind in heads:
        text = named.get(name) or say(f"review-{name}", language)
        yield f'<th scope="col"{f" data-kind={kind}" if kind else ""}>{escape(text)}</th>'
    yield "</tr></thead><tbody>"
    most = max((received(one) or 0 for one in review.figures()), default=0)
    for number, reviewed in enumerate(review.bodies()):
        yield _body_row(review, reviewed, number, most, language)
    yield "</tbody></table></div></section>"


def _legend(review: "Review", language: str) -> Iterator[str]:
    yield '<p class="legend">'
    for number, name in enumerate(outcome_names(review.district.layout, language)):
        sample = f'<rect class="part-{number}" width="12" height="12"/>'
        yield f'<span><svg width="12" height="12" aria-hidden="true">{sample}</svg> {escape(name)}</span>'
    yield "</p>"


def _body_row(review: "Review", reviewed: "Reviewed", number: int, most: "int | Decimal", language: str) -> str:
    name = shown(reviewed.body.name)
    link = escape(name) if reviewed.is_clean else f'<a href="#body-{number}">{escape(name)}</a>'
    parent = reviewed.body.parent if review.parents > 1 else None
    below = f"<small>{escape(shown(parent))}</small>" if parent else ""
    cells = [
        f'<th scope="row">{link}{below}</th>',
        f"<td data-value={_STATES.index(reviewed.state)}>{_badges(review, reviewed, language)}</td>",
        f"<td>{escape(shown(reviewed.published or ''))}</td>",
        *(f'<td class="number">{reviewed.counts[kind] or ""}</td>' for kind in ("error", "warning")),
        _received_cell(reviewed, most, name, language),
        f"<td>{_outcomes(review, reviewed, name, language)}</td>",
    ]
    kinds = " ".join(_kinds(review, reviewed))
    return f'<tr data-body="{number}" data-kinds="{kinds}" data-name="{escape(name)}">{"".join(cells)}</tr>'


def _kinds(review: "Review", reviewed: "Reviewed") -> Iterator[str]:
    """Yield the words by which a body is filtered."""
    yield reviewed.state
    counts = reviewed.counts
    yield "errors" if counts["error"] else "warnings" if counts["warning"] else "clean"
    if reviewed.is_late:
        yield "late"
    if review.expected is not None and not reviewed.is_listed:
        yield "unlisted"


def _badges(review: "Review", reviewed: "Reviewed", language: str) -> str:
    kind = {"reported": "good"}.get(reviewed.state, "bad")
    badges = [f'<span class="badge {kind}">{escape(state_word(reviewed.state, language))}</span>']
    if reviewed.is_late:
        badges.append(f'<span class="badge doubt">{escape(say("review-late", language))}</span>')
    if review.expected is not None and not reviewed.is_listed:
        badges.append(f'<span class="badge doubt">{escape(say("review-unlisted", language))}</span>')
    return " ".join(badges)


def _received_cell(reviewed: "Reviewed", most: "int | Decimal", name: str, language: str) -> str:
    now, before = received(reviewed.figures), received(reviewed.before)
    if now is None:
        return '<td class="chart" data-value="-1"></td>'
    key = "review-chart-received-alone" if before is None else "review-chart-received"
    label = say(key, language, organ=name, now=show(now), before=show(before))
    figures = show(now) if before is None else f"{show(now)} <small>({show(before)})</small>"
    return f'<td class="chart" data-value="{now}">{bars(now, before, most, label)} {figures}</td>'


def _outcomes(review: "Review", reviewed: "Reviewed", name: str, language: str) -> str:
    if reviewed.figures is None or reviewed.figures.outcomes is None:
        return ""
    return shares(reviewed.figures.outcomes, outcome_names(review.district.layout, language), name)


def _problems(review: "Review", language: str) -> Iterator[str]:
    yield f'<section id="problems"><h2>{escape(say("review-part-problems", language))}</h2>'
    heads = [say(f"review-{name}", language) for name in ("problem", "place", "basis", "repair")]
    order = worst_first(review)
    if order:
        yield from _head(heads, "told")
        for number in order:
            reviewed = review.body(number)
            name = escape(shown(reviewed.body.name))
            yield f'<tbody class="body" id="body-{number}" data-body="{number}"><tr>'
            yield f'<th colspan="{len(heads)}" scope="rowgroup">{name} {_badges(review, reviewed, language)}</th></tr>'
            yield from (_row(_problem_cells(told, language), heads) for told in told_of(review, reviewed, language))
            yield "</tbody>"
        yield "</table></div>"
    else:
        yield f"<p>{escape(say('review-no-problems', language))}</p>"
    yield "</section>"


def _problem_cells(told: Told, language: str) -> list[str]:
    quote = f"<q>{escape(told.quote)}</q>" if told.quote else ""
    kind = "bad" if told.severity == "error" else "doubt"
    severity = f'<span class="badge {kind}">{escape(word(told.severity, language))}</span>'
    place = escape(told.place) + (f"<small>{escape(told.printed)}</small>" if told.printed else "")
    return [f"{severity} {escape(told.sentence)}{quote}", place, escape(told.basis), escape(told.repair)]


def _rules(review: "Review", language: str) -> Iterator[str]:
    yield f'<section id="rules"><h2>{escape(say("review-part-rules", language))}</h2>'
    rows = []
    for found in review.rules():
        names = word("list-pause", language).join(map(shown, found.bodies[:_NAMED]))
        if len(found.bodies) > _NAMED:
            names = say("review-and-more", language, names=names, n=len(found.bodies))
        kind = "bad" if found.severity == "error" else "doubt"
        severity = f'<span class="badge {kind}">{escape(word(found.severity, language))}</span>'
        basis = basis_of(found.code, None, language)
        title = f"{severity} {escape(messages.title(found.code, language))}<small>{escape(found.code)}</small>"
        rows.append([title, str(found.count), str(len(found.bodies)), escape(basis), escape(names)])
    heads = ("problem", "count", "bodies", "basis", "of-bodies")
    if rows:
        yield from _table([say(f"review-{name}", language) for name in heads], rows, numbers=(1, 2))
    else:
        yield f"<p>{escape(say('review-no-problems', language))}</p>"
    yield "</section>"


def _sums(review: "Review", language: str) -> Iterator[str]:
    district = review.district
    yield f'<section id="sums"><h2>{escape(say("review-part-sums", language))}</h2>'
    yield f'<p class="note">{escape(say("review-counted", language, n=district.counted))}</p>'
    compared = district.compared
    if compared:
        yield f'<p class="note">{escape(say("review-compared", language, n=compared))}</p>'
    form = load_layout(district.layout)
    # Where all can be compared, their sum is that of this year.
    differ = compared and compared < district.counted
    heads = ["cell", "total", *(("now",) if differ else ()), *(("before", "change") if compared else ())]
    rows = []
    for row in sum_rows(district):
        figures = [row.total, *((row.now,) if differ else ()), *((row.before,) if compared else ())]
        cells = [escape(place(form, row.pointer, language)), *map(show, figures)]
        rows.append(cells + ([show(row.change, signed=True)] if compared else []))
    if district.counted:
        yield from _table(
            [say(f"review-{name}", language) for name in heads], rows, numbers=range(1, len(heads)), kind="sums"
        )
        open_cells = [
            f"{place(form, u.pointer, language)}{word('label-colon', language)}{u.told(language)}"
            for u in district.unadded
        ]
        if open_cells:
            yield f"<h3>{escape(say('review-unadded', language))}</h3><ul>"
            yield from (f"<li>{escape(shown(line))}</li>" for line in open_cells)
            yield "</ul>"
    yield "</section>"


def _files(review: "Review", language: str) -> Iterator[str]:
    rows = []
    for checked, body in review.unread():
        where = checked.path if checked.document is None else f"{checked.path}:{checked.document}"
        rows.append([escape(shown(text)) for text in (where, body or "", *not_reviewed(checked, language))])
    if rows:
        yield f'<section id="files"><h2>{escape(say("review-part-files", language))}</h2>'
        yield from _table([say(f"review-{name}", language) for name in ("file", "body", "reason", "advice")], rows)
        yield "</section>"


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = (), kind: str = "told"
) -> Iterator[str]:
    """Yield a table of cells that are HTML already."""
    yield from _head(heads, kind)
    yield "<tbody>"
    yield from (_row(row, heads, numbers) for row in rows)
    yield "</tbody></table></div>"


def _head(heads: Sequence[str], kind: str) -> Iterator[str]:
    yield f'<div class="wide" tabindex="0"><table class="{kind}"><thead><tr>'
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead>"


def _row(row: Sequence[str], heads: Sequence[str], numbers: Sequence[int] = ()) -> str:
    """Return a row; on a narrow screen each cell says what head it is below."""
    cells = (
        f'<td data-head="{escape(heads[n])}"{" class=number" if n in numbers else ""}>{cell}</td>'
        for n, cell in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"
