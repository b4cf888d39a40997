"""Rules that hold the kind and the month of a time against what is printed, as the terms of the layout read it."""

from govreport.rules.data import Found, Instance
from govreport.rules.listed import listed
from govreport.rules.sheet import Sheet
from govreport.rules.terms import read_time


def ask_time(instance: Instance, sheet: Sheet) -> Found:
    """Yield each place whose kind and month are not those that are read from its print."""
    for place in listed(instance.at, sheet):
        printed, said = place.value["printed"], (place.value["kind"], place.value["month"])
        time = None if printed is None else read_time(sheet.layout.id, printed)
        read = (None, None) if time is None else (time.kind, time.month)
        if said != read:
            yield place.pointer, {"found": _shown(said), "expected": _shown(read), **place.task}


def _shown(time: tuple[str | None, int | None]) -> str:
    return " ".join("null" if value is None else str(value) for value in time)
