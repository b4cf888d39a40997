"""The name of a place in words of the print, for messages: `（三）不予公开 › 1.属于国家秘密 · 自然人`."""

import re

from govreport.form.layout import Layout, Node
from govreport.pointers import tokens

STEP = " › "
CROSS = " · "
ANY = "*"  # in the pointers of rules: every item of a list
_ITEM = re.compile(r"[0-9]+|\*")


def place(layout: Layout, pointer: str, language: str = "zh") -> str:
    """Return the printed name of the place at `pointer`, "" for the report as a whole.

    Rows come first, then columns, each from the outer label to the inner; items of a list are counted
    from 1, and `*` is any of them. In English the Chinese labels follow in brackets, for there is no
    official English version of the form. What the schema does not know is given as it is in the pointer.
    """
    known = pointer
    while known not in layout.nodes:
        known = known[: known.rfind("/")]
    node, rest = layout.nodes[known], pointer[len(known) :]
    chinese, unknown = _below(layout, node, rest, "zh")
    if language == "zh" or not chinese:
        return chinese + unknown
    return f"{_below(layout, node, rest, language)[0]} [{chinese}]{unknown}"


def name_of(node: Node, language: str = "zh") -> str:
    """Return the printed name of a place of the form in one language alone, as `place` does in Chinese."""
    return _words(node, language)


def _below(layout: Layout, node: Node, rest: str, language: str) -> tuple[str, str]:
    """Return the name of the place `rest` below a node, and what of `rest` the schema does not know."""
    steps = [_words(node, language)]
    place: list[str | int] = list(tokens(node.pointer))
    below = rest.split("/")[1:]  # not unescaped: what the schema does not know is said as it was written
    for number, token in enumerate(below):
        is_item = layout.schema_at(place).get("type") == "array" and _ITEM.fullmatch(token) is not None
        place.append(token if not is_item else 0 if token == ANY else int(token))
        schema = layout.schema_at(place)
        if not schema:
            return STEP.join(steps), "".join(f"/{unknown}" for unknown in below[number:])
        label = schema.get("title" if language == "zh" else "description")
        if is_item:
            # An item has the name of its own kind, or else that of the list.
            steps[-1] = label or steps[-1]
            if token != ANY:
                steps[-1] += f" {int(token) + 1}"
        else:
            steps.append(label or token)
    return STEP.join(filter(None, steps)), ""


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
