"""The exceptions of the library, all under one root."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport.validation.result import Result


class GovReportError(Exception):
    """The root of every exception that this library raises on purpose."""


class InvalidReport(GovReportError):
    """A document cannot become a report object: its text, its structure or its references are wrong.

    `result` tells everything that is wrong with it, with places; the message tells the first of it.
    """

    def __init__(self, result: "Result") -> None:
        self.result = result
        first = result.findings[0]
        place = f"line {first.line}, column {first.column}: " if first.line is not None else ""
        super().__init__(f"{place}{first.pointer or 'document'}: {first.message('en')} [{first.code}]")
