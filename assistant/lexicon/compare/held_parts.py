"""Those of several states, ports or modes with one flow the larger: "which exported more than they imported"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.tokens import fold

_FLOWS = frozenset({"exports", "imports"})
_SAID = frozenset({"exceed", "trail", "compare", "count"})
_PARTS = ("region", "port", "mode")


def held_parts(slots: Slots, linked: Linked) -> Slots:
    """The slots as of the surplus or deficit of those of a list that is asked about; others as they are."""
    parts = [name for name in _PARTS if len(slots.filters.get(name, ())) > 1]
    versus = slots.operations & {"exceed", "trail"}
    plain = not (slots.condition or slots.floor or slots.number or slots.without or slots.among or slots.partner_share)
    kind = len(parts) == 1 and slots.keys in ((), tuple(parts)) and len(slots.periods) < 2 and len(slots.partner) < 2
    asked = linked.language.said(fold(linked.text), "lists", "which_ones")
    if (
        {*slots.measures} != _FLOWS
        or len(versus) != 1
        or not slots.operations <= _SAID
        or not (plain and kind and asked)
    ):
        return slots
    larger = slots.measures["trail" in versus]
    return replace(
        slots,
        measures=("surplus" if larger == "exports" else "deficit",),
        keys=tuple(parts),
        operations=slots.operations & {"count"},
        condition=Condition("above", "0", "amount"),
    )


__all__ = ["held_parts"]
