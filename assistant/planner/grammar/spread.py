"""How much growth rates vary: the standard deviation of growth on the month or on the year before."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.periods import STEPS
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import ALL, span

_RATES = frozenset({"growth", "change", "rise", "fall", *STEPS})
_LONG = 24
"""Over more months than this the growth on the year before is of years: "the yearly growth rates, 2010 to 2020"."""
_STEPS = {"month": "mom", "quarter": "qoq", "year": "yoy"}


def is_spread(slots: Slots) -> bool:
    """Whether the volatility of growth rates is asked, of one series, with how long a step is."""
    timed = bool(set(slots.keys) & set(_STEPS)) or bool(slots.operations & set(STEPS))
    alone = len(slots.partner) < 2 and len(slots.measures) < 2 and len(slots.periods) == 1 and not untimed(slots.keys)
    return {"volatility"} < slots.operations and bool(slots.operations & _RATES) and timed and alone


def spread(made: Plan, slots: Slots) -> None:
    """The series with what stands before it, its growth rates, and their standard deviation."""
    named = next((kind for kind in STEPS if kind in slots.operations), "")
    usual = "year" if named == "yoy" and span(slots.periods) > _LONG else {"qoq": "quarter"}.get(named, "month")
    grain = next((key for key in slots.keys if key in _STEPS), usual)
    step = named or _STEPS[grain]
    period = slots.periods[0]
    rows = made.select(slots, (period if period in ALL else f"{period}<{STEPS[step]}",), [grain])
    unit = "change" if "change" in slots.operations else "percent"
    made.add("volatility", of=ref(made.add("growth", of=ref(rows), kind=step, unit=unit)))
