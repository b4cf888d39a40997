"""The rows of a table of tasks as they were read, before they are told to be tasks of groups."""

from collections.abc import Mapping
from typing import Any

import attrs

from govreport.documents.paper import Evidence
from govreport.documents.wording.cells import Mark


@attrs.frozen(kw_only=True)
class Value:
    """What a row has in one column: a text, or a `mark` where there is none that could be told.

    `printed` are the characters in place of a value. Where the table lacks the column, all three are None.
    """

    text: str | None = None
    mark: Mark | None = None
    printed: str | None = None
    evidence: Evidence | None = None


ABSENT = Value()


@attrs.frozen(kw_only=True)
class Row:
    """A task: what its row has in each column.

    `name` is None where the row goes on with the group of the row before it. `remarks` are what stands in
    columns that the standard does not know, each after its label.
    """

    name: Value | None
    number: Value = ABSENT
    text: Value = ABSENT
    units: Value = ABSENT
    time: Value = ABSENT
    remarks: tuple[str, ...] = ()
    evidence: Evidence


def with_values(row: Row, values: Mapping[str, Value]) -> Row:
    """Return a row with other values in some of its columns."""
    changes: dict[str, Any] = dict(values)
    return attrs.evolve(row, **changes)


def unread(printed: str, evidence: Evidence | None) -> Value:
    """Return the value of a column of which only this is known: that it is somewhere in what is printed."""
    return Value(mark="ambiguous", printed=printed or None, evidence=evidence)
