"""Weights and unit values are of exports or of imports: which flow is meant where the question does not say."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.settings import Home

_EITHER = frozenset({"weight", "unit_value"})


def weighed(slots: Slots, home: Home) -> Slots:
    """The slots with weights of imports where no flow is said: "kilograms of Mexican freight" are what home buys."""
    if not _EITHER & {*slots.measures}:
        return slots
    measures = tuple(f"import_{name}" if name in _EITHER else name for name in slots.measures)
    abroad = slots.reporter and home.country not in slots.reporter and set(slots.partner) <= {home.country}
    if abroad:
        return replace(slots, measures=measures, reporter=(home.country,), partner=slots.reporter)
    return replace(slots, measures=measures)


__all__ = ["weighed"]
