"""Documents of every format, broken in any way: pieces of true ones, cut, doubled, mixed and set with odd words.

What leads to findings that no document before it led to is kept, and broken further. The same number gives the same
documents on every machine.
"""

import faulthandler
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import govreport
from govreport.formats import FORMATS

from .measuring import peak_memory
from .printed import WORD, members, ofd, ofd_text, opendocument, pdf, stream, within, workbook, zipped

# So many documents of these sizes take no such time, on any machine.
_AT_ONCE, _SECONDS = 50, 120
_LARGEST = 60_000
_MOST_KEPT = 400
# A text longer than this is taken whole once in so many times.
_SHORT, _WHOLE = 700, 60
# Of so many documents one is broken as a file, not as the text inside of it.
_AS_A_FILE = 6

_WORDS = (
    *[
        "|",
        ",",
        "\t",
        "\n",
        "\r\n",
        ":",
        "：",
        "；",
        ";",
        "(",
        ")",
        "（",
        "）",
        "【",
        "》",
        "<",
        ">",
        "&",
        '"',
        "'",
        "/",
        "\\",
        "#",
        "*",
        "_",
        "-",
        "--",
        "0",
        "1",
        "9",
        "00",
        "1.5",
        "1,234",
        "/",
        "—",
        "无",
        "注1",
        "※1",
        "^^",
        "<<",
        "**",
        "`",
        "~",
        "$",
    ],
    *[
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、",
        "五、存在的主要问题及改进情况",
        "六、",
    ],
    *[
        "规章",
        "行政规范性文件",
        "行政许可",
        "行政处罚",
        "行政强制",
        "行政事业性收费",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "自然人",
        "总计",
    ],
    *[
        "（七）总计",
        "结转下年度继续办理",
        "商业企业",
        "结果维持",
        "行政复议",
        "未经复议直接起诉",
        "2023年",
        "20230年",
        "2023-13-45",
        "二〇二三年",
        "2023年2月30日",
    ],
    *[
        "信息公开工作年度报告",
        "某某市人民政府",
        "政务公开工作要点",
        "序号",
        "工作任务",
        "责任单位",
        "完成时限",
        "附件",
        "抄送：",
        "由",
        "根据",
        "现公布",
    ],
    "\ufeff",
    "\x00",
    "\u2060",
    "\u3000",
    "\ufffc",
    "\ud800",
    "e\u0301" * 3,
    "²",
    "٣",
    "9" * 50,
    "9" * 5000,
    "&#99999999999;",
    f"&#{'9' * 5000};",
    "/extensions/²",
    "/groups/²/name",
    "/groups/0/tasks/٣",
    '"notes":[{"pointer":"/groups/²","text":"x"}],',
    '"extensions":{"' + "9" * 5000 + '":1},',
    "&#x110000;",
    "1e999",
    "-0",
    "NaN",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    "[]",
    "{}",
    '{"a":',
    "/requests/total/received",
    "/extensions/x",
    "pointer",
    "pointer,value\n/layout,2021\n",
    "<table><tr><td>",
    "<td rowspan=3 colspan=2>",
    "</table>",
    "<p>",
    "<br>",
    "<span hidden>",
    "<meta name=ArticleTitle content=x>",
    "<meta charset=idna>",
    "<!-- ",
    "<w:tbl>",
    "<w:p>",
    "</w:p>",
    "<w:vMerge/>",
    '<w:gridSpan w:val="0"/>',
    "<w:txbxContent>",
    '<c r="A1" t="s"><v>9</v></c>',
    '<c r="ZZZ9999999"/>',
    '<mergeCell ref="B2:A1"/>',
    'r="0"',
    's="-1"',
    't="d"',
)


