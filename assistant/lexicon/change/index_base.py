"""The year that is the 100 of an index: the one that stands beside the 100, else beside the word for base."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots

_HUNDRED, _BASE = "n:100", "operations:rebase"


def based_first(slots: Slots, linked: Linked) -> Slots:
    """The slots with the base year of an index before the other years: "2005 as 100, what do 2015 and 2023 get"."""
    years = [m for m in linked.mentions if m.kind == "period" and m.candidates[0].split(":", 1)[1].isdigit()]
    single = all(period.isdigit() for period in slots.periods)
    if "rebase" not in slots.operations or not single:
        return slots
    if len(slots.periods) < 2:
        return replace(slots, periods=(*slots.periods, f"{slots.periods[0]}/")) if _is_base(linked, slots) else slots
    if "ratio" in slots.operations and len(slots.periods) == 2:  # "by what multiple …, taking 2000 as the base"
        held = slots.operations - {"rebase", "per_key"}
        return replace(slots, periods=tuple(sorted(slots.periods)), operations=held)
    marks = [m for m in linked.mentions if _HUNDRED in m.candidates]
    marks = marks or [m for m in linked.mentions if _BASE in m.candidates and "base" in m.text]
    if not years or not marks:
        return replace(slots, periods=tuple(sorted(slots.periods)))
    at = marks[0]
    near = min(years, key=lambda m: max(at.start - m.end, m.start - at.end)).candidates[0].split(":", 1)[1]
    if near not in slots.periods:
        return slots
    return replace(slots, periods=(near, *(period for period in slots.periods if period != near)))


def _is_base(linked: Linked, slots: Slots) -> bool:
    """Whether the only year is the 100 itself, from which on the index runs: "2015 = 100", "with 2015 as base"."""
    marked = any(_HUNDRED in m.candidates or _BASE in m.candidates and "base" in m.text for m in linked.mentions)
    return marked and len(slots.periods) == 1 and "month" not in slots.keys


__all__ = ["based_first"]
