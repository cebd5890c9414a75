"""One of several times that are named: "which year was worse, 2021, 2022 or 2023"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import TIMES, Period
from assistant.planner.grammar.steps import Plan, ref
from assistant.store.selection import is_closed

_HIGH, _LOW = frozenset({"top", "exceed", "best"}), frozenset({"bottom", "trail", "worst"})
_BESIDE = frozenset({"compare", "peak", "per_key"})
_FEW = 12
"""More times than these are no list to choose from."""


def is_chosen_time(slots: Slots) -> bool:
    """Whether the highest or the lowest of a few closed times of one length is asked for, of one figure alone."""
    ends = slots.operations & (_HIGH | _LOW)
    alone = ends and slots.operations <= _HIGH | _LOW | _BESIDE and not (ends & _HIGH and ends & _LOW)
    plain = not (slots.condition or slots.floor or slots.pick or slots.beside or slots.without)
    lists = (slots.partner, slots.reporter, slots.measures, *slots.filters.values())
    single = all(len(codes) < 2 for codes in lists) and (slots.number or 1) == 1
    return bool(alone) and plain and single and _are_listed(slots)


def chosen_time(made: Plan, slots: Slots) -> None:
    """The times side by side, and the one with the highest or the lowest value."""
    rows = made.select(replace(slots, keys=()), slots.periods, ["period"])
    made.add("rank", of=ref(rows), n=_FEW, order="asc" if slots.operations & _LOW else "desc")


def _are_listed(slots: Slots) -> bool:
    """Whether three or more closed times of one length are named, or two of which a superlative is asked."""
    least = 2 if slots.operations & {"top", "bottom"} else 3
    if not least <= len(slots.periods) <= _FEW or not all(map(is_closed, slots.periods)):
        return False
    times = [Period.parse(period) for period in slots.periods]
    same = len({time.months for time in times}) == 1 and len({time.grain for time in times}) == 1
    return same and {*slots.keys} <= {times[0].grain} & {*TIMES}


__all__ = ["chosen_time", "is_chosen_time"]