@cache
def seeds() -> Mapping[str, tuple[str, ...]]:
    """Return short true texts by format; for the formats of archives, what is inside of them."""
    report = json.dumps(members(), ensure_ascii=False)
    plan = (govreport_root() / "plans" / "jiading-hr-2022.json").read_text("utf-8")
    printed = {name: within(name, "全年工作情况如下。").decode() for name in ("html", "md", "csv")}
    table = "<table><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table>"
    spelled = "规章\n1 2 3\n行政规范性文件 77 132 470\n行政许可\t2629\n"
    cells = "".join(
        f'<row r="{y}"><c r="A{y}"><v>{y}</v></c><c r="B{y}" t="str"><v>规章</v></c></row>' for y in (1, 2, 3)
    )
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in ("一、总体情况", "全年如下。", "二、主动公开政府信息情况")
    )
    open_cells = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in ("规章", "1", "2", "3"))
    open_row = f'<table:table-row table:number-rows-repeated="2">{open_cells}</table:table-row>'
    open_table = f"<table:table>{open_row}</table:table>"
    row = "".join(f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in ("规章", "1", "2", "3"))
    return {
        "json": (report, plan, '{"layout":"2021","year":2023}', "[1]"),
        "html": (printed["html"], f"<html><body><h2>二、主动公开政府信息情况</h2>{table}</body></html>"),
        "markdown": (printed["md"], "# 一、总体情况\n\n|规章|1|2|3|\n|---|---|---|---|\n|^^|<<|**3**|4|\n"),
        "csv": (
            printed["csv"],
            "二、主动公开政府信息情况\n规章,1,2,3\n",
            "pointer,value,mark\n/layout,2021,\n/year,2023,\n",
        ),
        "text": (f"一、总体情况\n如下。\n二、主动公开政府信息情况\n{spelled}", _PLAN, spelled),
        "docx": (f"{paragraphs}<w:tbl><w:tr>{row}</w:tr></w:tbl>",),
        "xlsx": (f'<sheetData>{cells}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',),
        "odt": (
            f"<text:h>二、主动公开政府信息情况</text:h><text:p>如下：<text:span>公开</text:span></text:p>{open_table}",
        ),
        "ods": (open_table,),
        "ofd": ("".join(ofd_text(t, 20, 20 + 8 * n) for n, t in enumerate(spelled.split("\n"))) + _OFD_LINE,),
    }


_OFD_LINE = (
    '<ofd:PathObject ID="5" Boundary="20 18 80 40" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 40 C'
    "</ofd:AbbreviatedData></ofd:PathObject>"
)
_PLAN = (
    "2022年某局政务公开工作要点分工表\n序号\n工作任务\n责任单位\n完成时限\n"
    "1\n公开信息。\n办公室\n全年\n2\n更新目录。\n法规科\n6月底前\n"
)


def govreport_root() -> Any:
    """Return the folder of the examples."""
    from ..reports import EXAMPLES

    return EXAMPLES


def broken(rng: random.Random, text: str, other: str) -> str:
    """Return a text that is broken in one to several ways; of a long one mostly a piece, which is read in a moment."""
    if len(text) > _SHORT and rng.randrange(_WHOLE):
        start = rng.randrange(len(text))
        text = text[start : start + _SHORT]
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice((0, 1, 2, 5, 20, 100)))
        way = rng.randrange(8)
        if way == 0:
            text = text[:start] + text[end:]
        elif way == 1:
            text = text[:start] + text[start:end] * rng.choice((2, 3, 9)) + text[end:]
        elif way in (2, 3, 4):
            text = text[:start] + rng.choice(_WORDS) + text[end:]
        elif way == 5:
            at = rng.randrange(len(other) + 1)
            text = text[:start] + other[at : at + 200] + text[end:]
        elif way == 6:
            text = text[:start]
        else:
            to = rng.randrange(len(text) + 1)
            text = text[:start] + text[end:] if to < end else text[:start] + text[end:to] + text[start:end] + text[to:]
    return text[:_LARGEST]


def packed(format: str, text: str) -> bytes:
    """Return a document of a format with a text inside of it."""
    if format == "docx":
        return zipped({"word/document.xml": WORD.format(text).encode("utf-8", "surrogatepass")})
    if format == "xlsx":
        return workbook(text.encode("utf-8", "replace").decode())
    if format == "odt":
        return opendocument("text", text)
    if format == "ods":
        return opendocument("spreadsheet", text)
    if format == "ofd":
        return ofd(text)
    return text.encode("utf-8", "surrogatepass")


def broken_bytes(rng: random.Random, data: bytes) -> bytes:
    """Return bytes that are broken as a file is: changed, cut off, doubled, in another encoding."""
    way = rng.randrange(5)
    start = rng.randrange(len(data) + 1)
    if way == 0:
        return data[:start] + bytes(rng.randrange(256) for _ in range(rng.choice((1, 2, 4)))) + data[start + 1 :]
    if way == 1:
        return data[:start]
    if way == 2:
        return data[:start] + data[start : start + 50] * 3 + data[start + 50 :]
    if way == 3:
        return data.decode("utf-8", "replace").encode(
            rng.choice(("gb18030", "big5hkscs", "utf-16", "utf-16-be")), "replace"
        )
    return data[start:] + data[:start]


