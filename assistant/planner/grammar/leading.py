"""The things in which one of two sides is ahead: "which states buy more from Mexico than from Canada"."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.sides import Sides, sides
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ALL = 300
_VERSUS = frozenset({"exceed", "trail"})
_BESIDE = frozenset({"count", "compare", "series", "per_key", "table", "each", "polar"})


def are_leading(slots: Slots) -> bool:
    """Whether two partners, flows, modes or products are held against each other state by state, good by good."""
    versus = slots.operations & _VERSUS
    plain = len(versus) == 1 and slots.operations <= versus | _BESIDE and _is_lead(slots)
    single = len(slots.periods) == 1 and not set(slots.keys) & set(TIMES)
    return plain and single and _pair(slots) is not None


def leading(made: Plan, slots: Slots) -> None:
    """The things in which the first side has more than the second, by how much, most first."""
    pair = _pair(slots)
    assert pair is not None
    ordered = pair[::-1] if "trail" in slots.operations else pair
    first, second = (made.select(side, side.periods, keyed_by(side)) for side in ordered)
    apart = made.add("difference", of=ref(first), minus=ref(second))
    ranked = made.add("rank", of=ref(apart), n=_ALL, order="desc")
    test, value = (slots.condition.test, slots.condition.value) if slots.condition else ("above", "0")
    found = made.add("where", of=ref(ranked), test=test, value=value)
    if "count" in slots.operations:
        made.add("count", of=ref(found))


def _is_lead(slots: Slots) -> bool:
    """Whether there is no limit, or one on how far the one is ahead: "by more than $1bn"."""
    limit = slots.condition
    return limit is None or limit.unit == "change" and limit.test in ("above", "at_least")


def _pair(slots: Slots) -> Sides | None:
    """Both sides, where things of one kind are told apart in them and neither side is such a thing itself."""
    pair = sides(slots)
    several = {name for name, codes in slots.filters.items() if len(codes) > 1}
    several |= {"partner"} if len(slots.partner) > 1 else set()
    if pair is None or len(slots.reporter) > 1:
        return None
    keys = keyed_by(pair[0])
    return pair if len(keys) == 1 and keys[0] not in several else None
