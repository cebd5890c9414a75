"""How few of the largest make up a part of a flow: their shares, added up from the largest until they reach it."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.share import share
from assistant.planner.grammar.steps import Plan, is_timed, ref, untimed


def is_cumulated(slots: Slots) -> bool:
    """Whether the fewest things of one kind are asked for that make up a part of one flow in one period."""
    asked = "make_up" in slots.operations and slots.condition is not None and not slots.floor
    single = len(slots.measures) == len(slots.periods) == 1 and len(slots.partner) < 2 and not is_timed(slots)
    return asked and single and len(untimed(slots.keys)) == 1 and slots.operations <= {"make_up", "series"}


def cumulated(made: Plan, slots: Slots) -> None:
    """The shares, the fewest that reach the part, and how many these are."""
    limit = slots.condition
    if limit is None:
        return
    shares = share(made, replace(slots, operations=frozenset({"share"}), condition=None))
    made.add("count", of=ref(made.add("fewest", of=ref(shares), reach=limit.value)))


__all__ = ["cumulated", "is_cumulated"]
