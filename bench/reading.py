"""What reading published documents costs: beside the library of each format, and over a thousand pages.

For each format the library alone hands over every cell and paragraph, or every word and table, of the same
document. *Reading* is that document to a `Paper`, all that it prints with its places; *extracting* the whole way to
a report.

`python -m bench.reading` prints what is read, not how fast: cells read, unread and wrong, by shape of document.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from bench import shapes
from bench.data import NEWEST, SEED, reports
from bench.measuring import Figure, ratio, run, side_by_side
from govreport import extract, loads, render
from govreport.documents.extraction import read_paper
from govreport.documents.limits import Limits
from govreport.formats import Format

_LAYOUT = NEWEST
_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_MOST = 1.5
_MOST_WHOLE = 3
# A folder of an office: so many files of each format, and so many seconds for all, with two processes.
_MIXED: Mapping[Format, int] = {"html": 20, "docx": 25, "xlsx": 15, "pdf": 10}
_MIXED_JSON = 10
_MOST_SECONDS = 8


def html(data: bytes) -> list[str]:
    """Hand over the texts of all cells and paragraphs."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    return ["".join(element.itertext()) for element in root.iter("td", "th", "p", "h1", "h2")]


def docx(data: bytes) -> list[str]:
    """Hand over the texts of all cells and paragraphs."""
    import docx as library

    document = library.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return cells + [paragraph.text for paragraph in document.paragraphs]


def xlsx(data: bytes) -> list[Any]:
    """Hand over the values of all cells."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]


def pdf(data: bytes) -> list[Any]:
    """Hand over all words and tables."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [(page.extract_words(), page.extract_tables()) for page in document.pages]


_LIBRARIES: Mapping[Format, Callable[[bytes], object]] = {"html": html, "docx": docx, "xlsx": xlsx, "pdf": pdf}
# How often each document is read: a page takes a thousandth of the time of a PDF.
_ROUNDS: Mapping[Format, int] = {"html": 60, "docx": 12, "xlsx": 12, "pdf": 3}


def measure(number: int) -> Iterator[Figure]:
    """Yield the cost of reading for each format, and of `number` pages in one run of two processes."""
    printed = [loads(document) for document in reports(3, layout=_LAYOUT)]
    for form in ("html", "docx", "xlsx"):
        yield from _beside_library(form, [render(report, form) for report in printed])
    if _OFFICE is not None:
        yield from _beside_library("pdf", [_printed_to_pdf(render(printed[0], "docx"))])
        yield from _mixed()
    yield from _many(number)
    yield from shapes.figures(shapes.results())


def _beside_library(form: Format, documents: list[bytes]) -> Iterator[Figure]:
    limits = Limits()
    calls: dict[str, Callable[[bytes], object]] = {
        "library": _LIBRARIES[form],
        "reading": lambda data: read_paper(data, form, limits),
        "extracting": extract,
    }
    for call in calls.values():
        call(documents[0])  # what is built once is no cost of a document
    times = side_by_side(calls, [documents] * _ROUNDS[form], {})
    yield Figure(
        what=f"reading {form}, relative to its library", value=ratio(times, "reading", "library"), at_most=_MOST
    )
    most = _MOST_WHOLE if form == "html" else None
    yield Figure(what="the whole way to a report", value=ratio(times, "extracting", "library"), at_most=most)


def _printed_to_pdf(document: bytes) -> bytes:
    """Return a Word document as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(_OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", name, "report.docx"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        return (folder / "report.pdf").read_bytes()


def _many(number: int) -> Iterator[Figure]:
    """Run over many pages, then again over the same pages and as many new ones as a tenth of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        _write_pages(folder / "pages", number, SEED)
        command = ["govreport", "extract", "pages", "-q", "-o", "reports", "--jobs"]
        alone = run([*command, "1"], folder)
        shutil.rmtree(folder / "reports")
        first = run([*command, "2"], folder)
        yield Figure(what=f"{number:,} pages to reports, one process", value=alone.wall, unit="s")
        yield Figure(what="the same, two processes", value=first.wall, unit="s")
        yield Figure(what="processor time for each page, one process", value=1000 * alone.cpu / number, unit="ms")
        yield Figure(what="peak memory of the largest process", value=first.peak, unit="MB")
        _write_pages(folder / "pages", number // 10, SEED + 1)
        again = run([*command, "2"], folder)
        yield Figure(what="a second run, over a tenth more pages: share of the first", value=again.wall / first.wall)


def _mixed() -> Iterator[Figure]:
    """Validate a folder of files in several formats at once, as an office would."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mixed").mkdir()
        total = _MIXED_JSON + sum(_MIXED.values())
        forms = [form for form, number in _MIXED.items() for _ in range(number)]
        for position, document in enumerate(reports(total, SEED + 2)):
            form = forms[position] if position < len(forms) else None
            written = document if form is None else _in_format(document, form)
            (folder / "mixed" / f"{position:02}.{form or 'json'}").write_bytes(written)
        found = run(["govreport", "validate", "mixed", "-q", "--jobs", "2"], folder)
    what = f"{total} mixed files, {_MIXED['pdf']} of them PDF, validated by two processes"
    yield Figure(what=what, value=found.wall, unit="s", at_most=_MOST_SECONDS)
    yield Figure(what="the same, processor time of both", value=found.cpu, unit="s")


def _in_format(document: bytes, form: Format) -> bytes:
    report = loads(document)
    return _printed_to_pdf(render(report, "docx")) if form == "pdf" else render(report, form)


def _write_pages(folder: Path, number: int, seed: int) -> None:
    for position, document in enumerate(reports(number, seed)):
        (folder / f"{seed}-{position:05}.html").write_bytes(render(loads(document), "html"))


def main() -> int:
    """Print what is read of the corpus, by shape; exit with 1 where a promise is not kept."""
    found = shapes.results()
    print("\n".join(shapes.lines(found)), end="\n\n")
    promises = list(shapes.figures(found))
    for figure in promises:
        print(
            f"{figure.what:<60} {figure.value:>10,.4g}   {figure.goal} {'' if figure.holds else 'falls short'}".rstrip()
        )
    return not all(figure.holds for figure in promises)


if __name__ == "__main__":
    sys.exit(main())
