"""Reports to print: those of the examples, and one for each thing that print shows in a way of its own."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from govreport.form.layout import load_layout
from govreport.model.codec import load, loads, structure, unstructure
from govreport.model.registry import Report
from tests.reports import EXAMPLES, changed, clean, document

PATHS = sorted([*(EXAMPLES / "reports").glob("*.json"), *(EXAMPLES / "contradictions").glob("*.json")])
NAMES = [path.stem for path in PATHS]

FORMULA_LIKE = ("=1+1", "+1", "-1", "@A1", "＝1+1", "'=1")
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">&amp; \' " ]]> <!-- --> {{x}}'
RULES = "/proactive_disclosure/documents/government_rules"
NATURAL = "/requests/natural_person"
DENIED = [node.name for node in load_layout("2021").nodes[f"{NATURAL}/outcomes/denied"].children]


@cache
def example(name: str) -> Report:
    """Return a report of the examples."""
    return load(next(path for path in PATHS if path.stem == name))


def report(changes: Mapping[str, Any]) -> Report:
    """Return the clean report of layout 2021 with the members at these pointers set."""
    return loads(document(changed(changes)))


def blank() -> Report:
    """Return a report of layout 2021 in which not one figure is printed."""
    return report(dict.fromkeys(load_layout("2021").cells))


def with_amount(amount: str, layout: str = "2021", **members: Any) -> Report:
    """Return a report with this amount, to the digit."""
    base = unstructure(example("outcomes-2020")) if layout == "2019" else clean()
    place = "procurement/central_procurement" if layout == "2019" else "charges/administrative_fees"
    changes = {f"/proactive_disclosure/{place}/{name}": value for name, value in members.items()}
    changes[f"/proactive_disclosure/{place}/amount"] = Decimal(amount)
    report: Report = structure(changed(changes, base))
    return report


def with_undivided(*groups: str, value: int = 7, label: str = "（六）其他处理", layout: str = "2021") -> Report:
    """Return a report in which the figures of these groups are each printed once."""
    base = unstructure(example("outcomes-2020")) if layout == "2019" else clean()
    cells = [c for c in load_layout(layout).cells if any(c.startswith(f"{group}/") for group in groups)]
    entries = [{"pointer": group, "value": value, "label": label} for group in groups]
    report: Report = structure(changed({**dict.fromkeys(cells), "/undivided": entries}, base))
    return report


def marked() -> Report:
    """Return a report with every mark, with and without the characters that are printed."""
    marks = [
        {"pointer": f"{RULES}/issued", "mark": "dash", "printed": "————"},
        {"pointer": f"{RULES}/repealed", "mark": "slash"},
        {"pointer": f"{RULES}/in_force", "mark": "not_applicable"},
        {"pointer": f"{NATURAL}/received", "mark": "illegible"},
        {"pointer": f"{NATURAL}/carried_over", "mark": "ambiguous"},
        {"pointer": f"{NATURAL}/carried_forward", "mark": "blank"},
    ]
    return report(
        {**{mark["pointer"]: None for mark in marks}, "/disputes/litigation/direct/other": None, "/marks": marks}
    )


def signed() -> Report:
    """Return a report in whose cells stand signs that mean something to one format or another."""
    signs = ("^^", "<<", "a|b", "\\", "=1", "注1", "※1", "<b>")
    cells = [f"/requests/organizations/other/outcomes/denied/{name}" for name in DENIED]
    marks = [{"pointer": c, "mark": "illegible", "printed": s} for c, s in zip(cells, signs, strict=True)]
    return report({**dict.fromkeys(cells), "/marks": marks})


def noted() -> Report:
    """Return a report with notes on cells, a group, a table, a text, and two on one cell."""
    places = [
        f"{RULES}/issued",
        f"{NATURAL}/outcomes/granted",
        f"{NATURAL}/outcomes/granted",
        "/requests/total",
        "/disputes",
        "/overview",
    ]
    return report({"/notes": [{"pointer": p, "text": f"第{n}个说明：共 3 件。"} for n, p in enumerate(places, 1)]})


def hostile() -> Report:
    """Return a report whose every text is a trap."""
    return report(
        {
            "/organ/name": "=cmd|' /C calc'!A0 <b>局</b>",
            "/title": HOSTILE,
            "/preamble": "\n".join(FORMULA_LIKE),
            "/overview": f"{HOSTILE}\n| a | b |\n# 标题\n1. 一\n- 二\n> 三\n`x` *y* _z_ [a](b) \\",
            "/other_matters": "javascript:alert(1) &#x3C; ^^ <<",
            "/notes": [{"pointer": f"{NATURAL}/received", "text": HOSTILE}, {"pointer": "/disputes", "text": "=1"}],
        }
    )


def large() -> Report:
    """Return a report with long texts and a note on every cell."""
    notes = [{"pointer": cell, "text": f"说明{n}：共 {n} 件。"} for n, cell in enumerate(load_layout("2021").cells)]
    paragraphs = [f"第{n}段：{'公开信息，按时办结。' * 40}" for n in range(150)]
    return report({"/overview": "\n".join(paragraphs), "/title": "某某管理委员会" * 20 + "年度报告", "/notes": notes})


def odd() -> Report:
    """Return a report with scripts that run leftwards, signs outside of the basic plane, and sections left empty."""
    return report(
        {
            "/organ/name": "😀局𠮷",
            "/title": "😀局𠮷2024年政府信息公开工作年度报告",
            "/overview": "نص عربي 123 و 政府信息 \u202eabc\u202c\n👨\u200d👩\u200d👧 🇨🇳 e\u0301\n_x000D_ %0A ]]> &#10;",
            "/problems_and_improvements": "",
            "/other_matters": "שלום \u2067ab\u2069 件",
        }
    )


VARIATIONS: Mapping[str, Any] = {
    "clean": lambda: report({}),
    "blank": blank,
    "marked": marked,
    "noted": noted,
    "signed": signed,
    "hostile": hostile,
    "large": large,
    "odd": odd,
    # Such lines stand around reports on web pages, below them, or are what a render adds: here they are text.
    "like-a-page": lambda: report(
        {
            "/preamble": "来源于各科室。\n打印",
            "/overview": "※ 重点工作\n※1 项\n注：附后\n“一”：说明\n返回",
            "/other_matters": "©2024\n打印\n附件：一览表\n返回顶部\n还有一段。",
        }
    ),
    "long-label": lambda: with_undivided(
        *(f"/requests/{c}/outcomes/other" for c in columns()), label="（六）其他处理" + "（含未说明的情形）" * 15
    ),
    "amount": lambda: with_amount("59237.2449"),
    "amount-with-zeros": lambda: with_amount("52.50"),
    "amount-in-yuan": lambda: with_amount("251000", unit="yuan"),
    "amount-2019": lambda: with_amount("52.15", "2019", unit="ten_thousand_yuan"),
    "change-below-zero": lambda: structure(
        changed(
            {
                "/proactive_disclosure/licensing/licences/change": -18,
                "/proactive_disclosure/licensing/other_services/change": 3,
            },
            unstructure(example("outcomes-2020")),
        )
    ),
    "single-row": lambda: with_undivided(*(f"/requests/{c}/outcomes/other" for c in columns())),
    "merged-below": lambda: with_undivided(f"{NATURAL}/outcomes/denied"),
    "merged-beside": lambda: with_undivided("/disputes/litigation/direct"),
    "merged-square": lambda: with_undivided("/proactive_disclosure/documents", layout="2019"),
    "merged-tables": lambda: with_undivided(
        "/requests/organizations", "/proactive_disclosure/documents/normative_documents"
    ),
    "no-title": lambda: structure({k: v for k, v in clean().items() if k != "title"}),
    "dated": lambda: report({"/published": "2025-01-20", "/period": {"start": "2024-01-01", "end": "2024-12-31"}}),
}


def columns() -> list[str]:
    """Return the seven columns of table 三."""
    members: list[str] = load_layout("2021").rules["sets"]["column"]
    return members


def sample(name: str) -> Report:
    """Return a report by its name: one of the variations, or one of the examples."""
    made: Report = VARIATIONS[name]() if name in VARIATIONS else example(name)
    return made


SAMPLES = [*NAMES, *VARIATIONS]
