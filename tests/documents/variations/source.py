"""The real files as plain values: what other forms of the same report are made of. Does not import the library."""

import json
import re
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[3]
EXAMPLES = CHECKOUT / "examples" / "reports"
# Published documents with their sentences replaced, made by tools/testdata.py: all else is as it was published.
DOCUMENTS = CHECKOUT / "tests" / "data" / "documents"
SEEDS = ("jiading-2019", "jingan-2023", "shanghai-2021", "minhang-2025")
PAGES = ("huaian-2024", "hongze-2024")
# Where the published documents lie beside this checkout, they are read as well.
_SHARED = CHECKOUT.parent / "shared"
_PUBLISHED = {
    "jiading-2019": "seeds/000_ca1f1612755e7401.txt",
    "jingan-2023": "seeds/002_e36cf77514eb609c.txt",
    "shanghai-2021": "seeds/003_0b2d78a0c77ad9ec.txt",
    "minhang-2025": "seeds/004_33e1af150a1899fb.txt",
    "huaian-2024": "published/huaian_city_2024.pdf",
    "hongze-2024": "published/huaian_hongze_2024.pdf",
}

APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
OUTCOMES = "三、本年度办理结果"
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
DENIED = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益"]
DENIED += ["5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]
UNAVAILABLE = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
DECLINED = ["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请"]
DECLINED += ["5.要求行政机关确认或重新出具已获取信息"]
OTHER = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"]
OTHER += ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]
GROUPS = [
    ("（三）不予公开", DENIED),
    ("（四）无法提供", UNAVAILABLE),
    ("（五）不予处理", DECLINED),
    ("（六）其他处理", OTHER),
]
# The labels of each row of table three, from the outer to the inner.
ROWS: list[list[str]] = [
    ["一、本年新收政府信息公开申请数量"],
    ["二、上年结转政府信息公开申请数量"],
    [OUTCOMES, "（一）予以公开"],
]
ROWS += [[OUTCOMES, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"]]
ROWS += [[OUTCOMES, group, label] for group, labels in GROUPS for label in labels]
ROWS += [[OUTCOMES, "（七）总计"], ["四、结转下年度继续办理"]]
BLOCKS = [
    ("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "行政规范性文件"]),
    ("第二十条第（五）项", ["本年处理决定数量"], ["行政许可"]),
    ("第二十条第（六）项", ["本年处理决定数量"], ["行政处罚", "行政强制"]),
    ("第二十条第（八）项", ["本年收费金额（单位：万元）"], ["行政事业性收费"]),
]
TITLES = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
TITLES += ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]


@dataclass
class Doc:
    """A report of the 2021 form: texts, and the figures of its tables as they were printed."""

    name: str
    head: list[str]
    texts: dict[str, list[str]]
    two: list[list[list[str]]]  # by blocks, rows, columns
    three: list[list[str]]
    four: list[str]
    rows: list[list[str]] = field(default_factory=lambda: deepcopy(ROWS))
    blocks: list[Any] = field(default_factory=lambda: deepcopy(BLOCKS))
    applicants: list[str] = field(default_factory=lambda: list(APPLICANTS))
    results: list[str] = field(default_factory=lambda: list(RESULTS))
    titles: list[str] = field(default_factory=lambda: list(TITLES))
    note: str = NOTE


def document(name: str) -> Path:
    """Return the path of a report with our sentences."""
    return DOCUMENTS / f"{name}{'.pdf' if name in PAGES else '.txt'}"


def published(name: str) -> list[Path]:
    """Return the path of a report as it was published, where it lies beside this checkout."""
    path = _SHARED / _PUBLISHED[name]
    return [path] if path.is_file() else []


def load(name: str) -> Doc:
    """Return one of the reports of plain text whose rows are parted by tabs or bars."""
    text = document(name).read_text(encoding="utf-8")
    lines = [line.strip(" \r") for line in text.split("\n") if line.strip()]
    starts = [
        next(n for n, line in enumerate(lines) if line.strip().startswith(f"{c}、") and _is_title(line, c))
        for c in "一二三四五六"
    ]
    figures = [[_figures(line) for line in lines[a:b]] for a, b in pairwise(starts[1:5])]
    two, three, four = ([row for row in table if row] for table in figures)
    texts = {
        title: [line for line in lines[a + 1 : b] if line != "留言咨询"]
        for title, a, b in ((TITLES[0], starts[0], starts[1]), (TITLES[4], starts[4], starts[5]))
    }
    texts[TITLES[5]] = lines[starts[5] + 1 : starts[5] + 2]
    return Doc(
        name=name,
        head=[line.strip() for line in lines[: starts[0]]],
        texts=texts,
        two=[two[0:2], two[2:3], two[3:5], two[5:6]],
        three=three,
        four=four[0],
    )


def truth(name: str) -> dict[str, Any]:
    """Return the true report, as it stands among the examples."""
    value: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return value


_KEY = {"一": "总体", "二": "主动公开政府", "三": "收到和处理", "四": "复议", "五": "问题", "六": "其他需要"}


def _is_title(line: str, number: str) -> bool:
    return _KEY[number] in line and len(line) < 40 and "。" not in line


def _figures(line: str) -> list[str]:
    cells = [cell.strip() for cell in re.split(r"[\t|]", line)]
    return [cell for cell in cells if re.fullmatch(r"[\d.]+|—+", cell)]