_NAMES = [
    "Type",
    "Pages",
    "Page",
    "Catalog",
    "Kids",
    "Count",
    "Parent",
    "MediaBox",
    "Contents",
    "Resources",
    "Font",
    "F1",
    "XObject",
    "X",
    "Subtype",
    "Form",
    "Image",
    "BBox",
    "Length",
    "Filter",
    "FlateDecode",
    "LZWDecode",
    "ASCII85Decode",
    "RunLengthDecode",
    "DecodeParms",
    "Predictor",
    "Columns",
    "W",
    "DW",
    "FirstChar",
    "LastChar",
    "Widths",
    "Encoding",
    "Identity-H",
    "ToUnicode",
    "DescendantFonts",
    "FontDescriptor",
    "FontFile2",
    "Type0",
    "CIDFontType2",
    "TrueType",
    "Type3",
    "CharProcs",
    "FontMatrix",
    "Rotate",
    "CropBox",
    "ObjStm",
    "N",
    "First",
    "XRef",
    "Index",
    "Prev",
    "Root",
    "Info",
    "Size",
    "PageLabels",
    "Nums",
    "Differences",
    "BaseFont",
    "Helvetica",
    "CIDSystemInfo",
]
_OPERATORS = (
    "BT ET Tf Td Tj TJ Tm q Q cm re m l c h S f Do BI ID EI BDC EMC gs cs sc w W n ' T* Tr Tz".split()  # noqa: SIM905
)


def pdf_value(rng: random.Random, depth: int = 0) -> str:
    """Return any value as PDF writes it."""
    way = rng.randrange(11 if depth < 4 else 7)
    if way == 0:
        return str(rng.choice((0, 1, -1, 2, 9, 100, 2**31, 10**20)))
    if way == 1:
        return rng.choice(("1.5", "-0", "true", "null", "nan", "--1"))
    if way in (2, 3):
        return f"/{rng.choice(_NAMES)}"
    if way in (4, 5):
        return f"{rng.randrange(1, 12)} 0 R"
    if way == 6:
        return rng.choice(("(x)", "<41>", "<>", "()", "(\\", "<4"))
    if way in (7, 8):
        return "[" + " ".join(pdf_value(rng, depth + 1) for _ in range(rng.randrange(7))) + "]"
    return pdf_dictionary(rng, depth + 1)


def pdf_dictionary(rng: random.Random, depth: int = 0) -> str:
    """Return any dictionary as PDF writes it."""
    entries = (f"/{rng.choice(_NAMES)} {pdf_value(rng, depth)}" for _ in range(rng.randrange(6)))
    return f"<<{' '.join(entries)}>>"


def broken_pdf(rng: random.Random) -> bytes:
    """Return a PDF some of whose objects are replaced by any others."""
    content = " ".join(
        rng.choice((str(rng.randrange(500)), "(ab)", "/F1", "/X", rng.choice(_OPERATORS)))
        for _ in range(rng.randrange(60))
    )
    objects: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R/PageLabels 10 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 800]/Contents 5 0 R"
        "/Resources<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>>>",
        4: "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 9 0 R>>",
        5: stream(f"BT /F1 9 Tf 9 700 Td (abc) Tj ET 0 0 m 99 0 l S {content}".encode()),
        6: stream(content.encode(), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"),
        7: "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<<>>/FontDescriptor 8 0 R/W[0 9 500 10[1 2]]>>",
        8: "<</Type/FontDescriptor/FontName/A/Ascent 800/Descent -200/FontBBox[0 0 1 1]/FontFile2 11 0 R>>",
        9: stream(b"1 beginbfrange <00> <ff> <4e00> endbfrange"),
        10: "<</Nums[0<</S/D>>]>>",
        11: stream(b"\x00\x01\x00\x00\x00\x01cmap" + bytes(rng.randrange(256) for _ in range(40))),
    }
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        number = rng.randrange(1, 12)
        kept = objects[number]
        way = rng.randrange(4)
        if way == 0:
            objects[number] = pdf_value(rng)
        elif way == 1:
            objects[number] = stream(content.encode(), pdf_dictionary(rng)[2:-2])
        elif isinstance(kept, str):
            # Another value behind a name that is there.
            places = [at for at in range(len(kept)) if kept[at] == "/"]
            at = rng.choice(places) if places else 0
            objects[number] = kept[:at] + f"/{rng.choice(_NAMES)} {pdf_value(rng)} " + kept[at:]
        else:
            objects[number] = broken_bytes(rng, kept)
    data = pdf(objects)
    return broken_bytes(rng, data) if rng.randrange(4) == 0 else data


