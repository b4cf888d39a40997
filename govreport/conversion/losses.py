"""What a conversion lost, as records: enough to tell a person, and to give the original back."""

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from govreport.conversion.tables import Reason
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.messages import word

LossKind = Literal["dropped", "merged"]


@attrs.frozen(kw_only=True, init=False)
class Loss:
    """Something of the original that the converted report does not hold as it was.

    `layout` and `pointer` say where it stands in the original; `value` is what stands there: a figure, a
    text, or a whole entry of a list. What is "dropped" is gone; what is "merged" went into something that
    the converted report holds, such as a sum, but cannot be told from it.
    """

    kind: LossKind
    layout: str
    pointer: str
    value: Any
    reason: Reason

    def __init__(self, *, kind: LossKind, layout: str, pointer: str, value: Any, reason: Reason) -> None:
        # The constructor that attrs would write takes twice as long, and a conversion has two dozen losses.
        _set_kind(self, kind)
        _set_layout(self, layout)
        _set_pointer(self, pointer)
        _set_value(self, value)
        _set_reason(self, reason)

    def place(self, language: str = "zh") -> str:
        """Return the place in words of the print; for an entry of a list also the place that it speaks of."""
        layout = load_layout(self.layout)
        if self.pointer in layout.nodes:
            return place(layout, self.pointer, language)
        member = place(layout, self.pointer[: self.pointer.index("/", 1)], language)
        return member + word("label-colon", language) + place(layout, self.value["pointer"], language)

    def message(self, language: str = "zh") -> str:
        """Return the reason in a language ("zh" or "en")."""
        return self.reason.words[language]


_set_kind, _set_layout, _set_pointer, _set_value, _set_reason = (
    vars(Loss)[field.name].__set__ for field in attrs.fields(Loss)
)


@attrs.frozen(kw_only=True)
class Step:
    """What the way through one mapping table left behind, from the layout `source` to `target`.

    `originals` are members of the original, by pointer, which went over in another shape, so that the
    table alone could not rebuild them.
    """

    source: str
    target: str
    losses: tuple[Loss, ...] = ()
    originals: Mapping[str, Any] = attrs.field(factory=dict)
