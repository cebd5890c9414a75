"""Points that were added to a tariff, counted or held to the year that they were added to, as the addition itself."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question

_COUNTED = frozenset({"count", "points", "amount"})
_HELD = frozenset({"compare", "difference", "change"})


def added_alone(question: Question, base: str) -> Question:
    """The question with the addition alone: "how many extra points by April 11 2025, compared with 2024?"."""
    slots = question.slots
    if slots.measures[:1] != ("added_tariff",) or slots.keys or slots.condition or len(slots.partner) != 1:
        return question
    slots = replace(slots, operations=slots.operations - _COUNTED)
    if len(slots.periods) == 2 and base in slots.periods:
        later = tuple(period for period in slots.periods if period != base)
        slots = replace(slots, periods=later, operations=slots.operations - _HELD)
    return replace(question, slots=slots)


__all__ = ["added_alone"]
