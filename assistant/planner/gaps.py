"""Exports and imports held against each other many times over: their gap is then the measure."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots

_ONE = frozenset({"difference", "amount", "polar", "per_key"})
"""Operations beside which the two are still told one by one, and then their difference."""
_OTHERWISE = frozenset({"ratio", "share", "exceed", "trail", "compare", "growth", "change", "rise", "fall", "cagr"})


def as_gap(slots: Slots) -> Slots:
    """The slots of "the month with the smallest gap between exports and imports" with the gap as what is measured."""
    apart = {"exports", "imports"} == set(slots.measures) and "difference" in slots.operations
    many = slots.keys or slots.condition or len(slots.partner) > 1 or slots.operations - _ONE
    if not (apart and many) or slots.operations & _OTHERWISE:
        return slots
    return replace(slots, measures=("gap",), operations=slots.operations - {"difference"})
