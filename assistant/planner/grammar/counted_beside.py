"""What stands above or below a thing in a ranking: "which countries are ahead of Taiwan in US exports", "how many"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ALL = 300
_SIDES = ("above", "below")


def is_counted_beside(slots: Slots) -> bool:
    """Whether the things of one kind on one side of a named one of that kind are asked for, at one time."""
    if not slots.beside or slots.beside[0] not in _SIDES:
        return False
    kinds = [key for key in slots.keys if key not in TIMES]
    return kinds == [slots.beside[1]] and len(slots.periods) == len(slots.measures) == 1


def counted_beside(made: Plan, slots: Slots) -> None:
    """Those of the kind with more or less than the one that is named, and how many they are where that is asked."""
    side, kind, code = slots.beside
    rows = made.select(slots, slots.periods, keyed_by(slots))
    counted = "count" in slots.operations
    rows = made.add("rank", of=ref(rows), n=_ALL) if counted else rows
    named = {"partner": (code,)} if kind == "partner" else {"filters": {**slots.filters, kind: (code,)}}
    one = made.select(replace(slots, keys=(), **named), slots.periods, [])
    found = made.add("where", of=ref(rows), test=side, value=ref(one))
    if counted:
        made.add("count", of=ref(found))
    else:
        made.add("rank", of=ref(found), n=_ALL, order="desc")


__all__ = ["counted_beside", "is_counted_beside"]
