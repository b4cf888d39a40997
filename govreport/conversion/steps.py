"""The way of a report's decoded members over one mapping table, and the same way back."""

from collections.abc import Iterator
from typing import Any

from govreport.conversion.compiling import CompiledRoute, Drop, Members, Merge, load_compiled
from govreport.conversion.losses import Loss, LossKind, Step
from govreport.conversion.remarks import carry_remarks, rebuild_remarks
from govreport.conversion.tables import Route, load_route
from govreport.errors import InvalidLosses
from govreport.pointers import Tokens, tokens, value_at


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

    layout, reasons = passage.source.id, passage.reasons
    figures = _undivided_figures(passage, members)
    # Most cells that go over in part stand beside others of their kind.
    holders: dict[Tokens, Any] = {}
    for item in plan.leftovers:
        if isinstance(item, Drop):
            above = item.origin[:-1]
            if above not in holders:
                holders[above] = value_at(members, above, {})
            value = holders[above].get(item.origin[-1])
            if value is not None and not (item.carried and value in item.carried):
                reason = reasons[item.reason.code]
                yield Loss(kind="dropped", layout=layout, pointer=item.pointer, value=value, reason=reason)
            continue
        group = _cell(members, item.origin)
        parts = [_cell(group, origin) for origin in item.origins]
        whole, kind, code = _whole(item, parts, figures)
        _cell(result, item.whole[:-1])[item.whole[-1]] = whole
        reason = reasons[code]
        for pointer, part in zip(item.parts, parts, strict=True):
            if part is not None:
                yield Loss(kind=kind, layout=layout, pointer=pointer, value=part, reason=reason)


def _cell(value: Any, place: Tokens) -> Any:
    """Return what is at a place of a table; there are all of them."""
    for token in place:
        value = value[token]
    return value


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
