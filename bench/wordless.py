"""The library as it would be without its rules on words: what arithmetic, structure and places cost by themselves."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from govreport import resources
from govreport.rules import engine
from govreport.rules.data import load_rules
from govreport.validation.gate import gate_module

_OF_WORDS = frozenset({"text", "slip", "compare"})
# The rules on statements can be left out by whoever validates; the others cannot.
STATED = frozenset(
    rule.id for layout in resources.layouts() for rule in load_rules(layout).values() if rule.kind == "stated"
)


@contextmanager
def wordless() -> Iterator[None]:
    """Ask no rule on words, neither in the gates nor in the engine; those in `STATED` are for the caller to ignore."""
    agenda = engine._agenda

    @cache
    def without_words(layout: str, has_blanks: bool) -> Any:
        return tuple(entry for entry in agenda(layout, has_blanks) if entry[1].rule.kind not in _OF_WORDS)

    with ExitStack() as stack:
        for layout in resources.layouts():
            gate = gate_module(layout.encode())
            stack.enter_context(patch.object(gate, "reads_well", lambda _: True))
        stack.enter_context(patch.object(engine, "_agenda", without_words))
        yield
