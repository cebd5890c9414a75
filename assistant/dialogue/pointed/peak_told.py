"""A peak that was found, pointed at by its name: after the highest year, "how far below that peak was 2024?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question
from assistant.periods import TIMES
from assistant.store.selection import is_closed

_ENDS = frozenset({"top", "bottom", "peak", "when_peak"})
_HELD = frozenset({"difference", "exceed", "trail", "growth", "change", "rise", "fall", "ratio"})
_LONG_AGO = 4
"""Turns; what was found before these is not pointed at any more."""


def peak_told(question: Question, dialogue: Dialogue) -> Question:
    """The question of a difference without its word for a peak, where that is the time which was found and told."""
    new, turn = question.slots, dialogue.last
    named = new.places or new.measures or new.filters or new.condition or {*new.keys} - {*TIMES}
    if turn is None or named or not new.operations & _ENDS or not new.operations & _HELD or question.unknown:
        return question
    timed = len(new.periods) == 1 and (is_closed(new.periods[0]) or new.periods[0].startswith("latest"))
    if not timed or not says(question, "that_peak") or not _found(turn, dialogue):
        return question
    return replace(question, slots=replace(new, operations=new.operations - _ENDS, keys=()))


def _found(turn: Turn, dialogue: Dialogue) -> bool:
    """Whether the one time that a search found was told last, or is the time of the figure told after it."""
    for one in reversed([each for each in dialogue.turns if each.slots is not None][-_LONG_AGO:]):
        dimension, codes = one.ranked
        if dimension in TIMES and len(codes) == 1 and one.slots and one.slots.operations & _ENDS:
            return one is turn or turn.period == codes[0]
    return False


__all__ = ["peak_told"]
