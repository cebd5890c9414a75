"""Comparatives of growth: the growth of each of two, and how far they are apart in percentage points."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.question import Slots
from assistant.periods import STEPS, TIMES
from assistant.planner.grammar.shape import GROWTH
from assistant.planner.grammar.share import is_shareable, share_over_time
from assistant.planner.grammar.sides import Sides, sides
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import ends_of, years

_RATES = ("cagr", "average", "trend")


def contenders(slots: Slots) -> Sides | None:
    """The slots of each of two whose growth is compared: things of one period, or two periods of one thing."""
    if not slots.operations & COMPARED or untimed(slots.keys):
        return None
    if pair := sides(slots):
        return pair
    single = all(len(codes) < 2 for codes in (slots.partner, slots.measures, slots.reporter, *slots.filters.values()))
    if not single or len(slots.periods) != 2:
        return None
    first, second = (replace(slots, periods=(period,)) for period in slots.periods)
    return first, second


def growth_compared(made: Plan, slots: Slots, pair: Sides) -> None:
    """The growth of each of the two and how far they lie apart; of "grew more" in money as well, for it may differ."""
    order = "size" if "moved_more" in slots.operations else "least" if "slower" in slots.operations else "most"
    if "share" in slots.operations:
        if all(is_shareable(side) and ends_of(side) for side in pair):
            left, right = (share_over_time(made, side, ends_of(side) or ()) for side in pair)
            made.add("apart", of=ref(left), minus=ref(right), order=order)
        return
    unit = "change" if "change" in slots.operations else "percent"
    rows = [_rows(made, side) for side in pair]
    if None in rows:
        return
    for each in (unit, "change") if "in_money" in slots.operations and unit == "percent" else (unit,):
        left, right = (made.add("growth", of=ref(name or ""), kind=_kind(slots), unit=each) for name in rows)
        made.add("apart", of=ref(left), minus=ref(right), order=order)


def _kind(slots: Slots) -> str:
    kind = next((name for cue, name in GROWTH.items() if cue in slots.operations), "total")
    return kind if kind in _RATES else "total"


def _rows(made: Plan, slots: Slots) -> str | None:
    """The values that the growth of one of the two is taken from: None where its periods are no two ends."""
    if _kind(slots) in _RATES:
        return made.select(slots, years(slots.periods), ["year"])
    ends = ends_of(slots)
    if ends is None and len(slots.periods) == 1:
        step = next((months for kind, months in STEPS.items() if kind in slots.operations), 12)
        ends = (f"{slots.periods[0]}~-{step}", slots.periods[0])
    timed = any(key in TIMES for key in slots.keys)
    return None if ends is None or timed and len(ends) != 2 else made.select(slots, ends, ["period"])
