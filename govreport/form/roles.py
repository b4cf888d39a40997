"""What a place of the form is for, found by what the schema says of it rather than by its name."""

from govreport.form.layout import Node


def unit_of(cell: Node) -> Node | None:
    """Return the member that holds the printed unit of an amount, None for a cell that has none."""
    if cell.kind != "amount" or cell.parent is None:
        return None
    return next((node for node in cell.parent.children if not node.is_cell and node.kind == "text"), None)
