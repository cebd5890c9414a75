"""A ranking or a peak in each of several periods: "the largest supplier in 2015 and in 2024" is two and never one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, untimed

_PLAIN = frozenset(
    {"top", "bottom", "ordered", "share", "per_key", "compare", "polar", "table", "in_dollars", "in_percent", "each"}
)
_LIMITED = frozenset({"count", "per_key", "compare", "each"})
_MOST = 8


def is_ranked_apart(slots: Slots) -> bool:
    """Whether things of one kind are ranked at several times, and nothing is done across these."""
    several = 1 < len(_times(slots)) <= _MOST and len(slots.measures) == 1 and slots.condition is None
    ranked = bool(slots.operations & {"top", "bottom"}) and slots.operations <= _PLAIN
    timed = [key for key in slots.keys if key not in untimed(slots.keys)]
    closed = all(period[:1].isdigit() and not period.endswith("/") for period in slots.periods)
    return several and ranked and closed and len(untimed(slots.keys)) == 1 and set(timed) <= {"year"}


def is_found_apart(slots: Slots) -> bool:
    """Whether each of several times has its own highest or lowest month: "the low of 2019 and the low of 2020"."""
    found = "each" in slots.operations and slots.operations & {"top", "bottom"}
    single = len(slots.measures) == 1 and slots.condition is None and not untimed(slots.keys)
    return bool(found) and single and 1 < len(slots.periods) <= _MOST and len(slots.keys) == 1


def is_limited_apart(slots: Slots) -> bool:
    """Whether it is asked which things meet a limit, or how many do, at each of several times."""
    several = 1 < len(_times(slots)) <= _MOST and len(slots.measures) == 1 and len(slots.partner) < 2
    amount = slots.condition is not None and slots.condition.unit == "amount" and slots.floor is None
    timed = [key for key in slots.keys if key not in untimed(slots.keys)]
    closed = all(period[:1].isdigit() and not period.endswith("/") for period in slots.periods)
    things = (
        len(untimed(slots.keys)) == 1 and set(timed) <= {"year"} and not any(len(c) > 1 for c in slots.filters.values())
    )
    return bool(several and amount and closed and things and slots.operations <= _LIMITED)


def limited_apart(made: Plan, slots: Slots, body: Callable[[Plan, Slots], None]) -> None:
    """Those that meet the limit, or their number, of each period."""
    for period in _times(slots):
        one = replace(slots, periods=(period,), keys=tuple(untimed(slots.keys)))
        body(made, replace(one, operations=slots.operations & {"count"}))


def found_apart(made: Plan, slots: Slots, body: Callable[[Plan, Slots], None]) -> None:
    """The highest or lowest month of each period."""
    for period in slots.periods:
        body(made, replace(slots, periods=(period,), operations=slots.operations - {"each", "per_key"}))


def ranked_apart(made: Plan, slots: Slots, body: Callable[[Plan, Slots], None]) -> None:
    """The ranking of each period."""
    for period in _times(slots):
        body(made, replace(slots, periods=(period,), keys=tuple(untimed(slots.keys))))


def _times(slots: Slots) -> tuple[str, ...]:
    """The periods, or the years of the one range that is asked for by year: "top 3 suppliers by year, 2019 to 2022"."""
    first, _, last = slots.periods[0].partition("/")
    years = first.isdigit() and last.isdigit() and len(first) == len(last) == len("2024")
    if len(slots.periods) > 1 or not years or "year" not in slots.keys:
        return slots.periods
    return tuple(str(year) for year in range(int(first), int(last) + 1))
