"""The two things that a question sets against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.lexicon.question import Slots

Sides = tuple[Slots, Slots]


def sides(slots: Slots) -> Sides | None:
    """The slots of each of two partners, flows, reporters, modes, products or places; None where there are not two.

    Where two things come in several ("Mexico and China, by truck and rail") no pair is meant.
    """
    several = [codes for codes in (slots.partner, slots.measures, slots.reporter, *slots.filters.values()) if codes[1:]]
    found = tuple(_apart(slots)) if len(several) == 1 and len(several[0]) == 2 else ()
    return (found[0], found[1]) if len(found) == 2 else None


def _apart(slots: Slots) -> Iterator[Slots]:
    if slots.partner[1:]:
        yield from (replace(slots, partner=(code,)) for code in slots.partner)
    elif slots.measures[1:]:
        yield from (replace(slots, measures=(measure,)) for measure in slots.measures)
    elif slots.reporter[1:]:
        yield from (replace(slots, reporter=(code,)) for code in slots.reporter)
    for dimension, codes in slots.filters.items():
        if codes[1:]:
            yield from (replace(slots, filters={**slots.filters, dimension: (code,)}) for code in codes)
