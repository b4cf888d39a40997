"""The records that every check yields: what was found, where, and what would mend it."""

from collections.abc import Mapping
from enum import StrEnum
from threading import Lock
from typing import Any, Protocol

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

    def message(self, language: str = "zh") -> str:
        """Return the finding's sentence in a language of the catalogue ("zh" or "en")."""
        # Only a reader needs the catalogue; collecting findings does not load it.
        from govreport import messages

        return messages.sentence(self.code, self.parameters, language)


class Places(Protocol):
    """The text that a finding points into."""

    def line_and_column(self, finding: Finding) -> tuple[int, int]:
        """Return line and column, from 1, of the place of a finding."""


def hinted(finding: Finding, hints: tuple[Hint, ...]) -> Finding:
    """Return a finding with other hints. To evolve it takes three times as long."""
    return _remade(finding, finding.line, finding.column, hints)


def placed(finding: Finding, line: int, column: int) -> Finding:
    """Return a finding with another line and column."""
    return _remade(finding, line, column, finding.hints)


def _remade(finding: Finding, line: int | None, column: int | None, hints: tuple[Hint, ...]) -> Finding:
    return Finding(
        code=finding.code,
        severity=finding.severity,
        pointer=finding.pointer,
        rule=finding.rule,
        parameters=finding.parameters,
        line=line,
        column=column,
        hints=hints,
        explained=finding.explained,
    )


def placed_later(finding: Finding, places: Places) -> Finding:
    """Return a finding whose line and column are looked up in the text once somebody asks for one of them.

    It is in every way like one that has them. Until then it holds the text; many are counted, and never printed.
    """
    later = object.__new__(_PlacedLater)
    for move in _KEPT:
        move.__set__(later, move.__get__(finding))
    _SET_PLACES(later, places)
    return later


class _PlacedLater(Finding):
    """A finding that has no line and column yet, and takes itself for one that has."""

    __slots__ = ("_place", "_places")

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        # So it is equal to one that has them, is printed like it, and evolves into it.
        return Finding

    @property
    def line(self) -> int:
        return _look_up(self)[0]

    @property
    def column(self) -> int:
        return _look_up(self)[1]

    def __reduce__(self) -> tuple[Any, ...]:
        return _finding, tuple(getattr(self, name) for name in _NAMES)


def _look_up(finding: Any) -> tuple[int, int]:
    # The findings of a document share its text, of which as much is taken apart as was asked for.
    with _LOOKING:
        if finding._places is not None:
            _SET_PLACE(finding, finding._places.line_and_column(finding))
            _SET_PLACES(finding, None)
        place: tuple[int, int] = finding._place
    return place


def _finding(*values: Any) -> Finding:
    return Finding(**dict(zip(_NAMES, values, strict=True)))


_LOOKING = Lock()
_NAMES = tuple(field.name for field in attrs.fields(Finding))
_KEPT = tuple(vars(Finding)[name] for name in _NAMES if name not in ("line", "column"))
_SET_PLACE, _SET_PLACES = (vars(_PlacedLater)[name].__set__ for name in ("_place", "_places"))


def cut(value: object) -> str:
    """Return `value` as text of at most 64 characters, for messages; a cut is shown by an ellipsis."""
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
