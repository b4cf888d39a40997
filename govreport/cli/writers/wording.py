"""Places and repairs in words, as all writers give them."""

from collections.abc import Sequence

from govreport import resources
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.place_names import names
from govreport.findings import Change, Finding, Hint, Repair
from govreport.form import naming
from govreport.form.layout import load_layout
from govreport.form.numerals import SIGNS
from govreport.messages import word

_KINDS = "repairs.json"


def place(layout: str | None, pointer: str, language: str) -> str:
    """Return the printed name of a place; the pointer itself where the layout is not known."""
    return naming.place(load_layout(layout), pointer, language) if layout in resources.documents() else pointer


def place_of(finding: Finding, layout: str | None, language: str) -> str:
    """Return the printed name of a finding's place; in a published document the table comes first, by its number."""
    name = place(layout, finding.pointer, language)
    number = _table(layout, finding.pointer) if "table" in finding.parameters.get("evidence", {}) else None
    if number is None:
        return name
    table = say("form-table", language, n=SIGNS[number] if language == "zh" else number + 1)
    return table + naming.STEP + name


def _table(layout: str | None, pointer: str) -> int | None:
    """Return the number, from 0, of the section whose table a place below it belongs to, None where it has none."""
    if layout not in resources.documents() or pointer.count("/") < 2:
        return None
    section = load_layout(layout).nodes.get("/" + pointer.split("/")[1])
    if section is None or section.axis is None or not section.is_section:
        return None
    number = SIGNS.find(section.title[:1]) if section.title else -1
    return number if number >= 0 else None


def printed_at(finding: Finding, language: str) -> str:
    """Return where in a published document a finding's figure is printed, "" where it is known otherwise.

    Its parameters say so as `evidence`.
    """
    found = finding.parameters["evidence"]
    # Nobody sees the lines of a web page's source: its words are what can be searched for.
    names = ("file", "page", "table", "row", "column", "words" if "words" in found else "line", "paragraph")
    places = (say(f"at-{name}", language, n=shown(str(found[name]))) for name in names if name in found)
    return word("list-comma", language).join(places)


def known_by(finding: Finding, language: str) -> str:
    """Return from where a value is known that is printed nowhere, such as a tag of the page."""
    return word(f"by-{finding.parameters['evidence']['by']}", language)


def hint(proposal: Hint, layout: str, language: str) -> str:
    """Return a part of a repair as `row：column before → after，column before → after`."""
    return steps(proposal.changes, layout, language)


def repair(found: Repair, layout: str, language: str) -> str:
    """Return a repair as its steps, with its kind, and the witness that decided for it, in brackets."""
    kinds = {entry["id"]: entry["label"] for name in ("figures", "groups") for entry in resources.read(_KINDS)[name]}
    label = kinds[found.kind][language] if found.kind in kinds else word("several-slips", language)
    remarks = [label, *([_witnessed(found, language)] if found.witnesses else [])]
    aside = say("repair-aside", language, text=word("clause-comma", language).join(remarks))
    return steps(found.changes, layout, language) + aside


def _witnessed(found: Repair, language: str) -> str:
    """Return the words that speak for a repair: of several those that speak of a figure that it changes."""
    changed = {change.pointer for change in found.changes}
    chosen = max(found.witnesses, key=lambda w: not changed.isdisjoint(w.cells + w.minus))
    if chosen.year is not None:
        return say("repair-witnessed-before", language, year=chosen.year)
    return say("repair-witnessed", language, quote=chosen.quote) if chosen.quote else word("witnessed", language)


def headline(repairs: Sequence[Repair], language: str) -> str | None:
    """Return what is said before the repairs: of several how many there are, of one nothing."""
    return say("repairs-several", language, n=repairs[0].of) if len(repairs) > 1 else None


def best(found: Repair, layout: str, language: str) -> str:
    """Return the only repair with how sure it is."""
    key = "repair-unique" if found.unique else "repair-only"
    return say(key, language, repair=repair(found, layout, language))


def steps(changes: Sequence[Change], layout: str, language: str) -> str:
    """Return changes in words; what the cells share, mostly the row, is said once."""
    shared, own = names(load_layout(layout), [change.pointer for change in changes], language)
    steps = [f"{name} {_step(change, language)}" for name, change in zip(own, changes, strict=True)]
    head = shared + word("label-colon", language) if shared else ""
    return head + word("list-comma", language).join(steps)


def _step(change: Change, language: str) -> str:
    before = word("blank", language) if change.before is None else change.before
    return f"{before} → {change.after}"
