"""The differences of two reports as JSON, for programs."""

from typing import Any

import msgspec

from govreport.conversion.losses import Loss
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.model.codec import ENCODER
from govreport.reviews.differences import Comparison, Difference

VERSION = 1


def write_comparison(comparison: Comparison, old: str, new: str, language: str) -> bytes:
    """Return the JSON that `schema/meta/differences.schema.json` describes; `old` and `new` name the files."""
    before, after = comparison.losses
    record = {
        "version": VERSION,
        "old": old,
        "new": new,
        "layout": comparison.layout,
        "replaced": comparison.replaced,
        "differences": [_difference(d, comparison.layout, language) for d in comparison.differences],
        "losses": {"old": [_loss(loss, language) for loss in before], "new": [_loss(loss, language) for loss in after]},
    }
    return msgspec.json.format(ENCODER.encode(record), indent=2) + b"\n"


def name_of(difference: Difference, layout: str, language: str) -> str:
    """Return the place of a difference in words of the print; of an entry of a list the place that it is about."""
    form = load_layout(layout)
    if difference.pointer in form.nodes:
        return place(form, difference.pointer, language)
    _, member, rest = difference.pointer.split("/", 2)
    return f"{place(form, f'/{member}', language)} · {place(form, f'/{rest}', language)}"


def _difference(difference: Difference, layout: str, language: str) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "pointer": difference.pointer,
        "place": name_of(difference, layout, language),
        "before": difference.before,
        "after": difference.after,
        "edits": [{"before": edit.before, "after": edit.after} for edit in difference.edits],
    }


def _loss(loss: Loss, language: str) -> dict[str, Any]:
    return {"pointer": loss.pointer, "place": loss.place(language), "value": loss.value, "reason": loss.reason.code}
