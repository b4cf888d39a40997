"""What a defect of structure keeps a rule from saying."""

from collections.abc import Iterator, Sequence

from govreport.findings import Finding, Severity
from govreport.pointers import top_of
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Sheet
from govreport.rules.voices import YEAR

# So many relations of a table may be left open one by one; if there are more, they are told together.
_MOST_TOLD = 3


def is_hindered(rule: str, pointer: str, sheet: Sheet) -> bool:
    """Return whether something is unknown that a rule asks at a place; a rule between documents asks anything."""
    asked = [instance for instance in load_instances(sheet.layout.id) if instance.rule.id == rule]
    if not asked or asked[0].rule.kind == "stated":
        return bool(sheet.unknown)
    at_place = [instance for instance in asked if instance.at == pointer] or asked
    return any(sheet.unknown.touches(place) for instance in at_place for place in _places(instance))


def _places(instance: Instance) -> Iterator[str]:
    yield from (instance.at, *instance.left, *instance.right, *instance.also)
    if instance.rule.asks_the_year or instance.rule.slips is not None:
        yield YEAR
    conditions = [*instance.when, *(c for e in instance.exempt for group in e.unless for c in group)]
    yield from (place for condition in conditions for place in condition.at)


def told_together(findings: Sequence[Finding], sheet: Sheet) -> Iterator[Finding]:
    """Yield findings; of more than three relations of a table that unread cells leave open, one for all of them."""
    opened: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code == "undetermined" and not sheet.unread.isdisjoint(finding.parameters["blanks"]):
            opened.setdefault(top_of(finding.pointer), []).append(finding)
    many = {table: found for table, found in opened.items() if len(found) > _MOST_TOLD}
    together = {id(finding) for found in many.values() for finding in found}
    yield from (finding for finding in findings if id(finding) not in together)
    for table, found in many.items():
        blanks = dict.fromkeys(cell for f in found for cell in f.parameters["blanks"] if cell in sheet.unread)
        yield Finding(
            code="undetermined-together",
            severity=Severity.INFO,
            pointer=f"/{table}",
            parameters={
                "rules": tuple(dict.fromkeys(f.rule for f in found)),
                "count": len(found),
                "blanks": tuple(blanks),
            },
        )
