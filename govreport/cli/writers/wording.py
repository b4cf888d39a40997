"""Places and repairs in words, as all writers give them."""

from govreport import resources
from govreport.cli.place_names import names
from govreport.findings import Change, Hint
from govreport.form import naming
from govreport.form.layout import load_layout
from govreport.messages import word


def place(layout: str | None, pointer: str, language: str) -> str:
    """Return the printed name of a place; the pointer itself where the layout is not known."""
    return naming.place(load_layout(layout), pointer, language) if layout in resources.documents() else pointer


def hint(proposal: Hint, layout: str, language: str) -> str:
    """Return a repair as `row：column before → after，column before → after`.

    What the cells share, mostly the row, is said once.
    """
    shared, own = names(load_layout(layout), [change.pointer for change in proposal.changes], language)
    steps = [f"{name} {_step(change, language)}" for name, change in zip(own, proposal.changes, strict=True)]
    head = shared + word("label-colon", language) if shared else ""
    return head + word("list-comma", language).join(steps)


def _step(change: Change, language: str) -> str:
    before = word("blank", language) if change.before is None else change.before
    return f"{before} → {change.after}"
