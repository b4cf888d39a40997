"""Shapes that others write: the older writers of variations, PDF by a drawing library, this project's own printing."""

import random
from collections.abc import Callable
from typing import Any, Literal

import reportlab.rl_config

from tests.documents.variations import as_text, catalogue, drawn_catalogue, sites, word
from tests.documents.variations.as_pdf import as_pdf
from tests.documents.variations.source import Doc

from ..changes.kinds import Touches
from ..report import TEXTS, Report
from .kinds import SIX, Shape
from .office import archive

_OWN = frozenset({Touches.FIGURES, Touches.TEXTS})
_PDF_EVERY = 4
RenderedFormat = Literal["html", "docx", "xlsx", "csv", "md"]


def _fixed(name: str, write: Callable[[Doc], bytes], suffix: str, every: int = 1) -> Shape:
    """Return a shape of an older writer."""
    return Shape(name=name, write=lambda report, _: write(report.doc()), suffix=suffix, shows=SIX, every=every)


def _dressed(report: Report, choose: random.Random) -> bytes:
    """A page whose line of data under the title holds the day of publication; none is printed elsewhere."""
    report.published = report.published or f"{report.year + 1}-01-26"
    report.dateline = None
    return catalogue.dressed(report.doc()).replace(b"2024-01-26", report.published.encode())


def _text(write: Callable[[Doc], str]) -> Callable[[Doc], bytes]:
    return lambda doc: write(doc).encode()


def _word(write: Callable[[Doc], bytes]) -> Callable[[Doc], bytes]:
    """Return a writer of Word documents whose bytes do not tell when it ran."""
    import io
    import zipfile

    def timeless(doc: Doc) -> bytes:
        with zipfile.ZipFile(io.BytesIO(write(doc))) as file:
            return archive({name: file.read(name).decode() for name in file.namelist()})

    return timeless


def _pdf(**options: Any) -> Callable[[Doc], bytes]:
    def write(doc: Doc) -> bytes:
        # Without this the day is written into the file.
        reportlab.rl_config.invariant = 1
        return as_pdf(doc, **options)

    return write


def rendered(report: Report, choose: random.Random, form: RenderedFormat) -> bytes:
    """Return the report as this project prints it."""
    import govreport
    from govreport.model import codec

    value = report.truth()
    members = {
        "layout": report.layout,
        "year": report.year,
        "organ": {"name": report.organ.name},
        "title": report.title,
        "preamble": "\n".join(report.opening),
        **{table: value[table] for table in ("proactive_disclosure", "requests", "disputes")},
        **{name: "\n".join(report.texts[name]) for name in TEXTS},
    }
    if value["marks"]:
        members["marks"] = value["marks"]
    _units(members["proactive_disclosure"])
    return govreport.render(govreport.loads(codec.write(members)), form)


def _units(tables: dict[str, Any]) -> None:
    """Members that print has not are null."""
    if "procurement" in tables:
        tables["procurement"]["central_procurement"]["unit"] = None


def _own(form: RenderedFormat) -> Shape:
    return Shape(
        name=f"render-{form}",
        write=lambda report, choose: rendered(report, choose, form),
        suffix=form,
        shows=_OWN,
        ours=True,
    )


_SITES = (
    sites.titles_inside,
    sites.one_grid,
    sites.word_paste,
    sites.spans_long,
    sites.spans_short,
    sites.squeezed,
    sites.numbered_rows,
    sites.code_column,
    sites.remark_column,
    sites.empty_between,
    sites.fields,
    sites.hidden,
    sites.contents_behind,
    sites.notes_inside,
    sites.four_by_kind,
    sites.four_turned,
)
_PAGES = (catalogue.flat, catalogue.nested, catalogue.unclosed, catalogue.headless)
SHAPES = (
    *(_fixed(f"site-{w.__name__.replace('_', '-')}", w, "html") for w in _SITES),
    Shape(name="page-dressed", write=_dressed, suffix="html", shows=SIX),
    *(_fixed(f"page-{w.__name__.replace('_', '-')}", w, "html") for w in _PAGES),
    _fixed("text-laid-out", _text(as_text.laid_out), "txt"),
    _fixed("text-tabbed", _text(as_text.tabbed), "txt"),
    _fixed("text-columnwise", drawn_catalogue.columnwise, "txt"),
    _fixed("text-jostled", drawn_catalogue.jostled, "txt"),
    _fixed("markdown-html", drawn_catalogue.html_in_markdown, "md"),
    *(
        _fixed(f"docx-{w.__name__.replace('_', '-')}", _word(w), "docx")
        for w in (word.tracked, word.controls, word.fields)
    ),
    _fixed("pdf-ruled", _pdf(), "pdf", _PDF_EVERY),
    _fixed("pdf-ruled-repeated", _pdf(repeated=True, turned=True), "pdf", _PDF_EVERY),
    _fixed("pdf-unruled", _pdf(ruled=False), "pdf", _PDF_EVERY),
    _own("html"),
    _own("docx"),
    _own("xlsx"),
    _own("csv"),
    _own("md"),
)
