"""Which of a group are among the first few of all: "which EU countries are in the top 20", "how many of the ten …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.question import Condition, Slots
from assistant.lexicon.ranks.first_of_year import FIRST
from assistant.types import Mention

OF_ALL = "all"
"""The unit of a place among all there are, and not among those of the group."""
_TOP = "operations:top"
_SAID = frozenset({"top", "count", "per_key", "polar"})
_OUT_OF = frozenset({"prepositions:of", "prepositions:from"})
_WITHIN = frozenset({"prepositions:in", "prepositions:between"})


def members_of_first(slots: Slots, mentions: Sequence[Mention]) -> Slots:
    """The slots with the first few of all as what the members of the group are looked for among."""
    plain = "top" in slots.operations <= _SAID and not (slots.condition or slots.floor or slots.partner)
    if not (plain and slots.among and slots.number and len(slots.periods) < 2 and slots.keys == ("partner",)):
        return slots
    if not _are_members(mentions, slots.among):
        return slots
    first = Condition(FIRST, str(slots.number), OF_ALL)
    return replace(slots, floor=first, floor_period=next(iter(slots.periods), "latest-year"))


def _are_members(mentions: Sequence[Mention], group: str) -> bool:
    """Whether the group is said of members, and the first few of all: "in the top 20", "of the top ten … are in"."""
    named = next((at for at, m in enumerate(mentions) if f"place:{group}" in m.candidates), None)
    top = next((at for at, m in enumerate(mentions) if _TOP in m.candidates and _is_counted(mentions, at)), None)
    if named is None or top is None:
        return False
    lead = next((m for m in reversed(mentions[:top]) if not m.candidates[0].startswith("n:")), None)
    if lead is None or named < top:
        return lead is not None and bool(_WITHIN & {*lead.candidates})
    return bool(_OUT_OF & {*lead.candidates}) and "prepositions:in" in mentions[named - 1].candidates


def _is_counted(mentions: Sequence[Mention], at: int) -> bool:
    """Whether how many stands beside: "top 20", "ten biggest"."""
    return any(m.candidates[0].startswith("n:") for m in mentions[max(at - 1, 0) : at + 2])


__all__ = ["OF_ALL", "members_of_first"]
