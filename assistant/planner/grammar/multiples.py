"""Whether one figure is a multiple of another: the ratio of two times or of two things, put to a limit."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.steps import Plan, ref, untimed
from assistant.planner.grammar.times import ends_of, order


def is_multiple(slots: Slots) -> bool:
    """Whether a limit is put to a ratio."""
    return "multiple" in slots.operations and slots.condition is not None


def multiple(made: Plan, slots: Slots) -> None:
    """The ratio of the later to the earlier time, or of the first to the second thing; nothing without a pair."""
    limit, rows = slots.condition, _rows(made, slots)
    if limit is None or not rows:
        return
    ratio = made.add("ratio", of=ref(rows))
    made.add("where", of=ref(ratio), test=limit.test, value=limit.value)


def _rows(made: Plan, slots: Slots) -> str:
    lists = {"partner": slots.partner, "reporter": slots.reporter, **slots.filters}
    paired = [name for name, codes in lists.items() if len(codes) > 1]
    if len(slots.measures) > 1 or untimed(slots.keys) or any(len(lists[name]) > 2 for name in paired):
        return ""
    if not paired:
        period = slots.periods[-1]
        if (ends := ends_of(slots)) is None and "/" in period:
            return ""
        ends = ends or (f"{period}~-12", period)
        return made.select(replace(slots, keys=()), tuple(sorted(ends, key=order, reverse=True)), ["period"])
    single = len(slots.periods) == len(paired) == 1
    return made.select(replace(slots, keys=()), slots.periods, paired) if single else ""
