"""What meets a limit with each of two: "which countries had exports and imports both above $100 billion"."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.sides import sides
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ALL = 300
_BESIDE = frozenset({"both", "count", "compare", "series", "per_key", "table", "each", "top", "bottom", "ordered"})


def is_both(slots: Slots) -> bool:
    """Whether one limit is put to each of two, thing by thing or time by time."""
    pair = sides(slots) if "both" in slots.operations <= _BESIDE and not slots.number else None
    return pair is not None and len(slots.periods) == 1 and len(keyed_by(pair[0])) == 1


def both(made: Plan, slots: Slots) -> None:
    """The things or times that meet the limit with both; things by the figure of the first, largest first."""
    pair, limit = sides(slots), slots.condition
    assert pair is not None and limit is not None
    chosen = (made.select(side, side.periods, keyed_by(side)) for side in pair)
    test, value, high = limit.test, limit.value, limit.high
    first, second = [made.add("where", of=ref(rows), test=test, value=value, high=high) for rows in list(chosen)]
    found = made.add("both", of=ref(first), other=ref(second))
    if not set(keyed_by(pair[0])) & set(TIMES):
        order = "asc" if "bottom" in slots.operations else "desc"
        found = made.add("rank", of=ref(found), n=_ALL, order=order)
    if "count" in slots.operations:
        made.add("count", of=ref(found))
