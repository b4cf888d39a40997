"""Faults of figures: typing errors, sums that do not hold, tables that nobody filled in."""

import random

from ..report import Report, columns

BLOCKS = ("reconsideration", "litigation/direct", "litigation/after_reconsideration")


def received_wrong(report: Report, choose: random.Random) -> None:
    """总计 of 新收 is not the sum of the row, nor does it balance the column."""
    pointer = "/requests/total/received"
    report.set(pointer, report.figure(pointer) + choose.randrange(1, 9))
    report.must += [("requests-columns", pointer), ("requests-identity", "/requests/total/outcomes/total")]


def outcomes_wrong(report: Report, choose: random.Random) -> None:
    """One outcome of natural persons is typed wrongly: its row and its column do not add up."""
    row = choose.choice(("granted", "partially_granted", "unavailable/not_held", "declined/repeated"))
    pointer = f"/requests/natural_person/outcomes/{row}"
    report.set(pointer, report.figure(pointer) + choose.randrange(1, 9))
    report.must += [
        ("requests-outcomes", "/requests/natural_person/outcomes/total"),
        ("requests-columns", f"/requests/total/outcomes/{row}"),
    ]


def total_forgotten(report: Report, choose: random.Random) -> None:
    """（七）总计 of one column was never filled in: 0 under other figures."""
    column = "/requests/natural_person"
    report.set(f"{column}/outcomes/granted", report.figure(f"{column}/outcomes/granted") + 2)
    report.set(f"{column}/outcomes/total", 0)
    report.must += [
        ("requests-outcomes", f"{column}/outcomes/total"),
        ("requests-columns", "/requests/total/outcomes/granted"),
    ]


def two_typos(report: Report, choose: random.Random) -> None:
    """Two figures of different columns are wrong at once."""
    first, second = choose.sample(columns(report)[:-1], 2)
    for column, row in ((first, "received"), (second, "carried_forward")):
        report.set(f"{column}/{row}", report.figure(f"{column}/{row}") + choose.randrange(1, 9))
        report.must.append(("requests-identity", f"{column}/outcomes/total"))
        report.must.append(("requests-columns", f"/requests/total/{row}"))


def neighbours_exchanged(report: Report, choose: random.Random) -> None:
    """Two figures of one row stand in each other's column."""
    first, second, *_ = columns(report)
    a, b = f"{first}/received", f"{second}/received"
    if report.figure(a) == report.figure(b):
        report.set(a, report.figure(a) + 1)
        report.set("/requests/total/received", report.figure("/requests/total/received") + 1)
        for column in (first, "/requests/total"):
            for row in ("outcomes/granted", "outcomes/total"):
                report.set(f"{column}/{row}", report.figure(f"{column}/{row}") + 1)
    left, right = report.figure(a), report.figure(b)
    report.set(a, right)
    report.set(b, left)
    report.must += [("requests-identity", f"{column}/outcomes/total") for column in (first, second)]


def digits_exchanged(report: Report, choose: random.Random) -> None:
    """Two digits of a figure are exchanged: 237 becomes 273."""
    pointer = "/requests/total/outcomes/total"
    digits = str(report.figure(pointer) or 12)
    changed = digits[:-2] + digits[-2:][::-1] if digits[-2:] != digits[-2:][::-1] else f"{digits}1"
    report.set(pointer, int(changed))
    report.must += [("requests-columns", pointer), ("requests-outcomes", pointer), ("requests-identity", pointer)]


def disputes_total_zero(report: Report, choose: random.Random) -> None:
    """A block of table four has cases and a total of 0."""
    block = f"/disputes/{choose.choice(BLOCKS)}"
    report.set(f"{block}/upheld", report.figure(f"{block}/upheld") + 1)
    report.set(f"{block}/total", 0)
    report.must.append(("disputes-totals", f"{block}/total"))


def stock_too_small(report: Report, choose: random.Random) -> None:
    """Less is in force than was issued and not repealed."""
    rows = "/proactive_disclosure/documents/normative_documents"
    for name, value in (("issued", 9), ("repealed", 2), ("in_force", 3)):
        report.set(f"{rows}/{name}", value)
    report.must.append(("documents-stock", f"{rows}/in_force"))


def rules_without_power(report: Report, choose: random.Random) -> None:
    """An organ that cannot make 规章 reports some."""
    rows = "/proactive_disclosure/documents/government_rules"
    names = [p.rpartition("/")[2] for p in report.drawn.values if p.startswith(f"{rows}/")]
    for name, value in zip(names, (2, 0, 6), strict=True):
        report.set(f"{rows}/{name}", value)
    if report.organ.makes_rules:
        return
    rule = "rules-power-local" if report.organ.level in ("county", "township") else "rules-power-department"
    report.must.append((rule, f"{rows}/{names[2]}"))


def fee_overdue(report: Report, choose: random.Random) -> None:
    """Requests ended for want of payment, and section six says nothing of fees."""
    for column in ("/requests/natural_person", "/requests/total"):
        for row in ("received", "outcomes/other/fee_overdue", "outcomes/total"):
            report.set(f"{column}/{row}", report.figure(f"{column}/{row}") + 1)
    report.texts["overview"] = [line for line in report.texts["overview"] if "依申请公开" not in line]
    report.texts["other_matters"] = ["没有其他需要报告的事项。"]
    report.must.append(("fee-overdue-unexplained", "/other_matters"))


def large_figures(report: Report, choose: random.Random) -> None:
    """Every decision is counted in hundreds of thousands."""
    for pointer in report.drawn.values:
        if pointer.endswith("/decisions"):
            report.set(pointer, choose.randrange(100_000, 9_999_999))


def nothing_happened(report: Report, choose: random.Random) -> None:
    """Every cell of tables three and four is 0."""
    for pointer in report.drawn.values:
        if pointer.startswith(("/requests/", "/disputes/")):
            report.set(pointer, 0)
    report.texts["overview"] = ["全年未收到政府信息公开申请，未发生行政复议和行政诉讼。"]
