"""Right drafts in Word, as offices make them: nothing above a remark is found in any of them.

    python -m bench.drafts [NUMBER] [--seed SEED] [--verbose]

Organs of every kind and level, figures of every size, texts in the words of the corpus or of one of the sets of
`bench.narratives`, each printed in one of many shapes of Word. A finding above a remark is a false alarm; how many
drafts give none at all is told, too.
"""

import argparse
import importlib
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

import attrs

import govreport
from bench.measuring import Figure
from bench.narratives.making import narrated
from govreport.documents.rendering.wordml import SONG, character
from govreport.findings import Finding, Severity
from tests.corpus.report import Heading, Report, draw
from tests.corpus.shapes import office
from tests.corpus.shapes.office import document, wrapped
from tests.documents.variations import word
from tests.documents.variations.as_office import as_docx
from tests.documents.variations.source import Doc

SEED = 20271130
NUMBER = 200
# None tells in the words of the corpus.
WORDS = (None, "second", "third", "fourth", "fifth")
_TOPICS = "以上主动公开、依申请公开、政府信息管理、平台建设和监督保障各项工作，均按年度计划完成。"
Write = Callable[[Report, random.Random], bytes]


@attrs.frozen(kw_only=True)
class Draft:
    """A draft: the shape of Word it is in, whose words it tells, who reports, and its bytes."""

    shape: str
    words: str
    organ: str
    data: bytes = attrs.field(repr=False)


def drafts(number: int = NUMBER, seed: int = SEED) -> Iterator[Draft]:
    """Yield right drafts, the same for the same seed: every shape in turn, and every set of words in each."""
    yield from (draft(position, seed) for position in range(number))


