"""What a figure is measured in: documents sorted by who may see them, sums of money, counts."""

from decimal import Decimal

from govreport.statements.context import Context
from govreport.statements.heads import GAP
from govreport.statements.readings import Meaning
from govreport.statements.records import StatementKind
from govreport.statements.surroundings import Place
from govreport.statements.tokens import Figure
from govreport.statements.vocabulary import Vocabulary


def is_sorted(figure: Figure, place: Place, context: Context, words: Vocabulary) -> bool:
    """Tell whether a figure counts documents by who may see them, as the one before it in the sentence does.

    Take note of it where the sentence begins to.
    """
    head = place.head
    if isinstance(head, str) or head.entry is None:
        left = place.left
        near = len(left) - 1
        while near >= 0 and left[near].kind in GAP:
            near -= 1
        if near >= 0 and (entry := left[near].entry) is not None and entry.is_proactive:
            context.sorted_in = figure.unit
        return False
    return context.sorted_in == figure.unit and head.verb is None and bool(words.tables[head.table].objects)


def measured(kind: StatementKind, value: Decimal, meaning: Meaning) -> tuple[StatementKind, Meaning | str]:
    """Return the meaning if its cells hold what the figure is measured in; 0 is 0 in any measure."""
    if meaning.is_amount == (kind == "amount"):
        return kind, meaning
    if meaning.is_amount and not value:
        return "amount" if kind == "count" else kind, meaning
    return kind, "measure"
