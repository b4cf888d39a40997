"""The rules of a gate: each is one expression, true where the rule holds and finds nothing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from govreport.form.layout import Layout
from govreport.form.organs import KIND, LEVEL
from govreport.rules.data import Instance, Rule, load_instances
from tools.generating.independence import independent


def path(pointer: str) -> str:
    """Return the expression of a place in a report `o`."""
    return "o" + pointer.replace("/", ".")


def rules(layout: Layout) -> Iterator[str]:
    """Yield two functions: whether the sums of a report are right, and whether its words, dates and years are."""
    instances = [i for i in load_instances(layout.id) if not any(c.undivided for c in i.when)]
    patterns = _pattern_names(instances)
    yield ""
    yield ""
    for pattern, name in patterns.items():
        yield f"{name} = re.compile({pattern!r})"
    always = [i for i in instances if i.rule.kind == "equation" and not i.when]
    implied = {id(i) for i in always} - {id(i) for i in independent(always)}
    asked = [i for i in instances if i.is_arithmetic and id(i) not in implied]
    # To add up a blank raises TypeError; cells that no such sum has are looked at one by one.
    summed = {cell for i in always if len(i.left + i.right) > 2 for cell in i.left + i.right}
    single = [c for c, node in layout.cells.items() if c not in summed and node.kind != "amount"]
    uses = Counter(cell for i in asked for cell in _cells(i))
    uses.update(single)
    names: dict[str, str] = {}
    lines: list[str] = []
    _Locals(layout, uses, names, lines).bind()
    yield ""
    yield ""
    yield "def balances(o: Any) -> bool:"
    yield '    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.'
    yield ""
    yield "    Amounts are looked at by their text. Equations that follow from the others are left out."
    yield '    """'
    yield from lines
    # The sum before its condition: it is quicker to look at, and most often right.
    checks = [f"{_sum(i, names)}{_unless(_condition(layout, i, names))}" for i in asked]
    yield from _all([*checks, f"None not in ({', '.join(names[c] for c in single)},)"] if single else checks)
    yield ""
    yield ""
    yield "def reads_well(o: Any) -> bool:"
    yield '    """Tell whether every rule about words, dates and years holds."""'
    places = {p: path(p) for p in layout.cells}
    wording = ((_condition(layout, i, places), _wording(layout, i, patterns)) for i in instances)
    asked_words = [f"not ({condition}) or {text}" if condition else text for condition, text in wording if text]
    # Short questions first. The texts that the same list is asked of are looked at together.
    yield from _all([*asked_words, *_slips(layout, instances, places)])


def _cells(instance: Instance) -> tuple[str, ...]:
    """Return every cell that a check of this instance names."""
    return (*instance.left, *instance.right, *(p for c in instance.when if c.above is not None for p in c.at))


def _all(checks: list[str]) -> Iterator[str]:
    yield "    return bool("
    for number, check in enumerate(checks):
        yield f"        {'and ' if number else ''}({check})"
    yield "    )"


class _Locals:
    """Gives every cell an expression, walking the objects of the tables once.

    It is a local name where the cell is used more than once.
    """

    def __init__(self, layout: Layout, uses: Counter[str], names: dict[str, str], lines: list[str]) -> None:
        self._layout, self._uses, self._names, self._lines = layout, uses, names, lines
        self._groups = 0

    def bind(self) -> None:
        for table in self._layout.tables:
            self._descend(table, f"o.{table.name}")

    def _descend(self, node: Any, expression: str) -> None:
        group = f"g{self._groups}"
        self._groups += 1
        self._lines.append(f"    {group} = {expression}")
        for child in node.children:
            if child.children:
                self._descend(child, f"{group}.{child.name}")
            elif child.is_cell and child.kind != "amount":
                name = expression = f"{group}.{child.name}"
                if self._uses[child.pointer] > 1:
                    name = f"c{len(self._names)}"
                    self._lines.append(f"    {name} = {expression}")
                self._names[child.pointer] = name


def _pattern_names(instances: list[Instance]) -> dict[str, str]:
    rules = [i.rule for i in instances]
    patterns = dict.fromkeys(p for r in rules for p in _patterns(r) if p is not None)
    return {pattern: f"pattern_{number}" for number, pattern in enumerate(patterns)}


