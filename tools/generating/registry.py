"""Writes `govreport/model/registry.py`: the class of each kind of document."""

from collections.abc import Sequence


def generate(layouts: Sequence[str], plans: Sequence[str]) -> str:
    """Return the text of the module."""
    imports = "\n".join(f"from govreport.model.layout_{layout} import Report{layout}" for layout in layouts)
    imports += "".join(f"\nfrom govreport.model.{plan} import WorkPlan" for plan in plans)
    entries = "\n".join(f'    "{layout}": Report{layout},' for layout in layouts)
    plan_entries = "\n".join(f'    "{plan}": WorkPlan,' for plan in plans)
    return f'''"""The class of each kind of document. Generated: python tools/generate.py."""

from collections.abc import Mapping

{imports}

Report = {" | ".join(f"Report{layout}" for layout in layouts)}
"""A report in any layout."""

REPORTS: Mapping[str, type[Report]] = {{
{entries}
}}

PLANS: Mapping[str, type[WorkPlan]] = {{
{plan_entries}
}}
'''
