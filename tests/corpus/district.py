"""A made district: the reports of its bodies for two years in six formats, a list of the bodies, and planted defects.

python -m tests.corpus.district FOLDER --bodies 80
"""

import argparse
import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice, product
from pathlib import Path

from govreport import dumps, extract

from . import wording
from .changes import figures, identity, words
from .places import Organ
from .report import Report, columns, draw
from .shapes import SHAPES

YEAR = 2024
_SHAPES = ("html-word-export", "docx-styled", "json", "xlsx-sheets", "text-barred", "pdf-ruled")
# What is kept of last year is read faster than a PDF.
_SHAPES_BEFORE = ("json", "html-word-export", "docx-styled")
_COUNTY = "青禾县"
_BUREAUS = (
    *("财政局", "教育局", "司法局", "民政局", "审计局", "统计局", "水利局", "公安局", "农业农村局", "商务局", "林业局"),
    *("人力资源和社会保障局", "自然资源和规划局", "住房和城乡建设局", "市场监督管理局", "应急管理局", "交通运输局"),
    *("医疗保障局", "城市管理局", "卫生健康局", "生态环境局", "文化和旅游局", "退役军人事务局", "信访局", "税务局"),
)
_TOWNS = (
    "东山",
    "柳林",
    "双桥",
    "河包",
    "新安",
    "大坪",
    "石门",
    "白沙",
    "龙潭",
    "平安",
    "清水",
    "高坪",
    "太和",
    "三合",
)
_KINDS_OF_TOWN = ("镇", "乡", "街道")


@dataclass
class Pair:
    """A body's reports of two years, in which nothing is wrong, and how this year's is written."""

    now: Report
    before: Report
    shape: str
    name: str
    copies: int = 1
    is_cut: bool = False
    is_sent: bool = True
    sends_last_year: bool = False


@dataclass
class District:
    """Where the files are, and of each planted defect the body and the codes that must be told of it."""

    now: Path
    before: Path
    bodies: Path
    planted: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)


Plant = Callable[[Pair, random.Random], frozenset[str]]


def write(folder: Path, number: int = 80, seed: int = 1, *, plant: bool = True) -> District:
    """Write a district of so many bodies, ten of which have one defect each if asked for; return where it is."""
    district = District(folder / "now", folder / "before", folder / "bodies.csv")
    district.now.mkdir(parents=True)
    district.before.mkdir()
    choose = random.Random(f"district {seed}")
    pairs = [pair(organ, shape, seed) for organ, shape in zip(organs(number), cycle(_SHAPES), strict=False)]
    if plant:
        # Late are departments, whose day is in January; each defect has a body of its own.
        departments = [p for p in pairs if p.now.organ.kind == "department"]
        for (kind, change), chosen in zip(PLANTED.items(), choose.sample(departments, len(PLANTED)), strict=True):
            district.planted[kind] = chosen.name, change(chosen, choose)
    for n, one in enumerate(pairs):
        _write(district, one, _SHAPES_BEFORE[n % len(_SHAPES_BEFORE)], random.Random(f"{seed} {n}"))
    with district.bodies.open("w", encoding="gb18030", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["单位名称", "上级"])
        rows.writerows([one.name, f"{_COUNTY}人民政府"] for one in pairs)
    return district


def organs(number: int) -> Iterator[Organ]:
    """Yield so many organs, whose names are all different."""
    bureaus = (_organ(_COUNTY + name, "department", "county", 40, 16) for name in _BUREAUS)
    towns = (_town(name, kind) for kind, name in product(_KINDS_OF_TOWN, _TOWNS))
    more = (_organ(f"{place}县{name}", "department", "county", 40, 16) for place, name in product(_TOWNS, _BUREAUS))
    yield from islice((organ for part in (bureaus, towns, more) for organ in part), number)


def _organ(name: str, kind: str, level: str, most: int, density: int) -> Organ:
    return Organ(name=name, kind=kind, level=level, most=most, density=density)


def _town(name: str, kind: str) -> Organ:
    full = f"{_COUNTY}{name}{kind}{'办事处' if kind == '街道' else '人民政府'}"
    return _organ(full, "other" if kind == "街道" else "government", "township", 4, 8)


def pair(organ: Organ, shape: str, seed: int) -> Pair:
    """Return the reports of an organ for two years: what goes on from one to the other does so rightly."""
    choose = random.Random(f"{seed} {organ.name}")
    now, before = (draw(choose, "2021", organ=organ, year=year) for year in (YEAR, YEAR - 1))
    for report in (now, before):
        for pointer in [p for p in report.drawn.values if p.endswith("/amount")]:
            report.set(pointer, 0)
    *applicants, total = columns(before)
    for column in applicants:
        before.set(f"{column}/carried_forward", now.figure(f"{column}/carried_over"))
        closed, forward = (before.figure(f"{column}/{row}") for row in ("outcomes/total", "carried_forward"))
        before.set(f"{column}/received", closed + forward - before.figure(f"{column}/carried_over"))
    for row in ("received", "carried_forward"):
        before.set(f"{total}/{row}", sum(before.figure(f"{column}/{row}") for column in applicants))
    issued, repealed = (now.figure(f"{_STOCK}/{name}") for name in ("issued", "repealed"))
    before.set(f"{_STOCK}/in_force", before.figure(f"{_STOCK}/in_force") + repealed)
    now.set(f"{_STOCK}/in_force", before.figure(f"{_STOCK}/in_force") + issued - repealed)
    now.texts["overview"] = wording.overview(YEAR, now.drawn.values, choose)
    before.texts["overview"] = _overview_before(before, choose)
    before.texts["problems_and_improvements"] = _PROBLEMS_BEFORE
    return Pair(now=now, before=before, shape=shape, name=organ.name)


