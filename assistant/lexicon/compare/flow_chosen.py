"""The greater of the two flows where a superlative says it: "¿qué fue mayor, lo que exportó o lo que importó?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots

_FLOWS = frozenset({"exports", "imports"})
_SIDES = {"top": "exceed", "bottom": "trail"}


def flow_chosen(slots: Slots, _: Linked) -> Slots:
    """The slots of both flows that "or" parts, with the superlative of two as the comparative that it is."""
    chosen = {*slots.operations} & {*_SIDES}
    both = {*slots.measures} == _FLOWS and "compare" in slots.operations and not slots.operations & {"exceed", "trail"}
    if not both or len(chosen) != 1 or slots.keys or slots.number not in (None, 2) or len(slots.partner) > 1:
        return slots
    sides = frozenset(_SIDES[name] for name in chosen)
    return replace(slots, operations=slots.operations - chosen | sides, number=None)


__all__ = ["flow_chosen"]
