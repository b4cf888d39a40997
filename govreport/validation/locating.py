"""Line and column of the places that findings point to, found only when there are findings."""

from collections.abc import Sequence

import attrs

from govreport.findings import Finding
from govreport.validation.decoding import Decoded
from govreport.validation.scanner import Scan, scan

# Findings about a member as such point to its name, all others to its value.
_ABOUT_THE_NAME = frozenset({"unknown-member", "duplicate-member", "extension-name"})


def locate(findings: Sequence[Finding], decoded: Decoded, data: bytes) -> tuple[Finding, ...]:
    """Return the findings with the line and column of their places in the text, both counted from 1.

    A place that the text does not have (an optional member that is absent) gives that of the nearest
    object around it.
    """
    if not findings:
        return ()
    text = decoded.text if decoded.text is not None else data.decode("utf-8")
    where = decoded.scan if decoded.scan is not None else scan(text)
    return tuple(_placed(finding, _offset(finding, where), text) for finding in findings)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset; columns count characters."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _placed(finding: Finding, offset: int, text: str) -> Finding:
    line, column = line_and_column(text, offset)
    return attrs.evolve(finding, line=line, column=column)


def _offset(finding: Finding, where: Scan) -> int:
    pointer = finding.pointer
    if finding.code in _ABOUT_THE_NAME and pointer in where.names_at:
        return where.names_at[pointer]
    while pointer and pointer not in where.values_at:
        pointer = pointer[: pointer.rfind("/")]
    return where.values_at.get(pointer, 0)
