"""Whether an answer only lists what was asked for, so that "its" is of none of the rows."""

from __future__ import annotations

from assistant.dialogue.turns import Turn
from assistant.lexicon.question import Slots
from assistant.periods import TIMES

_RANKS = frozenset({"top", "bottom"})
_ENDS = frozenset({*_RANKS, "fastest", "slowest", "first_time", "last_time"})


def is_list(turn: Turn) -> bool:
    """Whether what an answer puts in order are the places that were asked for, of which none was looked for."""
    slots = turn.slots or Slots()
    return turn.ranked[0] == "partner" and len(slots.partner) > 1 and not slots.operations & _RANKS


def is_breakdown(turn: Turn) -> bool:
    """Whether an answer breaks a figure down, of which no part was looked for: "wine imports by country"."""
    slots = turn.slots or Slots()
    return len(turn.ranked[1]) > 1 and slots.keys == (turn.ranked[0],) and not (slots.operations or slots.condition)


def is_line(turn: Turn) -> bool:
    """Whether an answer goes along the years, or names those that meet a condition: no single one was looked for."""
    searched = turn.slots is not None and bool(turn.slots.operations & _ENDS)
    return turn.ranked[0] in TIMES and len(turn.ranked[1]) > 1 and not searched


__all__ = ["is_breakdown", "is_line", "is_list"]
