"""One of two things as a multiple of the other, or less it, at each of several times."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.sides import sides
from assistant.planner.grammar.steps import Plan, keyed_by, ref
from assistant.store.selection import is_closed

_DONE = ("ratio", "difference")


def are_ratios(slots: Slots) -> bool:
    """Whether two things are divided or subtracted at several closed periods that are listed, and nothing else."""
    named = slots.operations & set(_DONE)
    beside = {"compare", *(("exceed", "trail") if "difference" in named else ())}  # "A's lead over B in 2023 and 2024"
    alone = len(named) == 1 and slots.operations <= named | beside and not slots.keys and not slots.condition
    listed = len(slots.periods) > 1 and all(is_closed(period) and "/" not in period for period in slots.periods)
    return alone and listed and sides(slots) is not None and len(slots.measures) == 1


def ratios(made: Plan, slots: Slots) -> None:
    """At each period the first over the second, or less it."""
    tool = next(name for name in _DONE if name in slots.operations)
    for period in slots.periods:
        single = replace(slots, periods=(period,))
        made.add(tool, of=ref(made.select(single, single.periods, keyed_by(single))))


def each_apart(slots: Slots) -> list[Slots]:
    """The slots of each partner, mode or state at each listed closed period; [] where there is only one of each."""
    listed = all(is_closed(period) and "/" not in period for period in slots.periods)
    if not listed or slots.keys or slots.condition or "sum" in slots.operations:
        return []
    found = [replace(slots, periods=(period,)) for period in slots.periods]
    found = [replace(one, partner=(code,)) for one in found for code in slots.partner] if slots.partner else found
    for name, codes in slots.filters.items():
        found = [replace(one, filters={**one.filters, name: (code,)}) for one in found for code in codes]
    return found if len(found) > 1 else []


__all__ = ["are_ratios", "each_apart", "ratios"]
