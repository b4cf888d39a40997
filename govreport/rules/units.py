"""Rules that hold the names of units against what is printed, as the terms of the layout read it."""

from govreport.findings import cut
from govreport.rules.data import Found, Instance
from govreport.rules.listed import listed
from govreport.rules.sheet import Sheet
from govreport.rules.terms import read_units


def ask_units(instance: Instance, sheet: Sheet) -> Found:
    """Yield each place whose names are not those that are read from its print."""
    for place in listed(instance.at, sheet):
        printed, names = place.value["printed"], tuple(place.value["names"])
        read = () if printed is None else read_units(sheet.layout.id, printed)
        if read != names:
            yield place.pointer, {"found": cut("、".join(names)), "expected": cut("、".join(read)), **place.task}
