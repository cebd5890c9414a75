"""What came first at each of several times: the largest supplier of each month, the months in which one was it."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, keyed_by, ref


def is_led(slots: Slots) -> bool:
    """Whether the first at each time is asked for."""
    return "led" in slots.operations


def led(made: Plan, slots: Slots) -> None:
    """The first at each time, or the times at which the one that is named was it."""
    every = replace(slots, partner=()) if "partner" in slots.keys else slots
    rows = made.select(every, slots.periods, keyed_by(every))
    order = "asc" if "bottom" in slots.operations else None
    only = slots.partner[0] if slots.partner and "partner" in slots.keys else None
    made.add("rank", of=ref(rows), n=1, order=order, place=slots.pick, each=True, only=only)
