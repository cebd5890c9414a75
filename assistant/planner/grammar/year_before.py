"""The highest or lowest month of a time, held against the same month of an earlier year."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref, untimed

_SAID = frozenset({"year_before", "top", "bottom", "peak", "in_percent", "when_peak"})


def is_year_before(slots: Slots) -> bool:
    """Whether one extreme of one series is asked for, with the same month before it."""
    asked = "year_before" in slots.operations and slots.operations <= _SAID and len(slots.periods) == 2
    extreme = len(slots.operations & {"top", "bottom"}) == 1 and not (slots.condition or slots.number)
    single = len(slots.measures) == 1 and all(len(c) < 2 for c in (slots.partner, slots.reporter))
    several = any(len(codes) > 1 for codes in slots.filters.values())
    return asked and extreme and single and not several and not untimed(slots.keys) and len(slots.keys) == 1


def year_before(made: Plan, slots: Slots) -> None:
    """The extreme, the row that lies so many months before it, and the one less the other."""
    period, moved = slots.periods
    found = made.add(
        "extreme",
        of=ref(made.select(slots, (period,), list(slots.keys))),
        kind="min" if "bottom" in slots.operations else "max",
    )
    series = made.select(slots, (moved,), list(slots.keys))
    months = int(moved.rpartition("~-")[2])
    before = made.add("earlier", of=ref(series), than=ref(found), months=months)
    percent = True if "in_percent" in slots.operations else None
    made.add("difference", of=ref(found), minus=ref(before), percent=percent)


__all__ = ["is_year_before", "year_before"]
