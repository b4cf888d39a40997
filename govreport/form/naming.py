"""The name of a place in words of the print, for messages: `（三）不予公开 › 1.属于国家秘密 · 自然人`."""

from govreport.form.layout import Layout, Node

STEP = " › "
CROSS = " · "


def place(layout: Layout, pointer: str, language: str = "zh") -> str:
    """Return the printed name of the place at `pointer`, "" for the report as a whole.

    Rows come first, then columns, each from the outer label to the inner. In English the Chinese
    labels follow in brackets, for there is no official English version of the form. Below a place
    that the schema does not fix, the rest of the pointer is given as it is.
    """
    known = pointer
    while known not in layout.nodes:
        known = known[: known.rfind("/")]
    node, rest = layout.nodes[known], pointer[len(known) :]
    chinese = _words(node, "zh")
    if language == "zh" or not chinese:
        return chinese + rest
    return f"{_words(node, language)} [{chinese}]{rest}"


def _words(node: Node, language: str) -> str:
    lineage = node.lineage()
    if len(lineage) == 1:
        return _label(node, language)
    # Inside a table its own title is left out: the labels of the cell say which table it is in.
    rows = [_label(n, language) for n in lineage[1:] if n.parent and n.parent.axis != "columns"]
    columns = [_label(n, language) for n in lineage[1:] if n.parent and n.parent.axis == "columns"]
    return CROSS.join(STEP.join(part) for part in (rows, columns) if part)


def _label(node: Node, language: str) -> str:
    return (node.title if language == "zh" else node.english) or node.name
