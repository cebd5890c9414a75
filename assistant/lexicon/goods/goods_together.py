"""Goods taken together, each place or time by itself: "chapters 61 and 62 together, from China and from Vietnam"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.types import Mention

_BETWEEN = " ,()"


def goods_together(slots: Slots, linked: Linked) -> Slots:
    """The slots with the goods as one thing, where a sum is said right behind them alone."""
    goods = slots.filters.get("product", ())
    filters = {name: codes for name, codes in slots.filters.items() if name != "product"}
    others = [slots.partner, slots.reporter, slots.periods, *filters.values()]
    listed = len(goods) > 1 and any(len(codes) > 1 for codes in others)
    if not listed or "sum" not in slots.operations or not _are_beside_goods(linked):
        return slots
    return replace(slots, filters={**filters, "product": (";".join(goods),)}, operations=slots.operations - {"sum"})


def _are_beside_goods(linked: Linked) -> bool:
    """Whether every sum is said right behind goods: "chapters 61 and 62 together"."""
    pairs = [(before, cue) for before, cue in pairwise(linked.mentions) if "operations:sum" in cue.candidates]
    return bool(pairs) and all(_is_behind_goods(linked.text, *pair) for pair in pairs)


def _is_behind_goods(text: str, before: Mention, cue: Mention) -> bool:
    return before.kind == "product" and not text[before.end : cue.start].strip(_BETWEEN)


__all__ = ["goods_together"]
