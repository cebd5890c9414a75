"""When something was highest or lowest, by month and year where neither is named; the peaks of two things apart."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.sides import sides
from assistant.planner.grammar.steps import Plan, ref
from assistant.planner.grammar.times import span

_APART = frozenset({"peaks_apart", "lows_apart"})
_LONG = 24
"""A range of more months than this holds years as well to choose from."""


def is_peak_date(slots: Slots) -> bool:
    """Whether it is asked when a peak or a low was, over more than two years."""
    asked = "when_peak" in slots.operations and slots.keys == ("month",) and len(slots.periods) == 1
    return asked and (slots.periods == ("ever",) or span(slots.periods) > _LONG)


def peak_date(made: Plan, slots: Slots) -> None:
    """The highest or lowest month and year; the years first where the range is written in years."""
    kind = "min" if "bottom" in slots.operations else "max"
    grains = ("month", "year") if slots.periods == ("ever",) else ("year", "month")
    for grain in grains:
        made.add("extreme", of=ref(made.select(slots, slots.periods, [grain])), kind=kind)


def are_peaks_apart(slots: Slots) -> bool:
    """Whether the best or worst time of one thing is held against that of another, or of another stretch of time."""
    return bool(slots.operations & _APART) and len(_sides(slots)) == 2


def _sides(slots: Slots) -> tuple[Slots, ...]:
    """The two things over one stretch of time, or the one thing over two."""
    if len(slots.periods) == 1:
        return sides(slots) or ()
    several = (slots.partner, slots.measures, slots.reporter, *slots.filters.values())
    alone = all(len(codes) < 2 for codes in several)
    return tuple(replace(slots, periods=(period,)) for period in slots.periods) if alone else ()


def peaks_apart(made: Plan, slots: Slots) -> None:
    """The highest or lowest time of each of the two, and the first less the second."""
    kind = "min" if "lows_apart" in slots.operations else "max"
    ends = []
    for side in _sides(slots):
        rows = made.select(side, side.periods, list(slots.keys))
        ends.append(made.add("extreme", of=ref(rows), kind=kind))
    made.add("difference", of=ref(ends[0]), minus=ref(ends[1]))
