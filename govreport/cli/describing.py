"""Codes and rules described for people: what they mean, where they apply, what they ask, how to mend them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from govreport import messages, resources
from govreport.cli.display import folded, pad, width, wrap
from govreport.cli.formula import condition, demand, formula
from govreport.cli.language import say
from govreport.cli.place_names import names
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.form.naming import ANY, place
from govreport.form.patterns import expand
from govreport.messages import word
from govreport.rules.data import Instance, Rule, load_instances, load_rules
from govreport.rules.outside import outside_rules

_INDENT = "  "
# So many places are named one by one; of more only the first and the last.
_MOST_PLACES = 7


def code_table(language: str) -> Iterator[str]:
    """Yield a line for each code with its title."""
    rows = [(code, messages.title(code, language)) for code in messages.codes()]
    return table([(word("code", language), word("title", language)), *rows])


def rule_table(layout: str, language: str) -> Iterator[str]:
    """Yield a line for each rule of a layout: severity, standing, places, title."""
    rules = load_rules(layout)
    counted = Counter(instance.rule.id for instance in load_instances(layout) for _ in _all_places(instance))
    # How many places a rule has depends on the document if it consists of lists; then patterns say which they are.
    is_counted = not any(ANY in rule.at for rule in rules.values())
    rows = [
        (
            name,
            word(rule.severity, language),
            word(f"standing-{rule.standing}", language),
            str(counted[name]) if is_counted else rule.at,
            messages.title(name, language),
        )
        for name, rule in rules.items()
    ]
    where = "places" if is_counted else "place"
    return table([tuple(word(key, language) for key in ("rule", "severity", "standing", where, "title")), *rows])


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield the rows with their columns lined up, Chinese counted as two."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(pad, row, widths)).rstrip()


def describe_code(code: str, language: str, columns: int) -> Iterator[str]:
    """Yield the lines that explain a code."""
    loaded = {layout: load_rules(layout) for layout in resources.documents()}
    rules = {layout: rules[code] for layout, rules in loaded.items() if code in rules}
    blocks = [
        [f"{code}  {messages.title(code, language)}"],
        wrap(messages.meaning(code, language), columns),
        *_rule(rules, language, columns),
        [*_outside(code, language)],
        [*_repair(code, rules, language, columns)],
    ]
    yield "\n\n".join("\n".join(block) for block in blocks if block)


def _rule(rules: Mapping[str, Rule], language: str, columns: int) -> Iterator[list[str]]:
    """Yield the blocks of lines about a rule: its nature, then its places in each layout."""
    if not rules:
        return
    rule = rules[[*rules][-1]]
    sources = dict.fromkeys(cite(basis, language) for of_layout in rules.values() for basis in of_layout.basis)
    yield [
        _entry("severity", word(rule.severity, language), language),
        _entry("kind", word(f"kind-{rule.kind}", language), language),
        _entry("standing", word(f"standing-{rule.standing}", language), language),
        _entry("layout", word("list-pause", language).join(rules), language),
        *(_entry("basis", source, language) for source in sources),
    ]
    for instances in _grouped(list(rules), rule.id):
        yield [*_places(instances, language, columns)]


def _outside(code: str, language: str) -> Iterator[str]:
    """Yield the lines about the nature of a rule between documents; nothing for any other code."""
    rule = outside_rules().get(code)
    if rule is not None:
        for key in ("severity", "kind", "standing"):
            prefix = "" if key == "severity" else f"{key}-"
            yield _entry(key, word(f"{prefix}{rule[key]}", language), language)
        for basis in rule["basis"]:
            yield _entry("basis", cite(basis, language), language)


def _grouped(layouts: list[str], rule: str) -> list[dict[str, list[Instance]]]:
    """Return the instances of a rule by layout, in groups of layouts whose first instance is the same."""
    groups: list[dict[str, list[Instance]]] = []
    for layout in layouts:
        instances = [i for i in load_instances(layout) if i.rule.id == rule]
        for group in groups:
            if _what(next(iter(group.values()))[0]) == _what(instances[0]):
                group[layout] = instances
                break
        else:
            groups.append({layout: instances})
    return groups[::-1]


def _what(instance: Instance) -> tuple[object, ...]:
    rule = instance.rule
    asked = (rule.relation, rule.value, rule.pattern, rule.present, rule.absent)
    return instance.at, instance.left, instance.right, instance.when, asked


def _all_places(instance: Instance) -> tuple[str, ...]:
    """Return the places of an instance: of a rule about statements there are several."""
    return instance.places or (instance.at,)


def _places(by_layout: Mapping[str, list[Instance]], language: str, columns: int) -> Iterator[str]:
    layout = [*by_layout][-1]
    form, first, instances = load_layout(layout), by_layout[layout][0], by_layout[layout]
    heading = "formula" if first.is_arithmetic else "where"
    yield say(heading, language, layouts=word("list-pause", language).join(by_layout))
    if first.is_arithmetic:
        for line in formula(first, form, language):
            yield from folded(_INDENT + line, columns)
        more = {name: _others(name, [i.at for i in found], language) for name, found in by_layout.items()}
        for text in dict.fromkeys(filter(None, more.values())):
            of = [name for name, other in more.items() if other == text]
            label = f"{word('list-pause', language).join(of)}{word('label-colon', language)}"
            yield from _indented(text if len(of) == len(more) else label + text, columns)
    else:
        places = [pointer for instance in instances for pointer in _all_places(instance)]
        told = places if len(places) <= _MOST_PLACES else places[:1]
        for line in table([(place(form, pointer, language), pointer) for pointer in told]):
            yield from folded(_INDENT + line, columns)
        if told != places:
            yield from _indented(_others(layout, places, language), columns)
        asked_for = demand(first, language)
        if asked_for:
            yield from _indented(_entry("asks", asked_for, language), columns)
    for asked in first.when:
        yield from _indented(_entry("condition", condition(asked, form, language), language), columns)


def _others(layout: str, places: Sequence[str], language: str) -> str:
    """Return the sentence about the places of a rule behind the first, "" if there are none."""
    _, own = names(load_layout(layout), places, language)
    more = own[1:]
    if not more:
        return ""
    if len(more) <= _MOST_PLACES:
        listed = word("list-pause", language).join(more)
    else:
        listed = say("from-to", language, first=more[0], last=more[-1])
    return say("more-places", language, n=len(more), places=listed)


def _repair(code: str, rules: Mapping[str, Rule], language: str, columns: int) -> Iterator[str]:
    newest = [*rules][-1] if rules else None
    rule = rules[newest] if newest is not None else None
    if rule is not None and rule.kind in ("equation", "inequality"):
        yield from wrap(_entry("blanks", say("blank-cells", language), language), columns)
    advice = messages.advice(code, language)
    if advice is not None:
        yield from wrap(_entry("repair", advice, language), columns)
    if rule is not None and rule.kind == "equation":
        yield from wrap(_entry("repair", say("repair-figures", language), language), columns)
    pointer = _explained_at(code, rules)
    if pointer is not None:
        reason = say("explain-reason", language)
        yield from wrap(_entry("explanation", say("repair-explain", language), language), columns)
        yield f'{_INDENT}"explanations": [{{"rule": "{code}", "pointer": "{pointer}", "text": "{reason}"}}]'


def _explained_at(code: str, rules: Mapping[str, Rule]) -> str | None:
    """Return a place at which a document may explain a finding of a rule, None for what it cannot explain."""
    if code in outside_rules():
        at = outside_rules()[code]["at"]
        # A rule that names tables speaks of each of their cells.
        tables = tuple(f"{table}/" for table in at) if isinstance(at, list) else ()
        cells = (cell for cell in load_layout(resources.layouts()[-1]).cells if cell.startswith(tables))
        return next(cells) if tables else next(expand(at, resources.read("years.json")["sets"]))
    newest = [*rules][-1] if rules else None
    if newest is None or rules[newest].severity == "info":
        return None
    return next(i.at for i in load_instances(newest) if i.rule.id == code).replace(ANY, "0")


def _entry(key: str, text: str, language: str) -> str:
    return f"{word(key, language)}{word('label-colon', language)}{text}"


def _indented(text: str, columns: int) -> Iterator[str]:
    return (_INDENT + line for line in wrap(text, columns - len(_INDENT)))
