"""Whether a period was the highest there has been: its place among all periods of its length."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import ALL
from assistant.store.selection import is_closed

_GRAINS = {len("2024"): "year", len("2024-05"): "month"}
_SAID = frozenset({"top", "peak", "polar", "implied", "best", "when_peak", "of_year"})
_MOST = 1000
"""More than the months of any table."""


def _period(slots: Slots) -> str:
    """The one closed year or month that is spoken of; "" where there is none or another."""
    named = [period for period in slots.periods if period not in ALL]
    return named[0] if len(named) == 1 and is_closed(named[0]) and len(named[0]) in _GRAINS else ""


def is_record(slots: Slots) -> bool:
    """Whether it is asked if one year or month is the highest of its series: "was 2024 a record for imports?"."""
    asked = {"top", "polar"} <= slots.operations and slots.operations <= _SAID
    period = _period(slots) if asked else ""
    single = all(len(codes) < 2 for codes in (slots.partner, slots.measures, *slots.filters.values()))
    timed = "when_peak" in slots.operations or set(slots.keys) <= {_GRAINS.get(len(period), "")}
    return bool(period) and single and timed and not untimed(slots.keys) and not (slots.condition or slots.number)


def record(made: Plan, slots: Slots) -> None:
    """All periods of the length in order, and the place of the one that is asked about."""
    period = _period(slots)
    span = period[: len("2024")] if "of_year" in slots.operations else "sound"  # "was October the best month of 2024"
    rows = made.select(slots, (span,), [_GRAINS[len(period)]])
    made.add("position", of=ref(made.add("rank", of=ref(rows), n=_MOST)), code=period, within=1)


__all__ = ["is_record", "record"]
