"""The records that every check yields: what was found, where, and what would mend it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

LONGEST_VALUE = 64


class Severity(StrEnum):
    """How much a finding weighs: an error is a defect, a warning a doubt, an info a remark."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@attrs.frozen(kw_only=True)
class Change:
    """A figure that a repair would change: the cell, what it holds now (None for a blank), and then."""

    pointer: str
    before: int | None
    after: int


@attrs.frozen(kw_only=True)
class Hint:
    """A repair of failed equations: the figures to change, and the (rule, pointer) of each finding mended.

    It breaks nothing that holds. It is a proposal for a person; nothing is ever corrected silently.
    """

    changes: tuple[Change, ...]
    mends: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Witness:
    """What something outside the tables says of figures: the sum of these cells, less those of `minus`, is `value`.

    `source` is the pointer of the place that says so, such as a section of text, and `quote` are its words. Where
    it is an earlier report that says so, `year` is the year of that report, and `source` a place in it.
    """

    cells: tuple[str, ...]
    value: int
    minus: tuple[str, ...] = ()
    source: str = ""
    quote: str = ""
    year: int | None = None


@attrs.frozen(kw_only=True)
class Repair:
    """A set of changes after which every equation holds that failed, and none fails that held.

    `kind` says in what way the figures were written wrong, "several" where they were in more than one. `mends`
    names the findings mended, each by rule and pointer. `of` repairs are as good as this one, or nearly:
    it is `unique` where it is the only one and more than one equation, or a witness, confirms each of its
    figures. `witnesses` are those that decided for it.
    """

    changes: tuple[Change, ...]
    kind: str
    mends: tuple[tuple[str, str], ...]
    cost: int
    unique: bool
    of: int
    witnesses: tuple[Witness, ...] = ()


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a check found.

    `code` says what, and keeps its meaning for ever; `pointer` is the JSON Pointer of the place;
    `rule` names the rule, for findings of rules. `line` and `column` (in characters) count from 1 and
    are None where there is no text to point into. `parameters` hold the values that the sentence
    speaks of, cut at 64 characters. `explained` is the reason that the report itself gives.
    """

    code: str
    severity: Severity
    pointer: str = ""
    rule: str | None = None
    parameters: Mapping[str, Any] = attrs.field(factory=dict)
    line: int | None = None
    column: int | None = None
    hints: tuple[Hint, ...] = ()
    explained: str | None = None

    def hinted(self, hints: tuple[Hint, ...]) -> "Finding":
        """Return the finding with other hints."""
        return self._with(self.line, self.column, hints)

    def placed(self, line: int, column: int) -> "Finding":
        """Return the finding with another line and column."""
        return self._with(line, column, self.hints)

    def _with(self, line: int | None, column: int | None, hints: tuple[Hint, ...]) -> "Finding":
        # To evolve it takes three times as long.
        return Finding(
            code=self.code,
            severity=self.severity,
            pointer=self.pointer,
            rule=self.rule,
            parameters=self.parameters,
            line=line,
            column=column,
            hints=hints,
            explained=self.explained,
        )

    def message(self, language: str = "zh") -> str:
        """Return the finding's sentence in a language of the catalogue ("zh" or "en")."""
        # Only a reader needs the catalogue; collecting findings does not load it.
        from govreport import messages

        return messages.sentence(self.code, self.parameters, language)


def cut(value: object) -> str:
    """Return `value` as text of at most 64 characters, for messages; a cut is shown by an ellipsis."""
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
