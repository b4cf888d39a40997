"""Writes `govreport/model/registry.py`: the report class of each layout."""

from collections.abc import Sequence


def generate(layouts: Sequence[str]) -> str:
    """Return the text of the module."""
    imports = "\n".join(f"from govreport.model.layout_{layout} import Report{layout}" for layout in layouts)
    entries = "\n".join(f'    "{layout}": Report{layout},' for layout in layouts)
    return f'''"""The report class of each layout. Generated: python tools/generate.py."""

from collections.abc import Mapping

{imports}

Report = {" | ".join(f"Report{layout}" for layout in layouts)}

REPORTS: Mapping[str, type[Report]] = {{
{entries}
}}
'''
