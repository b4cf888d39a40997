"""The data standard and checker for China's annual reports on government information disclosure.

Names are loaded when first used, so that `import govreport` and the command line start quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govreport.batches.review import review
    from govreport.checking import check
    from govreport.conversion.convert import Conversion, convert, restore
    from govreport.conversion.losses import Loss
    from govreport.documents.extraction import Extraction, extract
    from govreport.documents.limits import UnreadableDocument
    from govreport.documents.rendering.render import render
    from govreport.errors import GovReportError, InvalidReport
    from govreport.findings import Change, Finding, Hint, Repair, Severity, Witness
    from govreport.model.codec import dump, dumps, load, loads
    from govreport.model.layout_2019 import Report2019
    from govreport.model.layout_2021 import Report2021
    from govreport.model.registry import Report
    from govreport.model.workplan import WorkPlan
    from govreport.results import Result
    from govreport.reviews.series import group
    from govreport.statements.records import Statement
    from govreport.stating import read_statements
    from govreport.validating import validate

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Conversion",
    "Extraction",
    "Finding",
    "GovReportError",
    "Hint",
    "InvalidReport",
    "Loss",
    "Repair",
    "Report",
    "Report2019",
    "Report2021",
    "Result",
    "Severity",
    "Statement",
    "UnreadableDocument",
    "Witness",
    "WorkPlan",
    "check",
    "convert",
    "dump",
    "dumps",
    "extract",
    "group",
    "load",
    "loads",
    "read_statements",
    "render",
    "restore",
    "review",
    "validate",
]

_HOMES = {
    "batches.review": ("review",),
    "checking": ("check",),
    "conversion.convert": ("Conversion", "convert", "restore"),
    "conversion.losses": ("Loss",),
    "documents.extraction": ("Extraction", "extract"),
    "documents.limits": ("UnreadableDocument",),
    "documents.rendering.render": ("render",),
    "errors": ("GovReportError", "InvalidReport"),
    "findings": ("Change", "Finding", "Hint", "Repair", "Severity", "Witness"),
    "model.codec": ("dump", "dumps", "load", "loads"),
    "model.layout_2019": ("Report2019",),
    "model.layout_2021": ("Report2021",),
    "model.registry": ("Report",),
    "model.workplan": ("WorkPlan",),
    "results": ("Result",),
    "reviews.series": ("group",),
    "statements.records": ("Statement",),
    "stating": ("read_statements",),
    "validating": ("validate",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(f"govreport.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
