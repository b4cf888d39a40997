"""The tables of a report object, as JSON values or as a row of figures: functions of a gate that walk them once."""

from collections.abc import Iterator

from govreport.form.layout import Layout, Node


def tables(layout: Layout) -> Iterator[str]:
    """Yield a function that returns the objects of the tables, the values in them, and the tables as JSON values."""
    yield ""
    yield ""
    yield "def tables(o: Any) -> tuple[tuple[Any, ...], tuple[Any, ...], dict[str, Any]] | None:"
    yield '    """Return the objects of the tables, outer ones first, the values in them, and the tables in JSON.'
    yield ""
    yield "    The values are taken as they are, of whatever type. None in a layout with groups that may be absent."
    yield '    """'
    nodes, groups = _nodes(layout)
    leaves = {node.pointer: f"c{n}" for n, node in enumerate(node for node in nodes if not node.children)}
    if not all(node.required for node in nodes if node.children):
        yield "    return None"
        return
    for node in nodes:
        yield f"    {groups.get(node.pointer) or leaves[node.pointer]} = {_taken(node, groups)}"
    # What holds something that may be absent has a name, so that this can be taken out again.
    named = {node.parent.pointer: f"m{n}" for n, node in enumerate(nodes) if not node.required and node.parent}
    for node in reversed(nodes):
        if node.pointer in named:
            inner = {pointer: name for pointer, name in named.items() if pointer != node.pointer}
            yield f"    {named[node.pointer]} = {_value(node, leaves, inner)}"
            for child in node.children:
                if not child.required:
                    yield f"    if {leaves[child.pointer]} is None:"
                    yield f'        del {named[node.pointer]}["{child.name}"]'
    whole = ", ".join(f'"{table.name}": {_value(table, leaves, named)}' for table in layout.tables)
    yield "    return ("
    yield f"        ({', '.join(groups.values())},),"
    yield f"        ({', '.join(leaves.values())},),"
    yield f"        {{{whole}}},"
    yield "    )"


def figures(layout: Layout) -> Iterator[str]:
    """Yield a function that returns the figure of every cell of a report object, in the order of print."""
    yield ""
    yield ""
    yield "def figures(o: Any) -> tuple[Any, ...] | None:"
    yield '    """Return what every cell of a report holds, in the order of print: an amount as it is written.'
    yield ""
    yield "    None in a layout with groups that may be absent."
    yield '    """'
    nodes, groups = _nodes(layout)
    if not all(node.required for node in nodes if node.children or node.is_cell):
        yield "    return None"
        return
    for node in nodes:
        if node.children:
            yield f"    {groups[node.pointer]} = {_taken(node, groups)}"
    yield f"    return ({', '.join(_taken(node, groups) for node in layout.cells.values())},)"


def _nodes(layout: Layout) -> tuple[list[Node], dict[str, str]]:
    """Return all places of the tables, outer ones first, and the names of the objects, by pointer."""
    nodes = [node for table in layout.tables for node in table.walk()]
    return nodes, {node.pointer: f"g{n}" for n, node in enumerate(node for node in nodes if node.children)}


def _taken(node: Node, groups: dict[str, str]) -> str:
    """Return the expression that takes the value of a place from the object that holds it."""
    holder = groups[node.parent.pointer] if node.parent is not None and node.parent.pointer else "o"
    return f"{holder}.{node.name}"


def _value(node: Node, leaves: dict[str, str], named: dict[str, str]) -> str:
    """Return the expression of a place as a JSON value."""
    if not node.children:
        return leaves[node.pointer]
    if node.pointer in named:
        return named[node.pointer]
    return "{" + ", ".join(f'"{child.name}": {_value(child, leaves, named)}' for child in node.children) + "}"
