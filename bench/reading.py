"""What reading costs beyond the library of the format: time to the paper and to the report, beside the library alone.

    python bench/reading.py [--runs N]

For each format the library alone hands over every cell and paragraph, or every word and table, of one page; reading
is the same page to a `Paper` (at most 1.5 times as long), extracting the whole way to a report. Processor time, best
of several runs.
"""

import argparse
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from govreport import extract, load
from govreport.documents.detecting import Format
from govreport.documents.extraction import read_paper
from govreport.documents.limits import Limits
from govreport.documents.rendering.render import render

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
MOST = "1.5"


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


def best(call: Callable[[], object], runs: int) -> int:
    """Return the shortest processor time of a call, in microseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time_ns()
        call()
        times.append(time.process_time_ns() - start)
    return min(times) // 1000


def main() -> None:
    """Measure every format and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    report = load(ROOT / "examples" / "reports" / "shanghai-2021.json")
    cases: list[tuple[Format, Callable[[bytes], object], bytes]] = [
        ("html", html, render(report, "html")),
        ("docx", docx, render(report, "docx")),
        ("xlsx", xlsx, render(report, "xlsx")),
    ]
    published = SHARED / "published" / "huaian_city_2024.pdf"
    if published.exists():
        cases.append(("pdf", pdf, published.read_bytes()))
    print(f"{'format':8} {'KB':>6} {'library':>10} {'reading':>10} {'ratio':>6} {'extract':>10} {'ratio':>6}   (µs)")
    for format, library, data in cases:
        alone = best(lambda data=data, library=library: library(data), runs)  # type: ignore[misc]
        read = best(lambda data=data, format=format: read_paper(data, format, Limits()), runs)  # type: ignore[misc]
        whole = best(lambda data=data: extract(data), runs)  # type: ignore[misc]
        ratios = [f"{value * 100 // alone / 100:.2f}" for value in (read, whole)]
        print(f"{format:8} {len(data) // 1024:>6} {alone:>10} {read:>10} {ratios[0]:>6} {whole:>10} {ratios[1]:>6}")
    print(f"reading may take {MOST} times as long as the library alone")


if __name__ == "__main__":
    main()
