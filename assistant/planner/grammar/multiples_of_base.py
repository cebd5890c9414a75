"""When a flow first was a multiple of what it had been in a base year: an index on that year, and a search of it."""

from __future__ import annotations

from decimal import Decimal

from assistant.lexicon.compare.multiples import BASE
from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.store.selection import is_closed

_GRAINS = {len("2024"): "year", len("2024-05"): "month"}


def is_of_base(slots: Slots) -> bool:
    """Whether one series is searched for a multiple of its value in one year or month."""
    limit, period = slots.condition, slots.periods[0]
    single = len(slots.measures) == len(slots.periods) == 1 and not untimed(slots.keys)
    alone = all(len(codes) < 2 for codes in (slots.partner, slots.reporter, *slots.filters.values()))
    grain = _GRAINS.get(len(period), "") if is_closed(period) and "Q" not in period else ""
    return bool(limit and limit.unit == BASE) and single and alone and grain != "" and {*slots.keys} <= {grain}


def of_base(made: Plan, slots: Slots) -> None:
    """The index since the base, and the first or last of its periods that meets the limit."""
    limit, base = slots.condition, slots.periods[0]
    if limit is None:
        return
    rows = made.select(slots, (f"{base}/",), [_GRAINS[len(base)]])
    index = made.add("rebase", of=ref(rows), to=base)
    kept = made.add("where", of=ref(index), test=limit.test, value=f"{Decimal(limit.value) * 100:f}")
    which = "last" if "last_time" in slots.operations else "first"
    made.add("find", of=ref(kept), which=which, to_newest=True)


__all__ = ["is_of_base", "of_base"]
