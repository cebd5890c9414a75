"""One figure at the time when another was highest or lowest: the time and both figures."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.lexicon.ranks.at_peak import AT_PEAK
from assistant.planner.grammar.steps import Plan, ref


def is_at_peak(slots: Slots) -> bool:
    """Whether a figure is asked of the best or worst time of another."""
    return AT_PEAK in slots.operations and len(slots.measures) == 2


def at_peak(made: Plan, slots: Slots) -> None:
    """The highest or lowest time of the first measure, and the second measure at that time."""
    kind = "min" if "bottom" in slots.operations else "max"
    first, second = (
        made.select(replace(slots, measures=(measure,)), slots.periods, list(slots.keys)) for measure in slots.measures
    )
    picked = made.add("extreme", of=ref(first), kind=kind)
    made.add("extreme", of=ref(first), kind=kind)
    made.add("among", of=ref(second), within=ref(picked))


__all__ = ["at_peak", "is_at_peak"]
