"""A total for each of several places: "HS 61 and 62 together from India and Pakistan, one total each"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.parts.sums import are_in_a_row
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold


def each_total(slots: Slots, linked: Linked) -> Slots:
    """The slots with places told apart, and the chapters in them added up; others, and sums of times, as they are."""
    slots = _over_listed(slots)
    several = len(slots.partner) > 1 or len(slots.filters.get("region", ())) > 1
    times = len(slots.periods) > 1 and are_in_a_row(slots.periods)
    if "sum" not in slots.operations or not several or times or len(slots.measures) > 1 or not _is_said(linked):
        return slots
    products = slots.filters.get("product", ())
    filters = {**slots.filters, "product": (";".join(products),)} if len(products) > 1 else slots.filters
    return replace(slots, filters=filters, operations=slots.operations - {"sum"})


def _over_listed(slots: Slots) -> Slots:
    """The slots of a sum without the kind of the things that it lists: "adding up the three states (Texas, …)"."""
    listed = slots.filters.get(slots.keys[0], ()) if len(slots.keys) == 1 else ()
    plain = "sum" in slots.operations <= {"sum", "amount"} and slots.number in (None, len(listed))
    return replace(slots, keys=(), number=None) if plain and len(listed) > 1 else slots


def _is_said(linked: Linked) -> bool:
    """Whether a figure is asked for each of the places: "one total each", or "each" at the end."""
    text, at_end = fold(linked.text), linked.language.any_of("sums", "each_at_end")
    ended = re.search(rf"(?<!\w){at_end}\W*$", text)
    return ended is not None or linked.language.said(text, "sums", "each_total") is not None


__all__ = ["each_total"]
