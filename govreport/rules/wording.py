"""Rules about what is there and what the words say: presence, text and compare."""

from collections.abc import Iterator, Sequence

from govreport.findings import cut
from govreport.rules.comparing import WHITE_SPACE, compiled, counting, derive, quoted, related, says
from govreport.rules.conditions import is_met
from govreport.rules.data import Found, Instance
from govreport.rules.listed import listed
from govreport.rules.sheet import Sheet
from govreport.rules.slips import slips
from govreport.rules.voices import YEAR

ABOUT_BLANKS = ("any-cell", "every-cell")
"""What rules about cells that hold no figure ask `of` them."""


def ask_presence(instance: Instance, sheet: Sheet) -> Found:
    """Yield each place at which something is missing that the rule wants."""
    asked = instance.rule.of
    if asked in ABOUT_BLANKS:
        blanks = tuple(p for p in sheet.blanks(instance.at) if not _is_exempt(p, instance, sheet))
        below = instance.at + "/"
        if blanks and (asked == "every-cell" or len(blanks) == sum(p.startswith(below) for p in sheet.layout.cells)):
            yield instance.at, {"blanks": blanks}
        return
    for place in listed(instance.at, sheet):
        if asked == "text":
            if isinstance(place.value, str) and not says(place.value):
                yield place.pointer, {}
        elif place.value is None or place.value == [] or (isinstance(place.value, str) and not says(place.value)):
            yield place.pointer, place.task


def _is_exempt(pointer: str, instance: Instance, sheet: Sheet) -> bool:
    """Tell whether a blank is right: it bears a mark that an exemption of the rule allows there."""
    return sheet.marks.get(pointer) in allowed_marks(pointer, instance, sheet)


def allowed_marks(pointer: str, instance: Instance, sheet: Sheet) -> frozenset[str]:
    """Return the marks that may rightly stand at a place where the rule asks for a figure."""
    found: frozenset[str] = frozenset()
    for exemption in instance.exempt:
        unless = any(all(is_met(condition, sheet) for condition in group) for group in exemption.unless)
        if pointer in exemption.at and not unless:
            found |= exemption.marks
    return found


def ask_text(instance: Instance, sheet: Sheet) -> Found:
    """Yield a place whose text lacks what it should say, or says what it should not."""
    rule = instance.rule
    for place in listed(instance.at, sheet):
        if not isinstance(place.value, str) or (rule.unless and counting(compiled(rule.unless), place.value)):
            continue
        texts = [place.value, *_texts(instance.also, sheet)]
        if rule.topics is not None:
            missing = tuple(name for name, pattern in rule.topics.items() if not _is_said(pattern, texts))
            if missing:
                yield place.pointer, {"missing": missing}
            continue
        if rule.absent is not None:
            match = counting(compiled(rule.absent), place.value)
            if match:
                yield place.pointer, {"found": cut(match[0].strip(WHITE_SPACE))}
            continue
        assert rule.present is not None  # the meta-schema: one of the three
        if not _is_said(rule.present, texts):
            figure = next((sheet.figure(p) for c in instance.when if c.above is not None for p in c.at), None)
            yield place.pointer, {} if figure is None else {"left": figure}


def _texts(pointers: Sequence[str], sheet: Sheet) -> Iterator[str]:
    """Yield the texts at these places that are there and known."""
    places = (place for pointer in pointers for place in listed(pointer, sheet))
    return (place.value for place in places if isinstance(place.value, str))


def _is_said(pattern: str, texts: Sequence[str]) -> bool:
    """Tell whether one of these texts has what a pattern looks for."""
    return any(counting(compiled(pattern), text) for text in texts)


def ask_comparison(instance: Instance, sheet: Sheet) -> Found:
    """Yield each place that differs from what the year of the document asks for.

    Both sides are compared as text: years have four digits and dates are written YYYY-MM-DD. Where the year is
    unknown, nothing that it decides is asked.
    """
    if sheet.unknown.touches(YEAR) and instance.rule.asks_the_year:
        return
    pattern = None if instance.rule.pattern is None else compiled(instance.rule.pattern)
    expected = derive(instance.rule.value or "", sheet.year or 0)
    for place in listed(instance.at, sheet):
        reading = None if place.value is None else quoted(str(place.value), pattern)
        if reading is not None and not related(reading[1], instance.rule.relation, expected):
            yield place.pointer, {"found": cut(reading[0]), "expected": expected}


def ask_slips(instance: Instance, sheet: Sheet) -> Found:
    """Yield each slip in a text, with its words, what stands around them and its place in the text.

    Where the year is unknown, what is held against it is no slip.
    """
    name = instance.rule.slips or ""
    among = sheet.suspects.get(name)
    if among is not None and not among:
        return
    for place in listed(instance.at, sheet):
        if isinstance(place.value, str):
            about = sheet.year, sheet.member("/organ/name")
            for slip in slips(name, place.value, *about, among):
                said = {"found": cut(slip.found), "quote": cut(slip.quote), "start": slip.start, "end": slip.end}
                yield place.pointer, said
