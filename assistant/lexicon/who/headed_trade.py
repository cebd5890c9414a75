"""A heading that names whom home trades with: "Mexico trade: growth of US imports by truck"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.lexicon.linked import Linked, one_place
from assistant.lexicon.question import Slots


def under_heading(slots: Slots, linked: Linked) -> Slots:
    """The slots with home's flow with the country of the heading, where the flow behind it is home's own."""
    turned = slots.partner == (linked.home,) and len(slots.reporter) == 1 and len(slots.measures) == 1
    if not turned or slots.origin or slots.destination or not linked.mentions:
        return slots
    heading, own = linked.mentions[:2], f"measures:{slots.measures[0]}"
    headed = (
        len(heading) > 1 and one_place(heading[0]) == slots.reporter[0] and "measures:total" in heading[1].candidates
    )
    parted = headed and linked.text[heading[1].end :].lstrip()[:1] in (":", "-", "–", "—")
    ours = any(one_place(one) == linked.home and own in other.candidates for one, other in pairwise(linked.mentions))
    return replace(slots, reporter=(linked.home,), partner=slots.reporter, doubtful="") if parted and ours else slots


__all__ = ["under_heading"]
