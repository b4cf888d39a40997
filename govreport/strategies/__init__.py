"""Hypothesis strategies for reports: valid ones, broken ones, near misses, and series of years; and work plans.

For the tests of this library and of anyone who works with reports. Needs `pip install govreport[hypothesis]`.

    @given(report=reports("2021"))
    def test_my_program_keeps_every_figure(report): ...
"""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    raise ImportError("govreport.strategies needs Hypothesis: pip install 'govreport[hypothesis]'") from error

from govreport.strategies.broken import BrokenReport, broken_reports
from govreport.strategies.near_misses import near_miss_documents
from govreport.strategies.reports import decoded_reports, reports
from govreport.strategies.series import series
from govreport.strategies.work_plans import work_plans
from govreport.strategies.writing import documents

__all__ = [
    "BrokenReport",
    "broken_reports",
    "decoded_reports",
    "documents",
    "near_miss_documents",
    "reports",
    "series",
    "work_plans",
]
