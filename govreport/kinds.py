"""What a kind of document is: one record for each. Nothing else asks which kind it has before it.

A kind has one layout or several, each a folder below `schema/`. Where kinds differ in more than their data, the
record names the function or the module that knows: `Home`, a dotted string that is imported when it is first asked
for. So this module lies below all that it names, and whoever validates never loads what prints.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import attrs

from govreport import resources

Home = str
"""Where something is defined: `package.module` for a module, `package.module:name` for a name in it."""

_NO_NAME = re.compile(r"[^0-9A-Za-z]+")


@attrs.frozen(kw_only=True, eq=False)
class Kind:
    """A kind of document. Only what has no default must be given; `None` says that the kind does not have it.

    `name` is what the Python paths of the reference call a document: `report`, `plan`; `noun` is the same for a
    sentence. `register` is the member of `versions.json` with its layouts, `schema` the name of the JSON Schema in
    the folder of each. `class_name` begins the name of the class of each layout; what the ids of its layouts begin
    with, `stem`, is not repeated there. `summary` says in the generated code what a class is. `has_gate` says that
    the fast path is generated, too.

    `places` is the class that knows which pointers lead somewhere (see `validation.places`). `blank` makes the blank
    document for `govreport new`.

    `matcher` reads a paper; `csv_matcher` reads the text of a CSV file that is written by pointers. `composer` makes
    a page of the sheet of a document, and `writers` has the module that writes it by format; `formulas` has those that
    write it to be filled in, with formulas. `left_out` yields what the print does not carry of a sheet. `site` is the
    module that writes its pages of the reference.
    """

    name: str
    noun: str
    register: str
    schema: str
    class_name: str
    stem: str = ""
    summary: str = "The document in layout {layout}"
    has_gate: bool = False
    places: Home = "govreport.validation.places:FormPlaces"
    blank: Home | None = "govreport.cli.blank:blank_report"
    matcher: Home | None = None
    csv_matcher: Home | None = None
    composer: Home | None = None
    writers: Mapping[str, Home] = attrs.field(factory=dict)
    formulas: Mapping[str, Home] = attrs.field(factory=dict)
    left_out: Home | None = None
    site: Home = "tools.site.kindpages"

    @property
    def layouts(self) -> tuple[str, ...]:
        """The ids of its layouts, oldest first; a document declares one of them."""
        return resources.registered().get(self.register, ())

    def class_of(self, layout: str) -> str:
        """Return the name of the class of a layout: `Report2021`, `WorkPlan`. No two layouts of a kind share one."""
        return self.class_name + _words(layout.removeprefix(self.stem))

    def module_of(self, layout: str) -> str:
        """Return the name of the module in `model` that holds the class of a layout."""
        return _NO_NAME.sub("_", layout if self.stem else f"layout_{layout}")

    def homes(self) -> Iterator[Home]:
        """Yield everything that the record names, wherever it is defined."""
        yield from (home for home in (self.places, self.blank, self.matcher, self.csv_matcher) if home)
        yield from (home for home in (self.composer, self.left_out, self.site) if home)
        yield from self.writers.values()
        yield from self.formulas.values()


REPORT = Kind(
    name="report",
    noun="report",
    register="layouts",
    schema="report.schema.json",
    class_name="Report",
    summary="The report in layout {layout}",
    has_gate=True,
    matcher="govreport.documents.report.match:match",
    csv_matcher="govreport.documents.report.tidy_csv:read_tidy",
    composer="govreport.documents.rendering.report.page:compose",
    writers={
        "html": "govreport.documents.rendering.report.html",
        "docx": "govreport.documents.rendering.report.docx",
        "xlsx": "govreport.documents.rendering.report.xlsx",
        "md": "govreport.documents.rendering.report.markdown",
        "csv": "govreport.documents.rendering.report.csv",
    },
    formulas={"xlsx": "govreport.documents.rendering.report.fillable"},
    left_out="govreport.documents.rendering.report.left_out:left_out",
    site="tools.site.formpages",
)
"""The annual report on government information disclosure: a form with tables of figures."""

WORK_PLAN = Kind(
    name="plan",
    noun="work plan",
    register="work_plans",
    schema="plan.schema.json",
    class_name="WorkPlan",
    stem="workplan",
    summary="The yearly work plan",
    places="govreport.validation.places:DocumentPlaces",
    blank=None,
    matcher="govreport.documents.plan.match:match_plan",
    composer="govreport.documents.rendering.plan.page:compose_plan",
    writers={
        "html": "govreport.documents.rendering.plan.html",
        "xlsx": "govreport.documents.rendering.plan.xlsx",
    },
    left_out="govreport.documents.rendering.plan.left_out:left_out",
    site="tools.site.plans",
)
"""The yearly work plan: running text and a list of tasks, for which no act prescribes a form."""

KINDS = (REPORT, WORK_PLAN)


@cache
def kind_of(layout: str) -> Kind:
    """Return the kind of document that has this layout; raises KeyError for a layout that is not registered."""
    for kind in KINDS:
        if layout in kind.layouts:
            return kind
    raise KeyError(layout)


def schema_file(layout: str) -> str:
    """Return the name of the JSON Schema of a layout, as `resources.read` takes it."""
    return f"{layout}/{kind_of(layout).schema}"


def resolve(home: Home) -> Any:
    """Return the module or the name that a home leads to; raises ModuleNotFoundError or AttributeError for none."""
    module, _, name = home.partition(":")
    found = import_module(module)
    return getattr(found, name) if name else found


def _words(text: str) -> str:
    """Return a text as a part of a class name: `-two-rows` gives `TwoRows`."""
    return "".join(word[:1].upper() + word[1:] for word in _NO_NAME.split(text))
