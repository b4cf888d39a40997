"""Paper: the neutral form that every reader yields, paragraphs and grids in reading order.

Nothing here knows of the form. A reader says what is printed and where; the packages `report` and `plan` say what
it means.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import attrs

# The text of a box that shows a picture, or what a script makes: Unicode's sign for an object among characters.
PICTURE = "\ufffc"

Kept = TypeVar("Kept")


@attrs.frozen(kw_only=True, init=False)
class Evidence:
    """Where something is printed; every number counts from 1, and None means that the format has no such thing.

    `box` is left, top, right and bottom on the page in points (1/72 inch). `table` counts the tables (in a
    workbook the sheets) of the document; `row` and `column` count inside it. `words` are the first of what is printed
    there, for a format whose lines nobody sees. `file` is the name of a file beside the document, for what stands in
    that. `by` says by what a value is known: that of a head which does not print it, or what parted a figure from those
    that it runs together with ("digits", "sums" or "sums-but-one"); `characters` are the first and last of such a
    figure among those of the line that are not blank.
    """

    file: str | None = None
    page: int | None = None
    box: tuple[int, int, int, int] | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    paragraph: int | None = None
    words: str | None = None
    by: str | None = None
    characters: tuple[int, int] | None = None

    def __init__(
        self,
        *,
        file: str | None = None,
        page: int | None = None,
        box: tuple[int, int, int, int] | None = None,
        table: int | None = None,
        row: int | None = None,
        column: int | None = None,
        line: int | None = None,
        paragraph: int | None = None,
        words: str | None = None,
        by: str | None = None,
        characters: tuple[int, int] | None = None,
    ) -> None:
        # The constructor that attrs would write takes twice as long, and every cell and paragraph has its evidence.
        _set_file(self, file)
        _set_page(self, page)
        _set_box(self, box)
        _set_table(self, table)
        _set_row(self, row)
        _set_column(self, column)
        _set_line(self, line)
        _set_paragraph(self, paragraph)
        _set_words(self, words)
        _set_by(self, by)
        _set_characters(self, characters)


(
    _set_file,
    _set_page,
    _set_box,
    _set_table,
    _set_row,
    _set_column,
    _set_line,
    _set_paragraph,
    _set_words,
    _set_by,
    _set_characters,
) = (vars(Evidence)[field.name].__set__ for field in attrs.fields(Evidence))


# What is printed at a place.
Printed = tuple[str, Evidence]


@attrs.frozen(kw_only=True)
class Word:
    """A word of a line and where it begins and ends, in units of the format."""

    text: str
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Paragraph:
    """A paragraph, or a line where the format knows lines only (`is_line`).

    `words` tells where the words of a line stand, if the format knows it. `container` is the path of the
    boxes on the page around it, the outermost first; what shares no box with the report is not part of it.
    """

    text: str
    evidence: Evidence
    is_line: bool = False
    words: tuple[Word, ...] = attrs.field(default=(), repr=False)
    container: tuple[int, ...] = ()


class Box(NamedTuple):
    """A box of a grid: its text, the slot of its top left corner (from 0) and how far it reaches.

    A plain tuple, because a table has hundreds of them, and making them is a good part of what reading costs.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    evidence: Evidence | None = None


@attrs.frozen(kw_only=True)
class Grid:
    """A table: its boxes by rows, then columns.

    Where `is_aligned`, boxes in one column are printed under each other. Text that was copied out of a table
    keeps the order of the boxes only: its spans are lost, and the columns of different rows say nothing.
    """

    boxes: tuple[Box, ...] = attrs.field(repr=False)
    height: int
    width: int
    evidence: Evidence
    is_aligned: bool = True
    container: tuple[int, ...] = ()

    def evidence_of(self, box: Box) -> Evidence:
        """Return where a box of this grid is printed."""
        if box.evidence is not None:
            return box.evidence
        whole = self.evidence
        return Evidence(page=whole.page, table=whole.table, row=box.row + 1, column=box.column + 1, line=whole.line)


Part = Paragraph | Grid


@attrs.frozen(kw_only=True)
class Paper:
    """A published document: its parts in reading order, and what a reader could not read of it.

    `title` is what the document calls itself outside its text, such as the title of a web page; `tags` are the page
    tags of government sites, by name in small letters: articletitle, pubdate, contentsource, url. `lost` counts
    characters that could not be decoded. `is_bare` says that it holds nothing but what was written into it: a web
    page, or what was printed or copied from one, goes on around and below its text. `changes` and `comments` count what
    editing left in it.
    """

    parts: tuple[Part, ...] = attrs.field(repr=False)
    title: str | None = None
    tags: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    lost: int = 0
    is_bare: bool = False
    changes: int = 0
    comments: int = 0
    _kept: dict[object, Any] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    def keep(self, what: object, make: Callable[[], Kept]) -> Kept:
        """Return what follows from this paper alone, made only once: each kind of document asks for the same anew."""
        if what not in self._kept:
            self._kept[what] = make()
        kept: Kept = self._kept[what]
        return kept
