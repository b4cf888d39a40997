"""Reports in which a given rule fails, with everything that must be found in them and nothing else.

Each starts from a valid report without blanks and changes it in one way. What fails besides the rule
follows from the cells, texts and conditions that other rules share with it: see `expecting`.
"""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from govreport import resources
from govreport.form.layout import load_layout
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.pointers import put, top_of, value_at
from govreport.rules.comparing import WHITE_SPACE, derive
from govreport.rules.data import Condition, Instance, load_instances, load_rules
from govreport.rules.sheet import group_cells
from govreport.rules.slips import OWN_NAME, entries, is_clean
from govreport.strategies.expecting import Found, expected
from govreport.strategies.figures import LARGEST
from govreport.strategies.filling import load_plan
from govreport.strategies.gaps import marks
from govreport.strategies.members import member_of
from govreport.strategies.reports import members, years
from govreport.strategies.texts import SENTENCES, texts, with_year, without

_FIRST_YEAR, _LAST_YEAR = 1000, 9999
_LONGEST_DELAY = 400


@attrs.frozen(kw_only=True)
class BrokenReport:
    """A report in which `rule` fails at `pointer`; `findings` are exactly those that validation must give.

    Each finding is a triple of code, pointer and severity.
    """

    report: Report
    rule: str
    pointer: str
    findings: frozenset[Found]


def broken_reports(rule: str | None = None, layout: str | None = None) -> st.SearchStrategy[BrokenReport]:
    """Return a strategy for reports in which a rule fails, together with all that must be found in them.

    Without `rule` or `layout`, any rule of any layout is broken. Raises KeyError for a rule or a layout
    that there is not.
    """
    choices = [
        (candidate, known)
        for candidate in (resources.layouts() if layout is None else (layout,))
        for known, entry in load_rules(candidate).items()
        # Texts that tell figures of cells are not made here.
        if rule in (None, known) and entry.kind != "stated"
    ]
    if not choices:
        raise KeyError(rule)
    return st.sampled_from(choices).flatmap(lambda choice: _broken(*choice))


@st.composite
def _broken(draw: st.DrawFn, layout: str, rule: str) -> BrokenReport:
    instance = draw(st.sampled_from([i for i in load_instances(layout) if i.rule.id == rule]))
    report = draw(
        members(layout, fixed=_fixed(draw, layout, instance), given=_given(draw, layout, instance), whole=True)
    )
    if instance.is_arithmetic:
        _unbalance(draw, layout, instance, report)
    elif instance.rule.of in ("any-cell", "every-cell"):
        _leave_blank(draw, layout, instance, report)
    elif _is_beside_cells(layout, instance):
        # Half of what there is, and never more than a few words, is another value.
        other = member_of(layout, instance.at).filter(lambda value: value not in (None, instance.rule.value))
        put(report, instance.at, draw(other))
    return BrokenReport(report=structure(report), rule=rule, pointer=instance.at, findings=expected(layout, report))


def _fixed(draw: st.DrawFn, layout: str, instance: Instance) -> dict[str, Any]:
    """Return the members outside the tables that make the rule apply, and fail if it is one about words or dates."""
    fixed: dict[str, Any] = {c.at[0]: draw(_members(layout, instance, c)) for c in instance.when if c.among is not None}
    rule = instance.rule
    is_of_year = instance.at == "/year" and not rule.asks_the_year
    fixed["/year"] = year = draw(_wrong_years(layout, instance) if is_of_year else years(layout))
    if instance.at == "/year" and not is_of_year:
        fixed.update(_telling(year - 1 if year > _FIRST_YEAR else year + 1))
    elif _is_beside_cells(layout, instance):
        pass
    elif rule.topics is not None:
        fixed[instance.at] = SENTENCES[0]
    elif rule.of == "text":
        fixed[instance.at] = draw(st.text(WHITE_SPACE, max_size=3))
    elif rule.slips is not None:
        # Those that name an organ are wrong in the reports of any other, and this is one.
        fixed["/organ/name"] = OWN_NAME
        wrong = draw(st.sampled_from([text for entry in entries(rule.slips) for text in entry["wrong"]]))
        fixed[instance.at] = derive(wrong, year)
    elif rule.wrong:
        fixed[instance.at] = draw(st.sampled_from(rule.wrong))
    elif rule.absent is not None:
        fixed[instance.at] = draw(st.from_regex(rule.absent))
    elif rule.present is not None:
        text = without(draw(texts()), rule.present)
        fixed[instance.at] = text if text.strip(WHITE_SPACE) else SENTENCES[0]
    elif rule.pattern is not None:
        wanted = int(derive(rule.value or "", year))
        other = str(draw(_other_years(wanted)))
        titles = st.from_regex(rule.pattern).map(lambda text: with_year(text, rule.pattern or "", other))
        # 11000年 is a misprint, and then nobody asks which year it is.
        fixed[instance.at] = draw(titles.filter(lambda text: _passes_slips(layout, instance, text, year)))
    elif rule.kind == "compare" and not is_of_year:
        fixed[instance.at] = draw(_wrong_dates(instance, year))
    return fixed


