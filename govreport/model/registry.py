"""The class of each layout, of whatever kind of document. Generated: python tools/generate.py."""

from collections.abc import Mapping

from govreport.model.layout_2019 import Report2019
from govreport.model.layout_2021 import Report2021
from govreport.model.workplan import WorkPlan

Report = Report2019 | Report2021
"""A report in any layout."""

Document = Report2019 | Report2021 | WorkPlan
"""A document of any kind."""

CLASSES: Mapping[str, type[Document]] = {
    "2019": Report2019,
    "2021": Report2021,
    "workplan": WorkPlan,
}
