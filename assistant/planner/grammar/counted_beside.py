"""How many stand above or below a thing in a ranking: "how many countries are ahead of Taiwan in US exports"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ALL = 300
_SIDES = ("above", "below")


def is_counted_beside(slots: Slots) -> bool:
    """Whether the things of one kind on one side of a named one of that kind are counted, at one time."""
    if not slots.beside or slots.beside[0] not in _SIDES:
        return False
    kinds = [key for key in slots.keys if key not in TIMES]
    return kinds == [slots.beside[1]] and len(slots.periods) == len(slots.measures) == 1


def counted_beside(made: Plan, slots: Slots) -> None:
    """All of the kind in order, those with more or less than the one that is named, and how many they are."""
    side, kind, code = slots.beside
    ranked = made.add("rank", of=ref(made.select(slots, slots.periods, keyed_by(slots))), n=_ALL)
    named = {"partner": (code,)} if kind == "partner" else {"filters": {**slots.filters, kind: (code,)}}
    one = made.select(replace(slots, keys=(), **named), slots.periods, [])
    made.add("count", of=ref(made.add("where", of=ref(ranked), test=side, value=ref(one))))


__all__ = ["counted_beside", "is_counted_beside"]
