"""Two shares of one whole held against each other: "Mexico's share of US imports minus China's"."""

from __future__ import annotations

from assistant.lexicon.question import Slots
from assistant.planner.grammar.share import is_shareable, share
from assistant.planner.grammar.steps import Plan, ref

_APART = frozenset({"difference", "points", "exceed", "trail"})
_ELSE = frozenset(
    {"growth", "change", "rise", "fall", "faster", "slower", "moved_more", "sum", "count", "top", "bottom"}
)


def are_shares_apart(slots: Slots) -> bool:
    """Whether the shares of two partners, modes or products at one time are compared."""
    lists = [codes for codes in (slots.partner, *slots.filters.values()) if len(codes) > 1]
    paired = len(lists) == 1 and len(lists[0]) == 2 and len(slots.periods) == len(slots.measures) == 1
    asked = "share" in slots.operations and slots.operations & _APART and not slots.operations & _ELSE
    return bool(paired and asked) and slots.condition is None and not slots.keys and is_shareable(slots)


def shares_apart(made: Plan, slots: Slots) -> None:
    """Both shares, and the first less the second in percentage points."""
    made.add("difference", of=ref(share(made, slots)))
