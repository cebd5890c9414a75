"""Countries spoken of as home's suppliers or markets: "Vietnam and Thailand as US import sources"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import Linked, one_place
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import phrase
from assistant.store.selection import WORLD

_FLOWS = ("exports", "imports")


def as_kind(slots: Slots, linked: Linked) -> Slots:
    """The slots with the places before "as" as the partners that the kind behind home's name makes them."""
    others = tuple(dict.fromkeys(code for code in slots.places if code not in (linked.home, WORLD)))
    flow = _flow(linked)
    if not (others and flow) or slots.origin or slots.destination or {*slots.measures} - {*_FLOWS, "total"}:
        return slots
    keys = tuple(key for key in slots.keys if key != "partner")
    return replace(slots.sided((linked.home,), others), measures=(flow,), keys=keys)


def _flow(linked: Linked) -> str:
    """The flow that "as US suppliers" names; "" where no place stands before it, or a place in a ranking is asked."""
    leads = linked.language.forms("as_kind", "leads")
    ranked = any(code.startswith(("standing:", "operations:top")) for m in linked.mentions for code in m.candidates)
    for at, (home, kind) in enumerate(pairwise(linked.mentions)):
        near = not linked.text[home.end : kind.start].strip()
        led = {*phrase(linked.text[: home.start])[-1:]} <= leads and at > 0 and near
        if one_place(home) == linked.home and "keys:partner" in kind.candidates and led and not ranked:
            return next((flow for flow in _FLOWS if f"measures:{flow}" in kind.candidates), "")
    return ""


__all__ = ["as_kind"]
