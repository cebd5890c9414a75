"""Two shares of one whole held against each other: "Mexico's share of US imports minus China's"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.planner.grammar.share import is_shareable, share
from assistant.planner.grammar.steps import Plan, ref

_APART = frozenset({"difference", "points", "exceed", "trail"})
_ELSE = frozenset(
    {"growth", "change", "rise", "fall", "faster", "slower", "moved_more", "sum", "count", "top", "bottom"}
)


def are_shares_apart(slots: Slots) -> bool:
    """Whether the shares of two partners, modes or products at one time are compared, or those of one in two flows."""
    lists = [codes for codes in (slots.partner, slots.measures, *slots.filters.values()) if len(codes) > 1]
    paired = len(lists) == 1 and len(lists[0]) == 2 and len(slots.periods) == 1
    held = slots.operations & (_APART | {"compare"} if _are_of_flows(slots) else _APART)
    asked = "share" in slots.operations and held and not slots.operations & _ELSE and not slots.within
    if len(slots.measures) > 1 and not _are_of_flows(slots):
        return False
    return bool(paired and asked) and slots.condition is None and not slots.keys and is_shareable(slots)


def shares_apart(made: Plan, slots: Slots) -> None:
    """Both shares, and the first less the second in percentage points."""
    if not _are_of_flows(slots):
        made.add("difference", of=ref(share(made, slots)))
        return
    first, second = (share(made, replace(slots, measures=(measure,))) for measure in slots.measures)
    made.add("difference", of=ref(first), minus=ref(second))


def _are_of_flows(slots: Slots) -> bool:
    """Whether a mode, good or place has its share in both flows: "truck's share of exports against that of imports"."""
    placed = slots.partner_share or len(slots.partner) == 1 and not slots.filters
    return set(slots.measures) == {"exports", "imports"} and bool(slots.part or placed)
