"""Findings that whoever checks does not want to be told of: kept, so that nothing is left out without a trace."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from govreport.findings import Finding

Hiding = Literal["ignored", "excepted", "known"]


class Hidden(NamedTuple):
    """A finding that is only counted: its code is turned off, its file is an exception, or it was known before.

    `reason` is the one that is stated for an exception.
    """

    finding: "Finding"
    by: Hiding
    reason: str | None = None
