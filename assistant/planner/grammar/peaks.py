"""When something was highest or lowest, where nothing says whether months or years are meant: both are answered."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref
from assistant.planner.grammar.times import span

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
