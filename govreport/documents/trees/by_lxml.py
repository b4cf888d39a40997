"""HTML by lxml, which mends broken markup, never loads anything and runs nothing."""

import re

from lxml import etree

from govreport.documents.limits import UnreadableDocument
from govreport.documents.trees.html import Element

# At this the parser would leave out whatever follows, which browsers show.
_END = re.compile(rb"</html[ \t\n\f\r]*+>", re.IGNORECASE)


def parse(source: bytes) -> Element | None:
    """Return the root of a page; raises UnreadableDocument for one that is nested too deep."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: Element | None = etree.fromstring(_END.sub(b"", source), parser)
    except etree.XMLSyntaxError:
        return None
    # The parser stops at 2,048 elements inside each other; what follows would be lost without a word.
    if root is not None and any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument("nested-too-deep")
    return root
