"""Writes the names of the classes of reports into `govreport/__init__.py`, where every layout has one."""

import re
from collections.abc import Sequence

# Where the name of each class stands: what is imported for type checkers, the public names, and their homes.
_PLACES = (
    (
        r"    from govreport\.model\.layout_\w+ import Report\w+\n",
        "    from govreport.model.layout_{0} import Report{0}\n",
    ),
    (r'    "Report[0-9]\w*",\n', '    "Report{0}",\n'),
    (r'    "model\.layout_\w+": \("Report\w+",\),\n', '    "model.layout_{0}": ("Report{0}",),\n'),
)


def generate(text: str, layouts: Sequence[str]) -> str:
    """Return the text of the module with the names of these layouts in place of those that it has."""
    for pattern, line in _PLACES:
        # None of the lines has a backslash, so they may be given as a replacement.
        text, count = re.subn(f"(?:{pattern})+", "".join(line.format(layout) for layout in layouts), text)
        assert count == 1, pattern
    return text
