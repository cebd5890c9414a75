"""Averages held against each other, or one period against an average: "the average month of 2024 and of 2019"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.compare.held_to_mean import single_and_span
from assistant.lexicon.question import Slots
from assistant.periods import LENGTHS, TIMES, Period
from assistant.planner.grammar.sides import sides
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import is_one, order
from assistant.store.selection import is_closed

_HELD = frozenset(
    {"compare", "difference", "exceed", "trail", "growth", "in_percent", "ratio", "change", "rise", "fall"}
)


def are_means(slots: Slots) -> bool:
    """Whether the averages of two periods are compared, over a grain that both hold or that one of them is."""
    timed = [key for key in slots.keys if key in TIMES]
    if _are_of_two(slots):
        return True
    alone = len(slots.partner) < 2 and len(slots.reporter) < 2 and not untimed(slots.keys)
    return "mean" in slots.operations and len(slots.periods) == 2 and len(timed) < 2 and alone and _is_held(slots)


def is_year_in_parts(slots: Slots) -> bool:
    """Whether months of one year are averaged, the one left out between them: "by month in 2020, without April"."""
    closed = all(map(is_closed, slots.periods)) and all(period[:1].isdigit() for period in slots.periods)
    years = {period[:4] for stretch in slots.periods for period in stretch.split("/")} if closed else set()
    return len(years) == 1 and {"sum", "mean"} <= slots.operations and tuple(slots.keys) == ("month",)


def means_apart(made: Plan, slots: Slots) -> None:
    """The mean of each period, and the later one less the earlier; a single period stands first, as it is."""
    grain = next((key for key in slots.keys if key in TIMES), "month")
    if pair := sides(slots) if len(slots.periods) == 1 else None:
        means = [_mean(made, replace(side, keys=(grain,)), slots.periods[0], grain) for side in pair]
    else:
        ends = list(single_and_span(slots.periods)) or sorted(slots.periods, key=order, reverse=True)
        means = [_mean(made, replace(slots, keys=(grain,)), period, grain) for period in ends]
    if "ratio" in slots.operations:
        made.add("ratio", of=ref(means[0]), to=ref(means[1]))
    else:
        made.add("difference", of=ref(means[0]), minus=ref(means[1]), percent="in_percent" in slots.operations or None)


def _mean(made: Plan, slots: Slots, period: str, grain: str) -> str:
    if is_one((period,), grain):
        return made.select(slots, (period,), [])
    return made.add("mean", of=ref(made.select(slots, (period,), [grain])))


def _are_of_two(slots: Slots) -> bool:
    """Whether the averages of two partners, modes or products over one period are compared."""
    timed = set(slots.keys) <= set(TIMES) and len(slots.periods) == 1 and slots.condition is None
    asked = "mean" in slots.operations and slots.operations & {"difference", "exceed", "trail", "ratio", "compare"}
    return bool(asked) and timed and not slots.operations & {"top", "bottom", "growth"} and sides(slots) is not None


def _is_held(slots: Slots) -> bool:
    lengths = {len(period) for period in slots.periods}
    held = slots.operations & _HELD or slots.operations == {"mean"}
    closed = all(map(is_closed, slots.periods)) and all(p[:1].isdigit() for p in slots.periods)
    least = min((LENGTHS[key] for key in slots.keys if key in LENGTHS), default=0)
    alike = len(lengths) == 1 or bool(least) and closed and min(Period.parse(p).months for p in slots.periods) >= least
    return bool(held) and alike and all(p[:1].isdigit() for p in slots.periods)
