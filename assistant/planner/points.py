"""Percentage points that are asked for: how far shares lie apart, what a part added to its whole's growth."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Question, Slots
from assistant.types import Mention

_FLOWS = (("exports",), ("imports",), ("total",))


def in_points(slots: Slots, question: Question) -> Slots:
    """The slots of what points can be of: amounts have none, so that shares or a contribution are meant."""
    return _as_contribution(_as_shares(slots), of_growth=any(map(_is_growth, question.mentions)))


def _as_shares(slots: Slots) -> Slots:
    """The slots of places that lie points apart in a flow: amounts have no points, their shares of it have."""
    held = slots.operations & {"exceed", "trail", "difference"} and "points" in slots.operations
    moved = slots.operations - {"points", "exceed", "trail", "difference", "compare"}
    plain = len(slots.partner) > 1 and len(slots.periods) < 2 and slots.measures in _FLOWS
    if not (held and plain) or moved or slots.keys or slots.condition:
        return slots
    return replace(slots, operations=slots.operations | {"share"}, partner_share=True)


def _as_contribution(slots: Slots, *, of_growth: bool) -> Slots:
    """The slots of points that are no difference of rates: what a part added to its whole's growth, or gained of it."""
    points = {"points", "growth"} <= slots.operations
    compared = "compare" in slots.operations and (len(slots.partner) > 1 or of_growth and len(slots.periods) > 1)
    if not points or compared or slots.operations & {"share", "exceed", "trail", "fastest", "slowest"}:
        return slots
    if not of_growth:  # "how many points did Mexico gain in US imports"
        return replace(slots, operations=slots.operations | {"share"})
    return replace(slots, operations=slots.operations - {"growth", "points", "compare"} | {"contribution"})


def _is_growth(mention: Mention) -> bool:
    named = "operations:growth" in mention.candidates
    return named and mention.text.startswith(("growth", "increase", "rise", "crec", "aument", "alza", "croissance"))


__all__ = ["in_points"]
