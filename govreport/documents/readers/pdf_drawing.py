"""Drawing the pages of a PDF within a budget: what is drawn is counted each time that it is."""

from collections.abc import Sequence
from typing import Any

import attrs
from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import stream_value

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.readers.pdf_streams import pieced_together

# A document has at most so many times what one of its pages may have.
_MOST_OF_A_PAGE = 10
# Of what a document may unpack, drawing its pages may go over so much.
_DRAWN = 4
# The library puts texts and pictures together sign by sign, and copies all that it has each time.
_MOST_PIECED = 4_000_000_000
# So that a document draws two thousand of them at most.
_COST_OF_A_FORM = 1 << 14
_DEEPEST_STATE = 1000


@attrs.define(kw_only=True)
class Budget:
    """What reading a document has cost so far."""

    limits: Limits
    unpacked: int = 0
    drawn: int = 0
    characters: int = 0
    strokes: int = 0
    on_page: dict[str, int] = attrs.field(factory=dict)

    def unpack(self, size: int) -> None:
        """Count what a stream holds when it is unpacked."""
        self.unpacked += size
        self.limits.check("unpacked_size", self.unpacked)

    def draw(self, size: int) -> None:
        """Count what is drawn, each time that it is drawn."""
        self.drawn += size
        if self.drawn * _DRAWN > self.limits.unpacked_size:
            self.limits.check("unpacked_size", self.drawn * _DRAWN)

    def count(self, kind: str) -> None:
        """Count a character, or a piece of a line."""
        found = self.on_page[kind] = self.on_page.get(kind, 0) + 1
        self.limits.check(kind, found)

    def end_page(self) -> None:
        """Add what a page had to what the document has."""
        for kind in self.on_page:
            total = getattr(self, kind) + self.on_page[kind]
            setattr(self, kind, total)
            self.limits.check(kind, total // _MOST_OF_A_PAGE)
        self.on_page.clear()


def damaged(reason: str) -> UnreadableDocument:
    """Return the refusal of a file that is no sound PDF."""
    return UnreadableDocument("document-damaged", reason=reason)


class Device(PDFPageAggregator):
    """Gathers characters and lines, no pictures, and counts them."""

    def __init__(self, manager: Any, number: int, budget: Budget) -> None:
        super().__init__(manager, pageno=number, laparams=None)
        self.budget = budget

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> Any:
        """Gather a character; its colours, which may be anything, are left out."""
        self.budget.count("characters")
        if not isinstance(font.fontname, str | bytes):
            font.fontname = ""
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, PDFGraphicState())

    def paint_path(self, state: Any, *rest: Any) -> None:
        """Gather the lines of a path."""
        super().paint_path(PDFGraphicState(), *rest)

    def render_image(self, name: str, stream: Any) -> None:
        """Leave a picture out."""


class Interpreter(PDFPageInterpreter):
    """Draws a page; a form that is drawn again and again costs each time.

    The library looks up how many operands each operator has by the parameters of its function.
    """

    @property
    def _budget(self) -> Budget:
        """The budget of the document, which the device knows wherever a form is drawn."""
        device: Any = self.device
        budget: Budget = device.budget
        return budget

    def execute(self, streams: Sequence[object]) -> None:
        """Draw the content of streams."""
        for one in streams:
            data = stream_value(one).get_data()
            # A form costs something even if it is empty.
            self._budget.draw(len(data) + _COST_OF_A_FORM)
            if pieced_together(data) > _MOST_PIECED:
                raise damaged("a text or a picture without an end")
        super().execute(streams)

    def do_q(self) -> None:
        """Save the state of drawing, which files do a few dozen times inside each other."""
        if len(self.gstack) > _DEEPEST_STATE:
            raise damaged("states inside each other")
        super().do_q()

    def do_m(self, x: Any, y: Any) -> None:
        """Begin a path."""
        self._budget.count("strokes")
        super().do_m(x, y)

    def do_l(self, x: Any, y: Any) -> None:
        """Go on with a line."""
        self._budget.count("strokes")
        super().do_l(x, y)

    def do_c(self, x1: Any, y1: Any, x2: Any, y2: Any, x3: Any, y3: Any) -> None:
        """Go on with a curve."""
        self._budget.count("strokes")
        super().do_c(x1, y1, x2, y2, x3, y3)

    def do_v(self, x2: Any, y2: Any, x3: Any, y3: Any) -> None:
        """Go on with a curve."""
        self._budget.count("strokes")
        super().do_v(x2, y2, x3, y3)

    def do_y(self, x1: Any, y1: Any, x3: Any, y3: Any) -> None:
        """Go on with a curve."""
        self._budget.count("strokes")
        super().do_y(x1, y1, x3, y3)

    def do_re(self, x: Any, y: Any, w: Any, h: Any) -> None:
        """Draw a rectangle."""
        self._budget.count("strokes")
        super().do_re(x, y, w, h)
