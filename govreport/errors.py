"""The exceptions of the library, all under one root."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport.results import Result


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


class NoConversion(GovReportError):
    """No mapping table, nor any chain of them, leads from the layout `source` to the layout `target`."""

    def __init__(self, source: str, target: str) -> None:
        self.source = source
        self.target = target
        super().__init__(f"no conversion from layout {source!r} to layout {target!r}")


class EditedReport(GovReportError):
    """A converted report is no longer the one that its conversion made, so the original cannot be restored."""

    def __init__(self) -> None:
        super().__init__("the converted report was edited, or these are the losses of another report")


class InvalidLosses(GovReportError):
    """A file of losses is none, or does not fit the report that it is laid over."""


class UnrelatedReport(GovReportError):
    """A report is of another organ or for another year than the work plan that it is to be held against.

    `plan` and `report` are the two names or years; `message` says it in either language.
    """

    def __init__(self, phrase: str, *, plan: str | int, report: str | int) -> None:
        self._phrase = phrase
        self.plan = plan
        self.report = report
        super().__init__(self.message("en"))

    def message(self, language: str = "zh") -> str:
        """Return the sentence in a language of the catalogue ("zh" or "en")."""
        from govreport import messages

        return messages.phrase(self._phrase, language, plan=self.plan, report=self.report)
