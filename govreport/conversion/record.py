"""The file of losses: what a converted report needs beside it to become the original again.

`schema/meta/losses.schema.json` describes it. It tells the converted report by its hash.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec

from govreport.conversion.convert import Conversion
from govreport.conversion.losses import Loss, LossKind, Step
from govreport.conversion.tables import load_route
from govreport.errors import InvalidLosses
from govreport.model.codec import ENCODER
from govreport.model.preparing import prepared
from govreport.model.registry import Report
from govreport.validation.decoding import decode

VERSION = 1

_Layout = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}$(?!\n)")]
_Pointer = Annotated[str, msgspec.Meta(pattern=r"^(?:/(?:[^~/]|~[01])*)+$(?!\n)")]


class _Loss(msgspec.Struct, forbid_unknown_fields=True):
    kind: LossKind
    pointer: _Pointer
    value: Any
    reason: str


class _Step(msgspec.Struct, forbid_unknown_fields=True):
    source: _Layout = msgspec.field(name="from")
    target: _Layout = msgspec.field(name="to")
    losses: list[_Loss]
    originals: dict[str, list[Any]]


class _Record(msgspec.Struct, forbid_unknown_fields=True):
    version: Literal[1]
    source: _Layout = msgspec.field(name="from")
    target: _Layout = msgspec.field(name="to")
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
    steps: list[_Step]


def write_losses(conversion: Conversion) -> bytes:
    """Return the file of losses of a conversion, as UTF-8 JSON over several lines."""
    return msgspec.json.format(ENCODER.encode(_record(conversion)), indent=2) + b"\n"


def write_losses_line(conversion: Conversion) -> bytes:
    """Return the file of losses of a conversion as one line of an NDJSON file."""
    return ENCODER.encode(_record(conversion)) + b"\n"


def read_losses(data: bytes, report: Report) -> Conversion:
    """Return the conversion that made `report`, as its file of losses tells it.

    Whether it did make it, `restore` finds out. Raises InvalidLosses where `data` is no such file.
    """
    decoded = decode(data)
    if not decoded.is_readable or decoded.defects:
        raise InvalidLosses(decoded.defects[0].code)
    try:
        record = msgspec.convert(decoded.value, type=prepared(_Record))
        steps = tuple(map(_step, record.steps))
    except (msgspec.ValidationError, KeyError) as error:
        raise InvalidLosses(str(error)) from None
    _check_way(record, report.layout)
    return Conversion(report=report, source=record.source, target=record.target, sha256=record.sha256, steps=steps)


def _record(conversion: Conversion) -> Mapping[str, Any]:
    return {
        "version": VERSION,
        "from": conversion.source,
        "to": conversion.target,
        "sha256": conversion.sha256,
        "steps": [
            {
                "from": step.source,
                "to": step.target,
                "losses": [
                    {"kind": loss.kind, "pointer": loss.pointer, "value": loss.value, "reason": loss.reason.code}
                    for loss in step.losses
                ],
                "originals": step.originals,
            }
            for step in conversion.steps
        ],
    }


def _step(step: _Step) -> Step:
    reasons = load_route(step.source, step.target).reasons
    losses = (
        Loss(kind=loss.kind, layout=step.source, pointer=loss.pointer, value=loss.value, reason=reasons[loss.reason])
        for loss in step.losses
    )
    return Step(source=step.source, target=step.target, losses=tuple(losses), originals=step.originals)


def _check_way(record: _Record, layout: str) -> None:
    """Refuse steps that do not lead, one after the other, from the one layout to the other."""
    stations = [record.source, *(step.target for step in record.steps)]
    if not stations[-1] == record.target == layout or [step.source for step in record.steps] != stations[:-1]:
        raise InvalidLosses("steps")
