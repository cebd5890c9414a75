"""Whether one of two things is ahead of the other by a limit: "did imports exceed exports by more than $100bn"."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.limits import downward
from assistant.planner.grammar.sides import sides
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_VERSUS = frozenset({"exceed", "trail"})
_SAID = _VERSUS | {"polar", "difference", "compare", "per_key"}


def is_lead(slots: Slots) -> bool:
    """Whether two sides of one time are held against each other, with a limit on how far the one is ahead."""
    limited = slots.condition is not None and slots.condition.unit == "change"
    versus = "polar" in slots.operations and len(slots.operations & _VERSUS) == 1
    plain = versus and slots.operations <= _SAID and not slots.keys
    pair = sides(slots) if limited and plain and len(slots.periods) == 1 else None
    return pair is not None and not keyed_by(pair[0])


def lead(made: Plan, slots: Slots) -> None:
    """Both sides, the one less the other, and whether that meets the limit."""
    pair, limit = sides(slots), slots.condition
    assert pair is not None and limit is not None
    first, second = (made.select(side, side.periods, []) for side in pair)
    apart = made.add("difference", of=ref(first), minus=ref(second))
    limit = downward(limit) if "trail" in slots.operations else limit
    made.add("where", of=ref(apart), test=limit.test, value=limit.value, high=limit.high)


__all__ = ["is_lead", "lead"]
