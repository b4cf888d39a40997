"""What is to be said at a place of a document, before it is known how its format says so."""

import attrs

from govreport.documents.paper import Evidence


@attrs.frozen(kw_only=True)
class Comment:
    """Lines to be said at a place that the document prints; None is the document as a whole.

    Where `quote` is given, it is a sentence of running text that begins at the place or below it.
    """

    place: Evidence | None
    lines: tuple[str, ...]
    quote: str = ""
