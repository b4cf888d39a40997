"""A repair as a record, and what a witness says of the figures."""

import attrs

from govreport.findings import Change


@attrs.frozen(kw_only=True)
class Witness:
    """What something outside the tables says of figures: the sum of these cells, less those of `minus`, is `value`.

    `source` is the pointer of the place that says so, such as a section of text.
    """

    cells: tuple[str, ...]
    value: int
    minus: tuple[str, ...] = ()
    source: str = ""


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
