"""Slots put right before they are planned: operations that mean another thing together, implied time keys."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import RANKED, Slots
from assistant.periods import TIMES
from assistant.planner.grammar.steps import is_timed, keyed_by, untimed
from assistant.planner.grammar.times import ends_of, grain_of, is_long, is_one, order, span

GROWTH = {
    "cagr": "cagr",
    "average_growth": "average",
    "trend_growth": "trend",
    "yoy": "yoy",
    "mom": "mom",
    "qoq": "qoq",
}
GROWING = frozenset({*GROWTH, "growth", "change", "fastest", "slowest", "contribution", "share_of_growth", "doubling"})

_OVER_TIME = frozenset(
    {"series", "moving_average", "cumulate", "rebase", "volatility", "streak", "count", "mean", "median"}
)
_OVER_THINGS = frozenset({"count", "mean", "median"})
"""What is done over products that are told apart as well as over times."""
_MOVES = frozenset({"growth", "rise", "fall", "change"})
_LISTED = frozenset(
    {*GROWTH, "top", "bottom", "fastest", "slowest", "count", "series", "table", "contribution", "share_of_growth"}
)
"""Operations beside which "per year" lists the years, or says nothing more."""
_LONG = 72
"""A range of more months than this is shown by year where the question does not say."""


def averaged(slots: Slots) -> Slots:
    """The slots with operations put right that mean another thing together.

    "On average, by what percent a year": the mean of a growth that is said with a mean is average growth;
    "by how many billions" between two places is a difference; a ratio of two times is of the later to the earlier,
    where the words do not say which one is how many times the other.
    """
    operations, keys = slots.operations, set(slots.keys)
    if "change" in operations and len(slots.partner) == 2 and len(slots.periods) == 1:
        return replace(slots, operations=operations - {"change"} | {"difference"})
    timed = len(slots.periods) == 2 or operations & _MOVES or _is_of_one(slots)
    if "ratio" in operations and timed and (ends := ends_of(slots)):
        said = slots.periods if "in_order" in operations and len(slots.periods) == 2 else None
        periods = said or tuple(sorted(ends, key=order, reverse=True))
        return replace(slots, periods=periods, operations=operations - {"exceed", "count", "compare", *_MOVES})
    if "per_year" in operations or {"average_growth", "change"} <= operations:
        return _by_the_year(slots)
    if "doubling" in operations and operations & {"cagr", "average_growth", "trend_growth"}:
        return replace(slots, operations=operations - {"count"}, keys=())
    if "doubling" in operations:
        periods = slots.periods if len(slots.periods) != 1 else (_with_year_before(slots.periods[0]),)
        return replace(
            slots, operations=(operations - {"growth", "rise", "count"}) | {"cagr"}, keys=(), periods=periods
        )
    if "mean" in operations and operations & {"growth", "yoy"} and not keys & {"month", "quarter"}:
        return replace(slots, operations=(operations - {"mean", "growth", "yoy"}) | {"average_growth"}, keys=())
    return slots


def _is_of_one(slots: Slots) -> bool:
    """Whether one trade alone is named, so that only its times can be held together: "how many times since 2000"."""
    lists = (slots.measures, slots.partner, slots.reporter, *slots.filters.values())
    since = len(slots.periods) == 1 and slots.periods[0].endswith("/")
    return since and not (slots.keys or slots.beside) and all(len(codes) < 2 for codes in lists)


def _with_year_before(period: str) -> str:
    """A single year with the one that it grew from; any other period as it is."""
    if period.isdigit():
        return f"{int(period) - 1}/{period}"
    return f"{period}<12" if period == "latest-year" else period


def _by_the_year(slots: Slots) -> Slots:
    """The slots of growth "per year" over several years: the compound rate, or the mean of yearly changes in money."""
    operations, ends = slots.operations - {"per_year"}, ends_of(slots)
    if "change" in operations:
        operations -= {"average_growth"}
    plain = replace(slots, operations=operations)
    if not operations & _MOVES or operations & _LISTED or ends is None or not set(slots.keys) <= {"year"}:
        return plain
    if "change" not in operations:
        return replace(plain, operations=operations - {*_MOVES, "mean"} | {"cagr"}, keys=())
    if not all(end.isdigit() for end in ends):
        return plain
    years = f"{int(ends[0]) + 1}/{ends[1]}"
    return replace(plain, operations=operations - _MOVES | {"change", "mean"}, keys=("year",), periods=(years,))


def grained(slots: Slots) -> Slots:
    """The slots with the time key that the question implies: superlatives and conditions over time, long ranges."""
    rolled = "moving_average" in slots.operations and slots.number  # "three-year": the unit of the window
    keys = tuple(key for key in slots.keys if rolled or not (key in TIMES and is_one(slots.periods, key)))
    if keys:
        return replace(slots, keys=keys)
    if _needs_time(slots):
        return replace(slots, keys=(grain_of(slots),))
    if is_long(slots.periods) and not slots.operations & {*GROWING, "sum", "ttm", "share", "per_day", "per_month"}:
        months = span(slots.periods)
        key = "year" if months > _LONG or months % 12 == 0 else "month"
        return replace(slots, operations=slots.operations | {"implied"}, keys=(key,))
    return replace(slots, keys=())


def _needs_time(slots: Slots) -> bool:
    """Whether the operations or the condition run over periods; growth brings its own."""
    if slots.operations & GROWING and not slots.condition:
        return False
    if not slots.operations & _OVER_TIME - _OVER_THINGS and "product" in untimed(keyed_by(slots)):
        return False  # "how many commodity groups were above $20 billion"
    relative = slots.condition is not None and slots.condition.unit in ("mean", "growth")
    return relative or bool(slots.operations & _OVER_TIME)


def over_all(slots: Slots) -> Slots:
    """The slots of growth or of a low over all there is, which months that a table lacks in part would make up.

    What is told apart by state, mode, port or product stands in tables that may begin so, and is taken from after it.
    """
    moved, ranked = slots.operations & {*GROWING, *_MOVES}, slots.operations & RANKED
    if slots.periods != ("ever",) or not is_timed(slots) or not (moved or "bottom" in slots.operations):
        return slots
    narrowed = slots.filters or untimed(keyed_by(slots)) or not ranked
    return replace(slots, periods=("sound" if narrowed else "whole",))


def is_implied_series(slots: Slots) -> bool:
    """Whether a long period was named without a word of how to show it: then its total is said before the series."""
    signed = {"balance", "surplus", "deficit", "exports", "imports", "total"}
    ranked = slots.operations & {"top", "bottom"}
    return "implied" in slots.operations and slots.measures[0] in signed and len(slots.partner) < 2 and not ranked


def is_sized(slots: Slots) -> bool:
    """Whether growth of many things is ranked without a word of how: "the biggest increase" in money or in percent."""
    things = bool(untimed(keyed_by(slots))) and not is_timed(slots)
    sized = "sized" in slots.operations and "share" not in slots.operations  # a share grows by points alone
    return things and sized and slots.measures[0] not in ("balance", "surplus", "deficit")


def compares_times(slots: Slots) -> bool:
    """Whether two periods are compared: then what is asked is the change."""
    compared = slots.operations & {"compare", "difference", "in_percent", "exceed", "trail"}
    if not compared or slots.operations & {"ratio", "share", "top", "bottom", "mean"}:
        return False
    joint = "sum" in slots.operations
    alone = joint or all(len(codes) < 2 for codes in (slots.partner, *slots.filters.values()))
    return len(slots.periods) == 2 and alone