def _is_beside_cells(layout: str, instance: Instance) -> bool:
    """Tell whether a rule compares a member that stands in a table, such as a unit."""
    return instance.rule.kind == "compare" and top_of(instance.at) in {t.name for t in load_layout(layout).tables}


def _telling(year: int) -> dict[str, Any]:
    """Return members that tell a year, more of them than can tell another."""
    return {
        "/title": f"{year}年政府信息公开工作年度报告",
        "/period": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        "/preamble": f"统计期限为{year}年1月1日至12月31日，有疑问请来电咨询。",
        "/overview": f"{year}年，主动公开、依申请公开、政府信息管理、平台建设、监督保障按要求开展。",
        "/published": f"{year + 1}-01-20",
    }


def _members(layout: str, instance: Instance, condition: Condition) -> st.SearchStrategy[str]:
    """Return a strategy for a member that meets a condition, and no rule's that this one stands behind."""
    earlier = [e for e in load_instances(layout) if e.rule.id in instance.rule.after and e.at == instance.at]
    spared = {m for e in earlier for c in e.when if c.at == condition.at for m in c.among or ()}
    among = condition.among or ()
    return st.sampled_from([m for m in among if m not in spared] or among)


def _given(draw: st.DrawFn, layout: str, instance: Instance) -> dict[str, int]:
    """Return the figures that make the rule apply, and those that keep rules from failing that it stands behind."""
    plan = load_plan(layout)
    given = {}
    for condition in instance.when:
        if condition.above is not None:
            given[plan.sources(condition.at[0])[0]] = draw(st.integers(condition.above + 1, LARGEST))
    for earlier in load_instances(layout):
        if earlier.rule.id in instance.rule.after and earlier.at == instance.at:
            above = [pointer for c in earlier.when if c.above is not None for pointer in c.at]
            for source in (source for pointer in above for source in plan.sources(pointer)):
                # What the rule itself asks for stays; then its texts keep the earlier one from failing.
                given.setdefault(source, 0)
    return given


def _passes_slips(layout: str, instance: Instance, text: str, year: int) -> bool:
    """Tell whether a text has no slip of the rules that a rule stands behind."""
    earlier = (load_rules(layout)[name] for name in instance.rule.after)
    return all(rule.slips is None or is_clean(rule.slips, text, year, OWN_NAME) for rule in earlier)


def _wrong_years(layout: str, instance: Instance) -> st.SearchStrategy[int]:
    schema = load_layout(layout).schema["properties"]["year"]
    limit = int(instance.rule.value or 0)
    if instance.rule.relation == ">=":
        return st.integers(schema["minimum"], limit - 1)
    return st.integers(limit + 1, schema["maximum"])


def _other_years(wanted: int) -> st.SearchStrategy[int]:
    return st.integers(_FIRST_YEAR, _LAST_YEAR - 1).map(lambda year: year + (year >= wanted))


