"""What the calendar months or quarters are like on average over years, and which of them is usually the highest."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref, untimed

_GRAINS = ("month", "quarter")
_SAID = frozenset({"seasonal", "top", "bottom", "peak", "series", "per_key", "when_peak"})


def is_seasonal(slots: Slots) -> bool:
    """Whether one series is averaged by the months or quarters of its years."""
    single = len(slots.measures) == len(slots.periods) == 1 and not untimed(slots.keys) and slots.condition is None
    lists = (slots.partner, slots.reporter, *slots.filters.values())
    asked = "seasonal" in slots.operations and slots.operations <= _SAID and slots.number is None
    return asked and single and all(len(codes) < 2 for codes in lists)


def seasonal(made: Plan, slots: Slots) -> None:
    """The average of each month or quarter, or of one of them alone; of all the highest, the lowest or both."""
    named, _, part = slots.season.partition(":")
    grain = named or next((key for key in slots.keys if key in _GRAINS), "month")
    rows = made.select(slots, slots.periods, [grain])
    means = made.add("seasonal", of=ref(rows), part=int(part) if part else None)
    for operation, kind in (("top", "max"), ("bottom", "min")):
        if operation in slots.operations and not part:
            made.add("extreme", of=ref(means), kind=kind)


__all__ = ["is_seasonal", "seasonal"]
