"""A member's part of what goes to its group: "of cereals sold to our neighbours, what percentage was for Mexico"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked, one_place, thing_of
from assistant.lexicon.question import Slots
from assistant.store.selection import WORLD

_SHARE = "operations:share"


def of_whole_before(slots: Slots, linked: Linked) -> Slots:
    """The slots with the country that is named last as the part, and the group before it as the whole.

    What is traded is told of the group: goods behind it may be the part themselves.
    """
    groups = {*linked.language.section("groups")} - {WORLD}
    shares = [m for m in linked.mentions if _SHARE in m.candidates]
    named = [m for m in linked.mentions if one_place(m) not in ("", linked.home)]
    told = slots.keys or slots.whole or slots.within or slots.measures[1:]
    if "share" not in slots.operations or len(shares) != 1 or len(named) != 2 or told:
        return slots
    whole, part = map(one_place, named)
    plain = (
        whole in groups and part not in groups and whole in slots.partner and {*slots.reporter} <= {linked.home, part}
    )
    goods = any(thing_of(m) for m in linked.mentions if m.start >= named[0].end)
    if not plain or goods or shares[0].start > named[1].start:
        return slots
    chosen = replace(slots.sided((linked.home,), (part,)), whole=(whole,), partner_share=True, part="")
    return replace(chosen, operations=slots.operations - {"sum"})


__all__ = ["of_whole_before"]
