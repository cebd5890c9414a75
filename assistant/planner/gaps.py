"""Exports and imports held against each other many times over: their gap or their balance is then the measure."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Condition, Slots
from assistant.measures import OTHER_FLOW

_ONE = frozenset({"difference", "amount", "polar", "per_key", "in_percent"})
"""Operations beside which the two are still told one by one, and then their difference."""
_OTHERWISE = frozenset({"ratio", "share", "exceed", "trail", "compare", "growth", "change", "rise", "fall", "cagr"})


def as_gap(slots: Slots) -> Slots:
    """The slots of "the month with the smallest gap between exports and imports" with the gap as what is measured."""
    apart = {"exports", "imports"} == set(slots.measures) and "difference" in slots.operations
    many = slots.keys or slots.condition or len(slots.partner) > 1 or slots.operations - _ONE
    if not (apart and many) or slots.operations & _OTHERWISE:
        return slots
    return replace(slots, measures=("gap",), operations=slots.operations - {"difference"})


def as_surplus(slots: Slots) -> Slots:
    """The slots of "which states exported more than they imported" as those with a surplus; the other way a deficit."""
    things = {*slots.keys} & {"region", "port", "mode", "product"} or "partner" in slots.keys and slots.reporter
    versus = slots.operations & {"exceed", "trail"}
    one = len(versus) == 1 and len(slots.periods) < 2 and not {*slots.keys} & {"month", "quarter", "year"}
    twice = slots.measures[0] if len(slots.measures) == 2 and len({*slots.measures}) == 1 else ""
    if twice in OTHER_FLOW:  # "sold more to the US than they bought from it": one flow of the US twice
        slots = replace(slots, measures=(twice, OTHER_FLOW[twice]))
    if {"exports", "imports"} != set(slots.measures) or not (one and things and slots.condition is None):
        return slots
    if slots.operations - versus - {"count", "per_key", "compare", "top"} or slots.partner and "partner" in slots.keys:
        return slots
    surplus = (slots.measures[0] == "exports") == ("exceed" in versus)
    measure = "surplus" if surplus else "deficit"
    operations = slots.operations - versus - {"compare"} - (set() if slots.number else {"top"})
    return replace(slots, measures=(measure,), condition=Condition("above", "0", "amount"), operations=operations)