_SUFFIXES = {"markdown": ".md", "text": ".txt"}
# So many of a hundred documents are of each format: those that cost little are most.
_SHARES: Sequence[tuple[str, int]] = (
    ("json", 27),
    ("html", 16),
    ("markdown", 14),
    ("csv", 14),
    ("text", 14),
    ("docx", 7),
    ("pdf", 4),
    ("odt", 1),
    ("ods", 1),
    ("ofd", 1),
    ("xlsx", 1),
)


class Fuzzer:
    """Makes documents, has them checked, and keeps what says something new."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._folder = folder
        self._rng = random.Random(seed)
        self._kept: dict[str, list[str]] = {name: list(texts) for name, texts in seeds().items()}
        self._known: set[tuple[str, tuple[str, ...]]] = set()
        self.counts: Counter[str] = Counter()
        self.slowest = (0.0, "")
        self.failures: list[str] = []

    def run(self, count: int) -> None:
        """Check so many documents."""
        formats, shares = zip(*_SHARES, strict=True)
        for format in self._rng.choices(formats, shares, k=count):
            if format == "pdf":
                data, text = broken_pdf(self._rng), ""
            else:
                text = broken(self._rng, self._rng.choice(self._kept[format]), self._rng.choice(self._kept[format]))
                data = packed(format, text)
                if self._rng.randrange(_AS_A_FILE) == 0:
                    data = broken_bytes(self._rng, data)
            codes = self._check(format, data)
            if text and (format, codes) not in self._known and len(self._kept[format]) < _MOST_KEPT:
                self._known.add((format, codes))
                self._kept[format].append(text)

    def _check(self, format: str, data: bytes) -> tuple[str, ...]:
        self.counts[format] += 1
        started = time.process_time()
        codes: tuple[str, ...] = ()
        try:
            found = {finding.code: finding for finding in self._ask(format)(data)}
            for finding in found.values():
                assert finding.message("zh")
                assert finding.message("en")
            codes = tuple(sorted(found))
        except Exception:
            self.failures.append(f"{format}: {traceback.format_exc(limit=-3)}{data[:300]!r}")
        seconds = time.process_time() - started
        self.slowest = max(self.slowest, (seconds, format))
        return codes

    def _ask(self, format: str) -> Callable[[bytes], Sequence[govreport.Finding]]:
        way = self._rng.randrange(12)
        if way == 0:
            return lambda data: govreport.validate(data).findings
        if way == 1:
            named = self._rng.choice(FORMATS)
            return lambda data: _extracted(data, named)
        # Between the kinds of plain text only the name of a file tells.
        path = self._folder / f"document{_SUFFIXES.get(format, '.' + format)}"

        def checked(data: bytes) -> Sequence[govreport.Finding]:
            path.write_bytes(data)
            return govreport.check(path).findings

        return checked


def _extracted(data: bytes, format: Any) -> Sequence[govreport.Finding]:
    try:
        return govreport.extract(data, format=format).problems
    except govreport.UnreadableDocument as error:
        return (error.finding,)


def main() -> None:
    """Run with the seed and the number that are given, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(int(sys.argv[1]), Path(folder))
        for done in range(int(sys.argv[2])):
            if done % _AT_ONCE == 0:
                # Ends the process even where it hangs inside of a pattern, and says where.
                faulthandler.dump_traceback_later(_SECONDS, exit=True)
            fuzzer.run(1)
        faulthandler.cancel_dump_traceback_later()
    found = {
        "counts": fuzzer.counts,
        "slowest": fuzzer.slowest,
        "failures": fuzzer.failures[:20],
        "memory": peak_memory(),
    }
    print(json.dumps({**found, "failed": len(fuzzer.failures)}))


if __name__ == "__main__":
    main()
