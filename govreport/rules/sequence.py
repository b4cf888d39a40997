"""Rules about numbers that follow one another through a document."""

from govreport.rules.data import Found, Instance
from govreport.rules.listed import listed
from govreport.rules.sheet import Sheet


def ask_sequence(instance: Instance, sheet: Sheet) -> Found:
    """Yield each place whose number is not one more than the number before it; the first is as the rule says.

    Where a number is unknown, nobody knows what is to follow it: then none is asked for.
    """
    if sheet.unknown.touches(instance.at):
        return
    expected = instance.rule.first
    for place in listed(instance.at, sheet):
        number = expected if place.value is None else place.value
        if number != expected:
            yield place.pointer, {"found": number, "expected": expected}
        # One number left out is one finding, not one for each number behind it.
        expected = number + 1
