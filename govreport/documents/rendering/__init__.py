"""Reports written as the printed form: HTML, Word, spreadsheet, Markdown and tidy CSV."""

from collections.abc import Mapping

# Each format, which is also the suffix of its files, and the module that writes it.
FORMATS: Mapping[str, str] = {
    "html": "report.html",
    "docx": "report.docx",
    "xlsx": "report.xlsx",
    "md": "report.markdown",
    "csv": "report.csv",
}
# The same for work plans.
PLAN_FORMATS: Mapping[str, str] = {"html": "plan.html", "xlsx": "plan.xlsx"}
