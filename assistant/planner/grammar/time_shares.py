"""The share of a stretch of time in the year that holds it: the fourth quarter in the imports of 2023."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ELSE = frozenset({"growth", "change", "rise", "fall", "top", "bottom", "count", "mean", "share", "difference"})


def is_time_share(slots: Slots) -> bool:
    """Whether a part of a year is held against that year."""
    asked = "share_in_time" in slots.operations and len(slots.periods) == 2 and not slots.operations & _ELSE
    return asked and len(slots.measures) == 1 and slots.condition is None and not keyed_by(slots)


def time_share(made: Plan, slots: Slots) -> None:
    """The trade of the part of the year in percent of that of the year."""
    part, whole = (made.select(slots, (period,), []) for period in slots.periods)
    made.add("share", of=ref(part), total=ref(whole))
