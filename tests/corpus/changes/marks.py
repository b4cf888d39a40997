"""Other prints of a figure: marks for nothing, widths, thousands, units, remarks."""

import random
from itertools import cycle

from tests.documents.variations.drawn import MARKS

from ..report import Report

_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


def zeros_blank(report: Report, choose: random.Random) -> None:
    """No 0 is printed in table three and four."""
    report.drawn.print(lambda text, p: "" if text == "0" and not p.startswith("/proactive") else text)


def zeros_dashed(report: Report, choose: random.Random) -> None:
    """Each 0 is printed as one and the same dash."""
    sign = choose.choice(("—", "-", "/", "－", "————"))
    report.drawn.print(lambda text, _: ("—" if sign == "-" else sign) if text == "0" else text)


def zeros_mixed(report: Report, choose: random.Random) -> None:
    """Each 0 of table two is printed in another way."""
    signs = cycle(["无", "/", "—", "不适用", "0"])
    report.drawn.print(lambda text, p: next(signs) if text == "0" and p.startswith("/proactive") else text)


def full_width(report: Report, choose: random.Random) -> None:
    """Figures in full-width digits."""
    report.drawn.print(lambda text, _: text.translate(_WIDE))


def thousands(report: Report, choose: random.Random) -> None:
    """Figures with separators of thousands."""
    report.drawn.print(lambda text, _: f"{int(text):,}" if text.isdigit() else text)


def with_units(report: Report, choose: random.Random) -> None:
    """件 behind the figures of table two."""
    report.drawn.print(
        lambda text, p: f"{text}件" if text.isdigit() and p.startswith("/proactive") and "amount" not in p else text
    )


def remark_in_cell(report: Report, choose: random.Random) -> None:
    """A remark in brackets behind a figure."""
    pointer = next(p for p in report.drawn.values if "/normative_documents/" in p)
    report.drawn.printed[pointer] += f"（其中修订{choose.randrange(1, 4)}件）"


def fee_in_yuan(report: Report, choose: random.Random) -> None:
    """The fee is printed with 元 behind it, under the label 万元."""
    pointer = next(p for p in report.drawn.values if p.endswith("/amount"))
    report.set(pointer, choose.randrange(10_000, 9_000_000))
    report.drawn.printed[pointer] += "元"
    report.unit = "yuan"


def fee_header_in_yuan(report: Report, choose: random.Random) -> None:
    """The label above the fee says 元 instead of 万元."""
    report.set("/proactive_disclosure/charges/administrative_fees/amount", choose.randrange(10_000, 9_000_000))
    report.labels["本年收费金额（单位：万元）"] = choose.choice(("本年收费金额（单位：元）", "本年收费金额(元)"))
    report.unit = "yuan"


def total_column_blank(report: Report, choose: random.Random) -> None:
    """总计 of table three was never filled in."""
    for pointer, text in report.drawn.printed.items():
        if pointer.startswith("/requests/total/") and text not in MARKS:
            report.drawn.printed[pointer], report.drawn.values[pointer] = "", "blank"
    report.must.append(("total-empty", "/requests/total"))