def _wrong_dates(instance: Instance, year: int) -> st.SearchStrategy[str]:
    limit = date.fromisoformat(derive(instance.rule.value or "", year))
    signs = {"<=": (1,), ">=": (-1,), "=": (1, -1)}[instance.rule.relation]
    steps = st.builds(lambda sign, days: timedelta(sign * days), st.sampled_from(signs), st.integers(1, _LONGEST_DELAY))
    return steps.map(lambda step: (limit + step).isoformat())


def _unbalance(draw: st.DrawFn, layout: str, instance: Instance, report: dict[str, Any]) -> None:
    """Change a figure of the relation so that it fails; now and then another figure somewhere else before."""
    sheet = _Figures(layout, report)
    for condition in instance.when:
        if condition.undivided:
            sheet.print_undivided(draw, condition.at)
    left, right = sheet.terms(instance.left), sheet.terms(instance.right)
    if instance.rule.relation == "=":
        if draw(st.booleans()):
            equation = draw(st.sampled_from([i for i in load_instances(layout) if i.rule.id == instance.rule.id]))
            sheet[draw(st.sampled_from(sheet.terms(equation.left)))] = draw(_COUNTS)
        term = draw(st.sampled_from(left + right))
        excess = sheet.sum(left) - sheet.sum(right)
        balanced = sheet[term] + (-excess if term in left else excess)
        figure = draw(_COUNTS)
        sheet[term] = figure + (0 <= balanced <= figure)
        return
    short, long = (left, right) if instance.rule.relation == ">=" else (right, left)
    term = draw(st.sampled_from(long))
    sheet[term] += sheet.sum(short) - sheet.sum(long) + 1 + draw(_COUNTS)


_COUNTS = st.integers(0, LARGEST)


class _Figures:
    """The figures of a report by pointer, those of cells and those printed undivided, to read and to change."""

    def __init__(self, layout: str, report: dict[str, Any]) -> None:
        self._form = load_layout(layout)
        self._report = report

    def __getitem__(self, pointer: str) -> int:
        entry = self._entry(pointer)
        figure: int = value_at(self._report, pointer) if entry is None else entry["value"]
        return figure

    def __setitem__(self, pointer: str, figure: int | None) -> None:
        entry = self._entry(pointer)
        if entry is not None:
            entry["value"] = figure
            return
        put(self._report, pointer, figure)

    def sum(self, terms: tuple[str, ...]) -> int:
        return sum(self[term] for term in terms)

    def terms(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """Return the pointers of the figures that make up a sum of cells: undivided ones in place of their cells."""
        groups = [entry["pointer"] for entry in self._report.get("undivided", ())]
        return tuple(dict.fromkeys(next((g for g in groups if cell.startswith(g + "/")), cell) for cell in cells))

    def print_undivided(self, draw: st.DrawFn, groups: tuple[str, ...]) -> None:
        entries = []
        for group in groups:
            cells = group_cells(self._form, group)
            label = draw(member_of(self._form.id, "/undivided/label"))
            entries.append({"pointer": group, "value": self.sum(cells), "label": label})
            for cell in cells:
                self[cell] = None
        self._report["undivided"] = entries

    def _entry(self, pointer: str) -> dict[str, Any] | None:
        return next((e for e in self._report.get("undivided", ()) if e["pointer"] == pointer), None)


def _leave_blank(draw: st.DrawFn, layout: str, instance: Instance, report: dict[str, Any]) -> None:
    """Leave every cell of the table blank, or some of them, marked or not."""
    sheet = _Figures(layout, report)
    cells = tuple(cell for cell in load_layout(layout).cells if cell.startswith(instance.at + "/"))
    if instance.rule.of == "every-cell":
        cells = tuple(draw(st.lists(st.sampled_from(cells), min_size=1, max_size=len(cells) - 1, unique=True)))
    for cell in cells:
        sheet[cell] = None
    if instance.rule.of != "every-cell":
        return
    # A mark with which a blank may be right is none of a broken report.
    allowed = {(cell, mark) for exemption in instance.exempt for cell in exemption.at for mark in exemption.marks}
    found = [entry for entry in draw(marks(layout, cells)) if (entry["pointer"], entry["mark"]) not in allowed]
    if found:
        report["marks"] = found
