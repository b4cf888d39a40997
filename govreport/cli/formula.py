"""What a rule asks, in words of the print: equations term by term, conditions, demands on words."""

from collections.abc import Iterator, Sequence

from govreport.cli.display import pad, width
from govreport.cli.language import alternatives, say
from govreport.cli.place_names import common, names
from govreport.form.layout import Layout
from govreport.form.naming import place
from govreport.messages import member_value, word
from govreport.rules.data import Condition, Instance

_RELATIONS = {"=": "=", ">=": "≥", "<=": "≤"}
_NOTHING = "0"
_ELIDED = "…"
# Longer names push their own pointer aside, not those of all others.
_WIDEST_NAME = 64


def formula(instance: Instance, form: Layout, language: str) -> Iterator[str]:
    """Yield an equation or inequality: what all its cells share, then a line for each with what is its own."""
    pointers = instance.left + instance.right
    shared, own = names(form, pointers, language)
    tokens = [pointer.split("/") for pointer in pointers]
    first, last = common(tokens)
    if shared:
        yield f"{shared}  {'/'.join([*tokens[0][:first], _ELIDED, *tokens[0][len(tokens[0]) - last :]])}"
    widest = min(max(map(width, own)), _WIDEST_NAME)
    for sign, name, token in zip(_signs(instance), own, tokens, strict=True):
        pointer = "/".join(token[first : len(token) - last] if shared else token)
        yield f"{sign} {pad(name, widest)}  {pointer}"
    if not instance.right:
        yield f"{_RELATIONS[instance.rule.relation]} {_NOTHING}"


def demand(instance: Instance, language: str) -> str:
    """Return what a rule about words or about content asks for, "" where its kind says all."""
    rule = instance.rule
    if rule.kind == "presence":
        return say(f"asks-{rule.of}", language) if rule.of else ""
    if rule.kind == "text":
        if rule.topics is not None:
            topics = (f"{word(name, language)}: {pattern}" for name, pattern in rule.topics.items())
            return say("asks-topics", language, topics="; ".join(topics))
        if rule.present is not None:
            return say("asks-present", language, pattern=rule.present)
        return say("asks-absent", language, pattern=rule.absent)
    if rule.kind == "slip":
        return say("asks-slips", language, list=rule.slips)
    if rule.kind != "compare":
        return ""
    relation, value = _RELATIONS[rule.relation], rule.value
    if rule.pattern is None:
        return f"{relation} {value}"
    return say("asks-read", language, pattern=rule.pattern, relation=relation, value=value)


def condition(asked: Condition, form: Layout, language: str) -> str:
    """Return when a rule is asked at all."""
    name = alternatives((place(form, pointer, language) for pointer in asked.at), language)
    if asked.undivided:
        return say("when-undivided", language, place=name)
    if asked.above is not None:
        return say("when-above", language, place=name, value=asked.above)
    values = (member_value(pointer, value, language) for pointer in asked.at for value in asked.among or ())
    return say("when-among", language, place=name, values=alternatives(dict.fromkeys(values), language))


def _signs(instance: Instance) -> Sequence[str]:
    left = [" ", *"+" * (len(instance.left) - 1)]
    right = [_RELATIONS[instance.rule.relation], *"+" * (len(instance.right) - 1)]
    return [*left, *right[: len(instance.right)]]
