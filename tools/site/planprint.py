"""A part of a published work plan as it is printed, with every part of it leading to its entry."""

import re
from collections.abc import Iterator
from html import escape

import attrs

from govreport.documents.rendering.plan.page import Kind, PlanPage, TaskBox, compose_plan
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from govreport.model.codec import load, unstructure
from govreport.model.workplan import WorkPlan
from govreport.rules.sheet import read_sheet
from tools.site.including import ROOT
from tools.site.markup import english
from tools.site.members import tokens
from tools.site.tables import anchor

EXAMPLE = "examples/plans/jiading-hr-2022.json"
# So much of it shows the form: a name over one task and over several, units in lines, times of several kinds.
_SECTIONS = (0,)
_GROUPS = (0, 1, 9)
_NUMBER = re.compile(r"/[0-9]+(?=/|$)")
# Where lines of these kinds come from, wherever they stand; of the others the lines around them decide.
_LINES: dict[Kind, str] = {
    "number": "/number",
    "heading": "/notice/title",
    "to": "/addressees",
    "title": "/title",
    "section": "/sections/*/title",
    "item": "/sections/*/items/*/text",
}
_LEAD = "/sections/*/items/*/title"
_SIGNED = ("/notice/signature", "/date")
_FACTS = ("/organ/name", "/year")
_NAME = 1


def excerpt(language: str) -> str:
    """Return the part of the plan as HTML in one line."""
    plan = load(ROOT / EXAMPLE, WorkPlan)
    return _Excerpt(form=load_layout(plan.layout), language=language).write(_shortened(plan))


def _shortened(plan: WorkPlan) -> PlanPage:
    members = dict(unstructure(plan))
    # A mark stands on a task that is left out.
    members.pop("marks", None)
    members["sections"] = [members["sections"][number] for number in _SECTIONS]
    members["groups"] = [members["groups"][number] for number in _GROUPS]
    return compose_plan(read_sheet(load_layout(plan.layout), members))


def _lines(page: PlanPage) -> Iterator[tuple[Kind, list[tuple[str, str]]]]:
    """Yield each line in parts: the place that a part shows, as rules write it, and its text."""
    signed, facts, text = iter(_SIGNED), iter(_FACTS), "/notice/text"
    for line in (*page.head, *page.body):
        if line.kind == "title":
            text = "/preamble"
        elif line.kind == "section":
            text = "/sections/*/text"
        if line.kind == "signed":
            pointer = next(signed)
        elif line.kind == "fact":
            pointer = next(facts)
        else:
            pointer = _LINES.get(line.kind, text)
        parts = [(_LEAD, line.lead), (pointer, line.text)] if line.lead else [(pointer, line.text)]
        yield line.kind, parts


def _pattern(box: TaskBox) -> str:
    """Return the place that a box shows, as rules write it."""
    return _NUMBER.sub("/*", box.pointer)


@attrs.frozen(kw_only=True)
class _Excerpt:
    """Writes a page of print for readers of a language."""

    form: Layout
    language: str

    def write(self, page: PlanPage) -> str:
        """Return the page as HTML in one line."""
        lines = "".join(
            f'<p class="{kind}">{"".join(self._link(pointer, escape(text)) for pointer, text in parts)}</p>'
            for kind, parts in _lines(page)
        )
        # All of it is quoted, also in a page in another language.
        return f'<figure class="plan" lang="zh-CN">{lines}{self._table(page)}</figure>'

    def _table(self, page: PlanPage) -> str:
        rows = page.rows()
        heads = "".join(
            f'<th class="column" scope="col">{self._head(label, box)}</th>'
            for label, box in zip(page.columns, rows[0], strict=True)
        )
        body = "".join(f"<tr>{''.join(map(self._box, row))}</tr>" for row in rows)
        title = f'<p class="title">{self._link("/table_title", escape(page.table_title or ""))}</p>'
        label = escape(place(self.form, "/groups", self.language))
        return (
            f'{title}<div class="form-table" role="region" tabindex="0" aria-label="{label}"><table class="form tasks">'
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def _head(self, label: str, box: TaskBox) -> str:
        column = _column(_pattern(box))
        below = f"<br>{english(self.form.schema_at(tokens(column))['description'])}" if self.language != "zh" else ""
        return self._link(column, escape(label) + below)

    def _box(self, box: TaskBox) -> str:
        span = f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
        text = self._link(_pattern(box), "<br>".join(map(escape, box.text.split("\n"))))
        if box.column == _NAME:
            return f'<th class="row" scope="rowgroup"{span}>{text}</th>'
        return f"<td{span}>{text}</td>"

    def _link(self, pointer: str, html: str) -> str:
        name = escape(place(self.form, pointer, self.language))
        return f'<a href="#{anchor(_column(pointer))}" title="{name}">{html}</a>'


def _column(pointer: str) -> str:
    """Return the member that a column shows; what is printed of units and times is a part of one."""
    return pointer.removesuffix("/printed")
