"""What is told of a document besides its findings: those that are only counted, and how it was before."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from govreport.findings import Finding

Hiding = Literal["ignored", "excepted", "known"]
State = Literal["new", "updated", "unchanged"]


class Hidden(NamedTuple):
    """A finding that is only counted: its code is turned off, its file is an exception, or it was known before.

    `reason` is the one that is stated for an exception.
    """

    finding: "Finding"
    by: Hiding
    reason: str | None = None


class Gone(NamedTuple):
    """A finding of an earlier run that is not there any more, in the words of that run."""

    code: str
    severity: str
    pointer: str
    rule: str | None
    place: str
    message: str


class Compared(NamedTuple):
    """What became of a document since an earlier run: the state of each of its findings, and those that are gone.

    `unchanged` counts the findings of then that are there still, whether they are told or hidden, and `unasked` those
    that nobody looked for this time.
    """

    states: tuple[State, ...]
    gone: tuple[Gone, ...] = ()
    unchanged: int = 0
    unasked: int = 0