def draft(position: int, seed: int = SEED) -> Draft:
    """Return one of the drafts by its number."""
    choose = random.Random(f"{seed} {position}")
    names = tuple(SHAPES)
    shape, words = names[position % len(names)], WORDS[position // len(names) % len(WORDS)]
    report = draw(choose, None if words is None else "2021")
    if words is not None:
        _tell(report, words, choose)
    _finish(report, choose)
    return Draft(shape=shape, words=words or "corpus", organ=report.organ.name, data=SHAPES[shape](report, choose))


def alarms(found: Draft) -> list[Finding]:
    """Return what is found in a draft above a remark."""
    return [finding for finding in govreport.check(found.data).findings if finding.severity is not Severity.INFO]


def _finish(report: Report, choose: random.Random) -> None:
    """Print the figures of some reports as the spreadsheet shows them from which their tables were copied."""
    if choose.randrange(3) == 0:
        values = report.drawn.values
        report.drawn.printed |= {pointer: f"{value:,}" for pointer, value in values.items() if isinstance(value, int)}


def _tell(report: Report, words: str, choose: random.Random) -> None:
    """Let a report tell its figures in the sentences of a set."""
    sentences = importlib.import_module(f"bench.narratives.{words}")
    told = {name: text.text for name, text in narrated(report.truth(), sentences, choose).items()}
    # Of what a draft has to say, the sentences of a set that are chosen say a part.
    report.opening = [*told.pop("preamble").split("\n"), f"如有疑问，请与{report.organ.name}办公室联系。"]
    for name, text in told.items():
        rest = [_TOPICS] if name == "overview" else [] if "信息处理费" in text else report.texts[name]
        report.texts[name] = [*text.split("\n"), *rest]


def _covered(report: Report, choose: random.Random) -> bytes:
    """A cover, a table of contents with pages, and then the report, its texts indented and spaced as offices do."""
    day = f"{report.year + 1}年1月"
    titles = [item.text for item in report.flow() if isinstance(item, Heading)]
    cover = "".join(map(word.paragraph, (report.organ.name, f"{report.year}年政府信息公开工作年度报告", day)))
    contents = "".join(word.paragraph(f"{title}{'…' * 12}{page}") for page, title in enumerate(titles, 1))
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return document(
        cover
        + broken
        + word.paragraph("目  录")
        + contents
        + broken
        + wrapped(report, _indented, _bold, word.paragraph)
    )


def _headed(report: Report, choose: random.Random) -> bytes:
    """A red head with the number of the document above the title, and who gets it below the report."""
    head = f"{report.organ.name}文件", f"〔{report.year + 1}〕{choose.randrange(1, 60)}号"
    foot = "（此件公开发布）", f"{report.organ.name}办公室        {report.year + 1}年1月20日印发"
    body = wrapped(report, _indented, _bold, word.paragraph)
    return document("".join(map(word.paragraph, head)) + body + "".join(map(word.paragraph, foot)))


def _spaced(report: Report, choose: random.Random) -> bytes:
    """Empty lines between all parts, full-width blanks before each paragraph, titles broken by a line."""

    def lines(text: str) -> str:
        return word.paragraph("") + word.paragraph(f"　　{text}")

    def figures(text: str) -> str:
        return word.paragraph(f" {text} ")

    return document(wrapped(report, lines, lambda text: word.paragraph("") + word.paragraph(text), figures))


def _rendered(report: Report, choose: random.Random) -> bytes:
    """As this project prints it."""
    plain = next(shape for shape in office.SHAPES if shape.name == "docx-plain")
    found = govreport.extract(plain.write(report, choose)).report
    assert found is not None, report.title
    return govreport.render(found, "docx")


def _indented(text: str) -> str:
    return f'<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{word.run(text)}</w:p>'


def _bold(text: str) -> str:
    return f"<w:p>{word.run(text, character(SONG, 32, bold=True))}</w:p>"


def _of(write: Callable[[Doc], bytes]) -> Write:
    """Return a writer of the older form of reports as one of drafts."""
    return lambda report, choose: write(report.doc())


SHAPES: Mapping[str, Write] = {
    **{shape.name: shape.write for shape in office.SHAPES if shape.suffix == "docx"},
    "library": _of(as_docx),
    **{write.__name__: _of(write) for write in (word.hidden, word.controls, word.fields, word.boxed)},
    "covered": _covered,
    "headed": _headed,
    "spaced": _spaced,
    "rendered": _rendered,
}


def figures(found: Mapping[int, tuple[Draft, tuple[Finding, ...]]], seconds: float) -> Iterator[Figure]:
    """Yield what is promised of right drafts."""
    above = [f for _, findings in found.values() for f in findings if f.severity is not Severity.INFO]
    yield Figure(what="findings above a remark in right drafts", value=len(above), unit="", at_most=0)
    alarmed = sum(any(f.severity is not Severity.INFO for f in findings) for _, findings in found.values())
    yield Figure(what="right drafts with any of them", value=alarmed, unit="", at_most=0)
    silent = sum(not findings for _, findings in found.values())
    yield Figure(what="right drafts in which nothing at all is found", value=100 * silent / len(found), unit="%")
    yield Figure(what="a draft read and checked", value=1000 * seconds / len(found), unit="ms")


def _found(seed: int, position: int) -> tuple[int, Draft, tuple[Finding, ...], float]:
    made = draft(position, seed)
    begun = time.process_time()
    findings = govreport.check(made.data).findings
    return position, made, findings, time.process_time() - begun


def main() -> int:
    """Print what is found; exit with 1 where anything above a remark is."""
    parser = argparse.ArgumentParser(prog="python -m bench.drafts", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=NUMBER, metavar="NUMBER", help="how many drafts")
    parser.add_argument("--seed", type=int, default=SEED, help="other drafts for another number")
    parser.add_argument("--verbose", action="store_true", help="print each finding above a remark")
    options = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        results = list(pool.map(partial(_found, options.seed), range(options.number), chunksize=8))
    found: dict[int, Any] = {position: (made, findings) for position, made, findings, _ in results}
    codes = Counter((f.severity.value, f.code) for _, findings in found.values() for f in findings)
    for (severity, code), number in sorted(codes.items()):
        print(f"{severity:<8}{code:<40}{number:>5}")
    for position, (made, findings) in found.items():
        for finding in findings if options.verbose else ():
            if finding.severity is not Severity.INFO:
                print(f"{position} {made.shape} {made.words} {made.organ}: {finding.code} {finding.pointer}")
                print(f"    {finding.message('zh')}")
    goals = list(figures(found, sum(seconds for *_, seconds in results)))
    for goal in goals:
        print(f"{goal.what:<60} {goal.value:>10,.1f} {goal.unit:<3} {'holds' if goal.holds else 'falls short'}")
    return 0 if all(goal.holds for goal in goals) else 1


if __name__ == "__main__":
    raise SystemExit(main())
