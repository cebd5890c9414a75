"""One period held against the average of a time: "December 2020 vs the average month", "2024 against 2015-19"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.periods import TIMES, Period

_SAID = frozenset(
    {"mean", "compare", "difference", "exceed", "trail", "in_percent", "polar", "ratio", "change", "implied", "amount"}
)
_TESTS = {"above": "exceed", "at_least": "exceed", "below": "trail", "at_most": "trail"}


def held_to_mean(slots: Slots, _: Linked) -> Slots:
    """The slots with the single period first and the time that is averaged second; other slots as they are.

    A month or quarter beside which no time is named is held against its own year.
    """
    relative = slots.condition is not None and slots.condition.unit == "mean"
    if "mean" not in slots.operations or slots.operations - _SAID or slots.condition and not relative:
        return slots
    times = single_and_span(slots.periods) or _in_its_year(slots)
    grain = Period.parse(times[0]).grain if times else ""
    if not times or not set(slots.keys) <= {grain}:
        return slots
    test = _TESTS.get(slots.condition.test, "compare") if slots.condition else "compare"
    return replace(slots, periods=times, keys=(grain,), condition=None, operations=slots.operations | {test})


def single_and_span(periods: Codes) -> Codes:
    """The month, quarter or year of two closed periods, and the longer one that is made of such; () where none is.

    >>> single_and_span(("2015/2019", "2024")), single_and_span(("2019", "2024"))
    (('2024', '2015/2019'), ())
    """
    try:
        single, span = sorted(map(Period.parse, periods), key=lambda period: period.months)
    except ValueError:
        return ()
    made_of = span.months > single.months and span.months % single.months == span.first % single.months == 0
    return (str(single), str(span)) if made_of and single.grain in TIMES and not single.fiscal else ()


def _in_its_year(slots: Slots) -> Codes:
    """The one month or quarter that is named, where such are averaged, and its year."""
    try:
        (single,) = map(Period.parse, slots.periods)
    except ValueError:
        return ()
    held = slots.operations & {"compare", "difference", "exceed", "trail", "ratio"} or slots.condition
    if not held or single.months >= 12 or slots.keys != (single.grain,):
        return ()
    return str(single), str(Period.year(single.last // 12))


__all__ = ["held_to_mean", "single_and_span"]
