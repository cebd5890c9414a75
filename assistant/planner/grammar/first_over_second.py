"""How far the first of a ranking lies ahead of the second: "by how much did the top supplier beat the runner-up"."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.planner.grammar.steps import Plan, keyed_by, ref

_ENDS = frozenset({"top", "bottom"})
_SAID = _ENDS | {"difference", "ratio", "exceed", "in_percent", "per_key", "peak"}
_BESIDE = frozenset({"difference", "ratio", "in_percent"})


def is_first_over_second(slots: Slots) -> bool:
    """Whether things of one kind are ranked, and it is asked how far apart the first two of them are."""
    operations = slots.operations
    asked = operations & _BESIDE and len(operations & _ENDS) == 1 and operations <= _SAID
    kind = len(slots.keys) == 1 and slots.keys[0] not in TIMES
    told = slots.pick == 2 or slots.number == 2 and "in_percent" not in operations
    two = {slots.pick, slots.number} <= {None, 2} and slots.pick_to is None and not slots.beside
    single = len(slots.periods) == len(slots.measures) == 1 and len(slots.partner) < 2
    named = slots.condition or slots.floor or slots.keys[:1] == ("partner",) and slots.partner
    return bool(asked) and kind and told and two and single and not named and not slots.filters.keys() & {*slots.keys}


def first_over_second(made: Plan, slots: Slots) -> None:
    """The first two in order, and how far the one lies from the other."""
    rows = made.select(slots, slots.periods, keyed_by(slots))
    two = made.add("rank", of=ref(rows), n=2, order="asc" if "bottom" in slots.operations else "desc")
    tool = "ratio" if "ratio" in slots.operations else "difference"
    made.add(tool, of=ref(two), percent=True if "in_percent" in slots.operations else None)


__all__ = ["first_over_second", "is_first_over_second"]
