"""The way of a report's decoded members over one mapping table, and the same way back."""

from collections.abc import Iterator
from typing import Any

from govreport.conversion.compiling import CompiledRoute, Drop, Members, Merge, load_compiled
from govreport.conversion.losses import Loss, LossKind, Step
from govreport.conversion.remarks import carry_remarks, rebuild_remarks
from govreport.conversion.tables import Route, load_route
from govreport.errors import InvalidLosses
from govreport.pointers import tokens, value_at


def forth(members: Members, source: str, target: str) -> tuple[Members, Step]:
    """Return the members in the layout `target`, and what the way leaves behind. `members` is not changed."""
    passage, plan = load_route(source, target), load_compiled(source, target)
    result = plan.build(members)
    losses = (*_settle(passage, plan, members, result), *carry_remarks(passage, plan, members, result))
    rebuilt: Members = {}
    rebuild_remarks(load_route(target, source), result, rebuilt)
    originals = {}
    for pointer, _ in passage.lists.values():
        entries = members.get(pointer[1:], [])
        if entries != rebuilt.get(pointer[1:], []):
            originals[pointer] = entries
    return result, Step(source=source, target=target, losses=losses, originals=originals)


def back(members: Members, step: Step) -> Members:
    """Return the members from which `forth` made these, leaving this step behind.

    Raises InvalidLosses where the step speaks of places that the layout does not have.
    """
    passage, plan = load_route(step.target, step.source), load_compiled(step.target, step.source)
    result = plan.build(members)
    # What is lost on this way was not in the original: it came of the way forth.
    for _ in _settle(passage, plan, members, result):
        pass
    rebuild_remarks(passage, members, result)
    lists = {here for _, here in passage.lists.values()}
    for loss in step.losses:
        # A lost entry is among the originals, in the list that it stood in.
        if loss.pointer[: loss.pointer.find("/", 1)] not in lists:
            _lay(result, loss.pointer, loss.value, passage)
    for pointer, entries in step.originals.items():
        if pointer not in lists:
            raise InvalidLosses(pointer)
        if entries:
            result[pointer[1:]] = entries
        else:
            result.pop(pointer[1:], None)
    return result


def _lay(result: Members, pointer: str, value: Any, passage: Route) -> None:
    node = passage.target.nodes.get(pointer)
    if node is None or node.children:
        raise InvalidLosses(pointer)
    *above, name = tokens(pointer)
    for token in above:
        result = result.setdefault(token, {})
    result[name] = value


def _settle(passage: Route, plan: CompiledRoute, members: Members, result: Members) -> Iterator[Loss]:
    """Set those cells of `result` that stand for several, and yield what goes over in part or not at all."""

    def lost(pointer: str, value: Any, code: str, kind: LossKind = "dropped") -> Loss:
        return Loss(kind=kind, layout=passage.source.id, pointer=pointer, value=value, reason=passage.reasons[code])

    figures = _undivided_figures(passage, members)
    for item in plan.leftovers:
        if isinstance(item, Drop):
            value = value_at(members, item.origin)
            if value is not None and not (item.carried and value in item.carried):
                yield lost(item.pointer, value, item.reason.code)
            continue
        group = value_at(members, item.origin)
        parts = [value_at(group, origin) for origin in item.origins]
        whole, kind, code = _whole(item, parts, figures)
        value_at(result, item.whole[:-1])[item.whole[-1]] = whole
        for pointer, part in zip(item.parts, parts, strict=True):
            if part is not None:
                yield lost(pointer, part, code, kind)


def _whole(merge: Merge, parts: list[int | None], undivided: Members) -> tuple[int | None, LossKind, str]:
    """Return what a cell holds that stands for several, and what that means for each of them."""
    printed = [part for part in parts if part is not None]
    if not printed:
        return undivided.get(merge.group), "merged", "summed"
    if len(printed) < len(parts):
        return None, "dropped", "part-blank"
    if sum(printed) > merge.largest:
        return None, "dropped", "sum-too-large"
    return sum(printed), "merged", "summed"


def _undivided_figures(passage: Route, members: Members) -> Members:
    """Return the undivided figures by pointer; the first counts where one place is named twice."""
    here, _ = passage.lists["undivided"]
    return {entry["pointer"]: entry["value"] for entry in reversed(members.get(here[1:], ()))}