_STOCK = "/proactive_disclosure/documents/normative_documents"
_PROBLEMS_BEFORE = [
    "存在的主要问题：公开指南更新不及时，个别栏目长期没有新内容，政策咨询的回应时间偏长。",
    "改进情况：已重新编制公开指南，合并长期不更新的栏目，咨询一律在三个工作日内回应。",
]


def _overview_before(report: Report, choose: random.Random) -> list[str]:
    """Return section one of last year: the same figures of the tables, in sentences that this year does not have."""
    return [
        f"{report.year}年，本单位把公开工作列入年度考核，由分管负责同志牵头，逐月调度，按季通报。",
        "（一）主动公开。门户网站改版后设置十二个专题，重点领域信息由业务科室直接发布，办公室抽查。",
        "（二）依申请公开。" + wording.applied(report.drawn.values, choose),
        "（三）政府信息管理。旧文件按年份清理完毕，失效的已加注标识，目录与正文一一对应。",
        "（四）平台建设。政务公开专区迁至新址，增设无障碍通道和意见箱，周末照常开放。",
        "（五）监督保障。聘请社会监督员参加评议，意见逐条答复并向社会公布。",
    ]


def _missing(one: Pair, choose: random.Random) -> frozenset[str]:
    one.is_sent = False
    return frozenset({"body-missing"})


def _duplicate(one: Pair, choose: random.Random) -> frozenset[str]:
    one.copies = 2
    return frozenset({"body-copy"})


def _last_year(one: Pair, choose: random.Random) -> frozenset[str]:
    one.sends_last_year = True
    return frozenset({"body-other-year"})


def _wrong_sums(one: Pair, choose: random.Random) -> frozenset[str]:
    figures.outcomes_wrong(one.now, choose)
    return frozenset(code for code, _ in one.now.must)


def _words(one: Pair, choose: random.Random) -> frozenset[str]:
    words.received_contradicted(one.now, choose)
    return frozenset({"text-received"})


def _carried_over(one: Pair, choose: random.Random) -> frozenset[str]:
    for column in ("/requests/natural_person", "/requests/total"):
        for row in ("received", "carried_forward"):
            one.before.set(f"{column}/{row}", one.before.figure(f"{column}/{row}") + 2)
    one.before.texts["overview"] = _overview_before(one.before, choose)
    return frozenset({"years-carried-over"})


def _stock(one: Pair, choose: random.Random) -> frozenset[str]:
    one.now.set(f"{_STOCK}/in_force", one.now.figure(f"{_STOCK}/in_force") + 4)
    return frozenset({"years-in-force"})


def _copied(one: Pair, choose: random.Random) -> frozenset[str]:
    lines = [line.replace(str(YEAR - 1), str(YEAR)) for line in one.before.texts["overview"]]
    told = "（二）依申请公开。" + wording.applied(one.now.drawn.values, choose)
    one.now.texts["overview"] = [told if "依申请公开" in line else line for line in lines]
    return frozenset({"years-text-repeated"})


def _unreadable(one: Pair, choose: random.Random) -> frozenset[str]:
    one.shape, one.is_cut = "docx-styled", True
    return frozenset({"document-damaged"})


def _late(one: Pair, choose: random.Random) -> frozenset[str]:
    identity.published_late(one.now, choose)
    return frozenset(code for code, _ in one.now.must)


PLANTED: dict[str, Plant] = {
    "missing": _missing,
    "duplicate": _duplicate,
    "last-year": _last_year,
    "wrong-sums": _wrong_sums,
    "words-against-figures": _words,
    "carried-over-break": _carried_over,
    "stock-break": _stock,
    "copied-text": _copied,
    "unreadable": _unreadable,
    "late": _late,
}


def _write(district: District, one: Pair, shape_before: str, choose: random.Random) -> None:
    before, form = _printed(one.before, shape_before, choose)
    (district.before / f"{one.name}{YEAR - 1}.{form}").write_bytes(before)
    if one.sends_last_year:
        (district.now / f"{one.name}{YEAR}.{form}").write_bytes(before)
        return
    data, form = _printed(one.now, one.shape, choose)
    for number in range(one.copies if one.is_sent else 0):
        name = f"{one.name}{YEAR}{f'（{number}）' if number else ''}.{form}"
        (district.now / name).write_bytes(data[: len(data) // 2] if one.is_cut else data)


def _printed(report: Report, shape: str, choose: random.Random) -> tuple[bytes, str]:
    """Return a report in a shape with the suffix of its file; in JSON it is what was read of a web page."""
    if shape != "json":
        return SHAPES[shape].write(report, choose), SHAPES[shape].suffix
    read = extract(SHAPES["html-word-export"].write(report, choose)).report
    assert read is not None
    return dumps(read), "json"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.district", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bodies", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    district = write(options.folder, options.bodies, options.seed)
    for kind, (name, codes) in district.planted.items():
        print(f"{kind:24} {name:24} {' '.join(sorted(codes))}")


if __name__ == "__main__":
    main()
