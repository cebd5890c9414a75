"""A flow as a part of the trade of two countries, told by its ends: "of Mexico-US trade, exports from the US"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots

_FLOWS = (("exports",), ("imports",))


def by_its_ends(slots: Slots, _: Linked) -> Slots:
    """The slots of a flow within a trade, whose two sides are turned round where the flow's own ends say so."""
    pair = len(slots.reporter) == len(slots.partner) == 1 and slots.measures in _FLOWS
    if not slots.within or not pair:
        return slots
    seller, buyer = slots.reporter, slots.partner
    if slots.measures == ("imports",):
        seller, buyer = buyer, seller
    turned = slots.origin == buyer or slots.destination == seller
    return replace(slots, reporter=slots.partner, partner=slots.reporter) if turned else slots


__all__ = ["by_its_ends"]