def _patterns(rule: Rule) -> Iterator[str | None]:
    yield from (rule.present, rule.absent, rule.unless, rule.pattern, *(rule.topics or {}).values())


def _condition(layout: Layout, instance: Instance, names: dict[str, str]) -> str:
    """Return the expression of the conditions under which a check is asked, "" where it always is."""
    conditions = []
    for condition in instance.when:
        if condition.above is not None:
            conditions.append(" or ".join(f"{names[p]} > {condition.above}" for p in condition.at))
        else:
            # What is not stated may follow from the name of the organ: the gate does not ask, it doubts.
            among = (*(condition.among or ()), *((None,) if {KIND, LEVEL} & set(condition.at) else ()))
            conditions.append(" or ".join(f"{_member(layout, p)} in {among!r}" for p in condition.at))
    return " and ".join(f"({c})" for c in conditions)


def _unless(condition: str) -> str:
    return f" or not ({condition})" if condition else ""


def _sum(instance: Instance, names: dict[str, str]) -> str:
    relation = "==" if instance.rule.relation == "=" else instance.rule.relation
    left, right = (" + ".join(names[c] for c in side) or "0" for side in (instance.left, instance.right))
    return f"{left} {relation} {right}"


def _wording(layout: Layout, instance: Instance, patterns: dict[str, str]) -> str | None:
    """Return the expression that is true where a rule about words holds, None for other rules.

    Slips are asked about by list, not by rule. Rules about blank cells need none: a report with a blank is never
    called clean.
    """
    rule = instance.rule
    member = _member(layout, instance.at)
    if rule.kind == "presence" and rule.of == "text":
        return f"says({member})"
    if rule.kind == "text":
        return _text(layout, instance, patterns)
    if rule.kind == "compare":
        relation = "==" if rule.relation == "=" else rule.relation
        expected = f"{relation} {_derived(rule.value or '')}"
        if rule.pattern is None:
            return f"{member} is None or str({member}) {expected}"
        found = f"(found := {patterns[rule.pattern]}.search({member}))"
        return f"{member} is None or {found} is None or read_from(found) {expected}"
    return None


def _slips(layout: Layout, instances: list[Instance], places: dict[str, str]) -> Iterator[str]:
    """Yield an expression for each list of slips that is asked, true where it finds nothing."""
    asked: dict[tuple[str, str], list[str]] = {}
    for instance in instances:
        if instance.rule.slips is not None:
            condition = _condition(layout, instance, places)
            asked.setdefault((condition, instance.rule.slips), []).append(_member(layout, instance.at))
    for (condition, name), members in asked.items():
        clean = f"are_clean({name!r}, ({', '.join(members)},), o.year, o.organ.name)"
        yield f"not ({condition}) or {clean}" if condition else clean


def _text(layout: Layout, instance: Instance, patterns: dict[str, str]) -> str:
    rule = instance.rule
    wanted = [rule.absent or rule.present or ""] if rule.topics is None else rule.topics.values()
    said = (" or ".join(_says(layout, text, patterns[p]) for text in (instance.at, *instance.also)) for p in wanted)
    held = " and ".join(f"({check})" if len(wanted) > 1 else check for check in said)
    parts = ["" if layout.nodes[instance.at].required else f"{_member(layout, instance.at)} is None"]
    parts.append(f"not {held}" if rule.absent is not None else held)
    parts.append("" if rule.unless is None else _says(layout, instance.at, patterns[rule.unless]))
    return " or ".join(filter(None, parts))


def _says(layout: Layout, pointer: str, pattern: str) -> str:
    """Return the expression that is true where a text is there and has what a pattern looks for."""
    text = _member(layout, pointer)
    there = "" if layout.nodes[pointer].required else f"{text} is not None and "
    return f"({there}counting({pattern}, {text}))" if there else f"counting({pattern}, {text})"


def _derived(template: str) -> str:
    """Return the expression of a value derived from the year: "{year+1}-01-31" is an f-string of `o.year`."""
    return 'f"' + template.replace("{year", "{o.year") + '"'


def _member(layout: Layout, pointer: str) -> str:
    """Return the expression of a member, None where an object above it is absent."""
    node = layout.nodes[pointer]
    above = [n for n in node.lineage()[:-1] if not n.required]
    return f"({' and '.join([*(path(n.pointer) for n in above), path(pointer)])})" if above else path(pointer)
